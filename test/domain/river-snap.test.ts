import { distance, lineString, nearestPointOnLine } from '@turf/turf'
import { describe, expect, test } from 'vitest'
import type { ReachFeature } from '#domain/reference-data'
import { degreeM, placeAt, stretchOf } from '#domain/river/line'
import { buildRiverNetwork, type RiverNetwork } from '#domain/river/network'
import { nearestRiverM, snapToRiver } from '#domain/river/snap'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { PLACE, reach, twoCounties } from '../fixtures/two-counties.ts'

const ANYWHERE = { maxDistanceM: 50_000, candidates: 20 }

function network(reaches: readonly ReachFeature[] = twoCounties().reaches.features): RiverNetwork {
  const { nodes, sections, gates } = twoCounties()
  return buildRiverNetwork({ reaches, nodes: nodes.features, sections: sections.features, gates: gates.features })
}

describe('snapping', () => {
  test('goes to the nearest point of the line itself, not to its nearest vertex', () => {
    const [snapped] = snapToRiver(network(), [116.101, 40.07], ANYWHERE)
    expect(snapped).toMatchObject({ reachId: 'jie-3', riverId: 'jie', river: '界河' })
    expect(snapped?.point[0]).toBeCloseTo(116.1, 9)
    expect(snapped?.point[1]).toBeCloseTo(40.07, 9)
    expect(snapped?.fraction).toBeCloseTo(0.6, 5)
    expect(snapped?.distanceM).toBeCloseTo(85.3, 0)
  })

  test('offers every river within the distance, nearest first, and no other', () => {
    const offered = snapToRiver(network(), [116.11, 40.095], { maxDistanceM: 1500, candidates: 5 })
    expect(offered.map(({ reachId }) => reachId)).toEqual(['jie-3', 'zhi-2', 'jie-2'])
    expect(offered.map(({ distanceM }) => distanceM)).toEqual(
      offered.map(({ distanceM }) => distanceM).sort((a, b) => a - b),
    )
    expect(snapToRiver(network(), [116.11, 40.095], { maxDistanceM: 1500, candidates: 2 })).toHaveLength(2)
  })

  test('finds nothing where no river is that near', () => {
    expect(snapToRiver(network(), [116.01, 40.19], { maxDistanceM: 500, candidates: 3 })).toEqual([])
    expect(snapToRiver(network([]), [116.1, 40.1], ANYWHERE)).toEqual([])
  })

  test('the nearest river is told however far it is, and that there is none', () => {
    const far: [number, number] = [116.1, 41.18]
    expect(nearestRiverM(network(), far)).toBeGreaterThan(110_000)
    const byVertex = Math.min(
      ...twoCounties().reaches.features.flatMap(({ geometry }) =>
        geometry.coordinates.map((position) => 1000 * distance(far, position)),
      ),
    )
    expect(nearestRiverM(network(), far) ?? 0).toBeGreaterThan(byVertex * 0.99)
    expect(nearestRiverM(network(), far) ?? 0).toBeLessThan(byVertex * 1.01)
    expect(nearestRiverM(network([]), far)).toBeNull()
  })

  test('a river at just the distance asked for is found in every direction', () => {
    const east = snapToRiver(network(), [116.11, 40.13], ANYWHERE).find(({ reachId }) => reachId === 'jie-2')
    const exactly = { maxDistanceM: east?.distanceM ?? 0, candidates: 5 }
    expect(snapToRiver(network(), [116.11, 40.13], exactly).map(({ reachId }) => reachId)).toContain('jie-2')
    const north = snapToRiver(network(), [116.05, 40.19], ANYWHERE).find(({ reachId }) => reachId === 'jie-1')
    const justThere = { maxDistanceM: north?.distanceM ?? 0, candidates: 5 }
    expect(snapToRiver(network(), [116.05, 40.19], justThere).map(({ reachId }) => reachId)).toEqual(['jie-1'])
  })

  test('at a confluence the reach that begins there comes first', () => {
    const [first, ...others] = snapToRiver(network(), [PLACE.B[0], PLACE.B[1]], { maxDistanceM: 10, candidates: 3 })
    expect(first).toMatchObject({ reachId: 'jie-3', fraction: 0, distanceM: 0 })
    expect(others.map(({ reachId, fraction }) => [reachId, fraction]).sort()).toEqual([
      ['jie-2', 1],
      ['zhi-2', 1],
    ])
  })

  test('beside a confluence, outside both angles, all its reaches are equally near to the last bit', () => {
    const offered = snapToRiver(network(), [116.0995, 40.1], { maxDistanceM: 200, candidates: 3 })
    expect(new Set(offered.slice(0, 2).map(({ distanceM }) => distanceM)).size).toBe(1)
    expect(offered[0]?.reachId).toBe('jie-3')
  })

  test('the distance agrees with that of Turf, which takes the earth for a sphere and segments for great circles', () => {
    const random = seededRandom(3)
    const rivers = network(wigglyReaches(40, random))
    for (let round = 0; round < 400; round++) {
      const point: [number, number] = [116 + 0.2 * random(), 39.9 + 0.3 * random()]
      const [snapped, next] = snapToRiver(rivers, point, ANYWHERE)
      const byTurf = rivers.reaches
        .map(({ id }, number) => {
          const line = lineString(stretchOf(rivers.lines, number, 0, 1))
          return { id, distanceM: nearestPointOnLine(line, point, { units: 'meters' }).properties.pointDistance }
        })
        .sort((a, b) => a.distanceM - b.distanceM)
      const isClear = next !== undefined && next.distanceM > 1.01 * (snapped?.distanceM ?? 0) + 30
      if (isClear) expect(snapped?.reachId).toBe(byTurf[0]?.id)
      // Sphere for ellipsoid is worth 0.25 %; the bulge of a great circle over a 30 km chord at 40 N is worth 15 m.
      const turfM = byTurf[0]?.distanceM ?? Number.NaN
      expect(Math.abs((snapped?.distanceM ?? Number.NaN) - turfM)).toBeLessThan(0.003 * turfM + 15)
    }
  })

  test('the index loses nothing: every reach measured by hand gives the same list', () => {
    const random = seededRandom(4)
    const rivers = network(wigglyReaches(60, random))
    for (let round = 0; round < 40; round++) {
      const point: [number, number] = [116 + 0.2 * random(), 39.9 + 0.3 * random()]
      const maxDistanceM = 200 + 3000 * random()
      const offered = snapToRiver(rivers, point, { maxDistanceM, candidates: 100 })
      expect(offered.map(({ reachId }) => reachId).sort()).toEqual(reachesWithin(rivers, point, maxDistanceM))
    }
  })

  test('a vertex drawn twice does no harm', () => {
    const doubled = reach('jie-1', 'A', 'B', {}, [PLACE.A, PLACE.A, [116.1, 40.12], [116.1, 40.12]])
    const [snapped] = snapToRiver(network([doubled]), [116.101, 40.12], ANYWHERE)
    expect(snapped?.distanceM).toBeCloseTo(85.3, 0)
    expect(snapped?.fraction).toBeCloseTo(0.6, 5)
  })
})

