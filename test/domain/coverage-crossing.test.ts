import { describe, expect, it } from 'vitest'
import { OUTSIDE } from '#domain/coverage/coverage'
import { circleRing, circleShares, multiPolygonShares, polygonShares } from '#domain/coverage/crossing'
import {
  type Chance,
  expectCoverage,
  type Lattice,
  latticeCoverage,
  seededChance,
} from './coverage-crossing-lattice.ts'
import { areasBySlabs, ringsOfUnit } from './coverage-crossing-oracle.ts'

const SHARE_TOLERANCE = 1e-9

describe('shares of an area', () => {
  it('equal those of a slow slab count for random circles over units with exclaves, holes and gaps', () => {
    const chance = seededChance(1)
    for (let world = 0; world < 6; world++) {
      const lattice = latticeCoverage(chance, { jitter: 2 })
      for (let query = 0; query < 20; query++) {
        const [x, y] = place(chance, lattice)
        const radius = 0.2 + chance() ** 2 * lattice.size
        expectSlabShares(lattice, [circleRing(x, y, radius, 16)], circleShares(lattice.coverage, x, y, radius, 16))
      }
    }
  })

  it('equal those of a slow slab count for random stars with a hole', () => {
    const chance = seededChance(2)
    for (let world = 0; world < 6; world++) {
      const lattice = latticeCoverage(chance, { jitter: 3 })
      for (let query = 0; query < 20; query++) {
        const rings = starWithHole(chance, lattice)
        expectSlabShares(lattice, rings, polygonShares(lattice.coverage, rings))
      }
    }
  })

  it('equal those of a slow slab count when every vertex of the query lies on a border vertex', () => {
    const chance = seededChance(3)
    for (let world = 0; world < 10; world++) {
      const lattice = latticeCoverage(chance, { step: 1, cells: 7, unitCount: 4 })
      for (let query = 0; query < 30; query++) {
        const ring = latticeStar(chance, lattice)
        expectSlabShares(lattice, [ring], polygonShares(lattice.coverage, [ring]))
      }
    }
  })

  it('equal those of a slow slab count for rectangles that run along shared borders', () => {
    const chance = seededChance(4)
    for (let world = 0; world < 10; world++) {
      const lattice = latticeCoverage(chance, { step: 2, cells: 6, unitCount: 3 })
      for (let query = 0; query < 30; query++) {
        const ring = latticeRectangle(chance, lattice)
        expectSlabShares(lattice, [ring], polygonShares(lattice.coverage, [ring]))
      }
    }
  })

  it('give every unit, asked as itself, to itself alone', () => {
    const chance = seededChance(5)
    for (let world = 0; world < 60; world++) {
      const lattice = latticeCoverage(chance, { jitter: world % 3, cells: 9 })
      lattice.units.forEach((unit, index) => {
        const shares = multiPolygonShares(lattice.coverage, ringsOfUnit(unit))
        expect(shares.map((share) => share.unit)).toEqual([index + 1])
        expect(shares[0]?.share).toBeCloseTo(1, 12)
      })
    }
  })
})

describe('a query area', () => {
  const island = unitSquare('island', 4, 4, 2)
  const lake = [...unitSquare('mainland', 0, 0, 10).geometry.coordinates, ...island.geometry.coordinates]
  const coverage = expectCoverage([{ code: 'mainland', geometry: { type: 'Polygon', coordinates: lake } }, island])

  it('around an island unit that no edge of it crosses includes the whole island', () => {
    expect(polygonShares(coverage, [Float64Array.of(2, 2, 8, 2, 8, 8, 2, 8)])).toEqual([
      { unit: 1, share: 32 / 36, areaM2: 32 },
      { unit: 2, share: 4 / 36, areaM2: 4 },
    ])
  })

  it('whose hole is the island leaves the island out', () => {
    const rings = [Float64Array.of(2, 2, 8, 2, 8, 8, 2, 8), Float64Array.of(4, 4, 6, 4, 6, 6, 4, 6)]
    expect(polygonShares(coverage, rings)).toEqual([{ unit: 1, share: 1, areaM2: 32 }])
  })

  it('means the same closed or not, and whichever way round it is drawn', () => {
    const open = [5, 3, 11, 3, 11, 7, 5, 7]
    const shares = polygonShares(coverage, [Float64Array.from(open)])
    expect(shares.map(({ unit, areaM2 }) => [unit, areaM2])).toEqual([
      [OUTSIDE, 4],
      [1, 18],
      [2, 2],
    ])
    expect(polygonShares(coverage, [Float64Array.of(...open, 5, 3)])).toEqual(shares)
    expect(polygonShares(coverage, [Float64Array.of(5, 7, 11, 7, 11, 3, 5, 3)])).toEqual(shares)
  })

  it('far from every unit lies outside, and one without area touches nothing', () => {
    expect(circleShares(coverage, 1e6, 1e6, 50).map(({ unit }) => unit)).toEqual([OUTSIDE])
    expect(polygonShares(coverage, [Float64Array.of(1, 1, 5, 5, 3, 3)])).toEqual([])
    expect(polygonShares(coverage, [])).toEqual([])
  })
})

