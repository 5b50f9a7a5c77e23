import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { areaM2, circleAround, commonArea, lengthM, partInside, stripAround } from '#domain/geometry'
import type { Areal } from '#domain/reference-data'

const box = (west: number, south: number, east: number, north: number): Areal => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})
const line = (...coordinates: Position[]) => ({ type: 'LineString' as const, coordinates })

describe('geometry that is drawn', () => {
  it('two areas that overlap have a common area, two that only touch have none', () => {
    const common = commonArea(box(116, 40, 116.2, 40.1), box(116.1, 40, 116.3, 40.1))
    expect(common === null ? 0 : areaM2(common)).toBeCloseTo(areaM2(box(116.1, 40, 116.2, 40.1)), -3)
    expect(commonArea(box(116, 40, 116.1, 40.1), box(116.2, 40, 116.3, 40.1))).toBeNull()
  })

  it('the part of a line inside an area may be several pieces, the whole line, or nothing', () => {
    const zigzag = line([116.05, 39.9], [116.05, 40.2], [116.08, 40.2], [116.08, 39.9])
    const inside = partInside(zigzag, box(116, 40, 116.1, 40.1))
    expect(inside?.coordinates).toHaveLength(2)
    expect(inside === null ? 0 : lengthM(inside)).toBeCloseTo(2 * lengthM(line([116.05, 40], [116.05, 40.1])), -1)
    const whole = line([116.01, 40.01], [116.02, 40.02])
    expect(partInside(whole, box(116, 40, 116.1, 40.1))?.coordinates).toEqual([whole.coordinates])
    expect(partInside(whole, box(117, 40, 117.1, 40.1))).toBeNull()
  })

  it('a strip of 80 m along a kilometre has its area, ends included', () => {
    const straight = line([116.1, 40], [116.1, 40.009])
    const strip = stripAround(straight, 80)
    const expected = 160 * lengthM(straight) + Math.PI * 80 ** 2
    expect(strip === null ? 0 : Math.abs(areaM2(strip) / expected - 1)).toBeLessThan(0.01)
  })

  it('a circle has its radius', () => {
    for (const corner of circleAround([116.1, 40], 50).coordinates[0] ?? []) {
      expect(lengthM(line([116.1, 40], corner))).toBeCloseTo(50, 0)
    }
  })
})
