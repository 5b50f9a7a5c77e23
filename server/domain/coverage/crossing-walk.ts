/**
 * The walk along a query through the grid: from vertex to vertex, which border segments does each edge cross.
 *
 * Most edges cross nothing. With few borders near the whole query, the walk watches the side of each that it is on; with
 * many, it keeps a box around where it stands that no border enters, and asks the grid only when it leaves the box.
 */

import { f64, i32, u8 } from '../typed-array.ts'
import type { NearBorders } from './crossing-near.ts'
import type { BorderNetwork } from './crossing-network.ts'
import { isLeft } from './side.ts'

/** Cells are left a hair wide, as the grid's own segments enter them: in parts of a cell. */
const MARGIN = 2 ** -20

export class BorderWalk {
  /** The last edge, from p to q, before its symbolic shift. */
  px = 0
  py = 0
  qx = 0
  qy = 0
  /** How many border segments the last edge crosses. */
  crossedCount = 0
  readonly #network: BorderNetwork
  readonly #near: NearBorders
  /** By near border: 1 while the walk is on its left. */
  readonly #isLeftOfNear: Uint8Array
  #crossed = new Int32Array(64)
  #clearMinX = 0
  #clearMinY = 0
  #clearMaxX = 0
  #clearMaxY = 0

  constructor(network: BorderNetwork, near: NearBorders) {
    this.#network = network
    this.#near = near
    this.#isLeftOfNear = new Uint8Array(near.capacity)
  }

