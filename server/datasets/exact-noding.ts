/**
 * A coverage on the grid of its published decimals, noded exactly.
 *
 * Rounding moves vertices, so a border may then pass beside a vertex that lay on it, or cross another border. Every border that
 * passes within a grid cell of a vertex is led through it, every crossing becomes a vertex, until nothing changes. Both owners
 * of a border get the same vertices: each directed edge is answered by exactly one reverse edge.
 */
import type { MultiPolygon } from 'geojson'
import { type Areal, isAnticlockwise, partsOf } from './border-edges.ts'
import { EdgeGrid, type GridVertex } from './edge-grid.ts'

/** Published decimals of a degree: 1e-6 degree is 0.11 m. */
const CELLS_PER_DEGREE = 1e6
/** Half the diagonal of a grid cell. */
const HOT_RADIUS = Math.SQRT1_2
const MAX_ROUNDS = 12

type Ring = readonly GridVertex[]

export function exactlyNoded(geometries: readonly Areal[]): MultiPolygon[] {
  let shapes = geometries.map((geometry) => partsOf(geometry).map((rings) => rings.map(toGrid)))
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const grid = new EdgeGrid(shapes.flat(2))
    let inserted = 0
    const leadThrough = (ring: Ring): Ring =>
      ring.flatMap((from, at) => {
        const to = ring[(at + 1) % ring.length] ?? from
        const between = isAhead(from, to) ? nodesBetween(from, to, grid) : nodesBetween(to, from, grid).toReversed()
        inserted += between.length
        return [from, ...between]
      })
    shapes = shapes.map((parts) => parts.map((rings) => rings.map((ring) => withoutSpikes(leadThrough(ring)))))
    if (inserted === 0) return shapes.map(toMultiPolygon)
  }
  throw new Error(`noding did not settle in ${MAX_ROUNDS} rounds`)
}

/** Grid vertices through which the edge must be led, in order of travel. */
function nodesBetween(from: GridVertex, to: GridVertex, grid: EdgeGrid): GridVertex[] {
  const found = new Map<string, { node: GridVertex; along: number }>()
  const consider = (node: GridVertex) => {
    if (isSame(node, from) || isSame(node, to)) return
    const { along, distance } = positionOnEdge(node, from, to)
    if (along > 0 && along < 1 && distance <= HOT_RADIUS) found.set(`${node}`, { node, along })
  }
  for (const node of grid.verticesNear(from, to)) consider(node)
  for (const [start, end] of grid.edgesNear(from, to)) {
    const crossing = properCrossing(from, to, start, end)
    if (crossing) consider(crossing)
  }
  return [...found.values()].sort((a, b) => a.along - b.along).map(({ node }) => node)
}

/** Both owners of an edge ask for its nodes in the same direction, so that both get the same answer. */
const isAhead = (from: GridVertex, to: GridVertex): boolean => from[0] < to[0] || (from[0] === to[0] && from[1] < to[1])

function positionOnEdge(node: GridVertex, from: GridVertex, to: GridVertex): { along: number; distance: number } {
  const [edgeX, edgeY] = [to[0] - from[0], to[1] - from[1]]
  const [x, y] = [node[0] - from[0], node[1] - from[1]]
  const squaredLength = edgeX * edgeX + edgeY * edgeY
  return {
    along: (x * edgeX + y * edgeY) / squaredLength,
    distance: Math.abs(x * edgeY - y * edgeX) / Math.sqrt(squaredLength),
  }
}

/** Products of differences stay below 2^53 for edges shorter than 90 degrees, so the signs are exact. */
function properCrossing(a: GridVertex, b: GridVertex, c: GridVertex, d: GridVertex): GridVertex | undefined {
  const [startSide, endSide] = [side(a, b, c), side(a, b, d)]
  if (startSide * endSide >= 0 || side(c, d, a) * side(c, d, b) >= 0) return undefined
  const share = startSide / (startSide - endSide)
  return [Math.round(c[0] + share * (d[0] - c[0])), Math.round(c[1] + share * (d[1] - c[1]))]
}

const side = (a: GridVertex, b: GridVertex, point: GridVertex): number =>
  (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])

const isSame = (a: GridVertex | undefined, b: GridVertex | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]

/** An open ring without repeated vertices and without excursions that return along themselves. */
function withoutSpikes(ring: Ring): Ring {
  const kept: GridVertex[] = []
  for (const vertex of ring) {
    if (isSame(vertex, kept.at(-1))) continue
    if (isSame(vertex, kept.at(-2))) kept.pop()
    else kept.push(vertex)
  }
  while (kept.length > 1 && isSame(kept[0], kept.at(-1))) kept.pop()
  while (kept.length > 2 && isSame(kept[1], kept.at(-1))) kept.shift()
  return kept
}

const toGrid = (ring: readonly (readonly number[])[]): Ring =>
  withoutSpikes(
    ring.map(([lon = 0, lat = 0]) => [Math.round(lon * CELLS_PER_DEGREE), Math.round(lat * CELLS_PER_DEGREE)]),
  )

function toMultiPolygon(parts: readonly (readonly Ring[])[]): MultiPolygon {
  const closed = parts
    .map((rings) => rings.filter((ring) => ring.length > 2).map(toPublishedRing))
    .filter((rings) => rings.length > 0)
  return { type: 'MultiPolygon', coordinates: closed }
}

/** Closed, the exterior anticlockwise and holes clockwise (RFC 7946, 3.1.6). */
function toPublishedRing(ring: Ring, index: number): number[][] {
  const closed = [...ring, ...ring.slice(0, 1)].map(toDegrees)
  return isAnticlockwise(closed) === (index === 0) ? closed : closed.toReversed()
}

const toDegrees = ([x, y]: GridVertex): number[] => [x / CELLS_PER_DEGREE, y / CELLS_PER_DEGREE]
