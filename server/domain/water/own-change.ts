/** 本区贡献: what a unit did to the water between its inflow and its outflow, indicator by indicator. */
import { className } from './class-name.ts'
import { classify } from './classify.ts'
import { EVALUATED_INDICATORS, indicatorOf } from './evaluated-indicators.ts'
import type { IndicatorId } from './indicator.ts'
import { type Inflow, inflowConcentration } from './inflow.ts'
import { computedValue, impossibleValue } from './measured-value.ts'
import { withoutNoise } from './rounding.ts'
import type { Measurement } from './sample.ts'
import { figure, type Sentence } from './sentence.ts'
import { withUnit } from './unit-name.ts'
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

const VERDICTS: Readonly<Record<OwnChange['verdict'], Sentence>> = {
  worse: { zh: '在本区变差', en: 'worse in the unit' },
  better: { zh: '在本区变好', en: 'better in the unit' },
  same: { zh: '没有变化', en: 'unchanged' },
}

/** 氨氮 入境 1.2（Ⅳ类），出境 1.8（Ⅴ类），变化 +0.6 mg/L：在本区变差。 */
export function explainOwnChange({ indicator, inflow, outflow, difference, verdict, ...classes }: OwnChange): Sentence {
  const { nameZh, nameEn, unit } = indicatorOf(indicator)
  const [before, after, found] = [className(classes.inflowClass), className(classes.outflowClass), VERDICTS[verdict]]
  const change = withUnit(`${difference > 0 ? '+' : ''}${figure(difference)}`, unit)
  return {
    zh: `${nameZh} 入境 ${figure(inflow)}（${before.zh}），出境 ${figure(outflow)}（${after.zh}），变化 ${change.zh}：${found.zh}。`,
    en: `${nameEn}: in ${figure(inflow)} (${before.en}), out ${figure(outflow)} (${after.en}), change ${change.en}: ${found.en}.`,
  }
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
