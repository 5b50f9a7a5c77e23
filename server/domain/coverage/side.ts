/**
 * Which side of a border segment a point lies on, exactly.
 *
 * The point is shifted by a symbolic (e, e^2), e smaller than any number, so it is never on the segment: this is the
 * tie rule of a coverage. Floating point decides when its error bound allows, adaptive arithmetic otherwise.
 * Source of the bound: Shewchuk, Adaptive Precision Floating-Point Arithmetic (1997), ccwerrboundA.
 */
import { orient2d } from 'robust-predicates'
import { f64 } from '../typed-array.ts'
import type { BorderSegments } from './coverage.ts'

/** (3 + 16u)u for u = 2^-53: the greatest relative error of the two rounded products below. */
const ORIENTATION_ERROR = 3.330669073875472e-16

/** True when the shifted point lies left of segment `s` as it runs. */
export function isLeftOfSegment(segments: BorderSegments, s: number, x: number, y: number): boolean {
  return isLeft(f64(segments.x0, s), f64(segments.y0, s), f64(segments.x1, s), f64(segments.y1, s), x, y)
}

/** True when (x, y) shifted by (e, e^2) lies left of the line from a to b; a and b differ. */
export function isLeft(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  const rise = (bx - ax) * (y - ay)
  const run = (by - ay) * (x - ax)
  const doubleArea = rise - run
  const bound = ORIENTATION_ERROR * (Math.abs(rise) + Math.abs(run))
  // Strict on both sides: two products that are zero prove nothing, they may have lost a collinear point's last bit.
  if (doubleArea > bound) return true
  if (-doubleArea > bound) return false
  return isLeftExactly(ax, ay, bx, by, x, y)
}

/** True when (x, y) itself, unshifted, lies on the closed segment from a to b. */
export function isOnSegment(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  const isInBox = x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by)
  return isInBox && orient2d(ax, ay, bx, by, x, y) === 0
}

function isLeftExactly(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  const clockwise = orient2d(ax, ay, bx, by, x, y)
  if (clockwise !== 0) return clockwise < 0
  // On the line: moving east by e changes the area by -(by - ay) e; only on an east-west line does e^2 north decide.
  return by !== ay ? by < ay : bx > ax
}
