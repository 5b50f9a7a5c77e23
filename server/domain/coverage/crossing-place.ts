/** Where an edge and a border segment cross. */
import { orient2d } from 'robust-predicates'
import { f64 } from '../typed-array.ts'
import type { BorderNetwork } from './crossing-network.ts'

/** A query edge from p to q. */
export interface Edge {
  readonly px: number
  readonly py: number
  readonly qx: number
  readonly qy: number
}

/** The crossing as a part, 0 to 1, of the edge's length and of the border segment's. */
export interface Meeting {
  alongEdge: number
  alongBorder: number
}

/**
 * Places the crossing of an edge with a segment that it is known to cross. The place is found on the edge, then
 * projected to the border and back, so that both sides speak of the same place even where they run almost parallel and
 * the place itself is uncertain.
 */
export function placeCrossing({ points }: BorderNetwork, edge: Edge, segment: number, meeting: Meeting): void {
  const { px, py, qx, qy } = edge
  const ax = f64(points, 2 * segment)
  const ay = f64(points, 2 * segment + 1)
  const bx = f64(points, 2 * segment + 2)
  const by = f64(points, 2 * segment + 3)
  // Their exact signs differ, or one is zero; both cannot be, or the shifted edge would lie on one side.
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
