/**
 * Noding: every crossing, touch and overlap of lines becomes a vertex that they share.
 *
 * Iterated snap rounding on the grid of centimetres: a segment that passes within one cell of a vertex is led through it, a
 * crossing becomes the nearest place of the grid, and what this bends is looked at again until nothing changes.
 */
import { f64, i32, u8 } from '../typed-array.ts'
import { Insertions, insertVertices, type LineTable, linesOfVertices } from './line-table.ts'
import { indexSegments } from './segment-index.ts'

/** One number for a pair of lines, in either order. */
export const pairKey = (a: number, b: number): number => Math.min(a, b) * 2 ** 26 + Math.max(a, b)

const MOST_ROUNDS = 60
/** A layer this much denser than its grid of centimetres is no drawing of rivers: it is given up before it fills the memory. */
const MOST_INSERTIONS = 10_000_000
/** A segment this near to a vertex, in cells, goes through it; more than half a cell's diagonal, by which rounding moves. */
const HOT_RADIUS = 1

/** `apart` holds pairs of lines (`pairKey`) whose crossings are none, since one passes over the other. */
export function nodeLines(table: LineTable, apart: ReadonlySet<number> = new Set()): LineTable {
  let noded = table
  let isNew: Uint8Array = new Uint8Array(table.x.length).fill(1)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const insertions = meetingsOf(noded, isNew, apart)
    if (insertions.segment.length === 0) return noded
    const next = insertVertices(noded, insertions)
    noded = next.table
    isNew = next.isNew
  }
  throw new Error(`noding did not settle in ${MOST_ROUNDS} rounds`)
}

/** The vertices wanted by all pairs of which at least one segment has an end that the last round put in. */
function meetingsOf(table: LineTable, isNew: Uint8Array, apart: ReadonlySet<number>): Insertions {
  const { x, y } = table
  const { boxes, segment } = indexSegments(table)
  const insertions = new Insertions()
  const lineOf = linesOfVertices(table)
  const mayCross = (a: number, b: number): boolean =>
    apart.size === 0 || !apart.has(pairKey(i32(lineOf, a), i32(lineOf, b)))
  const isDirty = (v: number): boolean => u8(isNew, v) === 1 || u8(isNew, v + 1) === 1
  for (const a of segment) {
    if (!isDirty(a)) continue
    const [ax, bx] = [f64(x, a), f64(x, a + 1)]
    const [ay, by] = [f64(y, a), f64(y, a + 1)]
    const near = boxes?.search(
      Math.min(ax, bx) - HOT_RADIUS,
      Math.min(ay, by) - HOT_RADIUS,
      Math.max(ax, bx) + HOT_RADIUS,
      Math.max(ay, by) + HOT_RADIUS,
    )
    if (insertions.segment.length > MOST_INSERTIONS) throw new Error('the lines are too dense to be noded')
    for (const item of near ?? []) {
      const b = segment[item] as number
      if (b > a || (b < a && !isDirty(b))) meet(table, Math.min(a, b), Math.max(a, b), insertions, mayCross)
    }
  }
  return insertions
}

/** Ends of one near the other, or else the place where they cross. */
function meet(
  { x, y }: LineTable,
  a: number,
  b: number,
  insertions: Insertions,
  mayCross: (a: number, b: number) => boolean,
): void {
  const [ax, ay, bx, by] = [f64(x, a), f64(y, a), f64(x, a + 1), f64(y, a + 1)]
  const [cx, cy, dx, dy] = [f64(x, b), f64(y, b), f64(x, b + 1), f64(y, b + 1)]
  const before = insertions.segment.length
  if (passes(ax, ay, bx, by, cx, cy)) insertions.add(a, cx, cy)
  if (passes(ax, ay, bx, by, dx, dy)) insertions.add(a, dx, dy)
  if (passes(cx, cy, dx, dy, ax, ay)) insertions.add(b, ax, ay)
  if (passes(cx, cy, dx, dy, bx, by)) insertions.add(b, bx, by)
  if (insertions.segment.length > before || !cross(ax, ay, bx, by, cx, cy, dx, dy) || !mayCross(a, b)) return
  const [px, py] = isBefore(ax, ay, bx, by, cx, cy, dx, dy)
    ? crossing(ax, ay, bx, by, cx, cy, dx, dy)
    : crossing(cx, cy, dx, dy, ax, ay, bx, by)
  if (!(px === ax && py === ay) && !(px === bx && py === by)) insertions.add(a, px, py)
  if (!(px === cx && py === cy) && !(px === dx && py === dy)) insertions.add(b, px, py)
}

/** The place lies beside the segment, between its ends, and within the radius. */
function passes(ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean {
  const [ex, ey, qx, qy] = [bx - ax, by - ay, px - ax, py - ay]
  const along = qx * ex + qy * ey
  const squared = ex * ex + ey * ey
  if (along <= 0 || along >= squared) return false
  return Math.abs(ex * qy - ey * qx) <= HOT_RADIUS * Math.sqrt(squared)
}

/** Each has its ends on different sides of the other; exact. */
function cross(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const c = side(ax, ay, bx, by, cx, cy)
  const d = side(ax, ay, bx, by, dx, dy)
  if (!(c > 0 && d < 0) && !(c < 0 && d > 0)) return false
  const a = side(cx, cy, dx, dy, ax, ay)
  const b = side(cx, cy, dx, dy, bx, by)
  return (a > 0 && b < 0) || (a < 0 && b > 0)
}

const side = (ax: number, ay: number, bx: number, by: number, px: number, py: number): number =>
  (bx - ax) * (py - ay) - (by - ay) * (px - ax)

/**
 * The place on the grid nearest to the crossing, computed along the second segment from its lesser end: lines that share an
 * edge, whichever way they run, are given the same place.
 */
function crossing(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number) {
  const isAhead = cx < dx || (cx === dx && cy < dy)
  const [sx, sy, tx, ty] = isAhead ? [cx, cy, dx, dy] : [dx, dy, cx, cy]
  const s = Math.abs(side(ax, ay, bx, by, sx, sy))
  const t = Math.abs(side(ax, ay, bx, by, tx, ty))
  const share = s / (s + t)
  return [Math.round(sx + share * (tx - sx)), Math.round(sy + share * (ty - sy))] as const
}

/** One order for a pair of segments, whichever way each runs: by their sums of ends. */
function isBefore(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number) {
  return ax + bx < cx + dx || (ax + bx === cx + dx && ay + by < cy + dy)
}
