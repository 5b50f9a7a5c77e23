/** How far from each grid cell the nearest cell with a border is. */

import { i32, u8 } from '../typed-array.ts'
import type { CoverageGrid } from './coverage.ts'

const FARTHEST = 255

/**
 * By cell: 0 where a border touches it, else how many rings of cells around it, itself counted, no border touches; 255 at
 * most. Chessboard distance in two passes (Rosenfeld and Pfaltz 1966). What lies beyond the grid has no border.
 */
export function cellClearance({ columns, rows, cellStart }: CoverageGrid): Uint8Array {
  const clearance = new Uint8Array(columns * rows)
  for (let cell = 0; cell < clearance.length; cell++) {
    clearance[cell] = i32(cellStart, cell) === i32(cellStart, cell + 1) ? FARTHEST : 0
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) relax(clearance, columns, rows, column, row, -1)
  }
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) relax(clearance, columns, rows, column, row, 1)
  }
  return clearance
}

/** Brings a cell within one of the four neighbours that the pass has been to: those on the side of `before`. */
function relax(
  clearance: Uint8Array,
  columns: number,
  rows: number,
  column: number,
  row: number,
  before: 1 | -1,
): void {
  const cell = row * columns + column
  let nearest = u8(clearance, cell)
  const besideColumn = column + before
  if (besideColumn >= 0 && besideColumn < columns) nearest = Math.min(nearest, u8(clearance, cell + before) + 1)
  const beforeRow = row + before
  if (beforeRow >= 0 && beforeRow < rows) {
    const last = Math.min(column + 1, columns - 1)
    for (let near = Math.max(column - 1, 0); near <= last; near++) {
      nearest = Math.min(nearest, u8(clearance, beforeRow * columns + near) + 1)
    }
  }
  clearance[cell] = nearest
}
