/**
 * 展开: everything behind the class of a section in a period, indicator by indicator, down to the value of each sample: what
 * went into the mean, what somebody else measured beside it, the limit, the clause and the arithmetic.
 */
import { againstTarget, type IndicatorAttainment } from '../water/attainment.ts'
import { classify, type IndicatorClass } from '../water/classify.ts'
import { EVALUATED_INDICATORS } from '../water/evaluated-indicators.ts'
import { timesBeyond } from '../water/exceedance.ts'
import { explainClass } from '../water/explain-class.ts'
import { explainSection } from '../water/explain-section.ts'
import { INDICATOR_IDS } from '../water/indicator.ts'
import { type Explanation, joinExplanations } from '../water/sentence.ts'
import { explainMonthlyMean, explainPeriodMean } from '../water/statistics/explain-mean.ts'
import type { Contribution, IndicatorMean } from '../water/statistics/monthly-means.ts'
import type { PeriodMean } from '../water/statistics/period-means.ts'
import { isWaterRefusal } from '../water/water-refusal.ts'
import { classIn } from './indicator-value.ts'
import type { SectionQuality } from './quality-book.ts'

export interface OpenedIndicator {
  readonly mean: IndicatorMean | PeriodMean
  /** Null where the mean is not valid, or the standard has no limits. */
  readonly result: IndicatorClass | null
  readonly isDeciding: boolean
  /** Null without a target, and for what is judged apart from 达标. */
  readonly attainment: IndicatorAttainment | null
  /** 超标倍数 against class III. */
  readonly multiple: number | null
  readonly isValid: boolean
  readonly values: readonly OpenedValue[]
  readonly explanation: Explanation
}

export interface OpenedValue extends Contribution {
  /** False: measured by somebody else or another way, and kept beside the mean. */
  readonly isUsed: boolean
}

/** In the order of the standard's table. */
export function openIndicators(quality: SectionQuality): OpenedIndicator[] {
  const means = new Map([...quality.values, ...quality.invalid].map((mean) => [mean.indicator, mean] as const))
  return INDICATOR_IDS.flatMap((id) => {
    const mean = means.get(id)
    return mean === undefined ? [] : openIndicator(mean, quality)
  })
}

/** The arithmetic of the section's class, with the values that were left out because they cannot be. */
export function explainQuality({ evaluation, rules, months }: SectionQuality): Explanation {
  const refused = months.flatMap((month) => month.refused.map(({ refusal: { zh, en } }) => ({ zh, en })))
  return joinExplanations([explainSection(evaluation, rules), { steps: refused, basis: [], settings: [] }])
}

function openIndicator(mean: IndicatorMean | PeriodMean, quality: SectionQuality): OpenedIndicator {
  const { evaluation, rules, target } = quality
  const { body, deciding } = evaluation
  const isValid = !('isValid' in mean) || mean.isValid
  const result = isValid ? (classIn(quality, mean.indicator) ?? null) : null
  const isOfTarget = EVALUATED_INDICATORS.includes(mean.indicator)
  return {
    ...{ mean, result, isValid },
    isDeciding: result !== null && deciding.includes(mean.indicator),
    attainment: result !== null && target && isOfTarget ? againstTarget(result, target, body, rules) : null,
    multiple: result === null ? null : timesBeyond(result, 'III', body, rules),
    values: valuesOf(mean),
    explanation: joinExplanations([explainMean(mean, quality), ...explainResult(mean, result, quality)]),
  }
}

const valuesOf = (mean: IndicatorMean | PeriodMean): OpenedValue[] =>
  ('others' in mean ? [mean] : mean.from.map((month) => month.mean)).flatMap(({ from, others }) => [
    ...from.map((each) => ({ ...each, isUsed: true })),
    ...others.flatMap((other) => other.from.map((each) => ({ ...each, isUsed: false }))),
  ])

const explainMean = (mean: IndicatorMean | PeriodMean, { rules }: SectionQuality): Explanation =>
  'others' in mean ? explainMonthlyMean(mean, rules) : explainPeriodMean(mean, rules)

/** Its class; or why it has none. */
function explainResult(
  mean: IndicatorMean | PeriodMean,
  result: IndicatorClass | null,
  { evaluation: { body }, rules }: SectionQuality,
): Explanation[] {
  if (result !== null) return [explainClass(result, body, rules)]
  const refusal = classify(mean, { body, rules })
  return isWaterRefusal(refusal) ? [{ steps: [{ zh: refusal.zh, en: refusal.en }], basis: [], settings: [] }] : []
}
