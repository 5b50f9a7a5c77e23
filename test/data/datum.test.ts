import gcoord from 'gcoord'
import { describe, expect, it } from 'vitest'
import { wgs84FromWebMap } from '../../server/datasets/datum.ts'
import { districtsAndCounties, edgesOf, keyOf, pair } from './reference-set.ts'

/**
 * Places where rivers and bridges meet a border, put down from surveyed lines and rounded to about 100 m, with the two units
 * whose border passes there. None was read off the polygons that they judge.
 */
const SURVEYED: readonly (readonly [lon: number, lat: number, one: string, other: string])[] = [
  [116.118, 39.934, '110107', '110109'],
  [116.164, 39.886, '110107', '110106'],
  [116.246, 39.793, '110111', '110115'],
  [116.226, 39.705, '110111', '110115'],
  [116.209, 39.94, '110107', '110108'],
  [116.332, 39.902, '110108', '110102'],
  [116.233, 40.108, '110108', '110114'],
  [116.175, 40.155, '110108', '110114'],
  [116.483, 40.117, '110114', '110113'],
  [116.491, 40.08, '110105', '110113'],
  [116.545, 40.044, '110105', '110113'],
  [116.59, 40.016, '110105', '110112'],
  [116.639, 39.945, '110105', '110112'],
  [116.396, 40.036, '110105', '110114'],
  [116.625, 39.95, '110105', '110112'],
  [116.6455, 40.022, '110113', '110112'],
  [116.618, 39.907, '110105', '110112'],
  [116.428, 39.833, '110106', '110105'],
  [116.447, 39.822, '110105', '110115'],
  [116.516, 39.769, '110115', '110112'],
  [116.52, 39.742, '110115', '110112'],
  [116.601, 39.845, '110105', '110112'],
  [116.769, 40.023, '110113', '131082'],
  [116.751, 39.96, '110112', '131082'],
  [116.9, 39.764, '110112', '131024'],
]

const ownerOf = new Map(districtsAndCounties.flatMap(edgesOf).map(({ from, to, unit }) => [keyOf(from, to), unit]))
const edges = districtsAndCounties.flatMap(edgesOf)

describe('the polygons', () => {
  it('pass within 100 m of half the surveyed border places: they are WGS 84', () => {
    expect(medianDistanceM((lon, lat) => [lon, lat])).toBeLessThan(100)
  })

  it('would miss them by more than 250 m if they were GCJ-02', () => {
    const inverse = (lon: number, lat: number) => gcoord.transform([lon, lat], gcoord.GCJ02, gcoord.WGS84)
    expect(medianDistanceM((lon, lat) => pair(inverse(lon, lat)))).toBeGreaterThan(250)
  })

  it('would miss them by more than 250 m if the offset had been taken off twice', () => {
    const forward = (lon: number, lat: number) => gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02)
    expect(medianDistanceM((lon, lat) => pair(forward(lon, lat)))).toBeGreaterThan(250)
  })
})

describe('a vertex of the map packages', () => {
  it.each([
    [116.377817, 39.911954],
    [116.66, 39.91],
    [115.97, 40.46],
    [117.6, 41.05],
  ])('of a place at %d, %d comes back to it within a tenth of a millimetre', (lon, lat) => {
    const gcj = gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02)
    const [backLon, backLat] = pair(wgs84FromWebMap(gcj.map((degrees) => degrees + 1 / 2048)))
    expect(Math.abs(backLon - lon)).toBeLessThan(1e-9)
    expect(Math.abs(backLat - lat)).toBeLessThan(1e-9)
  })
})

/** Median distance of the surveyed places from their border, the places moved as told. */
function medianDistanceM(moved: (lon: number, lat: number) => readonly [number, number]): number {
  const distances = SURVEYED.map(([lon, lat, one, other]) => distanceToBorderM(moved(lon, lat), one, other))
  return distances.sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? Number.POSITIVE_INFINITY
}

function distanceToBorderM([lon, lat]: readonly [number, number], one: string, other: string): number {
  const eastM = 111_320 * Math.cos((lat * Math.PI) / 180)
  const border = edges.filter(({ unit, from, to }) => unit === one && ownerOf.get(keyOf(to, from)) === other)
  const distances = border.map(({ from, to }) => {
    const [x0, y0] = [(from[0] - lon) * eastM, (from[1] - lat) * 111_320]
    const [dx, dy] = [(to[0] - from[0]) * eastM, (to[1] - from[1]) * 111_320]
    const share = Math.min(1, Math.max(0, -(x0 * dx + y0 * dy) / (dx * dx + dy * dy)))
    return Math.hypot(x0 + share * dx, y0 + share * dy)
  })
  return Math.min(...distances)
}
