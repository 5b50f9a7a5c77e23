/**
 * What keeps polygons from being a coverage, found exactly and with its place.
 *
 * A coverage is sound when (1) no two units claim the same side of an edge, (2) edges meet only in common vertices, and
 * (3) each side of each edge lies in the unit that claims it. (1) is seen while edges are matched; (2) and (3) here.
 * With (2), the edge where an overlap begins always fails (3): one side of it is covered once, the other twice.
 */
import { orient2d } from 'robust-predicates'
import { type BorderSegments, type Coverage, type CoverageGrid, OUTSIDE } from './coverage.ts'
import { locateUnit } from './coverage-locate.ts'
import { isLeftOfSegment, isOnSegment } from './coverage-side.ts'
import { f64, i32 } from './typed-array.ts'

export interface CoverageFault {
  /**
   * `bad-ring`: open, shorter than a triangle, or not finite. `overlap`: two units cover the same ground.
   * `unmatched-border`: the sides draw their border differently, so that edges cross, overlap or end within one another.
   */
  readonly kind: 'bad-ring' | 'overlap' | 'unmatched-border'
  readonly units: readonly string[]
  /** A place of the fault, in the coverage's own coordinates. */
  readonly x: number
  readonly y: number
}

export type ReportFault = (fault: CoverageFault) => void

/** A segment shorter than this part of its coordinates has no rounded midpoint that is sure to lie beside it alone. */
const HALVING_PRECISION = 2 ** -44

export function reportUnmatchedBorders({ segments, grid, codes }: Coverage, report: ReportFault): void {
  const reported = new Set<string>()
  forEachPairInCell(grid, (s, t) => {
    if (!meetsWrongly(segments, s, t)) return
    const pair = `${Math.min(s, t)} ${Math.max(s, t)}`
    if (reported.has(pair)) return
    reported.add(pair)
    const shorter = lengthOf(segments, s) < lengthOf(segments, t) ? s : t
    const [x, y] = midpointOf(segments, shorter)
    report({ kind: 'unmatched-border', units: unitsBeside(segments, codes, [s, t]), x, y })
  })
}

/** Needs sound borders: a label is only meaningful where edges meet in their ends. */
export function reportOverlaps(coverage: Coverage, report: ReportFault): void {
  const { segments, codes } = coverage
  for (let s = 0; s < segments.count; s++) {
    if (lengthOf(segments, s) < HALVING_PRECISION * sizeOf(segments, s)) continue
    const [x, y] = midpointOf(segments, s)
    const found = locateUnit(coverage, x, y)
    const left = i32(segments.left, s)
    const right = i32(segments.right, s)
    if (found === left || found === right) continue
    // Where two units overlap, the XOR of the walk holds both; taking out the one that claims this side leaves the other.
    const other = found ^ (isLeftOfSegment(segments, s, x, y) ? left : right)
    report({ kind: 'overlap', units: [...unitsBeside(segments, codes, [s]), codes[other] ?? ''], x, y })
  }
}

type VisitPair = (s: number, t: number) => void

function forEachPairInCell({ cellStart, cellSegments }: CoverageGrid, visit: VisitPair): void {
  for (let cell = 0; cell + 1 < cellStart.length; cell++) {
    const end = i32(cellStart, cell + 1)
    for (let i = i32(cellStart, cell); i < end; i++) {
      for (let j = i + 1; j < end; j++) visit(i32(cellSegments, i), i32(cellSegments, j))
    }
  }
}

/** True when the segments have more in common than one end. */
function meetsWrongly({ x0, y0, x1, y1 }: BorderSegments, s: number, t: number): boolean {
  const ax = f64(x0, s)
  const bx = f64(x1, s)
  const cx = f64(x0, t)
  const dx = f64(x1, t)
  // Segments run from their lesser end by x, so only y needs sorting.
  if (bx < cx || dx < ax) return false
  const ay = f64(y0, s)
  const by = f64(y1, s)
  const cy = f64(y0, t)
  const dy = f64(y1, t)
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return false
  if (ax === cx && ay === cy) return runsAlong(ax, ay, bx, by, dx, dy)
  if (ax === dx && ay === dy) return runsAlong(ax, ay, bx, by, cx, cy)
  if (bx === cx && by === cy) return runsAlong(bx, by, ax, ay, dx, dy)
  if (bx === dx && by === dy) return runsAlong(bx, by, ax, ay, cx, cy)
  return parts(ax, ay, bx, by, cx, cy, dx, dy) && parts(cx, cy, dx, dy, ax, ay, bx, by)
}

/** True when p-q and p-r overlap from p on. */
function runsAlong(px: number, py: number, qx: number, qy: number, rx: number, ry: number): boolean {
  return isOnSegment(px, py, qx, qy, rx, ry) || isOnSegment(px, py, rx, ry, qx, qy)
}

/** True when the line a-b has c and d on different sides, or one of them on it. */
function parts(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  return Math.sign(orient2d(ax, ay, bx, by, cx, cy)) * Math.sign(orient2d(ax, ay, bx, by, dx, dy)) <= 0
}

/** Greater of the segment's width and height: a length good enough to compare. */
function lengthOf({ x0, y0, x1, y1 }: BorderSegments, s: number): number {
  return Math.max(Math.abs(f64(x1, s) - f64(x0, s)), Math.abs(f64(y1, s) - f64(y0, s)))
}

/** Greater of the segment's coordinates, which sets their rounding. */
function sizeOf({ x0, y0, x1, y1 }: BorderSegments, s: number): number {
  return Math.max(Math.abs(f64(x0, s)), Math.abs(f64(y0, s)), Math.abs(f64(x1, s)), Math.abs(f64(y1, s)))
}

function midpointOf({ x0, y0, x1, y1 }: BorderSegments, s: number): [x: number, y: number] {
  return [(f64(x0, s) + f64(x1, s)) / 2, (f64(y0, s) + f64(y1, s)) / 2]
}

function unitsBeside({ left, right }: BorderSegments, codes: readonly string[], segments: readonly number[]): string[] {
  const numbers = new Set(segments.flatMap((s) => [i32(left, s), i32(right, s)]))
  numbers.delete(OUTSIDE)
  return [...numbers].flatMap((unit) => codes[unit] ?? [])
}
