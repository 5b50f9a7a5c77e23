import { describe, expect, it } from 'vitest'
import { addMonths, kindOf, monthsBetween } from '#domain/review/period'
import { lastMonthWithData, periodsWithData, periodText } from '../../web/review/period.ts'
import { profileMonths } from '../../web/review/profile-months.ts'

describe('periods', () => {
  it.each([
    ['2026-10', 'month', '2026年10月', 'October 2026'],
    ['2026-Q3', 'quarter', '2026年第三季度', 'Q3 2026'],
    ['2026', 'year', '2026年', '2026'],
  ] as const)('%s is a %s and is read as %s or %s', (period, kind, zh, en) => {
    expect(kindOf(period)).toBe(kind)
    expect(periodText(period, 'zh-CN')).toBe(zh)
    expect(periodText(period, 'en')).toBe(en)
  })

  it('steps over the turn of the year in both directions', () => {
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    expect(addMonths('2025-12', 1)).toBe('2026-01')
    expect(addMonths('2026-10', -35)).toBe('2023-11')
  })

  it('months between hold both ends, and none where the end lies before the beginning', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(monthsBetween('2026-02', '2025-11')).toEqual([])
  })

  it('a quarter of one month and a year of seven are not offered', () => {
    const { month, quarter, year } = periodsWithData('2025-06', '2026-10')
    expect(month[0]).toBe('2026-10')
    expect(quarter).toEqual(['2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3'])
    expect(year).toEqual(['2026'])
  })

  it('a period that is not over yet ends with the last month that has data', () => {
    expect(lastMonthWithData('2026', '2026-10')).toBe('2026-10')
    expect(lastMonthWithData('2026-Q2', '2026-10')).toBe('2026-06')
    expect(lastMonthWithData('2026-09', '2026-10')).toBe('2026-09')
  })
})

describe('the months of the profile', () => {
  it('are the month reviewed and the same one last year, unless someone chose', () => {
    expect(profileMonths([], '2026-10', '2023-11')).toEqual(['2026-10', '2025-10'])
    expect(profileMonths(['2024-01'], '2026-10', '2023-11')).toEqual(['2024-01'])
  })

  it('leave out a last year from before the records', () => {
    expect(profileMonths([], '2024-10', '2023-11')).toEqual(['2024-10'])
  })
})
