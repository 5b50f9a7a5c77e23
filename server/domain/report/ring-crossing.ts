/**
 * Whether the rings of an area cross or run along each other, decided exactly, with the place where they do.
 *
 * Simple Features (OGC 06-103r4, 6.1.11): a ring must not touch itself, two rings may touch in single points only.
 */
import { orient2d } from 'robust-predicates'
import { f64, u32 } from '../typed-array.ts'

export interface RingCrossing {
  readonly x: number
  readonly y: number
  /** Index of the two rings in the list given; the same number when one ring crosses itself. */
  readonly rings: readonly [number, number]
}

/** First crossing found, or null. Rings are flat x, y lists, closed (last position = first). */
export function firstRingCrossing(rings: readonly Float64Array[]): RingCrossing | null {
  const segments = segmentsOf(rings)
  const order = byMinimumX(segments)
  for (let i = 0; i < order.length; i++) {
    const one = u32(order, i)
    const reach = Math.max(f64(segments.x0, one), f64(segments.x1, one))
    for (let j = i + 1; j < order.length; j++) {
      const other = u32(order, j)
      if (Math.min(f64(segments.x0, other), f64(segments.x1, other)) > reach) break
      if (overlapInY(segments, one, other) && isConflict(segments, one, other)) return conflict(segments, one, other)
    }
  }
  return null
}

/** Exact: the position is inside (1), on the ring (0) or outside (-1). */
export function sideOfRing(ring: Float64Array, x: number, y: number): 1 | 0 | -1 {
  let isInside = false
  for (let at = 0; at + 3 < ring.length; at += 2) {
    const [x0, y0, x1, y1] = [f64(ring, at), f64(ring, at + 1), f64(ring, at + 2), f64(ring, at + 3)]
    const turn = orient2d(x0, y0, x1, y1, x, y)
    if (turn === 0 && isWithin(x0, y0, x1, y1, x, y)) return 0
    // A ray to the east crosses the edge when the edge spans y and the position lies to its west.
    if (y0 <= y !== y1 <= y && turn > 0 === y1 < y0) isInside = !isInside
  }
  return isInside ? 1 : -1
}

interface Segments {
  readonly x0: Float64Array
  readonly y0: Float64Array
  readonly x1: Float64Array
  readonly y1: Float64Array
  readonly ring: Uint32Array
  /** Number of the next segment around the ring. */
  readonly next: Uint32Array
}

