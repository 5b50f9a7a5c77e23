/**
 * A river network as plain numbers: who flows into whom, in an order in which water only moves forward.
 *
 * Places (the nodes) are renumbered so that every reach runs from a lower to a higher number wherever the network has no
 * cycle, and each basin is one run of neighbouring numbers, so that a trace reads memory almost in sequence. Reaches are
 * renumbered by the place at which they begin. Lengths, hours, names and units are kept by whoever owns the graph.
 */
import { i32, u8 } from '../typed-array.ts'

/** Reaches as they were given: reach `r` flows from `fromNode[r]` to `toNode[r]`, both below `nodeCount`. */
export interface ReachEnds {
  readonly nodeCount: number
  readonly fromNode: Int32Array
  readonly toNode: Int32Array
}

/** One direction of travel, as compressed rows: entries `start[p] .. start[p + 1]` are the ways on from place `p`. */
export interface WaysOn {
  readonly start: Int32Array
  /** The reach of each entry. */
  readonly reach: Int32Array
  /** The place at the far end of each entry; higher than the row's own place unless `meetsCycle`. */
  readonly head: Int32Array
  /** Where each reach leads, by reach. */
  readonly headOfReach: Int32Array
  /** 1 at each place from which a cycle can be reached: the order of places says nothing there. */
  readonly meetsCycle: Uint8Array
}

export interface RiverGraph {
  readonly nodeCount: number
  readonly reachCount: number
  /** Reach as given, by reach number: `givenReach[r]` is the index into `ReachEnds`. */
  readonly givenReach: Int32Array
  /** Downstream place by node as given. Upstream the same node is place `nodeCount - 1 - p`. */
  readonly placeOfNode: Int32Array
  readonly downstream: WaysOn
  readonly upstream: WaysOn
  /** Reaches that close a cycle, one for each; empty where water never returns. */
  readonly closingReaches: readonly number[]
}

export function buildRiverGraph(ends: ReachEnds): RiverGraph {
  const { nodeCount } = ends
  const placeOfNode = orderPlaces(ends)
  const givenReach = groupBy(nodeCount, translate(ends.fromNode, placeOfNode)).item
  const tail = translate(pick(ends.fromNode, givenReach), placeOfNode)
  const head = translate(pick(ends.toNode, givenReach), placeOfNode)
  const mirroredTail = tail.map((place) => nodeCount - 1 - place)
  const mirroredHead = head.map((place) => nodeCount - 1 - place)
  const closingReaches = reachesAgainstOrder(tail, head)
  return {
    nodeCount,
    reachCount: givenReach.length,
    givenReach,
    placeOfNode,
    downstream: waysOn(nodeCount, tail, head, closingReaches),
    upstream: waysOn(nodeCount, mirroredHead, mirroredTail, closingReaches),
    closingReaches,
  }
}

/** Rows of equal key: `item[start[k] .. start[k + 1]]` are the indices whose key is `k`, in their old order. */
function groupBy(keyCount: number, key: Int32Array): { start: Int32Array; item: Int32Array } {
  const start = new Int32Array(keyCount + 1)
  for (const k of key) start[k + 1] = i32(start, k + 1) + 1
  for (let k = 0; k < keyCount; k++) start[k + 1] = i32(start, k + 1) + i32(start, k)
  const next = start.slice()
  const item = new Int32Array(key.length)
  for (let i = 0; i < key.length; i++) {
    const k = i32(key, i)
    const at = i32(next, k)
    item[at] = i
    next[k] = at + 1
  }
  return { start, item }
}

/**
 * Numbers the nodes in the order in which a depth-first walk up each basin finishes them: sources first, outlets last.
 * Nodes that no outlet drains (on a cycle, or above one) come after, walked from whatever node is left.
 */
function orderPlaces(ends: ReachEnds): Int32Array {
  const { nodeCount, fromNode, toNode } = ends
  const { start, item } = groupBy(nodeCount, toNode)
  const order = { start, tail: pick(fromNode, item), place: new Int32Array(nodeCount).fill(-1), count: 0 }
  const cursor = start.slice()
  const stack = new Int32Array(nodeCount)
  const seen = new Uint8Array(nodeCount)
  const hasOutflow = new Uint8Array(nodeCount)
  for (const node of fromNode) hasOutflow[node] = 1
  for (let node = 0; node < nodeCount; node++) if (hasOutflow[node] === 0) finishBasin(node, order, cursor, stack, seen)
  for (let node = 0; node < nodeCount; node++) if (seen[node] === 0) finishBasin(node, order, cursor, stack, seen)
  return order.place
}

function finishBasin(
  outlet: number,
  order: { start: Int32Array; tail: Int32Array; place: Int32Array; count: number },
  cursor: Int32Array,
  stack: Int32Array,
  seen: Uint8Array,
): void {
  let depth = 1
  stack[0] = outlet
  seen[outlet] = 1
  while (depth > 0) {
    const node = i32(stack, depth - 1)
    const entry = i32(cursor, node)
    if (entry === order.start[node + 1]) {
      order.place[node] = order.count++
      depth--
      continue
    }
    cursor[node] = entry + 1
    const above = i32(order.tail, entry)
    if (seen[above] === 1) continue
    seen[above] = 1
    stack[depth++] = above
  }
}

/** In a depth-first finishing order a reach that does not move forward lies on a cycle, and every cycle has one. */
function reachesAgainstOrder(tail: Int32Array, head: Int32Array): number[] {
  const against: number[] = []
  for (let reach = 0; reach < tail.length; reach++) if (i32(head, reach) <= i32(tail, reach)) against.push(reach)
  return against
}

function waysOn(nodeCount: number, tail: Int32Array, head: Int32Array, closingReaches: readonly number[]): WaysOn {
  const { start, item } = groupBy(nodeCount, tail)
  const meetsCycle = new Uint8Array(nodeCount)
  if (closingReaches.length > 0) floodBackwards(nodeCount, tail, head, closingReaches, meetsCycle)
  return { start, reach: item, head: pick(head, item), headOfReach: head, meetsCycle }
}

/** Marks every place from which one of the closing reaches can be reached. */
function floodBackwards(
  nodeCount: number,
  tail: Int32Array,
  head: Int32Array,
  closingReaches: readonly number[],
  mark: Uint8Array,
): void {
  const { start, item } = groupBy(nodeCount, head)
  const pending = closingReaches.map((reach) => i32(tail, reach))
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    if (u8(mark, place) === 1) continue
    mark[place] = 1
    for (let entry = i32(start, place); entry < i32(start, place + 1); entry++) {
      pending.push(i32(tail, i32(item, entry)))
    }
  }
}

function pick(values: Int32Array, index: Int32Array): Int32Array {
  return index.map((i) => i32(values, i))
}

function translate(values: Int32Array, table: Int32Array): Int32Array {
  return values.map((value) => i32(table, value))
}
