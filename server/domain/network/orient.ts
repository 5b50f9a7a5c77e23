/** 流向: which way the water runs in each piece, and where that differs from the drawing. */
import { i32 } from '../typed-array.ts'
import { linesToMend, type Mend } from './mend.ts'
import { towardsOutlets } from './outlet-flow.ts'
import type { Pieces } from './pieces.ts'
import type { SourceLine } from './source-line.ts'

export type Orientation = 'digitised' | 'outlets' | 'from-to'

/** 1 where the piece runs against the direction in which the source drew it. */
export type Turned = Uint8Array

export interface FlowQuestion {
  readonly pieces: Pieces
  readonly lines: readonly SourceLine[]
  readonly orientation: Orientation
  /** Nodes by which water leaves. */
  readonly outlets: readonly number[]
  readonly mends: readonly Mend[]
}

export function orientPieces({ pieces, lines, orientation, outlets, mends }: FlowQuestion): Turned {
  const turned = turnedBy(orientation, pieces, lines, outlets)
  const reversed = linesToMend(mends, 'reverse')
  for (let piece = 0; piece < pieces.count; piece++) {
    const isMended = reversed.has(lines[i32(pieces.line, piece)]?.id ?? '')
    if (isMended) turned[piece] = turned[piece] === 1 ? 0 : 1
  }
  return turned
}

function turnedBy(
  orientation: Orientation,
  pieces: Pieces,
  lines: readonly SourceLine[],
  outlets: readonly number[],
): Turned {
  switch (orientation) {
    case 'digitised':
      return new Uint8Array(pieces.count)
    case 'outlets':
      return towardsOutlets(pieces, outlets)
    case 'from-to':
      return byNodeNames(pieces, lines)
  }
}

/** Nodes where pieces begin and end once the water's way is known. */
export function flowEnds({ fromNode, toNode }: Pieces, turned: Turned): { upper: Int32Array; lower: Int32Array } {
  return {
    upper: fromNode.map((node, piece) => (turned[piece] === 1 ? i32(toNode, piece) : node)),
    lower: toNode.map((node, piece) => (turned[piece] === 1 ? i32(fromNode, piece) : node)),
  }
}

/**
 * A node's name lies where most of the lines that name it end. A line is turned where its `from` lies at its last end, or its
 * `to` at its first, and nothing says the contrary; where the names say nothing, the drawing holds.
 */
function byNodeNames(pieces: Pieces, lines: readonly SourceLine[]): Turned {
  const ends = lineEndNodes(pieces, lines.length)
  const places = placesOfNames(lines, ends)
  const isTurned = lines.map(({ from, to }, line) => {
    const end = ends[line]
    if (end === undefined || end.first === end.last) return false
    const [upper, lower] = [places.get(from ?? ''), places.get(to ?? '')]
    const against = Number(upper === end.last) + Number(lower === end.first)
    return against > Number(upper === end.first) + Number(lower === end.last)
  })
  return Uint8Array.from(pieces.line, (line) => (isTurned[line] === true ? 1 : 0))
}

interface LineEndNodes {
  first: number
  last: number
}

/** The nodes at which each line begins and ends as drawn; its pieces follow one another. */
export function lineEndNodes({ count, line, fromNode, toNode }: Pieces, lines: number): (LineEndNodes | undefined)[] {
  const ends: (LineEndNodes | undefined)[] = new Array(lines)
  for (let piece = 0; piece < count; piece++) {
    const known = ends[i32(line, piece)]
    const last = i32(toNode, piece)
    if (known === undefined) ends[i32(line, piece)] = { first: i32(fromNode, piece), last }
    else known.last = last
  }
  return ends
}

function placesOfNames(lines: readonly SourceLine[], ends: readonly (LineEndNodes | undefined)[]) {
  const votes = new Map<string, Map<number, number>>()
  for (const [line, { from, to }] of lines.entries()) {
    const end = ends[line]
    if (end === undefined) continue
    for (const name of [from, to]) {
      if (name === null) continue
      const nodes = votes.get(name) ?? new Map<number, number>()
      for (const node of [end.first, end.last]) nodes.set(node, (nodes.get(node) ?? 0) + 1)
      votes.set(name, nodes)
    }
  }
  const places = new Map<string, number>()
  for (const [name, nodes] of votes) {
    const [[node, most] = [-1, 0], [, second] = [-1, 0]] = [...nodes].sort((a, b) => b[1] - a[1])
    // One line alone cannot tell at which of its ends the node lies.
    if (most > second) places.set(name, node)
  }
  return places
}
