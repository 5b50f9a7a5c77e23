/**
 * In which unit a place truly lies, when its position and the borders are known to a standard error only.
 *
 * A circular normal error is integrated over every unit exactly (to 1e-6), border by border: by Green's theorem the mass of
 * a unit is 1 or 0, as its drawn outline says, less what each piece of its border cuts off, and a straight piece cuts off a
 * difference of two Owen's T. Each piece takes from one side what it gives to the other, so the probabilities add up to 1.
 */
import type { Coverage } from './coverage/coverage.ts'
import { locateUnit } from './coverage/locate.ts'
import { isLeftOfSegment } from './coverage/side.ts'
import { owensT } from './owens-t.ts'
import { f64, i32 } from './typed-array.ts'

export interface PositionProbability {
  /** By unit number; only what is above 1e-6. 0 is outside. */
  readonly byUnit: ReadonlyMap<number, number>
  /** Distance to the nearest border, metres; Infinity when it is farther than anything that matters. */
  readonly borderM: number
}

/** A border at five standard errors changes no probability by more than 3e-7. */
const REACH = 5
const NEGLIGIBLE = 1e-6
const NUDGE = 1e-6

/** `x`, `y` in the coverage's plane, metres; `sigmaM` the standard error in each axis, metres. */
export function positionProbability(
  coverage: Coverage,
  drawnX: number,
  drawnY: number,
  sigmaM: number,
): PositionProbability {
  // A place exactly on a vertex has no angle to it; the tie rule's shift, made a number, changes nothing above 1e-6.
  const [x, y] = [drawnX + NUDGE * sigmaM, drawnY + NUDGE * NUDGE * sigmaM]
  const drawn = locateUnit(coverage, x, y)
  const mass = new Map<number, number>([[drawn, 1]])
  let borderM = Number.POSITIVE_INFINITY
  forEachSegmentNear(coverage, x, y, REACH * sigmaM, (segment) => {
    borderM = Math.min(borderM, moveMass(coverage, segment, x, y, sigmaM, mass))
  })
  for (const [unit, probability] of mass) {
    if (probability < NEGLIGIBLE) mass.delete(unit)
    else if (probability > 1) mass.set(unit, 1)
  }
  return { byUnit: mass, borderM }
}

/** Moves what the segment cuts off from the near side to the far side; answers the distance to the segment. */
function moveMass(
  { segments }: Coverage,
  s: number,
  x: number,
  y: number,
  sigmaM: number,
  mass: Map<number, number>,
): number {
  const [ux, uy] = [f64(segments.x0, s) - x, f64(segments.y0, s) - y]
  const [vx, vy] = [f64(segments.x1, s) - x, f64(segments.y1, s) - y]
  const [dx, dy] = [vx - ux, vy - uy]
  const length = Math.hypot(dx, dy)
  const offLine = Math.abs(ux * vy - uy * vx) / length
  const start = (ux * dx + uy * dy) / length
  const beside = start > 0 ? start : Math.max(0, -(start + length))
  const distanceM = Math.hypot(offLine, beside)
  if (distanceM > REACH * sigmaM) return distanceM
  const cutOff =
    sigmaM > 0 ? owensT(offLine / sigmaM, (start + length) / sigmaM) - owensT(offLine / sigmaM, start / sigmaM) : 0
  const isLeft = isLeftOfSegment(segments, s, x, y)
  const [near, far] = isLeft ? [segments.left, segments.right] : [segments.right, segments.left]
  mass.set(i32(near, s), (mass.get(i32(near, s)) ?? 0) - cutOff)
  mass.set(i32(far, s), (mass.get(i32(far, s)) ?? 0) + cutOff)
  return distanceM
}

/** Every segment that comes within `reach` at least in one of its cells, once. */
function forEachSegmentNear(
  { grid, segments }: Coverage,
  x: number,
  y: number,
  reach: number,
  visit: (segment: number) => void,
): void {
  const west = Math.max(0, Math.floor((x - reach - grid.minX) / grid.cellWidth))
  const east = Math.min(grid.columns - 1, Math.floor((x + reach - grid.minX) / grid.cellWidth))
  const south = Math.max(0, Math.floor((y - reach - grid.minY) / grid.cellHeight))
  const north = Math.min(grid.rows - 1, Math.floor((y + reach - grid.minY) / grid.cellHeight))
  const isSingle = west === east && south === north
  const seen = isSingle ? null : new Set<number>()
  for (let r = south; r <= north; r++) {
    for (let c = west; c <= east; c++) {
      const cell = r * grid.columns + c
      for (let at = i32(grid.cellStart, cell); at < i32(grid.cellStart, cell + 1); at++) {
        const s = i32(grid.cellSegments, at)
        if (!isBoxNear(segments, s, x, y, reach) || seen?.has(s)) continue
        seen?.add(s)
        visit(s)
      }
    }
  }
}

function isBoxNear({ x0, x1, y0, y1 }: Coverage['segments'], s: number, x: number, y: number, reach: number): boolean {
  return (
    Math.min(f64(x0, s), f64(x1, s)) <= x + reach &&
    Math.max(f64(x0, s), f64(x1, s)) >= x - reach &&
    Math.min(f64(y0, s), f64(y1, s)) <= y + reach &&
    Math.max(f64(y0, s), f64(y1, s)) >= y - reach
  )
}
