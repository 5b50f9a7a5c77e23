/** 地点: a checked geometry, in WGS 84 for the map and in EPSG:4548 metres for every computation. */
import type { Geometry } from 'geojson'
import { fromMetres, type LonLat } from './coordinate-system.ts'
import type { GeometryType } from './report/geometry-paths.ts'
import { f64 } from './typed-array.ts'

export interface PlacePath {
  /** Flat longitude, latitude, WGS 84. */
  readonly degrees: Float64Array
  /** Flat easting, northing, EPSG:4548; with positions between where an edge is long. Closed where the ring is. */
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
export const boundsOf = (place: Pick<Place, 'parts'>): Bounds => boundsIn(place, 'degrees')
/** The same in metres of EPSG:4548. */
export const boundsInMetres = (place: Pick<Place, 'parts'>): Bounds => boundsIn(place, 'metres')

export type Bounds = readonly [west: number, south: number, east: number, north: number]

function boundsIn(place: Pick<Place, 'parts'>, plane: 'degrees' | 'metres'): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  forEachPosition(place, plane, 1, (x, y) => {
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  })
  return [west, south, east, north]
}

/** Every `stride`-th position of each path. */
export function forEachPosition(
  { parts }: Pick<Place, 'parts'>,
  plane: 'degrees' | 'metres',
  stride: number,
  visit: (x: number, y: number) => void,
): void {
  for (const part of parts) {
    for (const path of part) {
      const xy = path[plane]
      for (let at = 0; at < xy.length; at += 2 * stride) visit(f64(xy, at), f64(xy, at + 1))
    }
  }
}

/** Positions that stand for a place: its points, or 64 along its lines or rings, longitude and latitude. */
export function samplePositions(place: Place): LonLat[] {
  const samples: LonLat[] = []
  if (place.dimension === 0) forEachPosition(place, 'degrees', 1, (lon, lat) => samples.push([lon, lat]))
  else for (const path of place.parts.flat()) sampleAlong(path, MOST_SAMPLES / place.parts.flat().length, samples)
  return samples
}

const MOST_SAMPLES = 64

/** Evenly by length, and the first position. */
function sampleAlong({ metres }: PlacePath, most: number, samples: LonLat[]): void {
  let wholeM = 0
  for (let at = 0; at + 3 < metres.length; at += 2) wholeM += edgeM(metres, at)
  const stepM = wholeM / Math.max(1, most)
  let nextM = 0
  for (let at = 0; at + 3 < metres.length; at += 2) {
    const lengthM = edgeM(metres, at)
    for (; nextM <= lengthM && stepM > 0; nextM += stepM) {
      const share = lengthM === 0 ? 0 : nextM / lengthM
      const x = f64(metres, at) + share * (f64(metres, at + 2) - f64(metres, at))
      const y = f64(metres, at + 1) + share * (f64(metres, at + 3) - f64(metres, at + 1))
      samples.push(fromMetres(x, y))
    }
    nextM -= lengthM
  }
}

const edgeM = (metres: Float64Array, at: number): number =>
  Math.hypot(f64(metres, at + 2) - f64(metres, at), f64(metres, at + 3) - f64(metres, at + 1))

/** As reported, the closing position of each ring included. */
export const vertexCount = ({ parts }: Place): number =>
  parts.flat().reduce((sum, { degrees }) => sum + degrees.length / 2, 0)

/** Diagonal of the box around the place, metres. */
export function extentOf(place: Place): number {
  const [west, south, east, north] = boundsInMetres(place)
  return Math.hypot(east - west, north - south)
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
