/** The river whose profile is shown, its months, and the answer. */
import { computed } from 'vue'
import { readProfile } from '#contract/water-profile'
import { useEndpoint } from '../api/use-endpoint.ts'
import { profileMonths } from './profile-months.ts'
import { useMonth, useReview, useReviewView, useSubjects } from './use-review.ts'

export const useProfile = () => {
  const { asked } = useReviewView()
  const { data: review } = useReview()
  const { data: subjects } = useSubjects()
  const month = useMonth()

  /** Rivers of the review: of the chosen section first, then of the worst, then by name. */
  const rivers = computed(() => {
    const sections = review.value?.sections.map(({ section }) => section) ?? []
    const first = [asked.value.sectionId, review.value?.worst?.sectionId]
    const leading = first.flatMap((id) => sections.find((section) => section.id === id) ?? [])
    return [...new Map([...leading, ...sections].map((section) => [section.riverId, section])).values()]
  })
  const riverId = computed(() => rivers.value[0]?.riverId ?? null)
  const months = computed(() => {
    const firstMonth = subjects.value?.firstMonth
    return month.value && firstMonth ? profileMonths(asked.value.months, month.value, firstMonth) : []
  })
  const query = computed(() => {
    const { indicator, audience } = asked.value
    return riverId.value && months.value.length
      ? { river: riverId.value, indicator, months: months.value.join(), audience }
      : null
  })
  const answer = useEndpoint(readProfile, () => (query.value ? { query: query.value } : null))
  return { rivers, riverId, months, query, answer }
}
