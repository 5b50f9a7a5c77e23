/** The box around a geometry, and the one position that stands for it in a list or as a symbol. */
import type { Geometry, Position } from 'geojson'
import { labelPoint } from './label-point.ts'

/** West, south, east, north in the geometry's own coordinates. */
export type Bbox = readonly [west: number, south: number, east: number, north: number]

export function extent(geometry: Geometry): Bbox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x = Number.NaN, y = Number.NaN] of positions(geometry)) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return [west, south, east, north]
}

/** A position of the geometry itself: a point's own, the middle vertex of a line, well inside an area. */
export function representative(geometry: Geometry): Position {
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return labelPoint(geometry)
  const all = [...positions(geometry)]
  return all[all.length >> 1] ?? [Number.NaN, Number.NaN]
}

function* positions(geometry: Geometry): Generator<Position> {
  switch (geometry.type) {
    case 'Point':
      yield geometry.coordinates
      break
    case 'MultiPoint':
    case 'LineString':
      yield* geometry.coordinates
      break
    case 'MultiLineString':
    case 'Polygon':
      for (const line of geometry.coordinates) yield* line
      break
    case 'MultiPolygon':
      for (const polygon of geometry.coordinates) for (const ring of polygon) yield* ring
      break
    case 'GeometryCollection':
      for (const member of geometry.geometries) yield* positions(member)
      break
  }
}
