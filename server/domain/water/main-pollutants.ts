/**
 * 主要污染指标 of a section (环办〔2011〕22号, 主要污染指标的确定; read in copies): what lies above class III, at most three.
 *
 * Cyanide and heavy metals come first, then the worst class, then the larger multiple of class III.
 */
import type { IndicatorClass } from './classify.ts'
import { timesBeyond } from './exceedance.ts'
import type { IndicatorId } from './indicator.ts'
import { rankOf, type WaterBody, type WaterClass } from './water-class.ts'
import type { WaterRules } from './water-rules.ts'

export interface MainPollutant {
  readonly indicator: IndicatorId
  readonly waterClass: WaterClass
  /** 超标倍数 relative to class III, unrounded; null for pH and dissolved oxygen. */
  readonly multiple: number | null
  /** Cyanide or a heavy metal, listed first whatever its class. */
  readonly isPriority: boolean
}

const MOST_NAMED = 3

/** Everything above class III in the order in which it is named; the first three are the main pollutants. */
export function exceedingClassIII(
  results: readonly IndicatorClass[],
  body: WaterBody,
  rules: WaterRules,
): MainPollutant[] {
  const priority = rules.settings.priorityPollutants.value
  return results
    .filter(({ waterClass }) => rankOf(waterClass) > rankOf('III'))
    .map((result) => ({
      indicator: result.indicator,
      waterClass: result.waterClass,
      multiple: timesBeyond(result, 'III', body, rules),
      isPriority: priority.includes(result.indicator),
    }))
    .sort(byImportance)
}

export const mainPollutants = (exceeding: readonly MainPollutant[]): readonly MainPollutant[] =>
  exceeding.slice(0, MOST_NAMED)

/** An indicator without a multiple comes after those of its class that have one; else the table's order stays. */
function byImportance(a: MainPollutant, b: MainPollutant): number {
  return (
    Number(b.isPriority) - Number(a.isPriority) ||
    rankOf(b.waterClass) - rankOf(a.waterClass) ||
    (b.multiple ?? -1) - (a.multiple ?? -1)
  )
}
