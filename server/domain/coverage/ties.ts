/** All units that meet in a point: what the tie rule of coverage.ts chose between. */

import { f64, i32 } from '../typed-array.ts'
import { type BorderSegments, type Coverage, OUTSIDE } from './coverage.ts'
import { cellAt, locateUnit, NO_CELL } from './locate.ts'
import { isOnSegment } from './side.ts'

/**
 * Numbers of all units that (x, y) touches, ascending: one inside a unit, two on a border, more where borders meet, none
 * outside. The outside is no unit: a point on the coverage's rim has the unit alone.
 */
export function unitsAt(coverage: Coverage, x: number, y: number): number[] {
  const units = new Set<number>([locateUnit(coverage, x, y)])
  for (const s of segmentsNear(coverage, x, y)) {
    if (!isOnBorder(coverage.segments, s, x, y)) continue
    units.add(i32(coverage.segments.left, s)).add(i32(coverage.segments.right, s))
  }
  units.delete(OUTSIDE)
  return [...units].sort((a, b) => a - b)
}

function segmentsNear({ grid }: Coverage, x: number, y: number): Int32Array {
  const cell = cellAt(grid, x, y)
  if (cell === NO_CELL) return new Int32Array(0)
  return grid.cellSegments.subarray(i32(grid.cellStart, cell), i32(grid.cellStart, cell + 1))
}

function isOnBorder(segments: BorderSegments, s: number, x: number, y: number): boolean {
  return isOnSegment(f64(segments.x0, s), f64(segments.y0, s), f64(segments.x1, s), f64(segments.y1, s), x, y)
}
