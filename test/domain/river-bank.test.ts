import { booleanPointInPolygon } from '@turf/turf'
import { describe, expect, test } from 'vitest'
import type { ReachFeature } from '#domain/reference-data'
import { bankOf } from '#domain/river/bank'
import { buildRiverNetwork } from '#domain/river/network'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { PLACE, reach, twoCounties, YI } from '../fixtures/two-counties.ts'

const NARROW = { widthM: 2 }

function networkOf(...reaches: ReachFeature[]) {
  const { nodes } = twoCounties()
  return buildRiverNetwork({ reaches, nodes: nodes.features, sections: [], gates: [] })
}

describe('banks', () => {
  test('on a river that runs south the east bank is the left one', () => {
    const rivers = networkOf(reach('jie-2', 'A', 'B', NARROW))
    expect(bankOf(rivers, 0, [116.101, 40.12])).toMatchObject({ bank: 'left', side: 'left' })
    expect(bankOf(rivers, 0, [116.099, 40.12])).toMatchObject({ bank: 'right', side: 'right' })
  })

  test('water that runs the other way has the other bank on its left', () => {
    const rivers = networkOf(reach('jie-2', 'B', 'A', NARROW))
    expect(bankOf(rivers, 0, [116.101, 40.12]).bank).toBe('right')
  })

  test('the flow decides, not the drawing: a line drawn against its nodes is turned round', () => {
    const drawnUp = reach('jie-2', 'A', 'B', NARROW, [[116.105, 40.12]])
    const geometry = { ...drawnUp.geometry, coordinates: drawnUp.geometry.coordinates.toReversed() }
    const rivers = networkOf({ ...drawnUp, geometry })
    expect(bankOf(rivers, 0, [116.11, 40.12]).bank).toBe('left')
    expect(bankOf(rivers, 0, [116.09, 40.12]).bank).toBe('right')
  })

  test('within half of the width the drawn line cannot tell the bank, the side stays known', () => {
    const rivers = networkOf(reach('jie-2', 'A', 'B', { widthM: 60 }))
    expect(bankOf(rivers, 0, [116.1003, 40.12])).toMatchObject({ bank: 'in-channel', side: 'left' })
    expect(bankOf(rivers, 0, [116.1004, 40.12])).toMatchObject({ bank: 'left', side: 'left' })
  })

  test('a point exactly on the line is on neither bank', () => {
    const rivers = networkOf(reach('jie-2', 'A', 'B', NARROW))
    expect(bankOf(rivers, 0, [PLACE.A[0], 40.12])).toEqual({ bank: 'in-channel', side: null, distanceM: 0 })
  })

  test('in a sharp bend the point behind the corner is on the outer bank, whichever segment is asked', () => {
    // South to the corner, then back north-east: everything west and south of the corner is the right bank.
    const rivers = networkOf(
      reach('jie-2', 'A', 'B', NARROW, [
        [116.1, 40.12],
        [116.11, 40.145],
      ]),
    )
    expect(bankOf(rivers, 0, [116.0995, 40.1195]).bank).toBe('right')
    expect(bankOf(rivers, 0, [116.1005, 40.1185]).bank).toBe('right')
    expect(bankOf(rivers, 0, [116.1005, 40.125]).bank).toBe('left')
  })

  test('above the source and below the mouth the first and last segment go on', () => {
    const rivers = networkOf(reach('jie-2', 'A', 'B', NARROW))
    expect(bankOf(rivers, 0, [116.101, 40.16]).bank).toBe('left')
    expect(bankOf(rivers, 0, [116.099, 40.09]).bank).toBe('right')
  })

  test('the left bank of a closed winding river is the inside of the polygon that it and a far line enclose', () => {
    const random = seededRandom(8)
    for (let round = 0; round < 60; round++) {
      const bends = windingSouthward(random)
      const rivers = networkOf(reach('jie-2', 'source', 'outlet', NARROW, bends))
      const line = rivers.reaches.length === 0 ? [] : [PLACE.source, ...bends, PLACE.outlet].map(([x, y]) => [x, y])
      // East of the river, which runs from north to south: its left.
      const east = { type: 'Polygon' as const, coordinates: [[...line, [117, 39.9], [117, 40.18], [...PLACE.source]]] }
      for (let i = 0; i < 40; i++) {
        const point: [number, number] = [116 + 0.2 * random(), 39.9 + 0.28 * random()]
        const { side } = bankOf(rivers, 0, point)
        expect(side).toBe(booleanPointInPolygon(point, east) ? 'left' : 'right')
      }
    }
  })

  test('on the border river the bank and the county agree', () => {
    const world = twoCounties()
    const rivers = buildRiverNetwork({
      reaches: world.reaches.features,
      nodes: world.nodes.features,
      sections: [],
      gates: [],
    })
    const yi = world.districts.features.find(({ properties }) => properties.code === YI)
    for (const [number, { isBoundary, leftUnit }] of rivers.reaches.entries()) {
      if (!isBoundary || yi === undefined) continue
      expect(leftUnit).toBe(YI)
      const inYi: [number, number] = [116.103, 40.12]
      expect(booleanPointInPolygon(inYi, yi)).toBe(true)
      expect(bankOf(rivers, number, inYi).side).toBe('left')
    }
  })
})

/** Bends that swing east and west but always run south, so that east and west of the line are told apart by a polygon. */
function windingSouthward(random: () => number): [number, number][] {
  const latitudes = Array.from({ length: 8 }, () => 39.91 + 0.26 * random()).sort((a, b) => b - a)
  return latitudes.map((lat) => [116.02 + 0.16 * random(), lat])
}
