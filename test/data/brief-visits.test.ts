import { describe, expect, it } from 'vitest'
import { withoutBriefVisits } from '../../server/datasets/brief-visits.ts'
import type { Stretch } from '../../server/datasets/river-course.ts'

/** Stretches head to tail along a parallel; `A 5` is 5 km in unit A, `A|B 5` is 5 km of border. */
function river(...pieces: string[]): Stretch[] {
  let km = 0
  return pieces.map((piece) => {
    const [units = '', length] = piece.split(' ')
    const [left = '', right] = units.split('|')
    const from = [116 + km / 85.18, 40]
    km += Number(length)
    const kind = right === undefined ? 'line' : 'border'
    return { from, to: [116 + km / 85.18, 40], left, right: right ?? left, kind }
  })
}

const told = (stretches: readonly Stretch[]): string[] =>
  stretches.map(({ left, right }) => (left === right ? left : `${left}|${right}`))

describe('a visit of less than 200 m', () => {
  it('to a unit, between two stays in another one, is the error of the border and counts to the other', () => {
    expect(told(withoutBriefVisits(river('A 5', 'B 0.1', 'A 5')))).toEqual(['A', 'A', 'A'])
  })

  it('is measured over all its pieces', () => {
    expect(told(withoutBriefVisits(river('A 5', 'B 0.15', 'B 0.15', 'A 5')))).toEqual(['A', 'B', 'B', 'A'])
  })

  it('at the start or the end of the river counts to the unit that follows or precedes', () => {
    expect(told(withoutBriefVisits(river('B 0.1', 'A 5', 'C 0.1')))).toEqual(['A', 'A', 'A'])
  })

  it('on the way from one unit to a third one is kept: there all three meet', () => {
    expect(told(withoutBriefVisits(river('A 5', 'B 0.1', 'C 5')))).toEqual(['A', 'B', 'C'])
  })

  it('before a border of the unit just left counts to that unit', () => {
    expect(told(withoutBriefVisits(river('A 5', 'B 0.1', 'A|B 5')))).toEqual(['A', 'A', 'A|B'])
  })

  it('along a border is never taken away: the vertices are the border itself', () => {
    expect(told(withoutBriefVisits(river('A 5', 'A|B 0.1', 'A 5')))).toEqual(['A', 'A|B', 'A'])
  })

  it('next to another one is judged again after the first is gone', () => {
    expect(told(withoutBriefVisits(river('A 0.1', 'B 0.1', 'A 5')))).toEqual(['A', 'A', 'A'])
  })
})

it('a longer visit is a crossing, whatever lies around it', () => {
  expect(told(withoutBriefVisits(river('A 5', 'B 0.3', 'A 5')))).toEqual(['A', 'B', 'A'])
})
