/**
 * The drawn lines of all reaches in flat arrays, and the plane metres in which they are measured.
 *
 * Plane: at a given latitude one degree is so many metres east and so many north on the WGS 84 ellipsoid. Around a point this
 * is true to 1 part in 1,000 within 5 km (0.1 m at 100 m), far below the accuracy of any river line shipped. Segments are
 * straight in longitude and latitude (RFC 7946, section 3.1.1), not along great circles.
 */
import type { Position } from 'geojson'
import type { LonLat } from '../coordinate-system.ts'
import { f64, i32 } from '../typed-array.ts'

/** Vertices of reach `r` are `start[r] .. start[r + 1]`, in the direction of flow. */
export interface RiverLines {
  readonly start: Int32Array
  readonly lon: Float64Array
  readonly lat: Float64Array
  /** Drawn metres from the reach's first vertex. */
  readonly alongM: Float64Array
}

/** Metres in one degree. */
export interface DegreeM {
  readonly east: number
  readonly north: number
}

/** A point of a line: `share` 0 to 1 of the way from vertex `segment` to the next one. */
export interface LinePoint {
  readonly segment: number
  readonly share: number
  readonly distanceM: number
}

export function buildRiverLines(lines: readonly (readonly Position[])[]): RiverLines {
  const start = new Int32Array(lines.length + 1)
  for (const [reach, line] of lines.entries()) start[reach + 1] = i32(start, reach) + line.length
  const vertices = lines.flat()
  const lon = Float64Array.from(vertices, ([value = Number.NaN]) => value)
  const lat = Float64Array.from(vertices, ([, value = Number.NaN]) => value)
  const alongM = new Float64Array(vertices.length)
  for (let reach = 0; reach < lines.length; reach++) {
    for (let vertex = i32(start, reach) + 1; vertex < i32(start, reach + 1); vertex++) {
      alongM[vertex] = f64(alongM, vertex - 1) + segmentM(lon, lat, vertex - 1)
    }
  }
  return { start, lon, lat, alongM }
}

/** Metres in a degree of longitude and of latitude at this latitude (degrees), on the WGS 84 ellipsoid. */
export function degreeM(lat: number): DegreeM {
  const phi = (lat * Math.PI) / 180
  const flattening = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2
  const east = (SEMI_MAJOR_M * Math.cos(phi)) / Math.sqrt(flattening)
  const north = (SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED)) / flattening ** 1.5
  return { east: (east * Math.PI) / 180, north: (north * Math.PI) / 180 }
}

/** Nearest point of one reach's line. */
export function nearestOnReach(lines: RiverLines, reach: number, point: LonLat): LinePoint {
  const scale = degreeM(point[1])
  let nearest: LinePoint = { segment: i32(lines.start, reach), share: 0, distanceM: Number.POSITIVE_INFINITY }
  for (let segment = i32(lines.start, reach); segment < i32(lines.start, reach + 1) - 1; segment++) {
    const found = nearestOnSegment(lines, segment, point, scale)
    if (found.distanceM < nearest.distanceM) nearest = found
  }
  return nearest
}

/** Nearest point of the segment that begins at vertex `segment`. */
export function nearestOnSegment(lines: RiverLines, segment: number, point: LonLat, scale: DegreeM): LinePoint {
  const x0 = (f64(lines.lon, segment) - point[0]) * scale.east
  const y0 = (f64(lines.lat, segment) - point[1]) * scale.north
  const x1 = (f64(lines.lon, segment + 1) - point[0]) * scale.east
  const y1 = (f64(lines.lat, segment + 1) - point[1]) * scale.north
  const dx = x1 - x0
  const dy = y1 - y0
  const share = -(x0 * dx + y0 * dy) / (dx * dx + dy * dy)
  // Ends are measured at the vertex itself, so that reaches which meet there are equally far to the last bit.
  if (share >= 1) return { segment, share: 1, distanceM: Math.hypot(x1, y1) }
  if (share > 0) return { segment, share, distanceM: Math.hypot(x0 + share * dx, y0 + share * dy) }
  return { segment, share: 0, distanceM: Math.hypot(x0, y0) }
}

/** Share of the reach's drawn length, 0 to 1, that lies upstream of the point; 0 on a line without length. */
export function fractionOf(lines: RiverLines, reach: number, { segment, share }: LinePoint): number {
  const wholeM = drawnM(lines, reach)
  const before = f64(lines.alongM, segment)
  return wholeM === 0 ? 0 : (before + share * (f64(lines.alongM, segment + 1) - before)) / wholeM
}

/** Drawn length of a reach, metres. */
function drawnM(lines: RiverLines, reach: number): number {
  return f64(lines.alongM, i32(lines.start, reach + 1) - 1)
}

/** The place at `fraction` (0 to 1) of a reach's drawn length. */
export function placeAt(lines: RiverLines, reach: number, fraction: number): [lon: number, lat: number] {
  const first = i32(lines.start, reach)
  const last = i32(lines.start, reach + 1) - 1
  const target = fraction * drawnM(lines, reach)
  let segment = first
  while (segment < last - 1 && f64(lines.alongM, segment + 1) < target) segment++
  const lengthM = f64(lines.alongM, segment + 1) - f64(lines.alongM, segment)
  const share = lengthM === 0 ? 0 : Math.min(1, (target - f64(lines.alongM, segment)) / lengthM)
  return along(lines, segment, share)
}

/** The line of a reach from one fraction to another, in the direction of flow: at least two positions. */
export function stretchOf(lines: RiverLines, reach: number, from: number, to: number): [number, number][] {
  const wholeM = drawnM(lines, reach)
  const inner: [number, number][] = []
  for (let vertex = i32(lines.start, reach); vertex < i32(lines.start, reach + 1); vertex++) {
    const atM = f64(lines.alongM, vertex)
    if (atM > from * wholeM && atM < to * wholeM) inner.push([f64(lines.lon, vertex), f64(lines.lat, vertex)])
  }
  return [placeAt(lines, reach, from), ...inner, placeAt(lines, reach, to)]
}

/** The position `share` of the way along a segment; the vertices themselves exactly. */
export function along(lines: RiverLines, segment: number, share: number): [lon: number, lat: number] {
  if (share === 1) return [f64(lines.lon, segment + 1), f64(lines.lat, segment + 1)]
  const lon = f64(lines.lon, segment)
  const lat = f64(lines.lat, segment)
  return [lon + share * (f64(lines.lon, segment + 1) - lon), lat + share * (f64(lines.lat, segment + 1) - lat)]
}

function segmentM(lon: Float64Array, lat: Float64Array, segment: number): number {
  const scale = degreeM((f64(lat, segment) + f64(lat, segment + 1)) / 2)
  const east = (f64(lon, segment + 1) - f64(lon, segment)) * scale.east
  const north = (f64(lat, segment + 1) - f64(lat, segment)) * scale.north
  return Math.hypot(east, north)
}

/** WGS 84 (EPSG:4326), NIMA TR8350.2. */
const SEMI_MAJOR_M = 6_378_137
const ECCENTRICITY_SQUARED = 0.00669437999014
