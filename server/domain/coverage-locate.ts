/** Which unit a point lies in. */
import { type Coverage, OUTSIDE } from './coverage.ts'
import { unitByWalk } from './coverage-walk.ts'

/** Unit number of a point by the tie rule of coverage.ts; `OUTSIDE` where no unit is, and for NaN. */
export function locateUnit(coverage: Coverage, x: number, y: number): number {
  const { grid, segments } = coverage
  const column = Math.floor((x - grid.minX) / grid.cellWidth)
  const row = Math.floor((y - grid.minY) / grid.cellHeight)
  if (!(column >= 0 && column < grid.columns && row >= 0 && row < grid.rows)) return OUTSIDE
  return unitByWalk(segments, grid, row * grid.columns + column, x, y)
}
