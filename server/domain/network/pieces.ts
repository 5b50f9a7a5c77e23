/**
 * 线段: the noded lines cut where anything meets, each stretch kept once.
 *
 * Where lines run along one another the first line keeps the stretch. A node is a place where stretches of a line begin or end
 * and every place where not exactly two edges meet.
 */
import { f64, i32, u8 } from '../typed-array.ts'
import { CELLS, type LineTable, lineCount, linesOfVertices, placeKey } from './line-table.ts'

/** Piece `p` is vertices `first[p] .. last[p]` of line `line[p]`, as the source drew it. */
export interface Pieces {
  readonly table: LineTable
  readonly count: number
  readonly line: Int32Array
  readonly first: Int32Array
  readonly last: Int32Array
  readonly fromNode: Int32Array
  readonly toNode: Int32Array
  readonly lengthM: Float64Array
  /** Cells of the grid, by node. */
  readonly nodeX: Float64Array
  readonly nodeY: Float64Array
  readonly overlaps: readonly Overlap[]
}

/** A stretch of line `dropped` that line `kept` has already. */
export interface Overlap {
  readonly kept: number
  readonly dropped: number
  readonly lengthM: number
  /** Where it begins, cells of the grid. */
  readonly x: number
  readonly y: number
}

export function cutPieces(table: LineTable): Pieces {
  const place = numberPlaces(table)
  const { isKept, overlaps } = keepEdgesOnce(table, place)
  const edges = countEdges(table, place, isKept)
  const ends = pieceEnds(table, place, isKept, edges)
  const nodes = numberNodes(table, ends)
  return { table, ...nodes, ...measured(table, ends), overlaps }
}

/** The number of each vertex's place, from 0: vertices at one place have one number. */
function numberPlaces({ x, y }: LineTable): Int32Array {
  const numbers = new Map<number, number>()
  const place = new Int32Array(x.length)
  for (let v = 0; v < x.length; v++) {
    const key = placeKey(f64(x, v), f64(y, v))
    let number = numbers.get(key)
    if (number === undefined) {
      number = numbers.size
      numbers.set(key, number)
    }
    place[v] = number
  }
  return place
}

function keepEdgesOnce(table: LineTable, place: Int32Array): { isKept: Uint8Array; overlaps: Overlap[] } {
  const { x, y } = table
  const owners = new Map<number, number>()
  const isKept = new Uint8Array(x.length)
  const overlaps = new Map<number, Overlap>()
  const lineOf = linesOfVertices(table)
  forEachEdge(table, (v, line) => {
    const [a, b] = [i32(place, v), i32(place, v + 1)]
    const key = Math.min(a, b) * x.length + Math.max(a, b)
    const owner = owners.get(key)
    if (owner === undefined) {
      owners.set(key, v)
      isKept[v] = 1
      return
    }
    const kept = i32(lineOf, owner)
    const pair = kept * lineCount(table) + line
    const known = overlaps.get(pair) ?? { kept, dropped: line, lengthM: 0, x: f64(x, v), y: f64(y, v) }
    overlaps.set(pair, { ...known, lengthM: known.lengthM + edgeM(table, v) })
  })
  return { isKept, overlaps: [...overlaps.values()] }
}

/** Edges that meet at each place. */
function countEdges(table: LineTable, place: Int32Array, isKept: Uint8Array): Int32Array {
  const edges = new Int32Array(place.length)
  forEachEdge(table, (v) => {
    if (u8(isKept, v) === 0) return
    for (const end of [i32(place, v), i32(place, v + 1)]) edges[end] = i32(edges, end) + 1
  })
  return edges
}

interface PieceEnds {
  readonly line: number[]
  readonly first: number[]
  readonly last: number[]
  readonly place: Int32Array
}

function pieceEnds(table: LineTable, place: Int32Array, isKept: Uint8Array, edges: Int32Array): PieceEnds {
  const ends: PieceEnds = { line: [], first: [], last: [], place }
  const isJoint = (v: number): boolean => i32(edges, i32(place, v)) !== 2
  let first = -1
  forEachEdge(table, (v, line) => {
    if (u8(isKept, v) === 0) return
    if (first < 0) first = v
    const isEndOfLine = v + 2 >= i32(table.start, line + 1)
    if (!isJoint(v + 1) && !isEndOfLine && u8(isKept, v + 1) === 1) return
    ends.line.push(line)
    ends.first.push(first)
    ends.last.push(v + 1)
    first = -1
  })
  return ends
}

function numberNodes({ x, y }: LineTable, { first, last, place }: PieceEnds) {
  const numbers = new Map<number, number>()
  const vertices: number[] = []
  const nodeAt = (vertex: number): number => {
    const known = numbers.get(i32(place, vertex))
    if (known !== undefined) return known
    numbers.set(i32(place, vertex), vertices.length)
    return vertices.push(vertex) - 1
  }
  const fromNode = Int32Array.from(first, nodeAt)
  const toNode = Int32Array.from(last, nodeAt)
  const [nodeX, nodeY] = [x, y].map((values) => Float64Array.from(vertices, (v) => f64(values, v)))
  return { fromNode, toNode, nodeX: nodeX ?? new Float64Array(), nodeY: nodeY ?? new Float64Array() }
}

function measured(table: LineTable, { line, first, last }: PieceEnds) {
  const lengthM = Float64Array.from(first, (from, piece) => {
    let sum = 0
    for (let v = from; v < (last[piece] ?? 0); v++) sum += edgeM(table, v)
    return sum
  })
  const arrays = { line: Int32Array.from(line), first: Int32Array.from(first), last: Int32Array.from(last) }
  return { count: line.length, ...arrays, lengthM }
}

function forEachEdge(table: LineTable, visit: (segment: number, line: number) => void): void {
  for (let line = 0; line < lineCount(table); line++) {
    for (let v = i32(table.start, line); v < i32(table.start, line + 1) - 1; v++) visit(v, line)
  }
}

const edgeM = ({ x, y }: LineTable, v: number): number =>
  Math.hypot(f64(x, v + 1) - f64(x, v), f64(y, v + 1) - f64(y, v)) / CELLS
