/**
 * 标准限值: GB 3838-2002 table 1, transcribed from the official scan.
 *
 * Limits ascend from class I to V (oxygen descends), in the indicator's own unit. Equality meets the limit.
 */
import type { WaterBasisId } from '../law/legal-basis.ts'
import type { IndicatorId } from './indicator.ts'
import type { WaterBody } from './water-class.ts'

/** Classes I, II, III, IV, V. */
export type FiveLimits = readonly [number, number, number, number, number]

export interface LimitRow {
  readonly indicator: IndicatorId
  /** 序号 in table 1. */
  readonly item: number
  /** Null where the table has no limit for that water body. */
  readonly limits: Readonly<Record<WaterBody, FiveLimits>> | { readonly river: null; readonly lake: FiveLimits }
  readonly comparison: 'at-most' | 'at-least'
  /** Class I is also met from this share of saturation (饱和率90%（或7.5）). */
  readonly orSaturationPercent?: number
  /** Decimals of the finest limit in the row: the digits to which values are rounded where the settings ask for it. */
  readonly decimals: number
}

export interface LimitTable {
  readonly basis: WaterBasisId
  readonly validFrom: string
  readonly rows: ReadonlyMap<IndicatorId, LimitRow>
  /** pH has one range for all classes: outside it no class is met. */
  readonly ph: { readonly item: number; readonly lowest: number; readonly highest: number }
}

function row(
  item: number,
  indicator: IndicatorId,
  decimals: number,
  river: FiveLimits,
  lake: FiveLimits = river,
): LimitRow {
  return { item, indicator, decimals, comparison: 'at-most', limits: { river, lake } }
}

/** Items 1 (temperature: a man-made change, not a concentration) and 2 (pH) have no five limits. */
const ROWS: readonly LimitRow[] = [
  { ...row(3, 'dissolved-oxygen', 1, [7.5, 6, 5, 3, 2]), comparison: 'at-least', orSaturationPercent: 90 },
  row(4, 'permanganate-index', 0, [2, 4, 6, 10, 15]),
  row(5, 'cod', 0, [15, 15, 20, 30, 40]),
  row(6, 'bod5', 0, [3, 3, 4, 6, 10]),
  row(7, 'ammonia-nitrogen', 2, [0.15, 0.5, 1.0, 1.5, 2.0]),
  row(8, 'total-phosphorus', 3, [0.02, 0.1, 0.2, 0.3, 0.4], [0.01, 0.025, 0.05, 0.1, 0.2]),
  {
    item: 9,
    indicator: 'total-nitrogen',
    decimals: 1,
    comparison: 'at-most',
    limits: { river: null, lake: [0.2, 0.5, 1.0, 1.5, 2.0] },
  },
  row(10, 'copper', 2, [0.01, 1.0, 1.0, 1.0, 1.0]),
  row(11, 'zinc', 2, [0.05, 1.0, 1.0, 2.0, 2.0]),
  row(12, 'fluoride', 1, [1.0, 1.0, 1.0, 1.5, 1.5]),
  row(13, 'selenium', 2, [0.01, 0.01, 0.01, 0.02, 0.02]),
  row(14, 'arsenic', 2, [0.05, 0.05, 0.05, 0.1, 0.1]),
  row(15, 'mercury', 5, [0.00005, 0.00005, 0.0001, 0.001, 0.001]),
  row(16, 'cadmium', 3, [0.001, 0.005, 0.005, 0.005, 0.01]),
  row(17, 'chromium-vi', 2, [0.01, 0.05, 0.05, 0.05, 0.1]),
  row(18, 'lead', 2, [0.01, 0.01, 0.05, 0.05, 0.1]),
  row(19, 'cyanide', 3, [0.005, 0.05, 0.2, 0.2, 0.2]),
  row(20, 'volatile-phenol', 3, [0.002, 0.002, 0.005, 0.01, 0.1]),
  row(21, 'petroleum', 2, [0.05, 0.05, 0.05, 0.5, 1.0]),
  row(22, 'anionic-surfactant', 1, [0.2, 0.2, 0.2, 0.3, 0.3]),
  row(23, 'sulfide', 2, [0.05, 0.1, 0.2, 0.5, 1.0]),
  row(24, 'faecal-coliform', 0, [200, 2000, 10000, 20000, 40000]),
]

const EDITIONS: readonly [LimitTable, ...LimitTable[]] = [
  {
    basis: 'gb-3838-2002-table-1',
    validFrom: '2002-06-01',
    rows: new Map(ROWS.map((each) => [each.indicator, each])),
    ph: { item: 2, lowest: 6, highest: 9 },
  },
]

/** The table in force on a day; the first one also looks back, so that old samples are compared like with like. */
export const limitTableAsOf = (day: string): LimitTable =>
  EDITIONS.findLast(({ validFrom }) => validFrom <= day) ?? EDITIONS[0]

/** The five limits of an indicator in a water body; undefined where the standard has none. */
export const limitsOf = (table: LimitTable, indicator: IndicatorId, body: WaterBody): FiveLimits | undefined =>
  table.rows.get(indicator)?.limits[body] ?? undefined
