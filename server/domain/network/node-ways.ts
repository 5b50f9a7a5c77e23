/** Which edges of a graph meet at each node, as compressed rows; an edge that returns to its node is there twice. */
import { i32 } from '../typed-array.ts'

export interface NodeWays {
  readonly start: Int32Array
  readonly edge: Int32Array
}

export function waysAtNodes(nodeCount: number, fromNode: Int32Array, toNode: Int32Array): NodeWays {
  const start = new Int32Array(nodeCount + 1)
  for (const ends of [fromNode, toNode]) for (const node of ends) start[node + 1] = i32(start, node + 1) + 1
  for (let node = 0; node < nodeCount; node++) start[node + 1] = i32(start, node + 1) + i32(start, node)
  const next = start.slice()
  const edge = new Int32Array(fromNode.length + toNode.length)
  for (let e = 0; e < fromNode.length; e++) {
    for (const node of [i32(fromNode, e), i32(toNode, e)]) {
      const at = i32(next, node)
      edge[at] = e
      next[node] = at + 1
    }
  }
  return { start, edge }
}

/** The edges at one node. */
export const waysAt = ({ start, edge }: NodeWays, node: number): Int32Array =>
  edge.subarray(i32(start, node), i32(start, node + 1))
