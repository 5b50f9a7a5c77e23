/**
 * 断面评价: from the values of one section in one period to its class, grade, main pollutants, 达标 and trophic state.
 *
 * READ FIRST. GB 3838-2002 table 1 (`limits.ts`) gives each value a class (`classify.ts`); the worst of the 21 indicators
 * is the section's (环办〔2011〕22号). What is missing is counted and said. `statistics/` makes the values from samples,
 * `evaluate-region.ts` sums sections up, `trend.ts` compares periods, `compensation.ts` says who pays whom, and each
 * result is opened by its `explain…` function. Rules that are not law are in `water-settings.ts`, with their mark.
 */
import { type Attainment, attainment } from './attainment.ts'
import { type ClassQuestion, classify, type IndicatorClass } from './classify.ts'
import { type TrophicState, trophicState } from './eutrophication.ts'
import { EVALUATED_INDICATORS, SEPARATE_INDICATORS } from './evaluated-indicators.ts'
import type { IndicatorId } from './indicator.ts'
import { exceedingClassIII, type MainPollutant, mainPollutants } from './main-pollutants.ts'
import { duplicateOf, impossibleValue } from './measured-value.ts'
import { gradeOf, type QualityGrade } from './quality-grade.ts'
import type { Measurement } from './sample.ts'
import type { SectionTarget } from './target.ts'
import { rankOf, type WaterBody, type WaterClass, worstOf } from './water-class.ts'
import { isWaterRefusal, type WaterRefusal } from './water-refusal.ts'
import type { WaterRules } from './water-rules.ts'

export interface SectionQuestion {
  /** A river-type reservoir is asked as a river. */
  readonly body: WaterBody
  readonly rules: WaterRules
  readonly target?: SectionTarget | undefined
}

export interface SectionEvaluation {
  readonly body: WaterBody
  /** By the indicators measured; null when none can decide it. */
  readonly waterClass: WaterClass | null
  readonly grade: QualityGrade | null
  /** How many of `EVALUATED_INDICATORS` took part; below 21 this is not a full class. */
  readonly evaluatedCount: number
  readonly missing: readonly IndicatorId[]
  /** Those that took part in the class, in the table's order. */
  readonly results: readonly IndicatorClass[]
  /** Undetected with half the limit above class III: flagged, and left out of the class. */
  readonly undecided: readonly IndicatorClass[]
  /** Total nitrogen of lakes and faecal coliform, judged apart. */
  readonly separate: readonly IndicatorClass[]
  /** The indicators that have the section's class. */
  readonly deciding: readonly IndicatorId[]
  /** Above class III, in the order in which they are named. */
  readonly exceeding: readonly MainPollutant[]
  /** The first three of them. */
  readonly pollutants: readonly MainPollutant[]
  readonly attainment: Attainment | null
  /** Lakes only. */
  readonly trophic: TrophicState | WaterRefusal | null
  /** Values that cannot be: they took no part. */
  readonly refused: readonly { readonly indicator: IndicatorId; readonly refusal: WaterRefusal }[]
}

/** `values` are one per indicator: a sample's measurements or the means of a period. */
export function evaluateSection(values: readonly Measurement[], question: SectionQuestion): SectionEvaluation {
  const { byIndicator, refused } = usable(values)
  const temperature = byIndicator.get('water-temperature')
  const classQuestion = { body: question.body, rules: question.rules, waterTemperatureC: temperature?.value }
  const classified = classifyAll(EVALUATED_INDICATORS, byIndicator, classQuestion)
  const undecided = classified.filter((result) => isUndecided(result, question.rules))
  const results = undecided.length === 0 ? classified : classified.filter((each) => !undecided.includes(each))
  const waterClass = worstOf(results.map((result) => result.waterClass)) ?? null
  const exceeding = exceedingClassIII(results, question.body, question.rules)
  return {
    body: question.body,
    waterClass,
    grade: waterClass === null ? null : gradeOf(waterClass),
    evaluatedCount: results.length,
    missing: EVALUATED_INDICATORS.filter((id) => !byIndicator.has(id)),
    results,
    undecided,
    separate: classifyAll(SEPARATE_INDICATORS, byIndicator, classQuestion),
    deciding: results.filter((result) => result.waterClass === waterClass).map(({ indicator }) => indicator),
    exceeding,
    pollutants: mainPollutants(exceeding),
    attainment:
      question.target === undefined ? null : attainment(classified, question.target, question.body, question.rules),
    trophic: question.body === 'lake' ? trophicState([...byIndicator.values()]) : null,
    refused,
  }
}

/** The possible values, the first of each indicator; a second one is refused, never silently preferred. */
function usable(values: readonly Measurement[]) {
  const byIndicator = new Map<IndicatorId, Measurement>()
  const refused: { indicator: IndicatorId; refusal: WaterRefusal }[] = []
  for (const measured of values) {
    const { indicator } = measured
    const refusal = byIndicator.has(indicator) ? duplicateOf(indicator) : impossibleValue(measured)
    if (refusal === null) byIndicator.set(indicator, measured)
    else refused.push({ indicator, refusal })
  }
  return { byIndicator, refused }
}

function classifyAll(
  indicators: readonly IndicatorId[],
  byIndicator: ReadonlyMap<IndicatorId, Measurement>,
  question: ClassQuestion,
): IndicatorClass[] {
  const results: IndicatorClass[] = []
  for (const indicator of indicators) {
    const measured = byIndicator.get(indicator)
    const result = measured === undefined ? undefined : classify(measured, question)
    if (result !== undefined && !isWaterRefusal(result)) results.push(result)
  }
  return results
}

function isUndecided({ isDoubtful, waterClass }: IndicatorClass, { settings }: WaterRules): boolean {
  return isDoubtful && rankOf(waterClass) > rankOf('III') && settings.undetectedAboveLimit.value === 'flag'
}
