/** The peer of the trace bench, and its oracle: adjacency in a Map, Dijkstra with a heap, as one writes it first. */
import FlatQueue from 'flatqueue'
import type { TraceDirection } from '../domain/river/trace.ts'
import type { LargeNetwork } from './large-network.ts'

export type PlainTracer = (direction: TraceDirection, givenReach: number, maxM: number) => PlainMet[]

/** Answers by the reach numbers that the network was given with. */
export function createPlainTracer(network: LargeNetwork): PlainTracer {
  const ways = {
    downstream: plainWays(network, network.fromNode, network.toNode),
    upstream: plainWays(network, network.toNode, network.fromNode),
  }
  return (direction, givenReach, maxM) => {
    const tail = (direction === 'downstream' ? network.fromNode : network.toNode)[givenReach]
    const first = ways[direction].get(tail ?? -1)?.find(({ reach }) => reach === givenReach)
    return first === undefined ? [] : plainTrace(ways[direction], first, maxM)
  }
}

interface PlainWay {
  readonly reach: number
  readonly to: number
  readonly lengthM: number
  readonly earliestH: number
  readonly probableH: number
}

interface PlainMet {
  readonly reach: number
  readonly distanceM: number
  readonly earliestH: number
  readonly probableH: number
}

function plainWays(network: LargeNetwork, from: Int32Array, to: Int32Array): Map<number, PlainWay[]> {
  const ways = new Map<number, PlainWay[]>()
  for (const [reach, node] of from.entries()) {
    const way: PlainWay = {
      reach,
      to: to[reach] ?? 0,
      lengthM: network.lengthM[reach] ?? 0,
      earliestH: network.earliestH[reach] ?? 0,
      probableH: network.probableH[reach] ?? 0,
    }
    const known = ways.get(node)
    if (known === undefined) ways.set(node, [way])
    else known.push(way)
  }
  return ways
}

function plainTrace(ways: Map<number, PlainWay[]>, first: PlainWay, maxM: number): PlainMet[] {
  const met: PlainMet[] = [{ reach: first.reach, distanceM: 0, earliestH: 0, probableH: 0 }]
  const best = new Map<number, { distanceM: number; earliestH: number; probableH: number }>()
  const settled = new Set<number>()
  const queue = new FlatQueue<number>()
  const reachNode = (way: PlainWay, distanceM: number, earliestH: number, probableH: number) => {
    const arrival = {
      distanceM: distanceM + way.lengthM,
      earliestH: earliestH + way.earliestH,
      probableH: probableH + way.probableH,
    }
    if (arrival.distanceM > maxM || arrival.earliestH >= (best.get(way.to)?.earliestH ?? Number.POSITIVE_INFINITY))
      return
    best.set(way.to, arrival)
    queue.push(way.to, arrival.earliestH)
  }
  reachNode(first, 0, 0, 0)
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const label = best.get(node)
    if (settled.has(node) || label === undefined) continue
    settled.add(node)
    for (const way of ways.get(node) ?? []) {
      met.push({ reach: way.reach, ...label })
      reachNode(way, label.distanceM, label.earliestH, label.probableH)
    }
  }
  return met
}
