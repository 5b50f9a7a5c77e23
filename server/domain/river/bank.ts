/** Left and right of a river, as the water flows. */
import type { LonLat } from '../coordinate-system.ts'
import { f64, i32 } from '../typed-array.ts'
import { degreeM, nearestOnReach, type RiverLines } from './line.ts'
import { type RiverNetwork, reachAt } from './network.ts'

export interface BankPosition {
  /** The side of the line; null for a point exactly on it. */
  readonly side: 'left' | 'right' | null
  /** `in-channel` within half of the reach's width, where the drawn line cannot say which bank is meant. */
  readonly bank: 'left' | 'right' | 'in-channel'
  readonly distanceM: number
}

/** On which bank of a reach (by number) a point lies, looking with the flow, and how far from the line. */
export function bankOf(network: RiverNetwork, reach: number, point: LonLat): BankPosition {
  const nearest = nearestOnReach(network.lines, reach, point)
  const side = sideOf(network.lines, reach, nearest.segment, nearest.share, point)
  const isInChannel = side === null || nearest.distanceM <= reachAt(network, reach).widthM / 2
  return { side, bank: isInChannel ? 'in-channel' : side, distanceM: nearest.distanceM }
}

/**
 * At a bend the nearest point is often the vertex itself, and either segment alone can call the side wrongly; the bisector of
 * the two directions cannot.
 */
function sideOf(lines: RiverLines, reach: number, segment: number, share: number, point: LonLat) {
  const scale = degreeM(point[1])
  const first = i32(lines.start, reach)
  const last = i32(lines.start, reach + 1) - 1
  const vertex = share === 1 ? segment + 1 : segment
  const isAtBend = (share === 0 || share === 1) && vertex > first && vertex < last
  const [dx, dy] = isAtBend
    ? sum(direction(lines, vertex - 1, scale), direction(lines, vertex, scale))
    : direction(lines, segment, scale)
  const x = (point[0] - f64(lines.lon, vertex)) * scale.east
  const y = (point[1] - f64(lines.lat, vertex)) * scale.north
  const cross = dx * y - dy * x
  if (cross === 0) return null
  return cross > 0 ? 'left' : 'right'
}

type Vector = readonly [x: number, y: number]

function direction(lines: RiverLines, segment: number, scale: { east: number; north: number }): Vector {
  const x = (f64(lines.lon, segment + 1) - f64(lines.lon, segment)) * scale.east
  const y = (f64(lines.lat, segment + 1) - f64(lines.lat, segment)) * scale.north
  const length = Math.hypot(x, y)
  return length === 0 ? [0, 0] : [x / length, y / length]
}

const sum = ([x0, y0]: Vector, [x1, y1]: Vector): Vector => [x0 + x1, y0 + y1]
