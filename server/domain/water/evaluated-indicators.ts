/** 评价指标: which indicators make the class of a section (环办〔2011〕22号, 评价指标; read in copies). */
import { INDICATOR_IDS, INDICATORS, type Indicator, type IndicatorId } from './indicator.ts'

/** Judged apart from the class; total nitrogen in lakes and reservoirs only. */
export const SEPARATE_INDICATORS = ['total-nitrogen', 'faecal-coliform'] as const satisfies readonly IndicatorId[]

const NOT_EVALUATED: ReadonlySet<IndicatorId> = new Set<IndicatorId>([
  'water-temperature',
  ...SEPARATE_INDICATORS,
  'chlorophyll-a',
  'transparency',
])

/** The 21 of table 1 without temperature, total nitrogen and faecal coliform, in the table's order. */
export const EVALUATED_INDICATORS: readonly IndicatorId[] = INDICATOR_IDS.filter((id) => !NOT_EVALUATED.has(id))

/** 水温、pH、溶解氧: named when they exceed, without a multiple. */
export const WITHOUT_MULTIPLE: ReadonlySet<IndicatorId> = new Set<IndicatorId>([
  'water-temperature',
  'ph',
  'dissolved-oxygen',
])

const BY_ID = new Map(INDICATORS.map((each) => [each.id, each]))

export function indicatorOf(id: IndicatorId): Indicator {
  const indicator = BY_ID.get(id)
  if (indicator === undefined) throw new Error(`No indicator is called ${id}`)
  return indicator
}
