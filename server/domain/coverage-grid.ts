/** The uniform grid over border segments: which cells each segment touches, and the unit of each cell's corner. */
import type { BorderSegments, CoverageGrid } from './coverage.ts'
import { unitByWalk } from './coverage-walk.ts'
import { f64, i32 } from './typed-array.ts'

/**
 * Cells are entered a hair wide, in parts of a cell: a segment that merely touches a cell belongs to it, and so does one
 * that only the rounding of a cell's own limits puts next door.
 */
const MARGIN = 2 ** -20
/** Rise over run below which a segment counts as level: its place within a row would be lost to rounding. */
const LEVEL = 2 ** -16
/** Beyond this the grid coarsens. */
const MAX_CELLS = 2 ** 26

/** Grid of about `cellsPerSegment` square cells for each segment, with a rim of cells that no unit reaches. */
export function buildGrid(segments: BorderSegments, cellsPerSegment: number): CoverageGrid {
  const frame = frameOf(segments, cellsPerSegment)
  const cellStart = new Int32Array(frame.columns * frame.rows + 1)
  // Counts, then their sums (each cell's end); filling backwards brings every end down to the cell's start.
  forEachTouchedCell(segments, frame, (cell) => {
    cellStart[cell] = i32(cellStart, cell) + 1
  })
  for (let cell = 1; cell < cellStart.length; cell++) cellStart[cell] = i32(cellStart, cell) + i32(cellStart, cell - 1)
  const cellSegments = new Int32Array(i32(cellStart, cellStart.length - 1))
  forEachTouchedCell(segments, frame, (cell, segment) => {
    const place = i32(cellStart, cell) - 1
    cellStart[cell] = place
    cellSegments[place] = segment
  })
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
  const cells = Math.min(Math.max(1, count * cellsPerSegment), MAX_CELLS)
  const size = Math.max(
    Math.sqrt(((east - west) * (north - south)) / cells),
    (4 * Math.max(east - west, north - south)) / MAX_CELLS,
  )
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

type VisitCell = (cell: number, segment: number) => void

function forEachTouchedCell(segments: BorderSegments, frame: Frame, visit: VisitCell): void {
  const { minX, minY, cellWidth, cellHeight, columns } = frame
  for (let s = 0; s < segments.count; s++) {
    const ax = (f64(segments.x0, s) - minX) / cellWidth
    const ay = (f64(segments.y0, s) - minY) / cellHeight
    const bx = (f64(segments.x1, s) - minX) / cellWidth
    const by = (f64(segments.y1, s) - minY) / cellHeight
    const lastRow = Math.floor(Math.max(ay, by) + MARGIN)
    for (let row = Math.floor(Math.min(ay, by) - MARGIN); row <= lastRow; row++) {
      const [from, to] = spanInRow(ax, ay, bx, by, row)
      const lastColumn = Math.floor(to + MARGIN)
      for (let column = Math.floor(from - MARGIN); column <= lastColumn; column++) visit(row * columns + column, s)
    }
  }
}

/** West and east end of the part of a segment (in cells) that runs through a row. */
function spanInRow(ax: number, ay: number, bx: number, by: number, row: number): [from: number, to: number] {
  const west = Math.min(ax, bx)
  const east = Math.max(ax, bx)
  if (Math.abs(by - ay) <= LEVEL * (east - west)) return [west, east]
  const slope = (bx - ax) / (by - ay)
  const atFloor = ax + (row - MARGIN - ay) * slope
  const atCeiling = ax + (row + 1 + MARGIN - ay) * slope
  return [Math.max(west, Math.min(atFloor, atCeiling)), Math.min(east, Math.max(atFloor, atCeiling))]
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
