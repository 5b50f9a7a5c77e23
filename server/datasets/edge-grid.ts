/** The vertices and edges of a set of rings, found by place. Coordinates are whole numbers. */
export type GridVertex = readonly [x: number, y: number]
export type GridEdge = readonly [from: GridVertex, to: GridVertex]

/** About 1 km, a few times the length of a usual border edge. */
const BUCKET_SIZE = 10_000

export class EdgeGrid {
  readonly #vertices = new Map<string, Map<string, GridVertex>>()
  readonly #edges = new Map<string, GridEdge[]>()

  constructor(rings: readonly (readonly GridVertex[])[]) {
    const seen = new Set<string>()
    for (const ring of rings) {
      ring.forEach((from, at) => {
        const to = ring[(at + 1) % ring.length] ?? from
        for (const bucket of bucketsOf(from, from)) this.#addVertex(bucket, from)
        if (seen.has(`${from} ${to}`) || seen.has(`${to} ${from}`)) return
        seen.add(`${from} ${to}`)
        for (const bucket of bucketsOf(from, to)) this.#addEdge(bucket, [from, to])
      })
    }
  }

  /** Vertices in the neighbourhood of an edge; some may be far from it, none within a cell of it is missing. */
  *verticesNear(from: GridVertex, to: GridVertex): Generator<GridVertex> {
    for (const bucket of bucketsOf(from, to)) yield* this.#vertices.get(bucket)?.values() ?? []
  }

  *edgesNear(from: GridVertex, to: GridVertex): Generator<GridEdge> {
    for (const bucket of bucketsOf(from, to)) yield* this.#edges.get(bucket) ?? []
  }

  #addVertex(bucket: string, vertex: GridVertex): void {
    const held = this.#vertices.get(bucket)
    if (held) held.set(`${vertex}`, vertex)
    else this.#vertices.set(bucket, new Map([[`${vertex}`, vertex]]))
  }

  #addEdge(bucket: string, edge: GridEdge): void {
    const held = this.#edges.get(bucket)
    if (held) held.push(edge)
    else this.#edges.set(bucket, [edge])
  }
}

/** The buckets of an edge's box, one cell wider on each side. */
function* bucketsOf(from: GridVertex, to: GridVertex): Generator<string> {
  const [west, east] = bucketRange(from[0], to[0])
  const [south, north] = bucketRange(from[1], to[1])
  for (let x = west; x <= east; x++) for (let y = south; y <= north; y++) yield `${x},${y}`
}

const bucketRange = (a: number, b: number): [number, number] => [
  Math.floor((Math.min(a, b) - 1) / BUCKET_SIZE),
  Math.floor((Math.max(a, b) + 1) / BUCKET_SIZE),
]
