/** 月 `2026-10`, 季度 `2026-Q3` and 年 `2026` as texts: their names, those that have data, and steps between months. */
import type { Locale } from '../view/view.ts'

export type PeriodKind = 'month' | 'quarter' | 'year'

export const kindOf = (period: string): PeriodKind => {
  if (period.includes('Q')) return 'quarter'
  return period.length === 4 ? 'year' : 'month'
}

/** `2026年10月`, `2026年第三季度`, `2026年`; `October 2026`, `Q3 2026`, `2026`. */
export const periodText = (period: string, locale: Locale): string => {
  const [year = '', part = ''] = period.split('-')
  switch (kindOf(period)) {
    case 'month':
      return locale === 'en' ? `${MONTHS[Number(part) - 1]} ${year}` : `${year}年${Number(part)}月`
    case 'quarter':
      return locale === 'en' ? `${part} ${year}` : `${year}年第${NUMERALS[Number(part.slice(1)) - 1]}季度`
    case 'year':
      return locale === 'en' ? year : `${year}年`
  }
}

/** Newest first; a quarter needs two months with data and a year eight (环办〔2011〕22号). */
export const periodsWithData = (first: string, last: string): Readonly<Record<PeriodKind, readonly string[]>> => {
  const months = monthsBetween(first, last).toReversed()
  const atLeast = (needed: number, nameOf: (month: string) => string) => {
    const names = months.map(nameOf)
    return [...new Set(names)].filter((name) => names.filter((each) => each === name).length >= needed)
  }
  return { month: months, quarter: atLeast(2, quarterOf), year: atLeast(8, (month) => month.slice(0, 4)) }
}

/** Both included, oldest first. */
export const monthsBetween = (first: string, last: string): readonly string[] =>
  Array.from({ length: Math.max(0, numberOf(last) - numberOf(first) + 1) }, (_, step) => shiftMonth(first, step))

export const shiftMonth = (month: string, steps: number): string => {
  const number = numberOf(month) + steps
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** The last month of a period, but none after the last with data. */
export const lastMonthOf = (period: string, lastWithData: string): string => {
  const month = { month: period, quarter: quarterEnd(period), year: `${period}-12` }[kindOf(period)]
  return month > lastWithData ? lastWithData : month
}

const quarterEnd = (period: string) => {
  const [year, quarter = 'Q1'] = period.split('-')
  return `${year}-${String(Number(quarter.slice(1)) * 3).padStart(2, '0')}`
}

const quarterOf = (month: string) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`

/** Months since the year 0. */
const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

const NUMERALS = ['一', '二', '三', '四']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
