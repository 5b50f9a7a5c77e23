/** 本区贡献: what a unit did to the water between its inflow and its outflow, indicator by indicator. */
import { classify } from './classify.ts'
import { EVALUATED_INDICATORS } from './evaluated-indicators.ts'
import type { IndicatorId } from './indicator.ts'
import { type Inflow, inflowConcentration } from './inflow.ts'
import { computedValue, impossibleValue } from './measured-value.ts'
import { withoutNoise } from './rounding.ts'
import type { Measurement } from './sample.ts'
import { rankOf, type WaterBody, type WaterClass } from './water-class.ts'
import { isWaterRefusal } from './water-refusal.ts'
import type { WaterRules } from './water-rules.ts'

export interface OwnChange {
  readonly indicator: IndicatorId
  /** In the indicator's unit, undetected at half the limit. */
  readonly inflow: number
  readonly outflow: number
  /** Outflow minus inflow. */
  readonly difference: number
  readonly inflowClass: WaterClass
  readonly outflowClass: WaterClass
  /** Classes lost in the unit; negative where classes were gained. */
  readonly steps: number
  /** By concentration: lower oxygen is worse, more of anything else is. */
  readonly verdict: 'worse' | 'better' | 'same'
}

/**
 * For every evaluated indicator measured on both sides. pH is left out, having no direction, and whatever cannot be weighed
 * for lack of a discharge. The caller aligns outflow and inflows by travel time.
 */
export function ownChange(
  outflow: readonly Measurement[],
  inflows: readonly Inflow[],
  question: { readonly body: WaterBody; readonly rules: WaterRules },
): OwnChange[] {
  return EVALUATED_INDICATORS.flatMap((indicator) => {
    const measured = outflow.find((each) => each.indicator === indicator)
    const inflow = inflowConcentration(indicator, inflows, question.rules)
    if (indicator === 'ph' || measured === undefined || impossibleValue(measured) !== null) return []
    if (inflow === null || typeof inflow !== 'number') return []
    return changeOf(indicator, inflow, computedValue(measured), question)
  })
}

function changeOf(
  indicator: IndicatorId,
  inflow: number,
  outflow: number,
  question: { readonly body: WaterBody; readonly rules: WaterRules },
): OwnChange[] {
  const [before, after] = [inflow, outflow].map((value) =>
    classify({ indicator, value, isBelowDetection: false }, question),
  )
  if (before === undefined || after === undefined || isWaterRefusal(before) || isWaterRefusal(after)) return []
  const difference = withoutNoise(outflow - inflow)
  const isMoreBetter = question.rules.limits.rows.get(indicator)?.comparison === 'at-least'
  return [
    {
      indicator,
      inflow,
      outflow,
      difference,
      inflowClass: before.waterClass,
      outflowClass: after.waterClass,
      steps: rankOf(after.waterClass) - rankOf(before.waterClass),
      verdict: difference === 0 ? 'same' : difference > 0 === isMoreBetter ? 'better' : 'worse',
    },
  ]
}
