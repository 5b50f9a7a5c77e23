/** The question most queries end with: is any border near at all? */
import type { BorderNetwork } from './coverage-crossing-network.ts'
import { isLeft } from './coverage-side.ts'
import { f64, i32 } from './typed-array.ts'

/** An upright box in the coverage's plane. */
export interface Box {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** False only when no border meets the closed box, so that it lies in one unit. */
export function mayMeetBorder(network: BorderNetwork, box: Box): boolean {
  const { grid } = network
  const firstColumn = Math.max(Math.floor((box.minX - grid.minX) / grid.cellWidth), 0)
  const lastColumn = Math.min(Math.floor((box.maxX - grid.minX) / grid.cellWidth), grid.columns - 1)
  const firstRow = Math.max(Math.floor((box.minY - grid.minY) / grid.cellHeight), 0)
  const lastRow = Math.min(Math.floor((box.maxY - grid.minY) / grid.cellHeight), grid.rows - 1)
  if (firstColumn > lastColumn) return false
  for (let row = firstRow; row <= lastRow; row++) {
    const first = row * grid.columns + firstColumn
    if (mayMeetInCells(network, box, first, first + lastColumn - firstColumn)) return true
  }
  return false
}

function mayMeetInCells(network: BorderNetwork, box: Box, first: number, last: number): boolean {
  const { cellSegments, points, grid } = network
  const end = i32(grid.cellStart, last + 1)
  for (let k = i32(grid.cellStart, first); k < end; k++) {
    const place = 2 * i32(cellSegments, k)
    const ax = f64(points, place)
    const ay = f64(points, place + 1)
    if (mayMeet(box, ax, ay, f64(points, place + 2), f64(points, place + 3))) return true
  }
  return false
}

/** A box misses a segment when an axis parts them, or when both corners farthest across its line lie on one side. */
function mayMeet({ minX, minY, maxX, maxY }: Box, ax: number, ay: number, bx: number, by: number): boolean {
  if ((ax < minX && bx < minX) || (ax > maxX && bx > maxX)) return false
  if ((ay < minY && by < minY) || (ay > maxY && by > maxY)) return false
  const isRising = bx > ax === by > ay
  const isWestLeft = isLeft(ax, ay, bx, by, minX, isRising ? maxY : minY)
  return isWestLeft !== isLeft(ax, ay, bx, by, maxX, isRising ? minY : maxY)
}
