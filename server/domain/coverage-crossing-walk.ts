/** Walking one query edge through the grid: which border segments does it cross, and where. */
import { orient2d } from 'robust-predicates'
import type { BorderNetwork } from './coverage-crossing-network.ts'
import { isLeftOfShiftedEdge } from './coverage-crossing-outline.ts'
import { isLeft } from './coverage-side.ts'
import { f64, i32 } from './typed-array.ts'

/** A query edge from p to q, before its symbolic shift. */
export interface Edge {
  px: number
  py: number
  qx: number
  qy: number
}

/** Cells are left a hair wide, as the grid's own segments enter them: in parts of a cell. */
const MARGIN = 2 ** -20

/**
 * Collects in `crossed` the border segments that the shifted edge crosses, each once, in no order: `segment` where the
 * edge passes from the border's left to its right, `~segment` where from its right to its left.
 */
export function collectCrossed(network: BorderNetwork, edge: Edge, crossed: number[]): void {
  const { grid } = network
  const { minX, minY, cellWidth, cellHeight } = grid
  const px = (edge.px - minX) / cellWidth
  const py = (edge.py - minY) / cellHeight
  const qx = (edge.qx - minX) / cellWidth
  const qy = (edge.qy - minY) / cellHeight
  const lastRow = Math.min(Math.floor(Math.max(py, qy) + MARGIN), grid.rows - 1)
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
    const lastColumn = Math.min(Math.floor(to + MARGIN), grid.columns - 1)
    const firstColumn = Math.max(Math.floor(from - MARGIN), 0)
    if (firstColumn > lastColumn) continue
    collectInCells(network, edge, row * grid.columns + firstColumn, row * grid.columns + lastColumn, crossed)
  }
}

function collectInCells(network: BorderNetwork, edge: Edge, first: number, last: number, crossed: number[]): void {
  const { cellSegments, points } = network
  const { px, py, qx, qy } = edge
  const west = Math.min(px, qx)
  const east = Math.max(px, qx)
  const south = Math.min(py, qy)
  const north = Math.max(py, qy)
  // Cells of a row follow one another, and so do their segments.
  const end = i32(network.grid.cellStart, last + 1)
  for (let k = i32(network.grid.cellStart, first); k < end; k++) {
    const segment = i32(cellSegments, k)
    const ax = f64(points, 2 * segment)
    const bx = f64(points, 2 * segment + 2)
    if ((ax < west && bx < west) || (ax > east && bx > east)) continue
    const ay = f64(points, 2 * segment + 1)
    const by = f64(points, 2 * segment + 3)
    if ((ay < south && by < south) || (ay > north && by > north)) continue
    if (isLeftOfShiftedEdge(px, py, qx, qy, ax, ay) === isLeftOfShiftedEdge(px, py, qx, qy, bx, by)) continue
    const startsLeft = isLeft(ax, ay, bx, by, px, py)
    if (startsLeft === isLeft(ax, ay, bx, by, qx, qy)) continue
    const hit = startsLeft ? segment : ~segment
    // A segment of several cells is met in each of them.
    if (!crossed.includes(hit)) crossed.push(hit)
  }
}

/** Where an edge and a border segment cross, as parts of their lengths. */
export interface Meeting {
  alongEdge: number
  alongBorder: number
}

/**
 * Places the crossing of an edge with a segment that it is known to cross. The place is found on the edge, then
 * projected to the border and back, so that both sides speak of the same place even where they run almost parallel and
 * the place itself is uncertain.
 */
export function placeCrossing(network: BorderNetwork, edge: Edge, segment: number, meeting: Meeting): void {
  const { px, py, qx, qy } = edge
  const ax = f64(network.points, 2 * segment)
  const ay = f64(network.points, 2 * segment + 1)
  const bx = f64(network.points, 2 * segment + 2)
  const by = f64(network.points, 2 * segment + 3)
  // Their exact signs differ or one is zero; both cannot be, or the shifted edge would lie on one side.
  const atP = orient2d(ax, ay, bx, by, px, py)
  const atQ = orient2d(ax, ay, bx, by, qx, qy)
  const t = atP / (atP - atQ)
  const s = projection(px + t * (qx - px), py + t * (qy - py), ax, ay, bx, by)
  meeting.alongBorder = s
  meeting.alongEdge = s > 0 && s < 1 ? t : projection(ax + s * (bx - ax), ay + s * (by - ay), px, py, qx, qy)
}

/** Place of the point of a -> b nearest to (x, y), as a part of its length, 0 to 1. */
function projection(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax
  const dy = by - ay
  return Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
}
