import { describe, expect, it } from 'vitest'
import type { Coverage, CoverageUnit } from '#domain/coverage/coverage'
import { locateUnit } from '#domain/coverage/locate'
import { unitsAt } from '#domain/coverage/ties'
import { type OracleUnit, oracleUnits, unitsHolding, unitsTouching } from '../../server/bench/locate-oracle.ts'
import { adversarialPoints, type Place } from '../../server/bench/locate-points.ts'
import { nationalCoverage } from '../../server/bench/national-coverage.ts'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import {
  DEGREES,
  METRES,
  polygon,
  ringThrough,
  SLANTED,
  scatteredUnits,
  shippedUnits,
  soundCoverage,
  square,
  WHOLE,
} from './coverage-worlds.ts'

interface Difference {
  readonly place: Place
  readonly found: number
  readonly expected: readonly number[]
}

/** Places where the index and the oracle differ; the oracle itself must name at most one unit. */
function differences(coverage: Coverage, oracle: readonly OracleUnit[], places: readonly Place[]): Difference[] {
  return places
    .map((place) => ({ place, found: locateUnit(coverage, ...place), expected: unitsHolding(oracle, ...place) }))
    .filter(({ found, expected }) => expected.length > 1 || found !== (expected[0] ?? 0))
}

function tieDifferences(coverage: Coverage, oracle: readonly OracleUnit[], places: readonly Place[]): unknown[] {
  return places
    .map((place) => ({ place, found: unitsAt(coverage, ...place), expected: unitsTouching(oracle, ...place) }))
    .filter(({ found, expected }) => found.join() !== expected.join())
}

function expectExact(units: readonly CoverageUnit[], count: number, seed: number, cellsPerSegment?: number): void {
  const coverage = soundCoverage(units, cellsPerSegment)
  const oracle = oracleUnits(units)
  const nearby = coverage.grid.cellWidth * 1e-6
  const places = adversarialPoints(coverage, count, seededRandom(seed), nearby)
  expect(differences(coverage, oracle, places)).toEqual([])
  expect(tieDifferences(coverage, oracle, places.slice(0, count / 4))).toEqual([])
}

describe('a point lies in exactly one unit, the one the slow search names', () => {
  it.each([
    ['whole numbers', WHOLE],
    ['degrees', DEGREES],
    ['slanting borders', SLANTED],
    ['metres of EPSG:4548', METRES],
  ])('in worlds of scattered fields, exclaves and holes: %s', (_, plane) => {
    for (const [seed, owners] of [
      [1, 1],
      [2, 3],
      [3, 12],
      [4, 64],
    ] as const) {
      expectExact(scatteredUnits(plane, 8, owners, seededRandom(seed)), 3000, seed)
    }
  })

  it.each([0.02, 0.3, 3, 40])('whether the grid has %f cells a segment', (cellsPerSegment) => {
    expectExact(scatteredUnits(DEGREES, 9, 5, seededRandom(11)), 3000, 12, cellsPerSegment)
    expectExact(nationalCoverage({ columns: 5, rows: 5, piecesPerBorder: 12, seed: 13 }), 3000, 14, cellsPerSegment)
  })

  it('in a country of wandering borders', () => {
    expectExact(nationalCoverage({ columns: 12, rows: 12, piecesPerBorder: 37.5, seed: 5 }), 30_000, 6)
  })

  it('along needles thinner than any cell, and borders longer than hundreds of cells', () => {
    const fan = Array.from({ length: 40 }, (_, i) => polygon(`needle ${i}`, fanRing(i)))
    expectExact(fan, 10_000, 21)
    expectExact(fan, 10_000, 22, 200)
  })

  it('past a border piece so short that the grid cannot tell its ends apart', () => {
    const border = [
      [-1000, 0],
      [0, 0],
      [1e-20, 1e-20],
      [1000, 0.5],
    ] as const
    const units = [
      polygon('north', ringThrough(WHOLE, [...border, [1000, 1000], [-1000, 1000]])),
      polygon('south', ringThrough(WHOLE, [...border.toReversed(), [-1000, -1000], [1000, -1000]])),
    ]
    const places: Place[] = [-1, 0, 5e-21, 1e-20, 1].flatMap((x) =>
      [-1, -1e-20, 0, 4e-21, 5e-21, 6e-21, 1].map((y): Place => [x, y]),
    )
    expect(differences(soundCoverage(units), oracleUnits(units), places)).toEqual([])
  })

  it('on the shipped townships, districts and counties', () => {
    for (const layer of ['townships', 'districts', 'counties'] as const) expectExact(shippedUnits(layer), 10_000, 31)
  })
})

/** One of 40 slices between two fans of points on opposite sides. */
function fanRing(i: number) {
  const west = (k: number) => [0, k / 7] as const
  const east = (k: number) => [9, k / 3] as const
  return ringThrough(SLANTED, [west(i), east(i), east(i + 1), west(i + 1)])
}

describe('the tie rule: a point on a border belongs to the unit just east of it, then just north', () => {
  const [southWest, southEast, northWest, northEast] = [1, 2, 3, 4]
  const four = soundCoverage([
    polygon('south-west', square(WHOLE, 0, 0)),
    polygon('south-east', square(WHOLE, 1, 0)),
    polygon('north-west', square(WHOLE, 0, 1)),
    polygon('north-east', square(WHOLE, 1, 1)),
  ])

  it.each([
    ['on a border that runs north, the eastern unit', 1, 0.5, southEast, [southWest, southEast]],
    ['on a border that runs east, the northern unit', 0.5, 1, northWest, [southWest, northWest]],
    ['where four meet, the north-eastern unit', 1, 1, northEast, [1, 2, 3, 4]],
    ['on the western rim, the unit', 0, 0.5, southWest, [southWest]],
    ['on the southern rim, the unit', 0.5, 0, southWest, [southWest]],
    ['on the eastern rim, nobody, though it touches one', 2, 0.5, 0, [southEast]],
    ['on the northern rim, nobody, though it touches one', 0.5, 2, 0, [northWest]],
    ['at the south-western corner, the unit', 0, 0, southWest, [southWest]],
    ['at the north-western corner, nobody', 0, 2, 0, [northWest]],
    ['inside, the unit alone', 0.5, 0.5, southWest, [southWest]],
    ['far outside, nobody', 1e9, -1e9, 0, []],
  ])('%s', (_, x, y, unit, touched) => {
    expect(locateUnit(four, x, y)).toBe(unit)
    expect(unitsAt(four, x, y)).toEqual(touched)
  })

  it('on a slanting border, the eastern unit', () => {
    const halves = soundCoverage([
      polygon(
        'west',
        ringThrough(WHOLE, [
          [0, 0],
          [1, 1],
          [0, 1],
        ]),
      ),
      polygon(
        'east',
        ringThrough(WHOLE, [
          [0, 0],
          [1, 0],
          [1, 1],
        ]),
      ),
    ])
    expect(locateUnit(halves, 0.5, 0.5)).toBe(2)
    expect(unitsAt(halves, 0.5, 0.5)).toEqual([1, 2])
    expect(unitsAt(halves, 0.5, 0.5 + 2 ** -53)).toEqual([1])
  })

  it('finds nobody at coordinates that are not finite', () => {
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect([locateUnit(four, wrong, 1), locateUnit(four, 1, wrong)]).toEqual([0, 0])
      expect(unitsAt(four, wrong, 1)).toEqual([])
    }
  })
})
