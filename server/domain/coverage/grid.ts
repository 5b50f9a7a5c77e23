/** The uniform grid over border segments: which cells each segment touches, and the unit of each cell's corner. */

import { f64, i32 } from '../typed-array.ts'
import type { BorderSegments, CoverageGrid } from './coverage.ts'
import { unitByWalk } from './walk.ts'

/**
 * Cells are entered a hair wide, in parts of a cell: a segment that merely touches a cell belongs to it, and so does one
 * that only the rounding of a cell's own limits puts next door.
 */
const MARGIN = 2 ** -20
/** The most columns or rows, and the finest cell in parts of a coordinate: both keep rounding well below the margin. */
const MAX_SIDE = 2 ** 15
const FINEST = 2 ** -30

/** Grid of about `cellsPerSegment` square cells for each segment, with a rim of cells that no unit reaches. */
export function buildGrid(segments: BorderSegments, cellsPerSegment: number): CoverageGrid {
  const frame = frameOf(segments, cellsPerSegment)
  const cellStart = new Int32Array(frame.columns * frame.rows + 1)
  const touched = roomForTouchedCells(frame)
  // Counts, then their sums (each cell's end); filling backwards brings every end down to the cell's start.
  for (let s = 0; s < segments.count; s++) {
    const count = listTouchedCells(segments, frame, s, touched)
    for (let i = 0; i < count; i++) {
      const cell = i32(touched, i)
      cellStart[cell] = i32(cellStart, cell) + 1
    }
  }
  for (let cell = 1; cell < cellStart.length; cell++) cellStart[cell] = i32(cellStart, cell) + i32(cellStart, cell - 1)
  const cellSegments = new Int32Array(i32(cellStart, cellStart.length - 1))
  for (let s = 0; s < segments.count; s++) {
    const count = listTouchedCells(segments, frame, s, touched)
    for (let i = 0; i < count; i++) {
      const cell = i32(touched, i)
      const place = i32(cellStart, cell) - 1
      cellStart[cell] = place
      cellSegments[place] = s
    }
  }
  const grid = { ...frame, cellStart, cellSegments, cornerUnit: new Int32Array(frame.columns * frame.rows) }
  labelCorners(segments, grid)
  return grid
}

type Frame = Pick<CoverageGrid, 'minX' | 'minY' | 'cellWidth' | 'cellHeight' | 'columns' | 'rows'>

function frameOf(segments: BorderSegments, cellsPerSegment: number): Frame {
  const { count, x0, x1, y0, y1 } = segments
  if (count === 0) return { minX: 0, minY: 0, cellWidth: 1, cellHeight: 1, columns: 1, rows: 1 }
  const [west, east] = extent(x0, x1)
  const [south, north] = extent(y0, y1)
  const usual = Math.sqrt(((east - west) * (north - south)) / Math.max(1, count * cellsPerSegment))
  const coordinate = Math.max(Math.abs(west), Math.abs(east), Math.abs(south), Math.abs(north))
  const size = Math.max(usual, Math.max(east - west, north - south) / MAX_SIDE, FINEST * coordinate)
  const columns = Math.ceil((east - west) / size) + 1
  const rows = Math.ceil((north - south) / size) + 1
  return {
    minX: west - (columns * size - (east - west)) / 2,
    minY: south - (rows * size - (north - south)) / 2,
    cellWidth: size,
    cellHeight: size,
    columns,
    rows,
  }
}

function extent(starts: Float64Array, ends: Float64Array): [low: number, high: number] {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let s = 0; s < starts.length; s++) {
    low = Math.min(low, f64(starts, s), f64(ends, s))
    high = Math.max(high, f64(starts, s), f64(ends, s))
  }
  return [low, high]
}

/** Room for the cells of any one segment: a few times the longest straight way through the grid. */
export function roomForTouchedCells({ columns, rows }: Frame): Int32Array {
  return new Int32Array(4 * (columns + rows) + 16)
}

/** Writes the cells that segment `s` touches, a hair wide, into `cells` and answers their number. */
export function listTouchedCells(segments: BorderSegments, frame: Frame, s: number, cells: Int32Array): number {
  const ax = (f64(segments.x0, s) - frame.minX) / frame.cellWidth
  const ay = (f64(segments.y0, s) - frame.minY) / frame.cellHeight
  const bx = (f64(segments.x1, s) - frame.minX) / frame.cellWidth
  const by = (f64(segments.y1, s) - frame.minY) / frame.cellHeight
  const west = Math.min(ax, bx) - MARGIN
  const east = Math.max(ax, bx) + MARGIN
  const isInOneColumn = Math.floor(west) === Math.floor(east)
  const lastRow = Math.floor(Math.max(ay, by) + MARGIN)
  let count = 0
  for (let row = Math.floor(Math.min(ay, by) - MARGIN); row <= lastRow; row++) {
    let from = west
    let to = east
    if (!isInOneColumn && ay !== by) {
      // A steep slope magnifies rounding, but the margin of the row's limits just as much, and that is wider.
      const slope = (bx - ax) / (by - ay)
      const atFloor = ax + (row - MARGIN - ay) * slope
      const atCeiling = ax + (row + 1 + MARGIN - ay) * slope
      from = Math.max(west, Math.min(atFloor, atCeiling) - MARGIN)
      to = Math.min(east, Math.max(atFloor, atCeiling) + MARGIN)
    }
    const lastColumn = Math.floor(to)
    for (let column = Math.floor(from); column <= lastColumn; column++) cells[count++] = row * frame.columns + column
  }
  return count
}

/** Row by row from the west rim, where everything is outside (0, as allocated): one walk along the floor per cell. */
function labelCorners(segments: BorderSegments, grid: CoverageGrid): void {
  const { cornerUnit, columns, rows, minX, minY, cellWidth, cellHeight } = grid
  for (let row = 0; row < rows; row++) {
    for (let column = 1; column < columns; column++) {
      const cell = row * columns + column
      cornerUnit[cell] = unitByWalk(segments, grid, cell - 1, minX + column * cellWidth, minY + row * cellHeight)
    }
  }
}
