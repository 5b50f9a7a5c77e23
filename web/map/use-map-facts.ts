/** Gathers what the map's style depends on. */
import { type ComputedRef, computed } from 'vue'
import { listIncidents } from '#contract/incidents'
import { useEndpoint } from '../api/use-endpoint.ts'
import { useWords } from '../locales/index.ts'
import { fontFiles } from '../theme/fonts.ts'
import { useShade } from '../theme/use-shade.ts'
import { useView } from '../view/use-view.ts'
import { assessmentDrawing } from './assessment-drawing.ts'
import { useScene } from './drawing.ts'
import { incidentPoints } from './incident-points.ts'
import type { MapFacts } from './map-facts.ts'
import { PALETTES } from './palette.ts'

/** The most that one answer holds; the legend says so when there are more. */
const MOST_INCIDENTS = 500

export const useMapFacts = (): { facts: ComputedRef<MapFacts>; total: ComputedRef<number> } => {
  const { view } = useView()
  const { assessment, quality, found } = useScene()
  const shade = useShade()
  const words = useWords()

  // One computed per part: moving the map changes the view, but none of these, and so not the style.
  const layers = computed(() => view.value.layers)
  const date = computed(() => view.value.date)
  const incidentId = computed(() => view.value.incidentId)
  const locale = computed(() => view.value.locale)
  const filters = computed(() => view.value.filters)

  const { data } = useEndpoint(listIncidents, () => ({
    query: { ...filters.value, limit: MOST_INCIDENTS, offset: 0 },
  }))
  const incidents = computed(() => incidentPoints(data.value?.incidents ?? []))
  const drawing = computed(() => assessmentDrawing(assessment.value))

  const facts = computed<MapFacts>(() => ({
    view: { layers: layers.value, date: date.value, incidentId: incidentId.value },
    locale: locale.value,
    shade: shade.value,
    palette: PALETTES[shade.value],
    words: words.value.map,
    incidents: incidents.value,
    drawing: drawing.value,
    quality: quality.value,
    found: found.value,
    fontFaces: FONT_FACES,
  }))
  return { facts, total: computed(() => data.value?.total ?? 0) }
}

const facesOf = (weight: 400 | 600) =>
  fontFiles(weight).map(({ url, unicodeRanges }) => ({ url, 'unicode-range': [...unicodeRanges] }))

const FONT_FACES = { NotoSC: facesOf(400), 'NotoSC Strong': facesOf(600) }
