/** Which segments of a line table lie near a place. */
import Flatbush from 'flatbush'
import { f64, i32 } from '../typed-array.ts'
import { type LineTable, lineCount } from './line-table.ts'

export interface SegmentBoxes {
  /** Null where there is no segment. */
  readonly boxes: Flatbush | null
  /** The segment of each item. */
  readonly segment: Int32Array
}

export function indexSegments(table: LineTable): SegmentBoxes {
  const { start, x, y } = table
  let count = 0
  for (let line = 0; line < lineCount(table); line++) count += Math.max(0, i32(start, line + 1) - i32(start, line) - 1)
  const boxes = count === 0 ? null : new Flatbush(count)
  const segment = new Int32Array(count)
  for (let line = 0; line < lineCount(table); line++) {
    for (let v = i32(start, line); v < i32(start, line + 1) - 1; v++) {
      const [ax, bx] = [f64(x, v), f64(x, v + 1)]
      const [ay, by] = [f64(y, v), f64(y, v + 1)]
      segment[boxes?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)) ?? 0] = v
    }
  }
  boxes?.finish()
  return { boxes, segment }
}

/** Nearest place of a segment: its distance in cells and the place itself, not yet on the grid. */
export interface Foot {
  readonly x: number
  readonly y: number
  readonly distance: number
}

export function footOn({ x, y }: LineTable, segment: number, px: number, py: number): Foot {
  const [ax, ay] = [f64(x, segment), f64(y, segment)]
  const [dx, dy] = [f64(x, segment + 1) - ax, f64(y, segment + 1) - ay]
  const share = Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)))
  // The far vertex itself, not one that rounding made.
  const [fx, fy] = share === 1 ? [ax + dx, ay + dy] : [ax + share * dx, ay + share * dy]
  return { x: fx, y: fy, distance: Math.hypot(px - fx, py - fy) }
}
