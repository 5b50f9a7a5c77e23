/** Which unit a point lies in. */
import { type Coverage, type CoverageGrid, OUTSIDE } from './coverage.ts'
import { unitByWalk } from './walk.ts'

/**
 * Unit number of a point by the tie rule of coverage.ts, exact; `OUTSIDE` where no unit is, and for coordinates that are
 * not finite.
 */
export function locateUnit({ grid, segments }: Coverage, x: number, y: number): number {
  const cell = cellAt(grid, x, y)
  return cell === NO_CELL ? OUTSIDE : unitByWalk(segments, grid, cell, x, y)
}

/** What `cellAt` answers for places off the grid. */
export const NO_CELL = -1

/** Number of the grid cell that a point is looked up in. */
export function cellAt(grid: CoverageGrid, x: number, y: number): number {
  const column = Math.floor((x - grid.minX) / grid.cellWidth)
  const row = Math.floor((y - grid.minY) / grid.cellHeight)
  const isInside = column >= 0 && column < grid.columns && row >= 0 && row < grid.rows
  return isInside ? row * grid.columns + column : NO_CELL
}
