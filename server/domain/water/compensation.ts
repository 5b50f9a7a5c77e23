/**
 * 跨界断面补偿金: what the unit upstream of a cross-boundary section owes the one below for a month.
 *
 * Per pollutant: classes between the target and the outflow, worse than V one beyond V, times 30 (own source, or worse than
 * it came in) or 15 (no worse than it came in); the pollutants are added. 万元.
 */
import { type ClassQuestion, classify, type IndicatorClass } from './classify.ts'
import { type CompensationRule, compensationRuleOf } from './compensation-rules.ts'
import type { IndicatorId } from './indicator.ts'
import { type Inflow, inflowConcentration } from './inflow.ts'
import { withoutNoise } from './rounding.ts'
import type { Measurement } from './sample.ts'
import { stepsBeyond, type WaterClass } from './water-class.ts'
import { isWaterRefusal, type WaterRefusal } from './water-refusal.ts'
import type { WaterRules } from './water-rules.ts'

export interface CompensationQuestion {
  /** `2016-05`. */
  readonly month: string
  readonly target: WaterClass
  /** Monthly means at the section. */
  readonly outflow: readonly Measurement[]
  /** None for water that rises in the unit. */
  readonly inflows: readonly Inflow[]
  /** Added for each pollutant worse than V, 万元: the amount is not verified and must be set from the text. */
  readonly extraBeyondVWan?: number
  readonly rules: WaterRules
  /** A rule of another time, to illustrate what it would give; the one of the month unless told. */
  readonly rule?: CompensationRule
}

export type CompensationReason =
  | 'met'
  | 'own-source'
  | 'worsened'
  | 'not-worsened'
  /** There is an inflow, but nobody measured this pollutant in it: the full rate, to be confirmed. */
  | 'inflow-unknown'
  /** Undetected with half the limit beyond the target: proves nothing, costs nothing. */
  | 'undetected'
  | 'not-measured'

export interface CompensationLine {
  readonly indicator: IndicatorId
  /** Null when it was not measured, or what was written cannot be. */
  readonly outflow: IndicatorClass | null
  readonly inflow: number | null
  readonly steps: number
  /** 万元 per class. */
  readonly rateWan: number
  readonly extraWan: number
  readonly amountWan: number
  readonly reason: CompensationReason
}

export interface CompensationBill {
  readonly month: string
  readonly target: WaterClass
  readonly rule: CompensationRule
  readonly lines: readonly CompensationLine[]
  readonly totalWan: number
  /** Every pollutant of the rule was measured, in and out. */
  readonly isComplete: boolean
}

export function compensation(question: CompensationQuestion): CompensationBill | WaterRefusal {
  const { month, target } = question
  const rule = question.rule ?? compensationRuleOf(month)
  if (isWaterRefusal(rule)) return rule
  const lines: CompensationLine[] = []
  for (const indicator of rule.indicators) {
    const inflow = inflowConcentration(indicator, question.inflows, question.rules)
    if (inflow !== null && typeof inflow !== 'number') return inflow
    lines.push(lineOf(indicator, inflow, question, rule))
  }
  return {
    month,
    target,
    rule,
    lines,
    totalWan: withoutNoise(lines.reduce((sum, { amountWan }) => sum + amountWan, 0)),
    isComplete: lines.every(({ reason }) => reason !== 'not-measured' && reason !== 'inflow-unknown'),
  }
}

function lineOf(
  indicator: IndicatorId,
  inflow: number | null,
  { outflow: measurements, target, inflows, extraBeyondVWan = 0, rules }: CompensationQuestion,
  rule: CompensationRule,
): CompensationLine {
  const outflow = classOf(indicator, measurements, { body: 'river', rules })
  const steps = outflow === null ? 0 : stepsBeyond(outflow.waterClass, target)
  const reason = reasonOf(outflow, steps, inflow, inflows.length > 0)
  const rateWan = rateOf(reason, rule)
  const extraWan = rateWan > 0 && outflow?.waterClass === 'worse-than-V' ? extraBeyondVWan : 0
  const amountWan = withoutNoise(steps * rateWan + extraWan)
  return { indicator, outflow, inflow, steps, rateWan, extraWan, amountWan, reason }
}

function classOf(
  indicator: IndicatorId,
  measurements: readonly Measurement[],
  question: ClassQuestion,
): IndicatorClass | null {
  const measured = measurements.find((each) => each.indicator === indicator)
  const result = measured === undefined ? null : classify(measured, question)
  return result === null || isWaterRefusal(result) ? null : result
}

function reasonOf(
  outflow: IndicatorClass | null,
  steps: number,
  inflow: number | null,
  hasInflow: boolean,
): CompensationReason {
  if (outflow === null) return 'not-measured'
  if (steps === 0) return 'met'
  if (outflow.isDoubtful) return 'undetected'
  if (!hasInflow) return 'own-source'
  if (inflow === null) return 'inflow-unknown'
  return outflow.comparedValue <= inflow ? 'not-worsened' : 'worsened'
}

function rateOf(reason: CompensationReason, { worsenedWan, notWorsenedWan }: CompensationRule): number {
  switch (reason) {
    case 'met':
    case 'undetected':
    case 'not-measured':
      return 0
    case 'not-worsened':
      return notWorsenedWan
    case 'own-source':
    case 'worsened':
    case 'inflow-unknown':
      return worsenedWan
  }
}
