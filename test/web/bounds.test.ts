import { bbox } from '@turf/turf'
import type { Geometry } from 'geojson'
import { describe, expect, it } from 'vitest'
import { boundsOf } from '../../web/map/bounds.ts'

const RING = [
  [116, 39],
  [117, 39.5],
  [116.5, 40],
  [116, 39],
]

describe('the box around a geometry', () => {
  it.each<Geometry>([
    { type: 'Point', coordinates: [116.4, 39.9] },
    { type: 'MultiPoint', coordinates: RING },
    { type: 'LineString', coordinates: RING },
    { type: 'MultiLineString', coordinates: [RING, [[115, 41]]] },
    { type: 'Polygon', coordinates: [RING] },
    { type: 'MultiPolygon', coordinates: [[RING], [[[118, 38], ...RING]]] },
    {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [114, 37] },
        { type: 'Polygon', coordinates: [RING] },
      ],
    },
  ])('is the one that Turf draws: $type', (geometry) => {
    expect(boundsOf(geometry)).toEqual(bbox(geometry))
  })

  it('there is none around nothing', () => {
    expect(boundsOf({ type: 'MultiPoint', coordinates: [] })).toBeNull()
    expect(boundsOf({ type: 'GeometryCollection', geometries: [] })).toBeNull()
  })

  it('a coastline of half a million positions is no trouble', () => {
    const coordinates = Array.from({ length: 500_000 }, (_, index) => [116 + index / 1e6, 39])
    expect(boundsOf({ type: 'LineString', coordinates })).toEqual([116, 39, 116.499999, 39])
  })
})
