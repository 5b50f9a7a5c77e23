/** 时限: 4 h, 2 h, 1 h from discovery, 及时 without a number, three natural days for a transfer. */
import { describe, expect, it } from 'vitest'
import { SEVERITIES } from '#domain/report/report'
import type { RoutingFacts } from '#domain/routing/facts'
import { CHAOYANG, MIYUN, routingOf, SANHE, TODAY, TONGZHOU } from './routing-example.ts'

const clocksOf = (change: Partial<RoutingFacts>, asOf = TODAY) =>
  routingOf({ matter: 'emergency', ...change }, asOf).clocks
const limitsOf = (change: Partial<RoutingFacts>, asOf = TODAY) => clocksOf(change, asOf).map((clock) => clock.limitH)

describe('reporting an emergency', () => {
  it('general and considerable have 4 h: "较大以上 2 h" is a misreading', () => {
    expect(limitsOf({ severity: 'general' })).toEqual([4, null])
    expect(limitsOf({ severity: 'considerable' })).toEqual([4, null])
  })

  it('major and extraordinary have 2 h, and the city 1 h to the ministry', () => {
    expect(limitsOf({ severity: 'major' })).toEqual([1, 2, null])
    expect(limitsOf({ severity: 'extraordinary' })).toEqual([1, 2, null])
  })

  it('an undetermined level with a circumstance of article 4 is reported as major', () => {
    for (const trigger of ['isHeavyMetal', 'isDrinkingWaterZone', 'mayCrossProvince']) {
      const clocks = clocksOf({ severity: 'undetermined', [trigger]: true })
      expect(clocks.map((clock) => clock.limitH)).toEqual([1, 2, null])
      expect(clocks[1]?.basis).toBe('《突发环境事件信息报告办法》第四条')
    }
  })

  it('an undetermined level without one has the strict 2 h as a marked setting, never 4 h', () => {
    const clocks = clocksOf({ severity: 'undetermined' })
    expect(clocks.map((clock) => clock.limitH)).toEqual([2, null])
    expect(clocks[0]?.basis).toMatch(/系统设定/)
  })

  it('a graded event with a circumstance of article 4 shows the strict 2 h first and the 4 h of its level after', () => {
    const clocks = clocksOf({ districts: [MIYUN], isDrinkingWaterZone: true })
    expect(clocks.map((clock) => clock.limitH)).toEqual([2, 4, null])
    expect(clocks[0]?.basis).toMatch(/系统设定/)
    expect(clocks[1]?.basis).toBe('《突发环境事件信息报告办法》第三条')
  })

  it('every clause stands in English too, with the mark of its Chinese', () => {
    const days = ['2022-05-01', TODAY]
    const clocks = days.flatMap((day) =>
      SEVERITIES.flatMap((severity) => clocksOf({ severity, outsideUnits: [SANHE] }, day)),
    )
    expect(clocks.length).toBeGreaterThan(10)
    for (const { basis, basisEn } of clocks) {
      expect(basisEn).toMatch(/^[\x20-\x7e–]{10,}$/)
      expect(basisEn?.endsWith(' (a setting of Jiehe)')).toBe(basis.endsWith('（系统设定）'))
      expect(basisEn?.split('; ').length).toBe(basis.split('《').length - 1)
    }
  })

  it('the city border alone is a possible effect across the province', () => {
    expect(limitsOf({ outsideUnits: [SANHE], kinds: ['city-border'] })).toEqual([2, 4, null, null])
  })

  it('neighbours are told 及时: a clock without number or due time, only when there are neighbours', () => {
    const across = clocksOf({ districts: [CHAOYANG, TONGZHOU] })
    const notice = across.find((clock) => clock.basis.includes('第八条'))
    expect(notice).toMatchObject({ limitH: null, dueAt: null })
    expect(notice?.what).toMatch(/及时/)
    expect(clocksOf({}).some((clock) => clock.basis.includes('第八条'))).toBe(false)
  })

  it('the strictest comes first and those without a number last, whatever the facts', () => {
    for (const severity of SEVERITIES)
      for (const isCrimeSuspected of [true, false]) {
        const limits = limitsOf({ severity, isCrimeSuspected, isHeavyMetal: true, outsideUnits: [SANHE] }, '2022-05-01')
        expect(limits).toEqual(limits.toSorted((a, b) => (a ?? 1e9) - (b ?? 1e9)))
      }
  })

  it('no clock of emergencies runs for any other matter', () => {
    expect(clocksOf({ matter: 'enforcement', severity: 'major', isHeavyMetal: true })).toEqual([])
  })
})

describe('due times', () => {
  it('run from discovery, are written with +08:00 and cross midnight and the year', () => {
    const due = (discoveredAt: string) => clocksOf({ discoveredAt })[0]?.dueAt
    expect(due('2026-03-02T10:00:00+08:00')).toBe('2026-03-02T14:00:00+08:00')
    expect(due('2026-12-31T22:30:15+08:00')).toBe('2027-01-01T02:30:15+08:00')
    expect(due('2026-03-02T02:00:00Z')).toBe('2026-03-02T14:00:00+08:00')
    expect(due('2024-02-28T21:00:00-05:00')).toBe('2024-02-29T14:00:00+08:00')
  })

  it('the ten minutes of the 2015 plan hold until its revision, and are marked as secondary', () => {
    const before = clocksOf({ severity: 'considerable', discoveredAt: '2023-06-04T10:00:00+08:00' }, '2023-06-04')
    expect(before[0]).toMatchObject({ dueAt: '2023-06-04T10:10:00+08:00' })
    expect(before[0]?.basis).toMatch(/未核原文/)
    const after = clocksOf({ severity: 'considerable' }, '2023-06-05')
    expect(after.map((clock) => clock.limitH)).toEqual([4, null])
    expect(after[1]?.basis).toMatch(/2023年修订/)
  })
})

describe('transfer of a suspected crime', () => {
  const due = (discoveredAt: string) =>
    routingOf({ matter: 'enforcement', isCrimeSuspected: true, discoveredAt }).clocks.map((clock) => clock.dueAt)

  it('three natural days, the first not counted: Monday 10:00 expires at the end of Thursday, then 24 h', () => {
    expect(due('2026-03-02T10:00:00+08:00')).toEqual(['2026-03-05T23:59:59+08:00', '2026-03-06T23:59:59+08:00'])
  })

  it('the day is that of Beijing: 16:30 in UTC is already the next one', () => {
    expect(due('2026-03-02T16:30:00Z')[0]).toBe('2026-03-06T23:59:59+08:00')
    expect(due('2026-03-02T15:59:59Z')[0]).toBe('2026-03-05T23:59:59+08:00')
  })

  it('says that holidays are not moved yet', () => {
    const [decision] = routingOf({ isCrimeSuspected: true }).clocks
    expect(decision?.what).toMatch(/节假日/)
    expect(decision?.basis).toMatch(/第三十八条.*系统设定/)
  })
})
