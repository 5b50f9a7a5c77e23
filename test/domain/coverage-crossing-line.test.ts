import { describe, expect, it } from 'vitest'
import { OUTSIDE } from '#domain/coverage/coverage'
import { type LineShares, lineShares } from '#domain/coverage/crossing-line'
import {
  type Chance,
  expectCoverage,
  type Lattice,
  latticeCoverage,
  seededChance,
} from './coverage-crossing-lattice.ts'
import { lengthsByCuts } from './coverage-crossing-oracle.ts'

describe('a line through units', () => {
  it('has in each unit the length that cutting it at every border leaves there', () => {
    const chance = seededChance(11)
    for (let world = 0; world < 6; world++) {
      const lattice = latticeCoverage(chance, { jitter: 3 })
      for (let query = 0; query < 30; query++) {
        const line = randomLine(chance, lattice)
        expectLengths(lineShares(lattice.coverage, line), lengthsByCuts(lattice.units, line), 1e-9)
      }
    }
  })

  it('drawn from border vertex to border vertex runs where the same line, moved a hair east and less north, runs', () => {
    const chance = seededChance(12)
    for (let world = 0; world < 10; world++) {
      const lattice = latticeCoverage(chance, { step: 1, cells: 7 })
      for (let query = 0; query < 30; query++) {
        const line = randomLine(chance, lattice).map(Math.round)
        const moved = line.map((value, index) => value + (index % 2 === 0 ? 1e-5 : 1e-9))
        const result = lineShares(lattice.coverage, line)
        expectLengths(result, lengthsByCuts(lattice.units, moved), 1e-3)
        expectSamePassages(result, lineShares(lattice.coverage, moved))
      }
    }
  })

  it('is cut into passages that meet end to end, from its start to its end', () => {
    const chance = seededChance(13)
    const lattice = latticeCoverage(chance, { jitter: 1 })
    for (let query = 0; query < 200; query++) {
      const line = randomLine(chance, lattice)
      const { passages, shares } = lineShares(lattice.coverage, line)
      passages.slice(1).forEach((passage, index) => {
        expect(passage.fromM).toBe(passages[index]?.toM)
        expect(passage.unit).not.toBe(passages[index]?.unit)
      })
      expect(passages[0]?.fromM).toBe(0)
      expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    }
  })

  it('along the border of two units belongs to the eastern one, whichever way it is drawn', () => {
    const coverage = twoSquares()
    expect(lineShares(coverage, Float64Array.of(10, 2, 10, 8)).passages).toEqual([{ unit: 2, fromM: 0, toM: 6 }])
    expect(lineShares(coverage, Float64Array.of(10, 8, 10, 2)).passages).toEqual([{ unit: 2, fromM: 0, toM: 6 }])
  })

  it('that leaves the mapped area and comes back lists the outside between', () => {
    const { passages } = lineShares(twoSquares(), Float64Array.of(5, 5, 5, 15, 15, 15, 15, 5))
    expect(passages).toEqual([
      { unit: 1, fromM: 0, toM: 5 },
      { unit: OUTSIDE, fromM: 5, toM: 25 },
      { unit: 2, fromM: 25, toM: 30 },
    ])
  })

  it('without length touches nothing', () => {
    for (const line of [[], [5, 5], [5, 5, 5, 5]]) {
      expect(lineShares(twoSquares(), Float64Array.from(line))).toEqual({ shares: [], passages: [] })
    }
  })
})

function randomLine(chance: Chance, { size }: Lattice): Float64Array {
  return Float64Array.from({ length: 2 * (2 + Math.floor(chance() * 8)) }, () => chance() * size * 1.2 - size * 0.1)
}

function twoSquares() {
  return expectCoverage([square('west', 0), square('east', 10)])
}

function square(code: string, west: number) {
  const ring = [
    [west, 0],
    [west + 10, 0],
    [west + 10, 10],
    [west, 10],
    [west, 0],
  ]
  return { code, geometry: { type: 'Polygon' as const, coordinates: [ring] } }
}

function expectLengths({ shares }: LineShares, expected: readonly number[], toleranceM: number): void {
  expected.forEach((lengthM, unit) => {
    const found = shares.find((share) => share.unit === unit)?.lengthM ?? 0
    expect(Math.abs(found - lengthM)).toBeLessThan(toleranceM)
  })
}

/** The same but for the passages that are there only because the line was moved. */
function expectSamePassages(line: LineShares, moved: LineShares): void {
  const units = moved.passages.filter(({ fromM, toM }) => toM - fromM > 1e-3).map(({ unit }) => unit)
  expect(line.passages.map(({ unit }) => unit)).toEqual(units.filter((unit, index) => unit !== units[index - 1]))
}
