/** The ends of all lines: which places they share, which are free, and what is nearest to those. */
import { f64, i32 } from '../typed-array.ts'
import { type LineTable, lineCount, linesOfVertices, placeKey } from './line-table.ts'
import type { LineEnd } from './mend.ts'
import { footOn, indexSegments } from './segment-index.ts'

/** A place where lines end; `vertices` are the end vertices that lie on it. */
export interface EndPlace {
  readonly x: number
  readonly y: number
  readonly key: number
  readonly vertices: number[]
}

/** An end that shares its place with no other end, and what of the other lines is nearest to it. */
export interface SingleEnd {
  readonly place: EndPlace
  readonly vertex: number
  readonly line: number
  readonly end: LineEnd
  /** The place of the same line's other end. */
  readonly otherKey: number
  /** Null where no other line is within the distance looked at. */
  readonly nearest: NearestLine | null
}

export interface NearestLine {
  readonly line: number
  readonly segment: number
  readonly x: number
  readonly y: number
  /** In cells. */
  readonly distance: number
}

/** Where lines end, in the order of their keys, which is that of the map: from west to east, then south to north. */
export function endPlaces(table: LineTable): EndPlace[] {
  const places = new Map<number, EndPlace>()
  for (let line = 0; line < lineCount(table); line++) {
    for (const vertex of [i32(table.start, line), i32(table.start, line + 1) - 1]) {
      const [x, y] = [f64(table.x, vertex), f64(table.y, vertex)]
      const key = placeKey(x, y)
      const known = places.get(key)
      if (known === undefined) places.set(key, { x, y, key, vertices: [vertex] })
      else known.vertices.push(vertex)
    }
  }
  return [...places.values()].sort((a, b) => a.key - b.key)
}

/** The single ends; other lines are looked for within `reach` cells. */
export function singleEnds(table: LineTable, places: readonly EndPlace[], reach: number): SingleEnd[] {
  const lineOf = linesOfVertices(table)
  const nearestTo = nearestLineFinder(table, lineOf, reach)
  return places.flatMap((place) => {
    const [vertex, ...more] = place.vertices
    if (vertex === undefined || more.length > 0) return []
    const line = i32(lineOf, vertex)
    const isStart = vertex === i32(table.start, line)
    const other = isStart ? i32(table.start, line + 1) - 1 : i32(table.start, line)
    const otherKey = placeKey(f64(table.x, other), f64(table.y, other))
    const nearest = nearestTo(place.x, place.y, line)
    return [{ place, vertex, line, end: isStart ? ('start' as const) : ('finish' as const), otherKey, nearest }]
  })
}

/** Finds the nearest segment of another line; of equally near ones, the first in the table. */
function nearestLineFinder(table: LineTable, lineOf: Int32Array, reach: number) {
  const { boxes, segment } = indexSegments(table)
  return (x: number, y: number, line: number): NearestLine | null => {
    let nearest: NearestLine | null = null
    for (const item of boxes?.search(x - reach, y - reach, x + reach, y + reach) ?? []) {
      const candidate = i32(segment, item)
      const other = i32(lineOf, candidate)
      if (other === line) continue
      const foot = footOn(table, candidate, x, y)
      const isNearer = nearest === null ? foot.distance <= reach : comesBefore(foot.distance, candidate, nearest)
      if (isNearer) nearest = { line: other, segment: candidate, ...foot }
    }
    return nearest
  }
}

const comesBefore = (distance: number, segment: number, than: NearestLine): boolean =>
  distance < than.distance || (distance === than.distance && segment < than.segment)
