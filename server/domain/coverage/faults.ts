/**
 * What keeps polygons from being a coverage, found exactly and with its place.
 *
 * Only the rim needs a look: the edges that one unit claims on one side and none on the other. How many units cover a
 * place changes at rim edges alone, since any other edge takes one unit for another. So where an overlap begins there is
 * a rim edge with one unit on one side and two on the other; if it crosses nothing, its midpoint betrays it.
 */
import { orient2d } from 'robust-predicates'
import { f64, i32 } from '../typed-array.ts'
import { type BorderSegments, type Coverage, type CoverageGrid, OUTSIDE } from './coverage.ts'
import { listTouchedCells, roomForTouchedCells } from './grid.ts'
import { locateUnit } from './locate.ts'
import { isLeftOfSegment, isOnSegment } from './side.ts'

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

/** Rim edges that cross, overlap or touch another edge elsewhere than in a common end. */
export function reportUnmatchedBorders({ segments, grid, codes }: Coverage, report: ReportFault): void {
  const reported = new Set<string>()
  forEachRimNeighbour(segments, grid, (rim, s) => {
    const pair = rim < s ? `${rim} ${s}` : `${s} ${rim}`
    if (!meetsWrongly(segments, rim, s) || reported.has(pair)) return
    reported.add(pair)
    const [x, y] = midpointOf(segments, lengthOf(segments, rim) < lengthOf(segments, s) ? rim : s)
    report({ kind: 'unmatched-border', units: unitsBeside(segments, codes, [rim, s]), x, y })
  })
}

/** Rim edges with another unit under them. Needs matched borders, so that one point speaks for the whole edge. */
export function reportOverlaps(coverage: Coverage, report: ReportFault): void {
  const { segments, codes } = coverage
  for (let s = 0; s < segments.count; s++) {
    if (!isRim(segments, s) || lengthOf(segments, s) < HALVING_PRECISION * sizeOf(segments, s)) continue
    const [x, y] = midpointOf(segments, s)
    const claimed = i32(isLeftOfSegment(segments, s, x, y) ? segments.left : segments.right, s)
    const found = locateUnit(coverage, x, y)
    // The walk's XOR holds both units of an overlap; taking out the one that claims this side leaves the other.
    const other = codes[found ^ claimed] ?? ''
    if (found !== claimed) report({ kind: 'overlap', units: [...unitsBeside(segments, codes, [s]), other], x, y })
  }
}

function isRim({ left, right }: BorderSegments, s: number): boolean {
  return left[s] === OUTSIDE || right[s] === OUTSIDE
}

type VisitPair = (rim: number, s: number) => void

/** Pairs of a rim edge and any other segment in one of its cells. */
function forEachRimNeighbour(segments: BorderSegments, grid: CoverageGrid, visit: VisitPair): void {
  const touched = roomForTouchedCells(grid)
  for (let rim = 0; rim < segments.count; rim++) {
    if (!isRim(segments, rim)) continue
    const count = listTouchedCells(segments, grid, rim, touched)
    for (let i = 0; i < count; i++) {
      const cell = i32(touched, i)
      const end = i32(grid.cellStart, cell + 1)
      for (let k = i32(grid.cellStart, cell); k < end; k++) {
        const s = i32(grid.cellSegments, k)
        if (s !== rim) visit(rim, s)
      }
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