describe('lines', () => {
  test('one degree is as long as on the ellipsoid: 111.035 km north and 85.394 km east at 40 N', () => {
    expect(degreeM(40).north).toBeCloseTo(111_034.6, 0)
    expect(degreeM(40).east).toBeCloseTo(85_393.8, 0)
  })

  test('a fraction of a reach and the place there are each other’s inverse', () => {
    const random = seededRandom(6)
    const rivers = network(wigglyReaches(20, random))
    for (let round = 0; round < 200; round++) {
      const number = Math.floor(random() * rivers.reaches.length)
      const fraction = random()
      const place = placeAt(rivers.lines, number, fraction)
      const [snapped] = snapToRiver(rivers, place, { maxDistanceM: 1, candidates: 1 })
      expect(snapped?.distanceM).toBeLessThan(1e-6)
      if (snapped?.reach === number) expect(snapped.fraction).toBeCloseTo(fraction, 6)
    }
  })

  test('a stretch begins and ends at its fractions and keeps the bends between', () => {
    const bent = reach('jie-1', 'A', 'C', {}, [[116.12, 40.1]])
    const rivers = network([bent])
    const stretch = stretchOf(rivers.lines, 0, 0.25, 0.75)
    expect(stretch).toHaveLength(3)
    expect(stretch[1]).toEqual([116.12, 40.1])
    expect(stretch[0]?.[1]).toBeCloseTo(40.125, 5)
    expect(stretchOf(rivers.lines, 0, 0, 1)).toEqual(bent.geometry.coordinates)
  })
})

/** Reaches of a few random bends between named places; only the drawing matters. */
function wigglyReaches(count: number, random: () => number): ReachFeature[] {
  return Array.from({ length: count }, (_, index) => {
    const bends = Array.from({ length: 1 + Math.floor(random() * 6) }, () => {
      return [116 + 0.2 * random(), 39.9 + 0.3 * random()] as const
    })
    return reach(`wild-${index}`, 'A', 'outlet', {}, bends)
  })
}

/** A thousand points along every segment, measured one by one. */
function reachesWithin(rivers: RiverNetwork, point: [number, number], maxDistanceM: number): string[] {
  const scale = degreeM(point[1])
  return rivers.reaches
    .filter((_, number) => {
      const line = stretchOf(rivers.lines, number, 0, 1)
      return line.slice(1).some(([lon1, lat1], index) => {
        const [lon0, lat0] = line[index] ?? [0, 0]
        const steps = 1000
        for (let step = 0; step <= steps; step++) {
          const east = (lon0 + ((lon1 - lon0) * step) / steps - point[0]) * scale.east
          const north = (lat0 + ((lat1 - lat0) * step) / steps - point[1]) * scale.north
          if (Math.hypot(east, north) <= maxDistanceM) return true
        }
        return false
      })
    })
    .map(({ id }) => id)
    .sort()
}