/** Repeated positions are left out: a segment of no length says nothing about the shape. */
function segmentsOf(rings: readonly Float64Array[]): Segments {
  const most = rings.reduce((sum, ring) => sum + ring.length / 2, 0)
  const [x0, y0, x1, y1] = [0, 1, 2, 3].map(() => new Float64Array(most)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const ringOf = new Uint32Array(most)
  const next = new Uint32Array(most)
  let count = 0
  rings.forEach((ring, number) => {
    const first = count
    for (let at = 0; at + 3 < ring.length; at += 2) {
      if (ring[at] === ring[at + 2] && ring[at + 1] === ring[at + 3]) continue
      x0[count] = f64(ring, at)
      y0[count] = f64(ring, at + 1)
      x1[count] = f64(ring, at + 2)
      y1[count] = f64(ring, at + 3)
      ringOf[count] = number
      next[count] = ++count
    }
    if (count > first) next[count - 1] = first
  })
  const cut = (array: Float64Array) => array.subarray(0, count)
  return { x0: cut(x0), y0: cut(y0), x1: cut(x1), y1: cut(y1), ring: ringOf, next }
}

function byMinimumX({ x0, x1 }: Segments): Uint32Array {
  const left = x0.map((x, index) => Math.min(x, f64(x1, index)))
  return Uint32Array.from(left.keys()).sort((one, other) => f64(left, one) - f64(left, other))
}

function overlapInY({ y0, y1 }: Segments, one: number, other: number): boolean {
  return (
    Math.max(f64(y0, one), f64(y1, one)) >= Math.min(f64(y0, other), f64(y1, other)) &&
    Math.max(f64(y0, other), f64(y1, other)) >= Math.min(f64(y0, one), f64(y1, one))
  )
}

function isConflict(segments: Segments, one: number, other: number): boolean {
  const ofOther = sidesOf(segments, one, other)
  if (ofOther > 0) return false
  const ofOne = sidesOf(segments, other, one)
  if (ofOne > 0) return false
  if (ofOther < 0 && ofOne < 0) return true
  if (isCollinear(segments, one, other)) return isRunningAlong(segments, one, other)
  return u32(segments.ring, one) === u32(segments.ring, other) && !isNeighbour(segments, one, other)
}

/** Of the ends of `other` against the line of `one`: 1 both on one side, -1 on different sides, 0 one at least on it. */
function sidesOf({ x0, y0, x1, y1 }: Segments, one: number, other: number): number {
  const [ax, ay, bx, by] = [f64(x0, one), f64(y0, one), f64(x1, one), f64(y1, one)]
  const start = orient2d(ax, ay, bx, by, f64(x0, other), f64(y0, other))
  if (start === 0) return 0
  return Math.sign(start) * Math.sign(orient2d(ax, ay, bx, by, f64(x1, other), f64(y1, other)))
}

function isCollinear({ x0, y0, x1, y1 }: Segments, one: number, other: number): boolean {
  const [ax, ay, bx, by] = [f64(x0, one), f64(y0, one), f64(x1, one), f64(y1, one)]
  return (
    orient2d(ax, ay, bx, by, f64(x0, other), f64(y0, other)) === 0 &&
    orient2d(ax, ay, bx, by, f64(x1, other), f64(y1, other)) === 0
  )
}

const isNeighbour = ({ next }: Segments, one: number, other: number): boolean =>
  next[one] === other || next[other] === one

/** Collinear segments: more than one common point, or one that is not the common end of two neighbours. */
function isRunningAlong(segments: Segments, one: number, other: number): boolean {
  const [ax, bx] = inOrder(f64(segments.x0, one), f64(segments.x1, one))
  const [ay, by] = inOrder(f64(segments.y0, one), f64(segments.y1, one))
  const [cx, dx] = inOrder(f64(segments.x0, other), f64(segments.x1, other))
  const [cy, dy] = inOrder(f64(segments.y0, other), f64(segments.y1, other))
  const width = Math.min(bx, dx) - Math.max(ax, cx)
  const height = Math.min(by, dy) - Math.max(ay, cy)
  if (width < 0 || height < 0) return false
  if (width > 0 || height > 0) return true
  return u32(segments.ring, one) === u32(segments.ring, other) && !isNeighbour(segments, one, other)
}

const inOrder = (a: number, b: number): readonly [number, number] => (a < b ? [a, b] : [b, a])

const isWithin = (x0: number, y0: number, x1: number, y1: number, x: number, y: number): boolean =>
  x >= Math.min(x0, x1) && x <= Math.max(x0, x1) && y >= Math.min(y0, y1) && y <= Math.max(y0, y1)

/** Where to look; the decision is exact, this place is rounded like any number. */
function conflict({ x0, y0, x1, y1, ring }: Segments, one: number, other: number): RingCrossing {
  const [ax, ay] = [f64(x0, one), f64(y0, one)]
  const [ux, uy] = [f64(x1, one) - ax, f64(y1, one) - ay]
  const [vx, vy] = [f64(x1, other) - f64(x0, other), f64(y1, other) - f64(y0, other)]
  const across = ux * vy - uy * vx
  const along = across === 0 ? 0 : ((f64(x0, other) - ax) * vy - (f64(y0, other) - ay) * vx) / across
  const share = Math.min(1, Math.max(0, along))
  return { x: ax + share * ux, y: ay + share * uy, rings: [u32(ring, one), u32(ring, other)] }
}
