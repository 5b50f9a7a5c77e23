/** The water's way where only the outlets are known. */
import FlatQueue from 'flatqueue'
import { f64, i32 } from '../typed-array.ts'
import { type NodeWays, waysAt, waysAtNodes } from './node-ways.ts'
import type { Turned } from './orient.ts'
import type { Pieces } from './pieces.ts'

/**
 * Walks up from the outlets by the shortest way: the pieces of that tree run towards the outlet. A piece between two branches
 * keeps its drawn direction, unless it would lead water back to where it came from. What no outlet reaches stays as drawn.
 */
export function towardsOutlets(pieces: Pieces, outlets: readonly number[]): Turned {
  const nodeCount = pieces.nodeX.length
  const tree = walkUp(pieces, waysAtNodes(nodeCount, pieces.fromNode, pieces.toNode), outlets)
  const isBelow = ancestry(tree.below, tree.order)
  const turned = new Uint8Array(pieces.count)
  for (let piece = 0; piece < pieces.count; piece++) {
    const [from, to] = [i32(pieces.fromNode, piece), i32(pieces.toNode, piece)]
    if (i32(tree.by, to) === piece) turned[piece] = 1
    else if (i32(tree.by, from) !== piece && from !== to && isBelow(from, to)) turned[piece] = 1
  }
  return turned
}

interface OutletTree {
  /** The piece by which the water leaves each node, and the node it comes to; -1 at outlets and where none is reached. */
  readonly by: Int32Array
  readonly below: Int32Array
  /** Nodes in the order in which they were reached: every node after the one below it. */
  readonly order: readonly number[]
}

function walkUp(pieces: Pieces, ways: NodeWays, outlets: readonly number[]): OutletTree {
  const nodeCount = pieces.nodeX.length
  const by = new Int32Array(nodeCount).fill(-1)
  const below = new Int32Array(nodeCount).fill(-1)
  const distanceM = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY)
  const isDone = new Uint8Array(nodeCount)
  const order: number[] = []
  const queue = new FlatQueue<number>()
  for (const outlet of outlets) {
    distanceM[outlet] = 0
    queue.push(outlet, 0)
  }
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (isDone[node] === 1) continue
    isDone[node] = 1
    order.push(node)
    for (const piece of waysAt(ways, node)) {
      const far = i32(pieces.fromNode, piece) === node ? i32(pieces.toNode, piece) : i32(pieces.fromNode, piece)
      const farM = f64(distanceM, node) + f64(pieces.lengthM, piece)
      if (farM >= f64(distanceM, far)) continue
      distanceM[far] = farM
      by[far] = piece
      below[far] = node
      queue.push(far, farM)
    }
  }
  return { by, below, order }
}

/** Whether water at `upper` comes by `lower` on the tree's way: the intervals of a depth-first walk tell at once. */
function ancestry(below: Int32Array, order: readonly number[]): (lower: number, upper: number) => boolean {
  const size = new Int32Array(below.length)
  for (const node of order.toReversed()) {
    size[node] = i32(size, node) + 1
    const next = i32(below, node)
    if (next >= 0) size[next] = i32(size, next) + i32(size, node)
  }
  const enter = new Int32Array(below.length).fill(-1)
  const free = new Int32Array(below.length)
  let roots = 0
  for (const node of order) {
    const next = i32(below, node)
    enter[node] = next < 0 ? roots : i32(free, next)
    if (next < 0) roots += i32(size, node)
    else free[next] = i32(free, next) + i32(size, node)
    free[node] = i32(enter, node) + 1
  }
  return (lower, upper) => {
    const [at, of] = [i32(enter, upper), i32(enter, lower)]
    return at >= 0 && of >= 0 && at > of && at < of + i32(size, lower)
  }
}
