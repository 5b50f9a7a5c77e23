/**
 * 湖泊、水库评价: the points of one lake to one result (环办〔2011〕22号; read in copies).
 *
 * Each point's mean over time first, then the mean over the points, however many there are; judged by the column of lakes.
 * A large lake is also judged by sub-area: ask with the points of each. A river-type reservoir is a river.
 */
import { evaluateSection, type SectionEvaluation } from './evaluate-section.ts'
import type { Measurement } from './sample.ts'
import { meanOverPlaces } from './statistics/mean-over-places.ts'
import type { SectionTarget } from './target.ts'
import type { WaterRules } from './water-rules.ts'

/** `points`: for each point its values of the period, one per indicator. */
export function evaluateLake(
  points: readonly (readonly Measurement[])[],
  question: { readonly rules: WaterRules; readonly target?: SectionTarget | undefined },
): SectionEvaluation {
  return evaluateSection(meanOverPlaces(points, question.rules), { ...question, body: 'lake' })
}
