/** The feature at which a trace is to stop: a reach, a node, a section, gate or site, or the border of a unit. */
import { f64 } from '../typed-array.ts'
import { type RiverNetwork, type RiverPointKind, reachAt } from './network.ts'
import type { RiverPlace } from './snap.ts'
import type { TraceDirection } from './trace.ts'
import { NOT_ENTERED } from './walk.ts'

/** `number` is that of the reach that it is, or lies on. */
export type TraceEnd =
  | { readonly kind: 'reach'; readonly id: string; readonly name: string; readonly number: number }
  | { readonly kind: 'node'; readonly id: string; readonly name: string }
  | {
      readonly kind: RiverPointKind
      readonly id: string
      readonly name: string
      readonly number: number
      readonly fraction: number
    }
  /** Its name is known to the atlas, not to the rivers. */
  | { readonly kind: 'unit'; readonly id: string }

/** The feature with this id; null where the network has none. Ids of reaches go before nodes, points and units. */
export function findTraceEnd(network: RiverNetwork, id: string): TraceEnd | null {
  const number = network.reachNumber.get(id)
  if (number !== undefined) return { kind: 'reach', id, name: reachAt(network, number).river, number }
  if (network.reaches.some(({ fromNode, toNode }) => fromNode === id || toNode === id)) {
    return { kind: 'node', id, name: network.nodes.get(id)?.name ?? id }
  }
  for (const [reach, points] of network.points.entries()) {
    const point = points.find((one) => one.id === id)
    if (point !== undefined) {
      return { kind: point.kind, id, name: point.name, number: reach, fraction: point.fraction }
    }
  }
  return network.reaches.some((_, reach) => touches(network, reach, id)) ? { kind: 'unit', id } : null
}

/**
 * For the walk: the share of each reach, as the trace goes, at which it ends. A reach ends the trace at its far end, so that it
 * is the last one met; a unit at the place where the water first crosses its border, out of it where the start lies on it.
 */
export function stopsAt(
  network: RiverNetwork,
  direction: TraceDirection,
  start: RiverPlace,
  end: TraceEnd,
): Map<number, number> {
  switch (end.kind) {
    case 'reach':
      return new Map([[end.number, 1]])
    case 'node':
      return stopsAtNode(network, direction, start, end.id)
    case 'unit':
      return stopsAtBorder(network, start, end.id)
    default:
      return new Map([[end.number, progressAt(direction, end.fraction)]])
  }
}

/** The share of a reach that a trace has behind it at `fraction` of the reach. */
export const progressAt = (direction: TraceDirection, fraction: number): number =>
  direction === 'downstream' ? fraction : 1 - fraction

/** Every reach that comes to the node ends at it; so does a start that lies on the node already. */
function stopsAtNode(network: RiverNetwork, direction: TraceDirection, start: RiverPlace, nodeId: string) {
  const [near, far] = direction === 'downstream' ? (['fromNode', 'toNode'] as const) : (['toNode', 'fromNode'] as const)
  const stops = new Map<number, number>()
  for (const [reach, properties] of network.reaches.entries()) if (properties[far] === nodeId) stops.set(reach, 1)
  const isAtStart = progressAt(direction, start.fraction) === 0 || f64(network.costs.mean.lengthM, start.reach) === 0
  if (isAtStart && reachAt(network, start.reach)[near] === nodeId) stops.set(start.reach, 0)
  return stops
}

function stopsAtBorder(network: RiverNetwork, start: RiverPlace, code: string) {
  const startsWithin = touches(network, start.reach, code)
  const stops = new Map<number, number>()
  for (const reach of network.reaches.keys())
    if (touches(network, reach, code) !== startsWithin) stops.set(reach, NOT_ENTERED)
  return stops
}

function touches(network: RiverNetwork, reach: number, code: string): boolean {
  const { leftUnit, rightUnit } = reachAt(network, reach)
  return leftUnit === code || rightUnit === code
}
