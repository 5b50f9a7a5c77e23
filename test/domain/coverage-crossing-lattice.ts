/** An invented coverage full of trouble: random units on the cells of a lattice, with exclaves, holes, gaps and corners. */
import type { Position } from 'geojson'
import { buildCoverage, type Coverage, type CoverageUnit } from '#domain/coverage/coverage'

export type Chance = () => number

/** Mulberry32: the same seed, the same test. */
export function seededChance(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface Lattice {
  readonly units: readonly CoverageUnit[]
  readonly coverage: Coverage
  /** Side of the whole lattice. */
  readonly size: number
}

/** `cells` x `cells` squares of side `step`, each in a random unit or none; `jitter` moves the vertices, 0 keeps integers. */
export function latticeCoverage(
  chance: Chance,
  {
    cells = 8,
    step = 4,
    unitCount = 5,
    jitter = 0,
  }: { cells?: number; step?: number; unitCount?: number; jitter?: number },
): Lattice {
  const vertices = Array.from(
    { length: (cells + 1) ** 2 },
    (_, index): Position => [
      (index % (cells + 1)) * step + (chance() - 0.5) * jitter,
      Math.floor(index / (cells + 1)) * step + (chance() - 0.5) * jitter,
    ],
  )
  const owner = Array.from({ length: cells ** 2 }, () => Math.floor(chance() * (unitCount + 1)))
  const units = Array.from({ length: unitCount }, (_, index): CoverageUnit => {
    const rings = ringsOfUnit(owner, cells, index + 1).map((ring) => ring.map((vertex) => vertices[vertex] ?? []))
    return { code: `unit ${index + 1}`, geometry: { type: 'MultiPolygon', coordinates: nestRings(rings) } }
  }).filter(({ geometry }) => geometry.coordinates.length > 0)
  return { units, coverage: expectCoverage(units), size: cells * step }
}

export function expectCoverage(units: readonly CoverageUnit[]): Coverage {
  const coverage = buildCoverage(units)
  if ('faults' in coverage) throw new Error(JSON.stringify(coverage.faults.slice(0, 3)))
  return coverage
}

/** The edges that part the unit's cells from the rest, unit on the left, chained to closed rings of vertex numbers. */
function ringsOfUnit(owner: readonly number[], cells: number, unit: number): number[][] {
  const edges = new Set<string>()
  owner.forEach((cellOwner, cell) => {
    if (cellOwner !== unit) return
    const southWest = Math.floor(cell / cells) * (cells + 1) + (cell % cells)
    const corners = [southWest, southWest + 1, southWest + cells + 2, southWest + cells + 1]
    corners.forEach((from, index) => {
      const to = corners[(index + 1) % 4] ?? 0
      if (!edges.delete(`${to} ${from}`)) edges.add(`${from} ${to}`)
    })
  })
  const rings: number[][] = []
  for (let first = takeEdge(edges, ''); first !== undefined; first = takeEdge(edges, '')) {
    const ring = [first[0], first[1]]
    for (let next = takeEdge(edges, `${first[1]} `); next !== undefined; next = takeEdge(edges, `${ring.at(-1)} `)) {
      ring.push(next[1])
      if (next[1] === first[0]) break
    }
    rings.push(ring)
  }
  return rings
}

function takeEdge(edges: Set<string>, prefix: string): readonly [number, number] | undefined {
  for (const edge of edges) {
    if (!edge.startsWith(prefix)) continue
    edges.delete(edge)
    const [from, to] = edge.split(' ')
    return [Number(from), Number(to)]
  }
  return undefined
}

/** Counter-clockwise rings are outer ones; a hole goes to the smallest of them around it. */
function nestRings(rings: readonly Position[][]): Position[][][] {
  const polygons = rings
    .filter((ring) => signedArea(ring) > 0)
    .sort((a, b) => signedArea(a) - signedArea(b))
    .map((ring) => [ring])
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    // Just right of the hole's first edge is inside the hole.
    const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = hole
    const inside: Position = [(ax + bx) / 2 + (by - ay) * 1e-6, (ay + by) / 2 - (bx - ax) * 1e-6]
    polygons.find(([outer = []]) => isInRing(inside, outer))?.push(hole)
  }
  return polygons
}

export function signedArea(ring: readonly Position[]): number {
  let doubled = 0
  ring.forEach(([ax = 0, ay = 0], index) => {
    const [bx = 0, by = 0] = ring[(index + 1) % ring.length] ?? []
    doubled += ax * by - ay * bx
  })
  return doubled / 2
}

function isInRing([x = 0, y = 0]: Position, ring: readonly Position[]): boolean {
  let isInside = false
  ring.forEach(([ax = 0, ay = 0], index) => {
    const [bx = 0, by = 0] = ring[(index + 1) % ring.length] ?? []
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside
  })
  return isInside
}
