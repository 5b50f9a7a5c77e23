/** The question most queries end with: is any border near at all, and if only a few pieces of it, which? */

import { f64, i32 } from '../typed-array.ts'
import type { BorderNetwork } from './crossing-network.ts'
import { isLeft } from './side.ts'

/** An upright box in the coverage's plane. */
export interface Box {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** With more border segments than this near, looking each edge up in the grid is faster than watching them all. */
const FEW = 12
/** A box that spans more columns or rows than this is seldom without a border, and not worth the look. */
const FEW_CELLS = 4

/** The border segments that meet a box, as long as they are few; reused from query to query. */
export class NearBorders {
  count = 0
  /** Whether those listed are all that meet the box. */
  areAll = false
  readonly capacity = FEW
  readonly #network: BorderNetwork
  readonly #segments = new Int32Array(FEW)

  constructor(network: BorderNetwork) {
    this.#network = network
  }

  /** The box that was last asked for lies in one unit. */
  get areNone(): boolean {
    return this.areAll && this.count === 0
  }

  at(index: number): number {
    return i32(this.#segments, index)
  }

  /** Lists what meets the closed box, but gives up when that is more than a few or the box is large. */
  collect({ minX, minY, maxX, maxY }: Box): void {
    this.count = 0
    this.areAll = true
    const { grid } = this.#network
    const firstColumn = Math.max(Math.floor((minX - grid.minX) / grid.cellWidth), 0)
    const lastColumn = Math.min(Math.floor((maxX - grid.minX) / grid.cellWidth), grid.columns - 1)
    const firstRow = Math.max(Math.floor((minY - grid.minY) / grid.cellHeight), 0)
    const lastRow = Math.min(Math.floor((maxY - grid.minY) / grid.cellHeight), grid.rows - 1)
    if (firstColumn > lastColumn) return
    if (lastColumn - firstColumn >= FEW_CELLS || lastRow - firstRow >= FEW_CELLS) this.areAll = false
    for (let row = firstRow; row <= lastRow && this.areAll; row++) {
      const first = i32(grid.cellStart, row * grid.columns + firstColumn)
      const end = i32(grid.cellStart, row * grid.columns + lastColumn + 1)
      if (first < end) this.#collectFrom(first, end, minX, minY, maxX, maxY)
    }
  }

  #collectFrom(first: number, end: number, minX: number, minY: number, maxX: number, maxY: number): void {
    const { cellSegments, points } = this.#network
    for (let k = first; k < end && this.areAll; k++) {
      const segment = i32(cellSegments, k)
      const ax = f64(points, 2 * segment)
      const bx = f64(points, 2 * segment + 2)
      if ((ax < minX && bx < minX) || (ax > maxX && bx > maxX)) continue
      const ay = f64(points, 2 * segment + 1)
      const by = f64(points, 2 * segment + 3)
      if ((ay < minY && by < minY) || (ay > maxY && by > maxY)) continue
      // The corners farthest across the segment's line: with both on one side, the line passes the box.
      const isRising = bx > ax === by > ay
      const isWestLeft = isLeft(ax, ay, bx, by, minX, isRising ? maxY : minY)
      if (isWestLeft !== isLeft(ax, ay, bx, by, maxX, isRising ? minY : maxY)) this.#addOnce(segment)
    }
  }

  /** A segment that runs through several cells is met in each of them. */
  #addOnce(segment: number): void {
    for (let index = 0; index < this.count; index++) if (i32(this.#segments, index) === segment) return
    if (this.count === FEW) this.areAll = false
    else this.#segments[this.count++] = segment
  }
}
