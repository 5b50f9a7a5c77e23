/** Periods as the screen names and offers them; what they are is `#domain/review/period`. */
import * as domain from '#domain/review/period'
import { periodOf } from '#domain/water/statistics/period-means'
import { waterSettingsAsOf } from '#domain/water/water-settings'
import { said } from '../locales/said.ts'
import type { Locale } from '../view/view.ts'

/** `2026年10月`, `2026年第三季度`, `2026年`; `October 2026`, `Q3 2026`, `2026`. */
export const periodText = (period: string, locale: Locale): string => said(domain.periodText(period), locale)

/** Newest first; a quarter and a year only where enough of their months may have data. */
export const periodsWithData = (
  first: string,
  last: string,
): Readonly<Record<domain.ReviewPeriodKind, readonly string[]>> => {
  const months = domain.monthsBetween(first, last).toReversed()
  const { leastQuarterResults, leastYearMonths } = waterSettingsAsOf(domain.lastDayOf(last))
  const atLeast = (needed: number, kind: 'quarter' | 'year') => {
    const names = months.map((month) => periodOf(month, kind))
    return [...new Set(names)].filter((name) => names.filter((each) => each === name).length >= needed)
  }
  return {
    month: months,
    quarter: atLeast(leastQuarterResults.value, 'quarter'),
    year: atLeast(leastYearMonths.value, 'year'),
  }
}

/** The last month of a period, but none after the last with data. */
export const lastMonthWithData = (period: string, last: string): string => {
  const month = domain.lastMonthOf(period)
  return month > last ? last : month
}
