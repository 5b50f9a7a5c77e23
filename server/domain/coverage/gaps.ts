/** Gaps: ground inside a coverage that no unit covers. They are no fault (an enclave may be left out), but often one. */

import { f64, i32 } from '../typed-array.ts'
import { type BorderSegments, type Coverage, OUTSIDE } from './coverage.ts'

export interface CoverageGap {
  /** Codes of the units around it. */
  readonly units: readonly string[]
  /** In square units of the plane. */
  readonly area: number
  /** A vertex of it. */
  readonly x: number
  readonly y: number
  /** Its outline, closed, counter-clockwise. */
  readonly ring: readonly (readonly [x: number, y: number])[]
}

/** Every gap that units of the coverage enclose. */
export function enclosedGaps({ segments, codes }: Coverage): CoverageGap[] {
  return rimLoops(segments)
    .map((loop) => ({ loop, area: areaOf(loop) }))
    .filter(({ area }) => area > 0)
    .map(({ loop, area }) => ({
      units: [...new Set(loop.map(({ unit }) => codes[unit] ?? ''))],
      area,
      x: loop[0]?.x0 ?? 0,
      y: loop[0]?.y0 ?? 0,
      ring: [...loop, ...loop.slice(0, 1)].map(({ x0, y0 }) => [x0, y0] as const),
    }))
}

/** A border segment run so that the outside is on its left; `unit` on its right. */
interface RimEdge {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly unit: number
}

/** The outside's borders as closed loops: counter-clockwise around a gap, clockwise around the coverage or an island. */
function rimLoops(segments: BorderSegments): RimEdge[][] {
  const leaving = byStart(rimEdges(segments))
  const loops: RimEdge[][] = []
  for (const edges of leaving.values()) {
    for (let first = edges.pop(); first !== undefined; first = edges.pop()) loops.push(traceLoop(first, leaving))
  }
  return loops
}

function byStart(edges: readonly RimEdge[]): Map<string, RimEdge[]> {
  const leaving = new Map<string, RimEdge[]>()
  for (const edge of edges) {
    const place = `${edge.x0} ${edge.y0}`
    leaving.set(place, [...(leaving.get(place) ?? []), edge])
  }
  return leaving
}

function traceLoop(first: RimEdge, leaving: ReadonlyMap<string, RimEdge[]>): RimEdge[] {
  const loop = [first]
  for (let edge: RimEdge | undefined = first; edge !== undefined; ) {
    if (edge.x1 === first.x0 && edge.y1 === first.y0) break
    edge = takeLeftmost(leaving.get(`${edge.x1} ${edge.y1}`) ?? [], edge)
    if (edge !== undefined) loop.push(edge)
  }
  return loop
}

/** Where gaps meet in a point, the sharpest left turn stays with the same gap. */
function takeLeftmost(candidates: RimEdge[], after: RimEdge): RimEdge | undefined {
  candidates.sort((a, b) => turn(after, a) - turn(after, b))
  return candidates.pop()
}

function turn(from: RimEdge, to: RimEdge): number {
  const [dx, dy, ex, ey] = [from.x1 - from.x0, from.y1 - from.y0, to.x1 - to.x0, to.y1 - to.y0]
  return Math.atan2(dx * ey - dy * ex, dx * ex + dy * ey)
}

function rimEdges({ count, x0, y0, x1, y1, left, right }: BorderSegments): RimEdge[] {
  const edges: RimEdge[] = []
  for (let s = 0; s < count; s++) {
    const [ax, ay, bx, by] = [f64(x0, s), f64(y0, s), f64(x1, s), f64(y1, s)]
    if (left[s] === OUTSIDE) edges.push({ x0: ax, y0: ay, x1: bx, y1: by, unit: i32(right, s) })
    if (right[s] === OUTSIDE) edges.push({ x0: bx, y0: by, x1: ax, y1: ay, unit: i32(left, s) })
  }
  return edges
}

function areaOf(loop: readonly RimEdge[]): number {
  const [originX, originY] = [loop[0]?.x0 ?? 0, loop[0]?.y0 ?? 0]
  const doubled = ({ x0, y0, x1, y1 }: RimEdge) => (x0 - originX) * (y1 - originY) - (x1 - originX) * (y0 - originY)
  return loop.reduce((area, edge) => area + doubled(edge) / 2, 0)
}
