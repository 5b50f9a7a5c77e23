/** What hangs together in a graph, and what runs in a circle. */
import { i32 } from '../typed-array.ts'

export interface Edges {
  readonly nodeCount: number
  readonly fromNode: Int32Array
  readonly toNode: Int32Array
}

/** A number for each node, the same for all nodes that hang together, whichever way the edges run. */
export function components({ nodeCount, fromNode, toNode }: Edges): Int32Array {
  const parent = Int32Array.from({ length: nodeCount }, (_, node) => node)
  const root = (node: number): number => {
    let at = node
    while (i32(parent, at) !== at) {
      parent[at] = i32(parent, i32(parent, at))
      at = i32(parent, at)
    }
    return at
  }
  for (let edge = 0; edge < fromNode.length; edge++) parent[root(i32(fromNode, edge))] = root(i32(toNode, edge))
  return parent.map((_, node) => root(node))
}

/**
 * A number for each node, the same for nodes that can be reached from one another (Tarjan 1972, without recursion): an edge
 * whose ends have one number lies on a cycle.
 */
export function circuits({ nodeCount, fromNode, toNode }: Edges): Int32Array {
  const { start, head } = rows(nodeCount, fromNode, toNode)
  const cursor = start.slice(0, nodeCount)
  const index = new Int32Array(nodeCount)
  const low = new Int32Array(nodeCount)
  const circuit = new Int32Array(nodeCount).fill(-1)
  const path: number[] = []
  const open: number[] = []
  let count = 0
  const enter = (node: number) => {
    index[node] = ++count
    low[node] = count
    path.push(node)
    open.push(node)
  }
  for (let first = 0; first < nodeCount; first++) {
    if (i32(index, first) === 0) enter(first)
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const at = i32(cursor, node)
      if (at < i32(start, node + 1)) {
        cursor[node] = at + 1
        const next = i32(head, at)
        if (i32(index, next) === 0) enter(next)
        else if (i32(circuit, next) < 0) low[node] = Math.min(i32(low, node), i32(index, next))
        continue
      }
      path.pop()
      if (i32(low, node) === i32(index, node)) closeCircuit(node, open, circuit)
      const above = path.at(-1)
      if (above !== undefined) low[above] = Math.min(i32(low, above), i32(low, node))
    }
  }
  return circuit
}

function closeCircuit(node: number, open: number[], circuit: Int32Array): void {
  for (let member = open.pop(); member !== undefined; member = open.pop()) {
    circuit[member] = node
    if (member === node) return
  }
}

function rows(nodeCount: number, fromNode: Int32Array, toNode: Int32Array) {
  const start = new Int32Array(nodeCount + 1)
  for (const node of fromNode) start[node + 1] = i32(start, node + 1) + 1
  for (let node = 0; node < nodeCount; node++) start[node + 1] = i32(start, node + 1) + i32(start, node)
  const next = start.slice()
  const head = new Int32Array(toNode.length)
  for (let edge = 0; edge < toNode.length; edge++) {
    const node = i32(fromNode, edge)
    const at = i32(next, node)
    head[at] = i32(toNode, edge)
    next[node] = at + 1
  }
  return { start, head }
}
