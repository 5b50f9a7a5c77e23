/** What a river data set can have wrong, told with the ids that a person needs to mend it. */
import type { NodeFeature, ReachFeature, ReachProperties } from '../reference-data.ts'
import { i32 } from '../typed-array.ts'
import type { RiverGraph } from './graph.ts'
import type { RiverFeatures } from './network.ts'
import { areUsable, areUsableHydraulics, type TravelTimeSource } from './travel-time.ts'

export type RiverNetworkProblem =
  /** Left out: fewer than two finite positions, or a length that is not a number of metres. */
  | { readonly problem: 'unusable-reach'; readonly reachId: string }
  /** Left out: an earlier reach has this id. */
  | { readonly problem: 'repeated-reach'; readonly reachId: string }
  | { readonly problem: 'unknown-node'; readonly nodeId: string; readonly reachIds: readonly string[] }
  /** Left out: a section, gate or site on a reach that does not exist. */
  | { readonly problem: 'unknown-reach'; readonly pointId: string; readonly reachId: string }
  /** Not used: measured velocities that are not positive or fall as the flow rises. */
  | { readonly problem: 'unusable-velocities'; readonly reachId: string }
  /** Not used: areas or discharges that are not positive, discharges that fall from low flow to high. */
  | { readonly problem: 'unusable-hydraulics'; readonly reachId: string }
  /** Water would come back: the reaches of one loop, in the direction of flow. */
  | { readonly problem: 'cycle'; readonly reachIds: readonly string[] }
  /** Water arrives, nothing takes it on, and the node is no outlet. */
  | { readonly problem: 'dead-end'; readonly nodeId: string }
  /** Reaches that hang together and that no outlet drains. */
  | { readonly problem: 'island'; readonly reachIds: readonly string[] }

/** The reaches that a network can be built from; the others come with their problem. */
export function selectUsableReaches(reaches: readonly ReachFeature[]): {
  usable: ReachFeature[]
  problems: RiverNetworkProblem[]
} {
  const usable = new Map<string, ReachFeature>()
  const problems: RiverNetworkProblem[] = []
  for (const reach of reaches) {
    const { id } = reach.properties
    if (usable.has(id)) problems.push({ problem: 'repeated-reach', reachId: id })
    else if (isUsable(reach)) usable.set(id, reach)
    else problems.push({ problem: 'unusable-reach', reachId: id })
  }
  return { usable: [...usable.values()], problems }
}

/** What is wrong with the joined network; `reaches` by reach number. */
export function findNetworkProblems(
  graph: RiverGraph,
  reaches: readonly ReachFeature[],
  features: RiverFeatures,
  { observed, hydraulics = new Map() }: TravelTimeSource,
): RiverNetworkProblem[] {
  const nodes = new Map(features.nodes.map((node) => [node.properties.id, node]))
  return [
    ...unknownNodes(reaches, nodes),
    ...unknownReaches(reaches, features),
    ...[...observed]
      .filter(([, velocities]) => !areUsable(velocities))
      .map(([reachId]) => ({ problem: 'unusable-velocities' as const, reachId })),
    ...[...hydraulics]
      .filter(([, known]) => !areUsableHydraulics(known))
      .map(([reachId]) => ({ problem: 'unusable-hydraulics' as const, reachId })),
    ...cycles(graph, reaches),
    ...deadEnds(reaches, nodes),
    ...islands(reaches, nodes),
  ]
}

function isUsable({ geometry, properties }: ReachFeature): boolean {
  const line = geometry.coordinates
  const isPlaced = line.every(([lon, lat]) => Number.isFinite(lon) && Number.isFinite(lat))
  return line.length >= 2 && isPlaced && Number.isFinite(properties.lengthM) && properties.lengthM >= 0
}

function unknownNodes(reaches: readonly ReachFeature[], nodes: ReadonlyMap<string, NodeFeature>) {
  const reachIds = new Map<string, string[]>()
  for (const { properties } of reaches) {
    for (const nodeId of [properties.fromNode, properties.toNode]) {
      if (!nodes.has(nodeId)) reachIds.set(nodeId, [...(reachIds.get(nodeId) ?? []), properties.id])
    }
  }
  return [...reachIds].map(([nodeId, ids]) => ({ problem: 'unknown-node' as const, nodeId, reachIds: ids }))
}

function unknownReaches(reaches: readonly ReachFeature[], { sections, gates, sites = [] }: RiverFeatures) {
  const known = new Set(reaches.map(({ properties }) => properties.id))
  return [...sections, ...gates, ...sites]
    .filter(({ properties }) => !known.has(properties.reachId))
    .map(({ properties }) => {
      return { problem: 'unknown-reach' as const, pointId: properties.id, reachId: properties.reachId }
    })
}

function cycles(graph: RiverGraph, reaches: readonly ReachFeature[]) {
  return graph.closingReaches.map((closing) => {
    const loop = [closing, ...shortestWay(graph, closing)]
    return { problem: 'cycle' as const, reachIds: loop.map((reach) => reaches[reach]?.properties.id ?? '') }
  })
}

/** The fewest reaches that lead from the end of `closing` back to its beginning; it closes a cycle, so there are some. */
function shortestWay({ nodeCount, downstream, upstream }: RiverGraph, closing: number): number[] {
  const goal = nodeCount - 1 - i32(upstream.headOfReach, closing)
  const first = i32(downstream.headOfReach, closing)
  const ways = new Map<number, number[]>([[first, []]])
  for (const [place, way] of ways) {
    if (place === goal) return way
    for (let entry = i32(downstream.start, place); entry < i32(downstream.start, place + 1); entry++) {
      const head = i32(downstream.head, entry)
      if (!ways.has(head)) ways.set(head, [...way, i32(downstream.reach, entry)])
    }
  }
  return []
}

function deadEnds(reaches: readonly ReachFeature[], nodes: ReadonlyMap<string, NodeFeature>) {
  const left = new Set(reaches.map(({ properties }) => properties.fromNode))
  const ends = new Set(reaches.map(({ properties }) => properties.toNode).filter((nodeId) => !left.has(nodeId)))
  return [...ends]
    .filter((nodeId) => nodes.get(nodeId)?.properties.kind !== 'outlet')
    .map((nodeId) => ({ problem: 'dead-end' as const, nodeId }))
}

function islands(reaches: readonly ReachFeature[], nodes: ReadonlyMap<string, NodeFeature>) {
  const touching = new Map<string, ReachProperties[]>()
  for (const { properties } of reaches) {
    for (const nodeId of [properties.fromNode, properties.toNode]) {
      touching.set(nodeId, [...(touching.get(nodeId) ?? []), properties])
    }
  }
  const seen = new Set<ReachProperties>()
  const undrained: { problem: 'island'; reachIds: string[] }[] = []
  for (const { properties } of reaches) {
    if (seen.has(properties)) continue
    const island = connectedWith(properties, touching)
    for (const reach of island) seen.add(reach)
    const isDrained = [...island].some(({ toNode }) => nodes.get(toNode)?.properties.kind === 'outlet')
    if (!isDrained) undrained.push({ problem: 'island', reachIds: [...island].map(({ id }) => id) })
  }
  return undrained
}

function connectedWith(first: ReachProperties, touching: ReadonlyMap<string, readonly ReachProperties[]>) {
  const found = new Set([first])
  for (const { fromNode, toNode } of found) {
    for (const reach of [...(touching.get(fromNode) ?? []), ...(touching.get(toNode) ?? [])]) found.add(reach)
  }
  return found
}
