/** Which segments of the river lines lie near a place. */
import Flatbush from 'flatbush'
import type { LonLat } from '../coordinate-system.ts'
import { f64, i32 } from '../typed-array.ts'
import { degreeM, type RiverLines } from './line.ts'

/** Bounding boxes, in degrees, of every segment of every line; item `i` begins at vertex `vertex[i]` of reach `reach[i]`. */
export interface SegmentIndex {
  readonly boxes: Flatbush | null
  readonly vertex: Int32Array
  readonly reach: Int32Array
}

export function indexSegments(lines: RiverLines): SegmentIndex {
  const count = Math.max(0, lines.lon.length - (lines.start.length - 1))
  const index = { vertex: new Int32Array(count), reach: new Int32Array(count) }
  const boxes = count === 0 ? null : new Flatbush(count)
  for (let reach = 0; reach < lines.start.length - 1; reach++) {
    for (let vertex = i32(lines.start, reach); vertex < i32(lines.start, reach + 1) - 1; vertex++) {
      const [lon0, lon1] = [f64(lines.lon, vertex), f64(lines.lon, vertex + 1)]
      const [lat0, lat1] = [f64(lines.lat, vertex), f64(lines.lat, vertex + 1)]
      const item =
        boxes?.add(Math.min(lon0, lon1), Math.min(lat0, lat1), Math.max(lon0, lon1), Math.max(lat0, lat1)) ?? 0
      index.vertex[item] = vertex
      index.reach[item] = reach
    }
  }
  boxes?.finish()
  return { boxes, ...index }
}

/** Items of the index whose boxes lie within the distance; a little more, since degrees shrink towards the pole. */
export function segmentsAround({ boxes }: SegmentIndex, [lon, lat]: LonLat, distanceM: number): number[] {
  const north = (1.001 * distanceM) / degreeM(lat).north
  const east = (1.001 * distanceM) / degreeM(Math.min(89, Math.abs(lat) + north)).east
  return boxes?.search(lon - east, lat - north, lon + east, lat + north) ?? []
}
