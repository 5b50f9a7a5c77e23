/** 地点: a checked geometry, in WGS 84 for the map and in EPSG:4548 metres for every computation. */
import type { Geometry } from 'geojson'
import type { GeometryType } from './geometry-paths.ts'
import { f64 } from './typed-array.ts'

export interface PlacePath {
  /** Flat longitude, latitude, WGS 84. */
  readonly degrees: Float64Array
  /** Flat easting, northing, EPSG:4548. Rings are closed: the last position is the first. */
  readonly metres: Float64Array
}

export interface Place {
  /** 0: points, 1: lines, 2: areas. */
  readonly dimension: 0 | 1 | 2
  readonly type: GeometryType
  /** One entry per set of points, line or polygon; a polygon is its outer ring and then its holes. */
  readonly parts: readonly (readonly PlacePath[])[]
}

/** West, south, east, north in degrees. */
export function boundsOf(parts: Place['parts']): readonly [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { degrees } of parts.flat()) {
    for (let at = 0; at < degrees.length; at += 2) {
      west = Math.min(west, f64(degrees, at))
      east = Math.max(east, f64(degrees, at))
      south = Math.min(south, f64(degrees, at + 1))
      north = Math.max(north, f64(degrees, at + 1))
    }
  }
  return [west, south, east, north]
}

/** The place as GeoJSON in WGS 84, rounded to 1e-7 degree (a centimetre). */
export function placeGeometry({ type, parts }: Place): Geometry {
  const paths = parts.map((part) => part.map(({ degrees }) => positionsOf(degrees)))
  const first = paths[0] ?? []
  switch (type) {
    case 'Point':
      return { type, coordinates: first[0]?.[0] ?? [] }
    case 'MultiPoint':
    case 'LineString':
      return { type, coordinates: first[0] ?? [] }
    case 'MultiLineString':
      return { type, coordinates: paths.map((part) => part[0] ?? []) }
    case 'Polygon':
      return { type, coordinates: first }
    case 'MultiPolygon':
      return { type, coordinates: paths }
  }
}

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

function positionsOf(degrees: Float64Array): number[][] {
  const positions: number[][] = []
  for (let at = 0; at < degrees.length; at += 2) {
    positions.push([rounded(f64(degrees, at)), rounded(f64(degrees, at + 1))])
  }
  return positions
}
