/** The box around a geometry. */
import type { Geometry, Position } from 'geojson'

export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** Degrees; null for a geometry without positions. */
export const boundsOf = (geometry: Geometry): Bounds | null => {
  const positions = positionsOf(geometry)
  if (positions.length === 0) return null
  const lons = positions.map(([lon = 0]) => lon)
  const lats = positions.map(([, lat = 0]) => lat)
  return [least(lons), least(lats), most(lons), most(lats)]
}

const positionsOf = (geometry: Geometry): readonly Position[] => {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
    case 'GeometryCollection':
      return geometry.geometries.flatMap(positionsOf)
  }
}

// Not Math.min(...values): a coastline has more positions than a call may have arguments.
const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
