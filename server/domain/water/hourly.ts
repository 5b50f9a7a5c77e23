/** 自动监测小时值: what a station sends every hour, kept apart from the samples because there are millions of them. */
import type { IndicatorId } from './indicator.ts'
import type { SampleAuthority } from './sample.ts'

/** What a station measures (常规五参数、高锰酸盐指数、氨氮、总磷、总氮, as far as the indicators know them). */
export const STATION_INDICATORS: readonly IndicatorId[] = [
  'water-temperature',
  'ph',
  'dissolved-oxygen',
  'permanganate-index',
  'ammonia-nitrogen',
  'total-phosphorus',
  'total-nitrogen',
]

/** Data flags of HJ 212-2017 table 8; only `N` is ordinary valid data, `T` is "at least" (above the range). */
export const HOURLY_FLAGS = ['N', 'F', 'M', 'S', 'D', 'C', 'T', 'B'] as const
export type HourlyFlag = (typeof HOURLY_FLAGS)[number]

export interface HourlyValue {
  /** Whole hours since 1970-01-01T00:00Z; the value covers the hour that begins there. */
  readonly hour: number
  /** In the indicator's own unit. */
  readonly value: number
  readonly flag: HourlyFlag
}

/** One indicator at one site (a section with an automatic station). */
export interface HourlySeries {
  readonly sectionId: string
  readonly indicator: IndicatorId
  readonly authority: SampleAuthority
  readonly isDemonstration: boolean
  /** Rising by hour, no hour twice. */
  readonly values: readonly HourlyValue[]
}

export const HOUR_MS = 3_600_000

export const hourOf = (instantMs: number): number => Math.floor(instantMs / HOUR_MS)

/** First millisecond of an hour. */
export const hourStartMs = (hour: number): number => hour * HOUR_MS
