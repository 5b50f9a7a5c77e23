/** The ends about which a steward has decided: joined to what he named, or left apart. */
import { f64, i32 } from '../typed-array.ts'
import type { LineTable } from './line-table.ts'
import type { LineEnd, Mend } from './mend.ts'
import { footOn } from './segment-index.ts'
import type { SourceLine } from './source-line.ts'

/** An end of a line by number, and the end or line that it joins; null where it stays apart. */
export interface NamedEnd {
  readonly line: number
  readonly end: LineEnd
  readonly join: { readonly line: number; readonly end: LineEnd | null } | null
}

export interface DecidedEnd {
  readonly vertex: number
  /** Where it goes, cells of the grid; `segment` is to be led through that place, null where it has a vertex there. */
  readonly join: { readonly x: number; readonly y: number; readonly segment: number | null } | null
}

/** The mends of ends whose lines exist. */
export function namedEnds(mends: readonly Mend[], lines: readonly SourceLine[]): NamedEnd[] {
  const number = new Map(lines.map(({ id }, line) => [id, line]))
  return mends.flatMap((mend): NamedEnd[] => {
    if (mend.action !== 'join' && mend.action !== 'part') return []
    const line = number.get(mend.lineId)
    if (line === undefined) return []
    if (mend.action === 'part') return [{ line, end: mend.end, join: null }]
    const other = number.get(mend.toLineId)
    return other === undefined ? [] : [{ line, end: mend.end, join: { line: other, end: mend.toEnd } }]
  })
}

export function joinsByMend(table: LineTable, ends: readonly NamedEnd[]): DecidedEnd[] {
  return ends.map(({ line, end, join }) => {
    const vertex = endVertex(table, line, end)
    if (join === null) return { vertex, join }
    const place = join.end === null ? nearestOn(table, join.line, vertex) : endOf(table, join.line, join.end)
    return { vertex, join: place }
  })
}

const endVertex = ({ start }: LineTable, line: number, end: LineEnd): number =>
  end === 'start' ? i32(start, line) : i32(start, line + 1) - 1

function endOf(table: LineTable, line: number, end: LineEnd) {
  const vertex = endVertex(table, line, end)
  return { x: f64(table.x, vertex), y: f64(table.y, vertex), segment: null }
}

function nearestOn(table: LineTable, line: number, vertex: number) {
  const [px, py] = [f64(table.x, vertex), f64(table.y, vertex)]
  let nearest = { x: px, y: py, segment: null as number | null, distance: Number.POSITIVE_INFINITY }
  for (let segment = i32(table.start, line); segment < i32(table.start, line + 1) - 1; segment++) {
    const foot = footOn(table, segment, px, py)
    if (foot.distance < nearest.distance) nearest = { ...foot, segment }
  }
  return { x: Math.round(nearest.x), y: Math.round(nearest.y), segment: nearest.segment }
}
