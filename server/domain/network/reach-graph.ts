/** The reaches as a graph, each reach and node with an id that the next build gives it again. */
import type { Metres } from '../coordinate-system.ts'
import { f64, i32 } from '../typed-array.ts'
import { CELLS, placeKey } from './line-table.ts'
import { type RiverOrder, riverOrder } from './river-order.ts'
import type { SourceLine } from './source-line.ts'
import type { BankedReach } from './split-reaches.ts'

export interface ReachGraph {
  readonly reaches: readonly BankedReach[]
  readonly reachId: readonly string[]
  /** The line after which the reach is named: the first in the order of ids that it has a part of. */
  readonly source: readonly SourceLine[]
  readonly nodeCount: number
  readonly fromNode: Int32Array
  readonly toNode: Int32Array
  readonly lengthM: Float64Array
  readonly order: RiverOrder
  readonly nodeId: readonly string[]
  readonly nodePlace: readonly Metres[]
  /** The number of the node at a place of the grid. */
  readonly nodePlaceKey: ReadonlyMap<number, number>
}

/**
 * A reach is `line@metres`: a source line and how far along its drawing the reach's part of it begins, counted as drawn so that
 * turning the flow changes nothing. A node is `n-easting-northing` in whole metres. Neither depends on what lies elsewhere.
 */
export function reachGraph(reaches: readonly BankedReach[], lines: readonly SourceLine[]): ReachGraph {
  const nodes = numberNodes(reaches)
  const named = reaches.map(({ line }) => namingEdge(line.line, line.fromM, line.toM))
  const source = named.map(({ line }) => lines[line]).filter((line) => line !== undefined)
  const lengthM = Float64Array.from(reaches, ({ line }) => {
    let sum = 0
    for (let v = 0; v + 1 < line.x.length; v++) {
      sum += Math.hypot(f64(line.x, v + 1) - f64(line.x, v), f64(line.y, v + 1) - f64(line.y, v)) / CELLS
    }
    return sum
  })
  const rivers = new Map<string, number>()
  for (const { riverId } of source) if (!rivers.has(riverId)) rivers.set(riverId, rivers.size)
  const river = Int32Array.from(source, ({ riverId }) => rivers.get(riverId) ?? 0)
  return {
    ...{ reaches, source, lengthM, ...nodes },
    reachId: unique(named.map(({ alongM }, reach) => `${source[reach]?.id}@${Math.round(alongM)}`)),
    order: riverOrder({ ...nodes, lengthM, river }),
    nodeId: unique(nodes.nodePlace.map(([east, north]) => `n-${Math.round(east)}-${Math.round(north)}`)),
  }
}

function numberNodes(reaches: readonly BankedReach[]) {
  const numbers = new Map<number, number>()
  const nodePlace: Metres[] = []
  const nodeAt = (x: number, y: number): number => {
    const key = placeKey(x, y)
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, nodePlace.length)
    return nodePlace.push([x / CELLS, y / CELLS]) - 1
  }
  const fromNode = Int32Array.from(reaches, ({ line }) => nodeAt(f64(line.x, 0), f64(line.y, 0)))
  const toNode = Int32Array.from(reaches, ({ line: { x, y } }) => nodeAt(f64(x, x.length - 1), f64(y, y.length - 1)))
  return { fromNode, toNode, nodePlace, nodePlaceKey: numbers, nodeCount: nodePlace.length }
}

function namingEdge(line: Int32Array, fromM: Float64Array, toM: Float64Array): { line: number; alongM: number } {
  let least = { line: i32(line, 0), alongM: Number.POSITIVE_INFINITY }
  for (let edge = 0; edge < line.length; edge++) {
    const own = i32(line, edge)
    const alongM = Math.min(f64(fromM, edge), f64(toM, edge))
    if (own < least.line || (own === least.line && alongM < least.alongM)) least = { line: own, alongM }
  }
  return least
}

/** Things less than a metre apart would share a name: the second is `name.2`. */
function unique(names: readonly string[]): string[] {
  const uses = new Map<string, number>()
  return names.map((name) => {
    const use = (uses.get(name) ?? 0) + 1
    uses.set(name, use)
    return use === 1 ? name : `${name}.${use}`
  })
}
