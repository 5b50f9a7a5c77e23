/** Where to write the name of an area: as deep inside it as possible, so that the name keeps clear of the border. */
import FlatQueue from 'flatqueue'
import type { Position } from 'geojson'
import type { Areal } from './reference-data.ts'

type Rings = readonly (readonly Position[])[]

interface Square {
  readonly x: number
  readonly y: number
  /** Half of the side. */
  readonly half: number
  /** From the centre to the nearest border, negative outside. */
  readonly depth: number
}

/**
 * The point of greatest distance to the border (pole of inaccessibility) of the area's largest part, found by quartering
 * squares, most promising first, until none can be deeper by more than 1 % of the part's shorter side.
 */
export function labelPoint(area: Areal): Position {
  const parts = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  const [largest = []] = parts.toSorted((a, b) => Math.abs(ringArea(b[0] ?? [])) - Math.abs(ringArea(a[0] ?? [])))
  return deepestPoint(largest)
}

function deepestPoint(rings: Rings): Position {
  const [outer = []] = rings
  const xs = outer.map(([x = 0]) => x)
  const ys = outer.map(([, y = 0]) => y)
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const side = Math.min(east - west, north - south)
  const first = square(rings, (west + east) / 2, (south + north) / 2, Math.max(east - west, north - south) / 2)
  if (side === 0) return [first.x, first.y]
  return search(rings, first, side / 100)
}

function search(rings: Rings, first: Square, precision: number): Position {
  const queue = new FlatQueue<Square>()
  const add = (candidate: Square) => queue.push(candidate, -reach(candidate))
  let best = first
  add(first)
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next.depth > best.depth) best = next
    if (reach(next) - best.depth <= precision) break
    const half = next.half / 2
    for (const [dx, dy] of QUARTERS) add(square(rings, next.x + dx * half, next.y + dy * half, half))
  }
  return [best.x, best.y]
}

const QUARTERS = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
] as const

const square = (rings: Rings, x: number, y: number, half: number): Square => ({ x, y, half, depth: depth(rings, x, y) })

/** No point of the square can be deeper than this. */
const reach = ({ depth, half }: Square): number => depth + half * Math.SQRT2

/** Distance to the nearest border, negative outside (even-odd rule over all rings). */
function depth(rings: Rings, x: number, y: number): number {
  let isInside = false
  let nearest2 = Infinity
  for (const ring of rings) {
    let [x0 = 0, y0 = 0] = ring.at(-1) ?? []
    for (const [x1 = 0, y1 = 0] of ring) {
      if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) isInside = !isInside
      nearest2 = Math.min(nearest2, distance2(x, y, x0, y0, x1, y1))
      ;[x0, y0] = [x1, y1]
    }
  }
  return (isInside ? 1 : -1) * Math.sqrt(nearest2)
}

/** Squared distance from a point to a segment. */
function distance2(x: number, y: number, x0: number, y0: number, x1: number, y1: number): number {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const length2 = dx * dx + dy * dy
  const along = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length2))
  return (x0 + along * dx - x) ** 2 + (y0 + along * dy - y) ** 2
}

function ringArea(ring: readonly Position[]): number {
  let doubled = 0
  let [x0 = 0, y0 = 0] = ring.at(-1) ?? []
  for (const [x1 = 0, y1 = 0] of ring) {
    doubled += x0 * y1 - x1 * y0
    ;[x0, y0] = [x1, y1]
  }
  return doubled / 2
}
