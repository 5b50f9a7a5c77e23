/** Directed border edges of areal units: the interior lies on the left of an exterior ring's edge and of a hole's edge. */
import type { MultiPolygon, Polygon, Position } from 'geojson'

export type Areal = Polygon | MultiPolygon

export interface BorderEdge {
  readonly from: Position
  readonly to: Position
  readonly key: string
  readonly reverseKey: string
  readonly lengthDeg: number
}

export const partsOf = (geometry: Areal): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

export const vertexKey = (vertex: Position): string => `${vertex[0]},${vertex[1]}`

/** Every edge of every ring, turned so that the unit lies on its left. */
export const edgesOf = (geometry: Areal): BorderEdge[] => partsOf(geometry).flatMap((rings) => rings.flatMap(ringEdges))

function ringEdges(ring: readonly Position[], index: number): BorderEdge[] {
  const isExterior = index === 0
  const turned = isAnticlockwise(ring) === isExterior ? ring : ring.toReversed()
  return turned.slice(1).map((to, at) => directedEdge(turned[at] ?? to, to))
}

function directedEdge(from: Position, to: Position): BorderEdge {
  const [start, end] = [vertexKey(from), vertexKey(to)]
  const lengthDeg = Math.hypot((to[0] ?? 0) - (from[0] ?? 0), (to[1] ?? 0) - (from[1] ?? 0))
  return { from, to, key: `${start} ${end}`, reverseKey: `${end} ${start}`, lengthDeg }
}

export function isAnticlockwise(ring: readonly Position[]): boolean {
  let doubleArea = 0
  ring.forEach(([x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? []
    doubleArea += x * nextY - nextX * y
  })
  return doubleArea > 0
}
