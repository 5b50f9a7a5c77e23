/** What a reach's place in the network says: its number along the river, the way from the river's first point, its order. */
import { buildRiverGraph } from '../river/graph.ts'
import { f64, i32 } from '../typed-array.ts'

export interface FlowGraph {
  readonly nodeCount: number
  readonly fromNode: Int32Array
  readonly toNode: Int32Array
  readonly lengthM: Float64Array
  /** Number of the river, by reach. */
  readonly river: Int32Array
}

export interface RiverOrder {
  /** 1 for the first reach of its river. */
  readonly sequence: Int32Array
  /** Metres of the same river above the reach, by the longest way. */
  readonly chainageM: Float64Array
  /** Strahler's (1957): 1 at a source, one more where two of one order meet. */
  readonly strahler: Int32Array
}

/** Reaches on a cycle are counted in some order that is the same at every build. */
export function riverOrder(flow: FlowGraph): RiverOrder {
  const { givenReach } = buildRiverGraph(flow)
  const chainageM = chainages(flow, givenReach)
  return { chainageM, sequence: sequences(flow, givenReach, chainageM), strahler: strahlerOrders(flow, givenReach) }
}

/** `order` lists the reaches so that what flows into a node comes before what leaves it. */
function chainages({ nodeCount, fromNode, toNode, lengthM, river }: FlowGraph, order: Int32Array): Float64Array {
  const reached = new Map<number, number>()
  const chainageM = new Float64Array(order.length)
  for (const reach of order) {
    const row = i32(river, reach) * nodeCount
    chainageM[reach] = reached.get(row + i32(fromNode, reach)) ?? 0
    const below = f64(chainageM, reach) + f64(lengthM, reach)
    const key = row + i32(toNode, reach)
    reached.set(key, Math.max(below, reached.get(key) ?? 0))
  }
  return chainageM
}

function sequences({ river }: FlowGraph, order: Int32Array, chainageM: Float64Array): Int32Array {
  const place = new Int32Array(order.length)
  for (const [at, reach] of order.entries()) place[reach] = at
  const sorted = Int32Array.from(order).sort(
    (a, b) => f64(chainageM, a) - f64(chainageM, b) || i32(place, a) - i32(place, b),
  )
  const counts = new Map<number, number>()
  const sequence = new Int32Array(order.length)
  for (const reach of sorted) {
    const next = (counts.get(i32(river, reach)) ?? 0) + 1
    counts.set(i32(river, reach), next)
    sequence[reach] = next
  }
  return sequence
}

function strahlerOrders({ nodeCount, fromNode, toNode }: FlowGraph, order: Int32Array): Int32Array {
  const highest = new Int32Array(nodeCount)
  const count = new Int32Array(nodeCount)
  const strahler = new Int32Array(order.length)
  for (const reach of order) {
    const node = i32(fromNode, reach)
    const own = Math.max(1, i32(highest, node) + (i32(count, node) > 1 ? 1 : 0))
    strahler[reach] = own
    const below = i32(toNode, reach)
    if (own > i32(highest, below)) {
      highest[below] = own
      count[below] = 1
    } else if (own === i32(highest, below)) count[below] = i32(count, below) + 1
  }
  return strahler
}
