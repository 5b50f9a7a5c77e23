/** Keeps the map's picture of the water equal to the review. The whole city is drawn, what is reviewed stands out. */
import { computed, onScopeDispose, watchEffect } from 'vue'
import { useWords } from '../../locales/index.ts'
import { nameIn } from '../../locales/said.ts'
import { useScene } from '../../map/drawing.ts'
import { collectionOf, type QualitySection } from '../../map/quality-drawing.ts'
import { useReaches } from '../use-reaches.ts'
import { type Review, type ReviewSection, useReview, useReviewView } from '../use-review.ts'
import { classLines, type Stretch } from './class-lines.ts'

export const useQualityDrawing = (): void => {
  const { quality } = useScene()
  const { asked, locale } = useReviewView()
  const words = useWords()
  const reaches = useReaches()
  const { data: city } = useReview('city')
  const { data: review } = useReview()

  const sections = computed(() => city.value?.sections ?? [])
  const reviewed = computed(() => new Set(review.value?.sections.map(({ section }) => section.id)))

  const markOf = ({ section, verdict }: ReviewSection): QualitySection => ({
    type: 'Feature',
    properties: {
      id: section.id,
      grade: verdict.grade ?? 'unmeasured',
      letter: verdict.waterClass ? words.value.review.letters[verdict.waterClass] : '–',
      label: nameIn(section, locale.value) + (verdict.isReleased ? '' : ` (${words.value.review.notReleased})`),
      isChosen: section.id === asked.value.sectionId,
      isReviewed: reviewed.value.has(section.id),
    },
    geometry: { type: 'Point', coordinates: [section.lon, section.lat] },
  })

  const lines = computed(() => {
    const graded = sections.value.map(({ section, verdict }) => ({ ...section, grade: verdict.grade }))
    return collectionOf(classLines(reaches.value, graded, review.value ? worstStretch(review.value) : null))
  })
  const marks = computed(() => collectionOf(sections.value.map(markOf)))

  watchEffect(() => {
    quality.value = { lines: lines.value, sections: marks.value }
  })
  onScopeDispose(() => {
    quality.value = null
  })
}

/** From the section above, or the river's beginning, to the section where it is worst. */
const worstStretch = ({ worst, sections }: Review): Stretch | null => {
  const kmOf = (id: string | null) => sections.find(({ section }) => section.id === id)?.section.km
  const toKm = worst && kmOf(worst.sectionId)
  if (!worst || toKm === undefined || toKm === null) return null
  return { reachIds: worst.reachIds, fromKm: kmOf(worst.upstreamSectionId) ?? Number.NEGATIVE_INFINITY, toKm }
}