function unitSquare(code: string, west: number, south: number, side: number) {
  const [east, north] = [west + side, south + side]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { code, geometry: { type: 'Polygon' as const, coordinates: [ring] } }
}

function place(chance: Chance, { size }: Lattice): [x: number, y: number] {
  return [chance() * size * 1.2 - size * 0.1, chance() * size * 1.2 - size * 0.1]
}

function starWithHole(chance: Chance, lattice: Lattice): Float64Array[] {
  const [x, y] = place(chance, lattice)
  const size = 0.3 + chance() ** 2 * lattice.size
  const radii = Array.from({ length: 5 + Math.floor(chance() * 20) }, () => size * (0.3 + chance()))
  const outer = radii.flatMap((radius, index) => polar(x, y, radius, index / radii.length))
  const hole = radii.flatMap((radius, index) => polar(x, y, radius / 3, index / radii.length))
  return [Float64Array.from(outer), Float64Array.from(hole)]
}

function polar(x: number, y: number, radius: number, turn: number): [number, number] {
  return [x + radius * Math.cos(2 * Math.PI * turn), y + radius * Math.sin(2 * Math.PI * turn)]
}

/** Lattice vertices in order round a lattice vertex: a star-shaped polygon full of collinear edges. */
function latticeStar(chance: Chance, { size }: Lattice): Float64Array {
  const [x, y] = [Math.floor(chance() * size), Math.floor(chance() * size)]
  const byAngle = new Map<number, [number, number]>()
  for (let vertex = 0; vertex < 12; vertex++) {
    const dx = Math.floor(chance() * 9) - 4
    const dy = Math.floor(chance() * 9) - 4
    if (dx !== 0 || dy !== 0) byAngle.set(Math.atan2(dy, dx), [x + dx, y + dy])
  }
  return Float64Array.from([...byAngle].sort(([a], [b]) => a - b).flatMap(([, vertex]) => vertex))
}

function latticeRectangle(chance: Chance, { size }: Lattice): Float64Array {
  const west = Math.floor(chance() * size)
  const south = Math.floor(chance() * size)
  const east = west + 1 + Math.floor(chance() * 6)
  const north = south + 1 + Math.floor(chance() * 6)
  return Float64Array.of(west, south, west, north, east, north, east, south)
}

function expectSlabShares(
  { units }: Lattice,
  rings: readonly Float64Array[],
  shares: readonly { unit: number; share: number; areaM2: number }[],
): void {
  const areas = areasBySlabs(units, rings)
  const whole = areas.reduce((sum, area) => sum + area, 0)
  const expected = areas.map((area) => area / whole)
  expect(shares.map(({ unit }) => unit)).toEqual(
    expected.flatMap((share, unit) => (share > SHARE_TOLERANCE ? [unit] : [])),
  )
  for (const { unit, share, areaM2 } of shares) {
    expect(Math.abs(share - (expected[unit] ?? 0))).toBeLessThan(SHARE_TOLERANCE)
    expect(Math.abs(areaM2 - share * whole)).toBeLessThan(SHARE_TOLERANCE * whole)
  }
  expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
}
