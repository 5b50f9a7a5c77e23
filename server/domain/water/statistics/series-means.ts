/**
 * 自动监测: a series of hourly (or four-hourly) values to days and months, with validity.
 *
 * A day is valid when it has its share of the values expected, a month when it has its share of valid days; the share is a
 * setting. Days are those of Asia/Shanghai.
 */

import { DAY_MS, shanghaiDay } from '../../shanghai-time.ts'
import type { IndicatorId } from '../indicator.ts'
import { impossibleValue } from '../measured-value.ts'
import type { Measurement, Sample } from '../sample.ts'
import type { WaterSettings } from '../water-settings.ts'
import { type Mean, meanOf } from './mean.ts'

export interface SeriesPoint {
  readonly atMs: number
  readonly value: number
  readonly isBelowDetection?: boolean
}

export interface SeriesDay extends Mean {
  readonly day: string
  readonly expectedCount: number
  readonly isValid: boolean
}

export interface SeriesMonth {
  readonly month: string
  /** Mean of the valid days; null when there are too few. */
  readonly mean: Mean | null
  readonly validDays: number
  readonly expectedDays: number
}

/** Days with at least one possible value. Of several values in one interval the first counts. */
export function dailyMeans(
  indicator: IndicatorId,
  points: readonly SeriesPoint[],
  intervalH: number,
  settings: WaterSettings,
): SeriesDay[] {
  const expectedCount = 24 / intervalH
  return [...byDay(indicator, points, intervalH)].map(([day, values]) => {
    const mean = meanOf(indicator, values, settings)
    return { ...mean, day, expectedCount, isValid: mean.count >= settings.validSeriesShare.value * expectedCount }
  })
}

/** `days` may hold other months too. */
export function seriesMonth(
  indicator: IndicatorId,
  days: readonly SeriesDay[],
  month: string,
  settings: WaterSettings,
): SeriesMonth {
  const valid = days.filter(({ day, isValid }) => isValid && day.startsWith(month))
  const expectedDays = daysIn(month)
  const [first, ...rest] = valid
  const isEnough = first !== undefined && valid.length >= settings.validSeriesShare.value * expectedDays
  return {
    month,
    mean: isEnough ? meanOf(indicator, [first, ...rest], settings) : null,
    validDays: valid.length,
    expectedDays,
  }
}

/** The months of a site's series as one sample, to stand beside manual ones in `monthlyMeans`; without any, nothing. */
export function automaticSample(
  months: readonly SeriesMonth[],
  about: Omit<Sample, 'origin' | 'measurements'>,
): Sample | null {
  const measurements = months.flatMap(({ mean }) => mean ?? [])
  return measurements.length === 0 ? null : { ...about, origin: 'automatic', measurements }
}

function byDay(indicator: IndicatorId, points: readonly SeriesPoint[], intervalH: number) {
  const days = new Map<string, [Measurement, ...Measurement[]]>()
  const slots = new Set<number>()
  const intervalMs = (intervalH / 24) * DAY_MS
  for (const { atMs, value, isBelowDetection = false } of points) {
    const measured = { indicator, value, isBelowDetection }
    const slot = Math.floor(atMs / intervalMs)
    if (slots.has(slot) || impossibleValue(measured) !== null) continue
    slots.add(slot)
    const day = shanghaiDay(atMs)
    const known = days.get(day)
    if (known === undefined) days.set(day, [measured])
    else known.push(measured)
  }
  return days
}

/** 2024-02 has 29. */
function daysIn(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return Math.round((Date.UTC(year, number, 1) - Date.UTC(year, number - 1, 1)) / DAY_MS)
}
