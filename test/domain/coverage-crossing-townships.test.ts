import { readFileSync } from 'node:fs'
import { featureCollection, intersect, polygon } from '@turf/turf'
import type { Position } from 'geojson'
import { beforeAll, describe, expect, it } from 'vitest'
import { toMetres } from '#domain/coordinate-system'
import { type Coverage, type CoverageUnit, OUTSIDE } from '#domain/coverage/coverage'
import { circleRing, circleShares, multiPolygonShares } from '#domain/coverage/crossing'
import type { Areal, ReferenceData } from '#domain/reference-data'
import { expectCoverage, seededChance, signedArea } from './coverage-crossing-lattice.ts'
import { ringsOfUnit } from './coverage-crossing-oracle.ts'

let townships: readonly CoverageUnit[]
let coverage: Coverage

beforeAll(() => {
  townships = townshipsInMetres()
  coverage = expectCoverage(townships)
})

describe('shares of the townships that ship with Jiehe, in EPSG:4548 metres', () => {
  it('give each township, asked as itself, to itself alone', () => {
    townships.forEach((township, index) => {
      const shares = multiPolygonShares(coverage, ringsOfUnit(township))
      expect(shares.map(({ unit }) => unit)).toEqual([index + 1])
      expect(Math.abs((shares[0]?.share ?? 0) - 1)).toBeLessThan(1e-12)
    })
  })

  it('hardly change when a township is asked as itself with every vertex a nanometre to a tenth of a millimetre off', () => {
    const chance = seededChance(21)
    townships.forEach((township, index) => {
      for (const noiseM of [2e-9, 1e-7, 1e-4]) {
        const noisy = ringsOfUnit(township).map((rings) =>
          rings.map((ring) => closeRing(ring.map((value) => value + noiseM * (chance() - 0.5)))),
        )
        const shares = multiPolygonShares(coverage, noisy)
        const own = shares.find(({ unit }) => unit === index + 1)
        expect(Math.abs((own?.share ?? 0) - 1)).toBeLessThan(noiseM)
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 11)
      }
    })
  })

  it('equal those of Turf, asked the slow way', () => {
    const chance = seededChance(22)
    const features = townships.map(({ geometry }) => ({ type: 'Feature' as const, properties: {}, geometry }))
    for (let query = 0; query < 8; query++) {
      const [x = 0, y = 0] = ringsOfUnit(townships[Math.floor(chance() * townships.length)] ?? noUnit())[0]?.[0] ?? []
      const radiusM = 50 * 100 ** chance()
      const ring = circleRing(x + 100 * chance(), y + 100 * chance(), radiusM)
      const circle = polygon([positionsOf(closeRing(ring))])
      const whole = planarArea(circle.geometry)
      const byTurf = features.map((township) => {
        const common = intersect(featureCollection<Areal>([township, circle]))
        return common ? planarArea(common.geometry) / whole : 0
      })
      byTurf.unshift(1 - byTurf.reduce((sum, share) => sum + share, 0))
      const shares = multiPolygonShares(coverage, [[ring]])
      expect(shares.map(({ unit }) => unit)).toEqual(byTurf.flatMap((share, unit) => (share > 1e-9 ? [unit] : [])))
      for (const { unit, share } of shares) expect(Math.abs(share - (byTurf[unit] ?? 0))).toBeLessThan(1e-9)
    }
  })

  it('of a circle around the whole city are every township and the outside', () => {
    const { minX, minY, columns, rows, cellWidth, cellHeight } = coverage.grid
    const shares = circleShares(coverage, minX + (columns * cellWidth) / 2, minY + (rows * cellHeight) / 2, 400_000)
    expect(shares.map(({ unit }) => unit)).toEqual([OUTSIDE, ...townships.map((_, index) => index + 1)])
    townships.forEach(({ geometry }, index) => {
      const areaM2 = planarArea(geometry)
      expect(Math.abs((shares[index + 1]?.areaM2 ?? 0) - areaM2) / areaM2).toBeLessThan(1e-7)
    })
  })
})

function townshipsInMetres(): CoverageUnit[] {
  const file = new URL('../../data/geojson/townships.geojson', import.meta.url)
  const { features }: ReferenceData['townships'] = JSON.parse(readFileSync(file, 'utf8'))
  const project = (ring: Position[]): Position[] => ring.map(([lon = 0, lat = 0]) => [...toMetres(lon, lat)])
  return features.map(({ properties, geometry }) => ({
    code: properties.code,
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygonsOf(geometry).map((rings) => rings.map(project)),
    },
  }))
}

function polygonsOf(geometry: Areal): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

function planarArea(geometry: Areal): number {
  return polygonsOf(geometry)
    .map((rings) => rings.map((ring) => Math.abs(signedArea(aboutItsStart(ring)))))
    .reduce((sum, [outer = 0, ...holes]) => sum + outer - holes.reduce((all, hole) => all + hole, 0), 0)
}

/** Keeps the digits that plane coordinates of millions would lose. */
function aboutItsStart(ring: readonly Position[]): Position[] {
  const [originX = 0, originY = 0] = ring[0] ?? []
  return ring.map(([x = 0, y = 0]) => [x - originX, y - originY])
}

function closeRing(ring: Float64Array): Float64Array {
  const [x = 0, y = 0] = ring
  return Float64Array.from([...ring, x, y])
}

function positionsOf(ring: Float64Array): Position[] {
  return Array.from({ length: ring.length / 2 }, (_, vertex) => [...ring.subarray(2 * vertex, 2 * vertex + 2)])
}

function noUnit(): CoverageUnit {
  throw new Error('there are townships')
}