  /** Begins at the first vertex of a query all of which lies in the box that `near` was last asked for. */
  startAt(x: number, y: number): void {
    this.qx = x
    this.qy = y
    if (this.#near.areAll) this.#watchNear(x, y, true)
    else this.#clearAround(x, y)
  }

  /** Walks on to the next vertex. */
  goTo(x: number, y: number): void {
    this.px = this.qx
    this.py = this.qy
    this.qx = x
    this.qy = y
    this.crossedCount = 0
    if (this.#near.areAll) this.#watchNear(x, y, false)
    else if (!this.#isClear(x, y)) {
      this.#clearAround(x, y)
      if (!this.#isClear(this.px, this.py)) this.#searchCells()
    }
  }

  /**
   * A segment the edge crosses, each listed once, in no order: `segment` where the edge passes from the border's left to
   * its right, `~segment` where from its right to its left.
   */
  crossed(index: number): number {
    return i32(this.#crossed, index)
  }

  /** Only where a vertex changes the side of a border can the edge to it have crossed. At the start, nothing has. */
  #watchNear(x: number, y: number, isStart: boolean): void {
    const { points } = this.#network
    const { px, py } = this
    for (let index = 0; index < this.#near.count; index++) {
      const segment = this.#near.at(index)
      const ax = f64(points, 2 * segment)
      const ay = f64(points, 2 * segment + 1)
      const bx = f64(points, 2 * segment + 2)
      const by = f64(points, 2 * segment + 3)
      const isNowLeft = isLeft(ax, ay, bx, by, x, y)
      const wasLeft = u8(this.#isLeftOfNear, index) === 1
      this.#isLeftOfNear[index] = isNowLeft ? 1 : 0
      if (isStart || isNowLeft === wasLeft || !partsEnds(px, py, x, y, ax, ay, bx, by)) continue
      this.#addCrossed(wasLeft ? segment : ~segment)
    }
  }

  #isClear(x: number, y: number): boolean {
    return x > this.#clearMinX && x < this.#clearMaxX && y > this.#clearMinY && y < this.#clearMaxY
  }

  /** The cells around (x, y) that hold no border; none, and a box that holds nothing, where its own cell does. */
  #clearAround(x: number, y: number): void {
    const { grid, clearance } = this.#network
    const column = Math.floor((x - grid.minX) / grid.cellWidth)
    const row = Math.floor((y - grid.minY) / grid.cellHeight)
    const isInGrid = column >= 0 && column < grid.columns && row >= 0 && row < grid.rows
    const reach = isInGrid ? u8(clearance, row * grid.columns + column) : 0
    this.#clearMinX = grid.minX + (column + 1 - reach) * grid.cellWidth
    this.#clearMaxX = grid.minX + (column + reach) * grid.cellWidth
    this.#clearMinY = grid.minY + (row + 1 - reach) * grid.cellHeight
    this.#clearMaxY = grid.minY + (row + reach) * grid.cellHeight
  }

  #searchCells(): void {
    const { minX, minY, cellWidth, cellHeight, columns, rows } = this.#network.grid
    const px = (this.px - minX) / cellWidth
    const py = (this.py - minY) / cellHeight
    const qx = (this.qx - minX) / cellWidth
    const qy = (this.qy - minY) / cellHeight
    const lastRow = Math.min(Math.floor(Math.max(py, qy) + MARGIN), rows - 1)
    for (let row = Math.max(Math.floor(Math.min(py, qy) - MARGIN), 0); row <= lastRow; row++) {
      let from = Math.min(px, qx)
      let to = Math.max(px, qx)
      // Within one row or column the whole span is as good as the exact one.
      if (Math.abs(qy - py) > 1 && to - from > 1) {
        const slope = (qx - px) / (qy - py)
        const atFloor = px + (row - MARGIN - py) * slope
        const atCeiling = px + (row + 1 + MARGIN - py) * slope
        from = Math.max(from, Math.min(atFloor, atCeiling))
        to = Math.min(to, Math.max(atFloor, atCeiling))
      }
      const firstColumn = Math.max(Math.floor(from - MARGIN), 0)
      const lastColumn = Math.min(Math.floor(to + MARGIN), columns - 1)
      if (firstColumn <= lastColumn) this.#searchRow(row * columns + firstColumn, row * columns + lastColumn)
    }
  }

  /** Cells of a row follow one another, and so do their segments. */
  #searchRow(firstCell: number, lastCell: number): void {
    const { cellSegments, points, grid } = this.#network
    const { px, py, qx, qy } = this
    const west = Math.min(px, qx)
    const east = Math.max(px, qx)
    const south = Math.min(py, qy)
    const north = Math.max(py, qy)
    const end = i32(grid.cellStart, lastCell + 1)
    for (let k = i32(grid.cellStart, firstCell); k < end; k++) {
      const segment = i32(cellSegments, k)
      const ax = f64(points, 2 * segment)
      const bx = f64(points, 2 * segment + 2)
      if ((ax < west && bx < west) || (ax > east && bx > east)) continue
      const ay = f64(points, 2 * segment + 1)
      const by = f64(points, 2 * segment + 3)
      if ((ay < south && by < south) || (ay > north && by > north)) continue
      if (!partsEnds(px, py, qx, qy, ax, ay, bx, by)) continue
      const wasLeft = isLeft(ax, ay, bx, by, px, py)
      if (wasLeft !== isLeft(ax, ay, bx, by, qx, qy)) this.#addCrossed(wasLeft ? segment : ~segment)
    }
  }

  /** A segment that runs through several cells is met in each of them. */
  #addCrossed(hit: number): void {
    for (let index = 0; index < this.crossedCount; index++) if (i32(this.#crossed, index) === hit) return
    if (this.crossedCount === this.#crossed.length) {
      const longer = new Int32Array(2 * this.crossedCount)
      longer.set(this.#crossed)
      this.#crossed = longer
    }
    this.#crossed[this.crossedCount++] = hit
  }
}

/** Whether the ends of the border a -> b lie on either side of the line of the edge p -> q. */
function partsEnds(
  px: number,
  py: number,
  qx: number,
  qy: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): boolean {
  return isLeftOfShiftedEdge(px, py, qx, qy, ax, ay) !== isLeftOfShiftedEdge(px, py, qx, qy, bx, by)
}

/**
 * Whether the border place `a` lies left of the query edge p -> q shifted by (e, e^2). To shift the edge one way is to
 * shift the place the other way, and a half turn of everything makes that the shift of `isLeft`.
 */
export function isLeftOfShiftedEdge(px: number, py: number, qx: number, qy: number, ax: number, ay: number): boolean {
  return isLeft(-px, -py, -qx, -qy, -ax, -ay)
}
