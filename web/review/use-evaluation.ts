/** The chosen section with its whole arithmetic. */
import type { z } from 'zod'
import { readEvaluation } from '#contract/water-evaluation'
import { useEndpoint } from '../api/use-endpoint.ts'
import { usePeriod, useReviewView } from './use-review.ts'

export type Evaluation = z.output<typeof readEvaluation.output>
export type JudgedIndicator = Evaluation['indicators'][number]

export const useEvaluation = () => {
  const { asked } = useReviewView()
  const period = usePeriod()
  return useEndpoint(readEvaluation, () => {
    const { sectionId, audience } = asked.value
    return sectionId && period.value ? { path: { sectionId }, query: { period: period.value, audience } } : null
  })
}
