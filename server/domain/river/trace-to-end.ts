/** A trace to a feature: refused with a reason where the water does not go from one to the other. */
import type { Refusal } from '../refusal.ts'
import { type RiverNetwork, reachAt } from './network.ts'
import type { RiverPlace } from './snap.ts'
import {
  type RiverTrace,
  type TraceDirection,
  type TraceLimits,
  traceDownstream,
  traceUpstream,
  withStops,
} from './trace.ts'
import { progressAt, stopsAt, type TraceEnd } from './trace-end.ts'
import { walkRiver } from './walk.ts'

export type NotUpstream = Extract<Refusal, { refusal: 'not-upstream' }>

/**
 * The trace from `start` that stops at `end`. Refused where no way leads there, through closed reaches either: downstream the
 * start must lie upstream of the end, upstream the end upstream of the start. A limit in front of the end is no refusal:
 * the trace's `end` is null then.
 */
export function traceToEnd(
  network: RiverNetwork,
  direction: TraceDirection,
  start: RiverPlace,
  end: TraceEnd,
  limits: Omit<TraceLimits, 'stops'> = {},
): RiverTrace | NotUpstream {
  const refusal = isMet(network, direction, start, end) ? null : whyNot(network, direction, start, end)
  if (refusal !== null) return refusal
  const trace = direction === 'downstream' ? traceDownstream : traceUpstream
  return trace(network, start, { ...limits, stops: stopsAt(network, direction, start, end) })
}

/** Whether a walk without limits, through closed reaches too, comes to the end. */
function isMet(network: RiverNetwork, direction: TraceDirection, start: RiverPlace, end: TraceEnd): boolean {
  const stops = stopsAt(network, direction, start, end)
  const from = { reach: start.reach, progress: progressAt(direction, start.fraction) }
  const limits = { maxM: Number.POSITIVE_INFINITY, maxH: Number.POSITIVE_INFINITY, throughClosed: true, stops }
  const { ends } = walkRiver(
    network.graph[direction],
    withStops(network.costs.mean, stops),
    from,
    limits,
    network.memory,
  )
  return ends.length > 0
}

function whyNot(
  network: RiverNetwork,
  direction: TraceDirection,
  start: RiverPlace,
  end: TraceEnd,
): NotUpstream | null {
  // Water that begins in a unit and never leaves it has no border to stop at, and nothing is wrong with the question.
  if (end.kind === 'unit' && unitsOf(network, start.reach).includes(end.id)) return null
  return { refusal: 'not-upstream', direction, endId: end.id, lies: whereEndLies(network, direction, start, end) }
}

function whereEndLies(
  network: RiverNetwork,
  direction: TraceDirection,
  start: RiverPlace,
  end: TraceEnd,
): NotUpstream['lies'] {
  const opposite = direction === 'downstream' ? 'upstream' : 'downstream'
  if (isMet(network, opposite, start, end)) return opposite
  return areConnected(network, start.reach, reachesOf(network, end)) ? 'other-branch' : 'not-connected'
}

function reachesOf(network: RiverNetwork, end: TraceEnd): number[] {
  if (end.kind !== 'node' && end.kind !== 'unit') return [end.number]
  return [...network.reaches.keys()].filter((reach) => {
    const { fromNode, toNode } = reachAt(network, reach)
    return end.kind === 'unit' ? unitsOf(network, reach).includes(end.id) : fromNode === end.id || toNode === end.id
  })
}

/** Whether the reaches hang together, whichever way the water flows. */
function areConnected(network: RiverNetwork, start: number, ends: readonly number[]): boolean {
  const touching = new Map<string, string[]>()
  for (const { fromNode, toNode } of network.reaches) {
    touching.set(fromNode, [...(touching.get(fromNode) ?? []), toNode])
    touching.set(toNode, [...(touching.get(toNode) ?? []), fromNode])
  }
  const found = new Set([reachAt(network, start).fromNode])
  for (const node of found) for (const next of touching.get(node) ?? []) found.add(next)
  return ends.some((reach) => found.has(reachAt(network, reach).fromNode))
}

function unitsOf(network: RiverNetwork, reach: number): string[] {
  const { leftUnit, rightUnit } = reachAt(network, reach)
  return [leftUnit, rightUnit]
}
