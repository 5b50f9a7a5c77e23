/**
 * All lines in flat arrays, on a grid of whole centimetres, in which side tests are exact: products of differences stay below
 * 2^53 in the plane of source-line.ts.
 */
import { f64, i32 } from '../typed-array.ts'
import { PLANE, type SourceLine } from './source-line.ts'

/** Cells of the grid in a metre. */
export const CELLS = 100

/** Vertices of line `l` are `start[l] .. start[l + 1]`; segment `v` runs from vertex `v` to `v + 1` of the same line. */
export interface LineTable {
  readonly start: Int32Array
  /** Easting and northing in whole centimetres. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** Metres from the line's first vertex as the source drew it; what moves or is inserted later does not shift it. */
  readonly alongM: Float64Array
}

/** Vertices to put into segments; the arrays run in step. */
export class Insertions {
  readonly segment: number[] = []
  readonly x: number[] = []
  readonly y: number[] = []

  add(segment: number, x: number, y: number): void {
    this.segment.push(segment)
    this.x.push(x)
    this.y.push(y)
  }
}

export function lineTable(lines: readonly SourceLine[]): LineTable {
  const vertexCount = lines.reduce((sum, { metres }) => sum + metres.length / 2, 0)
  const rows = new TableRows(lines.length, vertexCount)
  for (const [line, { metres }] of lines.entries()) {
    let alongM = 0
    for (let at = 0; at + 1 < metres.length; at += 2) {
      if (at > 0) alongM += Math.hypot(f64(metres, at) - f64(metres, at - 2), f64(metres, at + 1) - f64(metres, at - 1))
      rows.add(Math.round(f64(metres, at) * CELLS), Math.round(f64(metres, at + 1) * CELLS), alongM)
    }
    rows.endLine(line)
  }
  return rows.table()
}

export const lineCount = ({ start }: LineTable): number => start.length - 1

/** The line of each vertex. */
export function linesOfVertices({ start, x }: LineTable): Int32Array {
  const line = new Int32Array(x.length)
  for (let l = 0; l < start.length - 1; l++) line.fill(l, i32(start, l), i32(start, l + 1))
  return line
}

/** A number for each place of the grid, the same for the same place: exact, since the plane has fewer than 2^53 cells. */
export const placeKey = (x: number, y: number): number =>
  (x - PLANE.minX * CELLS) * (PLANE.sideM * CELLS) + (y - PLANE.minY * CELLS)

/** The table with the vertices put in, in the order of travel, and which vertices of it are new. */
export function insertVertices(
  table: LineTable,
  { segment, x, y }: Insertions,
): { table: LineTable; isNew: Uint8Array } {
  const along = Float64Array.from(segment, (at, index) => alongOf(table, at, x[index] ?? 0, y[index] ?? 0))
  const order = Uint32Array.from(segment.keys()).sort(
    (a, b) => (segment[a] ?? 0) - (segment[b] ?? 0) || f64(along, a) - f64(along, b),
  )
  const rows = new TableRows(lineCount(table), table.x.length + order.length)
  let next = 0
  for (let line = 0; line < lineCount(table); line++) {
    for (let v = i32(table.start, line); v < i32(table.start, line + 1); v++) {
      rows.add(f64(table.x, v), f64(table.y, v), f64(table.alongM, v))
      for (let index = order[next]; index !== undefined && segment[index] === v; index = order[++next]) {
        const [before, after] = [f64(table.alongM, v), f64(table.alongM, v + 1)]
        rows.add(x[index] ?? 0, y[index] ?? 0, before + shareOf(table, v, f64(along, index)) * (after - before), 1)
      }
    }
    rows.endLine(line)
  }
  return { table: rows.table(), isNew: rows.isNew() }
}

/** The table with some of its vertices moved: `x` and `y` by vertex. */
export function moveVertices(table: LineTable, x: ReadonlyMap<number, readonly [number, number]>): LineTable {
  const rows = new TableRows(lineCount(table), table.x.length)
  for (let line = 0; line < lineCount(table); line++) {
    for (let v = i32(table.start, line); v < i32(table.start, line + 1); v++) {
      const [east, north] = x.get(v) ?? [f64(table.x, v), f64(table.y, v)]
      rows.add(east, north, f64(table.alongM, v))
    }
    rows.endLine(line)
  }
  return rows.table()
}

/** How far along the segment the place lies nearest, times the length of the segment: a whole number, so that the order is exact. */
function alongOf({ x, y }: LineTable, segment: number, px: number, py: number): number {
  const [dx, dy] = [f64(x, segment + 1) - f64(x, segment), f64(y, segment + 1) - f64(y, segment)]
  return (px - f64(x, segment)) * dx + (py - f64(y, segment)) * dy
}

/** 0 to 1. */
function shareOf({ x, y }: LineTable, segment: number, along: number): number {
  const [dx, dy] = [f64(x, segment + 1) - f64(x, segment), f64(y, segment + 1) - f64(y, segment)]
  return Math.min(1, Math.max(0, along / (dx * dx + dy * dy)))
}

/** Writes a table row by row and leaves out a vertex that repeats the one before it. */
class TableRows {
  readonly #start: Int32Array
  readonly #x: Float64Array
  readonly #y: Float64Array
  readonly #alongM: Float64Array
  readonly #isNew: Uint8Array
  #count = 0
  #first = 0

  constructor(lines: number, vertices: number) {
    this.#start = new Int32Array(lines + 1)
    this.#x = new Float64Array(vertices)
    this.#y = new Float64Array(vertices)
    this.#alongM = new Float64Array(vertices)
    this.#isNew = new Uint8Array(vertices)
  }

  add(x: number, y: number, alongM: number, isNew = 0): void {
    const last = this.#count - 1
    if (last >= this.#first && this.#x[last] === x && this.#y[last] === y) return
    this.#x[this.#count] = x
    this.#y[this.#count] = y
    this.#alongM[this.#count] = alongM
    this.#isNew[this.#count++] = isNew
  }

  endLine(line: number): void {
    this.#start[line + 1] = this.#count
    this.#first = this.#count
  }

  table(): LineTable {
    const count = this.#count
    return {
      start: this.#start,
      x: this.#x.subarray(0, count),
      y: this.#y.subarray(0, count),
      alongM: this.#alongM.subarray(0, count),
    }
  }

  isNew(): Uint8Array {
    return this.#isNew.subarray(0, this.#count)
  }
}
