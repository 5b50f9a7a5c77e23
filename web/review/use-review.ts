/** What the view asks to review, and the answers. Every part of the screen asks for itself; the cache answers once. */
import { type ComputedRef, computed } from 'vue'
import type { z } from 'zod'
import { listWaterSubjects, readReview } from '#contract/water-review'
import { useEndpoint } from '../api/use-endpoint.ts'
import type { ReviewView } from '../view/review-view.ts'
import { useView } from '../view/use-view.ts'
import { lastMonthWithData } from './period.ts'

export type Review = z.output<typeof readReview.output>
export type ReviewSection = Review['sections'][number]
export type Change = ReviewSection['changes'][number]

export const useReviewView = () => {
  const { view, go, adjust } = useView()
  const asked = computed(() => view.value.review)
  return {
    asked,
    locale: computed(() => view.value.locale),
    /** A step that "back" undoes. */
    show: (change: Partial<ReviewView>) => go({ review: { ...asked.value, ...change } }),
    /** A step that "back" skips. */
    tune: (change: Partial<ReviewView>) => adjust({ review: { ...asked.value, ...change } }),
  }
}

export const useSubjects = () => useEndpoint(listWaterSubjects, {})

/** Null while it is not known which months have data, or when none has. */
export const usePeriod = (): ComputedRef<string | null> => {
  const { asked } = useReviewView()
  const { data } = useSubjects()
  return computed(() => asked.value.period ?? data.value?.lastMonth ?? null)
}

/** The last month of the period reviewed. */
export const useMonth = (): ComputedRef<string | null> => {
  const period = usePeriod()
  const { data } = useSubjects()
  return computed(() => {
    const last = data.value?.lastMonth
    return period.value && last ? lastMonthWithData(period.value, last) : null
  })
}

export const useReview = (subject?: string) => {
  const { asked } = useReviewView()
  const period = usePeriod()
  return useEndpoint(readReview, () => {
    if (period.value === null) return null
    const { compare, audience } = asked.value
    const query = { subject: subject ?? asked.value.subject, period: period.value, audience }
    return { query: { ...query, ...(compare && { compare }) } }
  })
}
