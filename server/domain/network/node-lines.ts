/**
 * Noding: every crossing, touch and overlap of lines becomes a vertex that they share.
 *
 * Snap rounding (Hobby 1999) on the grid of centimetres: a cell is hot where it holds a vertex or a crossing, and a segment is
 * led through the middle of every hot cell that it passes. Since a cell is as wide as the grid and everything is decided in
 * whole numbers, one pass is enough: no two edges of the result cross or touch but at their ends, however dense the layer.
 */
import type Flatbush from 'flatbush'
import { f64, i32 } from '../typed-array.ts'
import { cross, crossingCell, passes } from './grid-geometry.ts'
import { Insertions, insertVertices, type LineTable, linesOfVertices, placeKey } from './line-table.ts'
import { indexSegments, type SegmentBoxes } from './segment-index.ts'
import { type TooDense, tooDense } from './too-dense.ts'

/** One number for a pair of lines, in either order. */
export const pairKey = (a: number, b: number): number => Math.min(a, b) * 2 ** 26 + Math.max(a, b)

/** Far above any drawing of rivers (100,000 segments cross in some thousand places), far below what fills the memory. */
const MOST_MEETINGS = 2_000_000

/** `apart` holds pairs of lines (`pairKey`) whose crossings are none, since one passes over the other. */
export function nodeLines(
  table: LineTable,
  apart: ReadonlySet<number> = new Set(),
  most: number = MOST_MEETINGS,
): LineTable | TooDense {
  const index = indexSegments(table)
  if (index.boxes === null) return table
  const hot = new HotCells()
  for (let v = 0; v < table.x.length; v++) hot.add(f64(table.x, v), f64(table.y, v))
  const vertices = hot.x.length
  addCrossings(hot, table, index, apart, vertices + most)
  if (hot.x.length > vertices + most) return tooDense(hot.x.slice(vertices), hot.y.slice(vertices), most)
  const insertions = passagesOf(hot, table, index.boxes, index.segment, most)
  if (insertions.segment.length > most) return tooDense(insertions.x, insertions.y, most)
  return insertVertices(table, insertions).table
}

/** Cells that hold a vertex or a crossing, each once. */
class HotCells {
  readonly x: number[] = []
  readonly y: number[] = []
  readonly #known = new Set<number>()

  add(x: number, y: number): void {
    const key = placeKey(x, y)
    if (this.#known.has(key)) return
    this.#known.add(key)
    this.x.push(x)
    this.y.push(y)
  }
}

/** Ends early, with more than `most` cells, where there are more. */
function addCrossings(
  hot: HotCells,
  table: LineTable,
  { boxes, segment }: SegmentBoxes,
  apart: ReadonlySet<number>,
  most: number,
): void {
  const { x, y } = table
  const lineOf = linesOfVertices(table)
  const isApart = (a: number, b: number): boolean =>
    apart.size > 0 && apart.has(pairKey(i32(lineOf, a), i32(lineOf, b)))
  for (const a of segment) {
    const [ax, ay, bx, by] = [f64(x, a), f64(y, a), f64(x, a + 1), f64(y, a + 1)]
    const near = boxes?.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)) ?? []
    for (const item of near) {
      const b = i32(segment, item)
      if (b <= a) continue
      const [cx, cy, dx, dy] = [f64(x, b), f64(y, b), f64(x, b + 1), f64(y, b + 1)]
      if (!cross(ax, ay, bx, by, cx, cy, dx, dy) || isApart(a, b)) continue
      hot.add(...crossingCell(ax, ay, bx, by, cx, cy, dx, dy))
    }
    if (hot.x.length > most) return
  }
}

/** The hot cells that each segment passes between its ends. Ends early, with more than `most`, where there are more. */
function passagesOf(
  hot: HotCells,
  { x, y }: LineTable,
  boxes: Flatbush,
  segment: Int32Array,
  most: number,
): Insertions {
  const insertions = new Insertions()
  for (const [cell, px] of hot.x.entries()) {
    const py = hot.y[cell] ?? Number.NaN
    for (const item of boxes.search(px, py, px, py)) {
      const a = i32(segment, item)
      const [ax, ay, bx, by] = [f64(x, a), f64(y, a), f64(x, a + 1), f64(y, a + 1)]
      const isEnd = (px === ax && py === ay) || (px === bx && py === by)
      if (!isEnd && passes(ax, ay, bx, by, px, py)) insertions.add(a, px, py)
    }
    if (insertions.segment.length > most) break
  }
  return insertions
}
