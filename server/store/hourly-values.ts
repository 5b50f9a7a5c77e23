/** Reads hourly values: the latest of every site and a period of one, each by seeks in the clustered key. */
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#dialect'
import { HOURLY_FLAGS, type HourlyFlag, type HourlySeries, type HourlyValue } from '#domain/water/hourly'
import type { IndicatorId } from '#domain/water/indicator'
import type { SampleAuthority } from '#domain/water/sample'

export type HourlyStore = ReturnType<typeof hourlyStore>

export interface LatestValue extends HourlyValue {
  readonly sectionId: string
  readonly indicator: IndicatorId
  readonly authority: SampleAuthority
  readonly isDemonstration: boolean
}

export const hourlyStore = (db: Db) => ({
  /** The newest value of every indicator at every site, by site. */
  async latest(): Promise<LatestValue[]> {
    const rows = db.values<LatestRow>(latestValues())
    return rows.map(([sectionId, indicator, authority, isDemonstration, hour, value, flag]) => ({
      ...{ sectionId, indicator, authority, isDemonstration: isDemonstration === 1 },
      ...{ hour, value, flag: flagOf(flag) },
    }))
  },

  /** The series of one site from an hour on until before another; of all its indicators, or of one. */
  async period(sectionId: string, fromHour: number, toHour: number, indicator?: IndicatorId): Promise<HourlySeries[]> {
    return db
      .values<SeriesRow>(seriesOf(sectionId, indicator))
      .map(([series, measured, authority, isDemonstration]) => ({
        ...{ sectionId, indicator: measured, authority, isDemonstration: isDemonstration === 1 },
        values: db.values<ValuesRow>(valuesOf(series, fromHour, toHour)).flatMap(readValues),
      }))
  },
})

/** One seek for the newest hour of each series and one for its value: years of values do not make it a step longer. */
export const latestValues = (): SQL => sql`
  select s.section_id, s.indicator, s.authority, s.is_demonstration, v.hour, v.value, v.flag
  from hourly_series s
  join hourly_values v on v.series = s.series and v.hour = (select max(hour) from hourly_values where series = s.series)
  order by s.section_id, s.series`

/** One row of three JSON arrays, side by side: half the CPU time of a row for each value. */
export const valuesOf = (series: number, fromHour: number, toHour: number): SQL => sql`
  select json_group_array(hour), json_group_array(value), json_group_array(flag) from (
    select hour, value, flag from hourly_values
    where series = ${series} and hour >= ${fromHour} and hour < ${toHour} order by hour)`

const seriesOf = (sectionId: string, indicator: IndicatorId | undefined): SQL => sql`
  select series, indicator, authority, is_demonstration from hourly_series
  where section_id = ${sectionId} and (${indicator ?? null} is null or indicator = ${indicator ?? null}) order by series`

type LatestRow = [
  ...[sectionId: string, indicator: IndicatorId, authority: SampleAuthority, isDemonstration: number],
  ...[hour: number, value: number, flag: number],
]
type SeriesRow = [series: number, indicator: IndicatorId, authority: SampleAuthority, isDemonstration: number]
type ValuesRow = [hours: string, values: string, flags: string]

function readValues([hours, values, flags]: ValuesRow): HourlyValue[] {
  const [measured, flagged] = [numbersIn(values), numbersIn(flags)]
  return numbersIn(hours).map((hour, n) => ({ hour, value: measured[n] ?? Number.NaN, flag: flagOf(flagged[n] ?? -1) }))
}

/** What SQLite has just written from columns of numbers. */
const numbersIn = (json: string): number[] => JSON.parse(json)

/** A flag that is not in the list can only mean that the value is not valid. */
const flagOf = (place: number): HourlyFlag => HOURLY_FLAGS[place] ?? 'D'
