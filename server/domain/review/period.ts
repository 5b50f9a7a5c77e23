/** 评价时段: a month `2026-10`, a quarter `2026-Q3` or a year `2026`, as water quality is reported. */
import { MONTHS_EN } from '../day-text.ts'
import type { Sentence } from '../water/sentence.ts'
import { type PeriodKind, periodOf } from '../water/statistics/period-means.ts'

export type ReviewPeriodKind = 'month' | PeriodKind

export const kindOf = (period: string): ReviewPeriodKind =>
  period.length === 4 ? 'year' : period.includes('Q') ? 'quarter' : 'month'

/** The months of a period, in order. */
export function monthsOf(period: string): string[] {
  const [year = '', part = ''] = period.split('-')
  if (kindOf(period) === 'month') return [period]
  const first = kindOf(period) === 'year' ? 1 : Number(part.slice(1)) * 3 - 2
  return Array.from({ length: kindOf(period) === 'year' ? 12 : 3 }, (_, n) => monthText(Number(year), first + n))
}

export const firstMonthOf = (period: string): string => monthsOf(period)[0] ?? period

export const lastMonthOf = (period: string): string => monthsOf(period).at(-1) ?? period

/** The last day of a period: the day whose rules and chiefs it is judged by. */
export function lastDayOf(period: string): string {
  const [year, month] = lastMonthOf(period).split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10)
}

/** 环比: the period of the same length just before. */
export function previousPeriod(period: string): string {
  const before = addMonths(firstMonthOf(period), -1)
  const kind = kindOf(period)
  return kind === 'month' ? before : periodOf(before, kind)
}

/** 同比: the same period of the year before. */
export const lastYearPeriod = (period: string): string => `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`

export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return monthText(year, number + count)
}

/** Both included, oldest first; none where the end lies before the beginning. */
export function monthsBetween(first: string, last: string): string[] {
  const [from, to] = [first, last].map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)))
  return monthsUpTo(last, Math.max(0, (to ?? 0) - (from ?? 0) + 1))
}

/** So many months up to and with `last`, oldest first. */
export const monthsUpTo = (last: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => addMonths(last, n - count + 1))

export function periodText(period: string): Sentence {
  const [year = '', part = ''] = period.split('-')
  if (kindOf(period) === 'year') return { zh: `${year}年`, en: year }
  if (kindOf(period) === 'quarter') {
    return { zh: `${year}年第${'一二三四'.charAt(Number(part.slice(1)) - 1)}季度`, en: `${part} ${year}` }
  }
  return { zh: `${year}年${Number(part)}月`, en: `${MONTHS_EN[Number(part) - 1] ?? part} ${year}` }
}

function monthText(year: number, month: number): string {
  const from0 = year * 12 + month - 1
  return `${String(Math.floor(from0 / 12)).padStart(4, '0')}-${String((from0 % 12) + 1).padStart(2, '0')}`
}
