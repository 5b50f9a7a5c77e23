/** Pieces joined to reaches: where one arrives and one leaves and both are of one river, nothing ends. */
import { f64, i32 } from '../typed-array.ts'
import { flowEnds, type Turned } from './orient.ts'
import type { Pieces } from './pieces.ts'
import type { SourceLine } from './source-line.ts'

/** A line in the direction of flow. Edge `e` runs from vertex `e` to `e + 1` and is a part of a source line. */
export interface ReachLine {
  /** Whole centimetres. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** By edge: the source line, and the edge's ends in metres along it as the source drew it. */
  readonly line: Int32Array
  readonly fromM: Float64Array
  readonly toM: Float64Array
}

/** `lines` that are in `closed` are not joined to others; nothing is joined across the nodes in `kept`. */
export function joinPieces(
  pieces: Pieces,
  turned: Turned,
  lines: readonly SourceLine[],
  { closed, kept }: { closed: ReadonlySet<string>; kept: readonly number[] },
): ReachLine[] {
  const next = followers(pieces, turned, lines, closed, new Set(kept))
  const isFollower = new Uint8Array(pieces.count)
  for (const piece of next) if (piece >= 0) isFollower[piece] = 1
  const isUsed = new Uint8Array(pieces.count)
  const reaches: ReachLine[] = []
  const take = (first: number) => {
    const chain: number[] = []
    for (let piece = first; piece >= 0 && isUsed[piece] === 0; piece = i32(next, piece)) {
      isUsed[piece] = 1
      chain.push(piece)
    }
    reaches.push(reachLine(pieces, turned, chain))
  }
  for (let piece = 0; piece < pieces.count; piece++) if (isFollower[piece] === 0) take(piece)
  // What is left are rings without a beginning.
  for (let piece = 0; piece < pieces.count; piece++) if (isUsed[piece] === 0) take(piece)
  return reaches
}

/** The piece that continues each piece, or -1. */
function followers(
  pieces: Pieces,
  turned: Turned,
  lines: readonly SourceLine[],
  closed: ReadonlySet<string>,
  kept: ReadonlySet<number>,
): Int32Array {
  const nodeCount = pieces.nodeX.length
  const { upper, lower } = flowEnds(pieces, turned)
  const [arriving, leaving] = [lower, upper].map((ends) => onlyPieceAt(nodeCount, ends))
  const next = new Int32Array(pieces.count).fill(-1)
  const isOneRiver = (a: number, b: number): boolean => {
    const [one, other] = [lines[i32(pieces.line, a)], lines[i32(pieces.line, b)]]
    if (one === undefined || other === undefined || one.riverId !== other.riverId || one.kind !== other.kind)
      return false
    return closed.has(one.id) === closed.has(other.id)
  }
  for (let node = 0; node < nodeCount; node++) {
    const [from, to] = [arriving?.[node] ?? NONE, leaving?.[node] ?? NONE]
    if (from >= 0 && to >= 0 && from !== to && !kept.has(node) && isOneRiver(from, to)) next[from] = to
  }
  return next
}

const [NONE, SEVERAL] = [-1, -2]

function onlyPieceAt(nodeCount: number, ends: Int32Array): Int32Array {
  const only = new Int32Array(nodeCount).fill(NONE)
  for (let piece = 0; piece < ends.length; piece++) {
    const node = i32(ends, piece)
    only[node] = i32(only, node) === NONE ? piece : SEVERAL
  }
  return only
}

function reachLine({ table, line, first, last }: Pieces, turned: Turned, chain: readonly number[]): ReachLine {
  const edges = chain.reduce((sum, piece) => sum + i32(last, piece) - i32(first, piece), 0)
  const reach = {
    x: new Float64Array(edges + 1),
    y: new Float64Array(edges + 1),
    line: new Int32Array(edges),
    fromM: new Float64Array(edges),
    toM: new Float64Array(edges),
  }
  let at = 0
  for (const piece of chain) {
    const isTurned = turned[piece] === 1
    const count = i32(last, piece) - i32(first, piece)
    for (let step = 0; step <= count; step++) {
      const v = isTurned ? i32(last, piece) - step : i32(first, piece) + step
      reach.x[at + step] = f64(table.x, v)
      reach.y[at + step] = f64(table.y, v)
      if (step === count) break
      reach.line[at + step] = i32(line, piece)
      reach.fromM[at + step] = f64(table.alongM, v)
      reach.toM[at + step] = f64(table.alongM, isTurned ? v - 1 : v + 1)
    }
    at += count
  }
  return reach
}
