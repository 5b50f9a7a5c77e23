/** 入境浓度: what came in, from one inflow or several, against which a unit's outflow is compared. */
import type { IndicatorId } from './indicator.ts'
import { computedValue, impossibleValue } from './measured-value.ts'
import { withoutNoise } from './rounding.ts'
import type { Measurement } from './sample.ts'
import { type WaterRefusal, waterRefusal } from './water-refusal.ts'
import type { WaterRules } from './water-rules.ts'

export interface Inflow {
  readonly sectionId: string
  readonly values: readonly Measurement[]
  /** m³/s of the same period; needed only to weigh several inflows by flow. */
  readonly dischargeM3S?: number
}

/**
 * The concentration that came in, undetected at half the limit; null where no inflow measured it. Several inflows by the
 * settings: the worst one, or weighted by flow, which refuses when a discharge is lacking.
 */
export function inflowConcentration(
  indicator: IndicatorId,
  inflows: readonly Inflow[],
  { settings, limits }: WaterRules,
): number | null | WaterRefusal {
  const measured = inflows.flatMap(({ values, ...inflow }) =>
    values
      .filter((each) => each.indicator === indicator && impossibleValue(each) === null)
      .slice(0, 1)
      .map((each) => ({ ...inflow, value: computedValue(each) })),
  )
  const concentrations = measured.map(({ value }) => value)
  if (concentrations.length === 0) return null
  if (concentrations.length > 1 && settings.severalInflows.value === 'flow-weighted') return weighted(measured)
  const isMoreBetter = limits.rows.get(indicator)?.comparison === 'at-least'
  return isMoreBetter ? Math.min(...concentrations) : Math.max(...concentrations)
}

function weighted(
  inflows: readonly { readonly sectionId: string; readonly value: number; readonly dischargeM3S?: number }[],
): number | WaterRefusal {
  let [load, discharge] = [0, 0]
  for (const { sectionId, value, dischargeM3S } of inflows) {
    if (dischargeM3S === undefined || !(dischargeM3S > 0)) return withoutDischarge(sectionId)
    load += value * dischargeM3S
    discharge += dischargeM3S
  }
  return withoutNoise(load / discharge)
}

const withoutDischarge = (sectionId: string): WaterRefusal =>
  waterRefusal(
    'inflow-without-discharge',
    `断面 ${sectionId} 没有流量，不能按流量加权：请补录流量，或改为取最差来水。`,
    `Section ${sectionId} has no discharge, so inflows cannot be weighted: add it, or let the worst inflow count.`,
  )
