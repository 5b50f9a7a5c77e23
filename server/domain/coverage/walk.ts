/**
 * The unit of a point by the walk from its cell's corner: level along the cell's floor, then straight up or down.
 * Every border crossed exchanges the unit on one side for the unit on the other, which is an XOR with both; the order of
 * the crossings does not matter. Corner, knee and point carry the same symbolic shift, so no crossing is ever a touch.
 */

import { f64, i32 } from '../typed-array.ts'
import type { BorderSegments, CoverageGrid } from './coverage.ts'
import { isLeftOfSegment } from './side.ts'

/** Unit of (x, y), a point of `cell`; exact. */
export function unitByWalk(segments: BorderSegments, grid: CoverageGrid, cell: number, x: number, y: number): number {
  const end = i32(grid.cellStart, cell + 1)
  let unit = i32(grid.cornerUnit, cell)
  let k = i32(grid.cellStart, cell)
  if (k === end) return unit
  const row = Math.floor(cell / grid.columns)
  const cornerX = grid.minX + (cell - row * grid.columns) * grid.cellWidth
  const cornerY = grid.minY + row * grid.cellHeight
  for (; k < end; k++) {
    const s = i32(grid.cellSegments, k)
    if (isCrossed(segments, s, cornerX, cornerY, x, y)) unit ^= i32(segments.left, s) ^ i32(segments.right, s)
  }
  return unit
}

/** True when the walk crosses segment `s` once; crossing it on both legs leads back. */
function isCrossed(
  segments: BorderSegments,
  s: number,
  cornerX: number,
  cornerY: number,
  x: number,
  y: number,
): boolean {
  const meetsFloor = f64(segments.y0, s) > cornerY !== f64(segments.y1, s) > cornerY
  const meetsPlumb = f64(segments.x0, s) > x !== f64(segments.x1, s) > x
  if (!meetsFloor && !meetsPlumb) return false
  const isKneeLeft = isLeftOfSegment(segments, s, x, cornerY)
  const isFloorCrossed = meetsFloor && isLeftOfSegment(segments, s, cornerX, cornerY) !== isKneeLeft
  const isPlumbCrossed = meetsPlumb && isLeftOfSegment(segments, s, x, y) !== isKneeLeft
  return isFloorCrossed !== isPlumbCrossed
}
