import { describe, expect, it } from 'vitest'
import { limitLines, topOfScale } from '../../web/review/charts/chart-look.ts'
import { signedText } from '../../web/review/figure.ts'
import { foundSubjects, type Subject } from '../../web/review/found-subjects.ts'
import { movedBy } from '../../web/review/matrix-move.ts'
import { nextOrder } from '../../web/review/section-order.ts'

const subject = (kind: Subject['kind'], name: string, nameEn: string): Subject => ({
  key: kind === 'city' ? 'city' : `${kind}:${nameEn}`,
  kind,
  name,
  nameEn,
  sectionCount: 1,
})
const SUBJECTS = [
  subject('chief', '王某某（凉水河）', 'Wang (Liangshui)'),
  subject('section', '凉水河口', 'Mouth'),
  subject('river', '凉水河', 'Liangshui River'),
  subject('unit', '通州区', 'Tongzhou District'),
  subject('city', '全市', 'Whole city'),
]

describe('choosing what is reviewed', () => {
  it('without a text offers the city, then rivers, units, sections and chiefs', () => {
    expect(foundSubjects(SUBJECTS, '').map(({ kind }) => kind)).toEqual(['city', 'river', 'unit', 'section', 'chief'])
  })

  it('finds by part of either name, those that begin with it first', () => {
    expect(foundSubjects(SUBJECTS, '凉水').map(({ kind }) => kind)).toEqual(['river', 'section', 'chief'])
    expect(foundSubjects(SUBJECTS, ' tongZHOU ').map(({ name }) => name)).toEqual(['通州区'])
    expect(foundSubjects(SUBJECTS, '黄河')).toEqual([])
  })
})

describe('keys within the matrix', () => {
  const size = { rows: 3, columns: 12 }

  it('hold at the edges', () => {
    expect(movedBy('ArrowUp', { row: 0, column: 5 }, size)).toEqual({ row: 0, column: 5 })
    expect(movedBy('ArrowRight', { row: 1, column: 11 }, size)).toEqual({ row: 1, column: 11 })
    expect(movedBy('End', { row: 2, column: 0 }, size)).toEqual({ row: 2, column: 11 })
  })

  it('leave other keys to the page', () => {
    expect(movedBy('Tab', { row: 0, column: 0 }, size)).toBeNull()
    expect(movedBy('Enter', { row: 0, column: 0 }, size)).toBeNull()
  })

  it('bring a place that is gone back inside', () => {
    expect(movedBy('ArrowDown', { row: 9, column: 30 }, size)).toEqual({ row: 2, column: 11 })
  })
})

describe('sorting the table', () => {
  it('goes up, down, and back to the order of the river', () => {
    const first = nextOrder({ column: null, isDescending: false }, 'waterClass')
    const second = nextOrder(first, 'waterClass')
    expect([first.isDescending, second.isDescending]).toEqual([false, true])
    expect(nextOrder(second, 'waterClass').column).toBeNull()
  })
})

describe('limits on a chart', () => {
  const LIMITS = [
    { waterClass: 'I' as const, limit: 15 },
    { waterClass: 'II' as const, limit: 15 },
    { waterClass: 'III' as const, limit: 20 },
    { waterClass: 'V' as const, limit: 40 },
  ]

  it('classes that share a limit share a line, and those far above are left out', () => {
    expect(limitLines(LIMITS, 25)).toEqual([
      { limit: 15, classes: ['I', 'II'] },
      { limit: 20, classes: ['III'] },
    ])
  })

  it('the scale holds every value and the nearest limit above them', () => {
    const top = topOfScale([12, 18], [15, 20, 40])
    expect(top).toBeGreaterThan(20)
    expect(top).toBeLessThan(40)
    expect(topOfScale([52], [15, 40])).toBeGreaterThan(52)
    expect(topOfScale([], [])).toBeGreaterThan(0)
  })
})

describe('figures', () => {
  it('changes carry their sign', () => {
    expect([signedText(0.5), signedText(-2), signedText(0)]).toEqual(['+0.5', '−2', '0'])
  })
})
