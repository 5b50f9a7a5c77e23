/** 出口: the nodes by which water leaves the network, as they were declared. */
import type { Metres } from '../coordinate-system.ts'
import { f64, i32 } from '../typed-array.ts'
import { CELLS } from './line-table.ts'
import { lineEndNodes } from './orient.ts'
import type { Pieces } from './pieces.ts'
import type { SourceLine } from './source-line.ts'

/** A place near the outlet, or the id of the line that ends there. */
export type DeclaredOutlet = { readonly place: Metres } | { readonly lineId: string }

/** A declared place belongs to a node no farther than this. */
const FARTHEST_M = 1000

export interface FoundOutlets {
  readonly nodes: readonly number[]
  readonly lost: readonly DeclaredOutlet[]
}

export function findOutlets(
  pieces: Pieces,
  lines: readonly SourceLine[],
  declared: readonly DeclaredOutlet[],
): FoundOutlets {
  const ends = endsOfNodes(pieces)
  const nodes = new Set<number>()
  const lost: DeclaredOutlet[] = []
  for (const outlet of declared) {
    const node =
      'place' in outlet ? nearestNode(pieces, ends, outlet.place) : lowerEnd(pieces, lines, ends, outlet.lineId)
    if (node === undefined) lost.push(outlet)
    else nodes.add(node)
  }
  return { nodes: [...nodes].sort((a, b) => a - b), lost }
}

function endsOfNodes({ nodeX, fromNode, toNode }: Pieces): Int32Array {
  const ends = new Int32Array(nodeX.length)
  for (const nodes of [fromNode, toNode]) for (const node of nodes) ends[node] = i32(ends, node) + 1
  return ends
}

/** A place where a line ends goes before a confluence that is nearer. */
function nearestNode({ nodeX, nodeY }: Pieces, ends: Int32Array, [east, north]: Metres): number | undefined {
  let best: { node: number; distanceM: number; isEnd: boolean } | undefined
  for (let node = 0; node < nodeX.length; node++) {
    const distanceM = Math.hypot(f64(nodeX, node) / CELLS - east, f64(nodeY, node) / CELLS - north)
    if (distanceM > FARTHEST_M) continue
    const isEnd = i32(ends, node) === 1
    const isBetter = best === undefined || (isEnd === best.isEnd ? distanceM < best.distanceM : isEnd)
    if (isBetter) best = { node, distanceM, isEnd }
  }
  return best?.node
}

/** The end at which nothing follows; of two such, the last as drawn. */
function lowerEnd(pieces: Pieces, lines: readonly SourceLine[], ends: Int32Array, lineId: string): number | undefined {
  const line = lines.findIndex(({ id }) => id === lineId)
  const end = line < 0 ? undefined : lineEndNodes(pieces, lines.length)[line]
  if (end === undefined) return undefined
  return i32(ends, end.last) !== 1 && i32(ends, end.first) === 1 ? end.first : end.last
}
