/**
 * 捕捉: ends that nearly meet another line are brought to it.
 *
 * Only an end that shares its place with no other end and touches no other line is free, and only free ends move. Pairs of a
 * free end and another end within the tolerance are taken nearest first (then from west to east); the free end goes to the
 * other, which then stays. A free end that found no end goes to the nearest place of a line within the tolerance.
 */
import Flatbush from 'flatbush'
import { f64, i32 } from '../typed-array.ts'
import type { EndPlace, SingleEnd } from './line-ends.ts'
import { endPlaces, singleEnds } from './line-ends.ts'
import {
  CELLS,
  Insertions,
  insertVertices,
  type LineTable,
  linesOfVertices,
  moveVertices,
  placeKey,
} from './line-table.ts'
import type { LineEnd } from './mend.ts'
import { type DecidedEnd, joinsByMend, type NamedEnd } from './mended-ends.ts'

export interface SnapSettings {
  /** An end this near to another line belongs to it, metres. */
  readonly snapM: number
  /** An end nearer than this, but not within the tolerance, is reported, metres. */
  readonly nearM: number
}

/** What became of an end that is, or nearly is, at another line. */
export interface EndFinding {
  readonly line: number
  readonly end: LineEnd
  readonly outcome: 'snapped' | 'loose'
  /** Where the source drew it, cells of the grid. */
  readonly x: number
  readonly y: number
  readonly distanceM: number
  readonly otherLine: number
}

export interface SnappedLines {
  readonly table: LineTable
  readonly findings: readonly EndFinding[]
}

/** `mended` are the ends that a steward joined or parted. */
export function snapEnds(table: LineTable, { snapM, nearM }: SnapSettings, mended: readonly NamedEnd[]): SnappedLines {
  const places = endPlaces(table)
  const ends = singleEnds(table, places, Math.max(snapM, nearM) * CELLS)
  const snapping = new Snapping(table, snapM * CELLS)
  const decided = joinsByMend(table, mended)
  for (const { vertex, join } of decided) {
    if (join === null) snapping.part(vertex)
    else snapping.moveByMend(vertex, join)
  }
  const isDecided = new Set(decided.map(({ vertex }) => vertex))
  const free: SingleEnd[] = []
  for (const end of ends) {
    if (isDecided.has(end.vertex)) continue
    if (end.nearest !== null && end.nearest.distance <= TOUCHING) snapping.attach(end)
    else free.push(end)
  }
  const findings = snapping.joinEnds(free, places)
  for (const end of free) {
    const finding = snapping.joinLine(end)
    if (finding !== null) findings.push(finding)
  }
  return { table: snapping.apply(), findings }
}

/** Cells within which an end lies on a line. */
const TOUCHING = 1

interface Pair {
  readonly end: SingleEnd
  readonly place: EndPlace
  readonly distance: number
}

class Snapping {
  readonly #table: LineTable
  readonly #reach: number
  readonly #lineOf: Int32Array
  readonly #insertions = new Insertions()
  /** New places by vertex. */
  readonly #moves = new Map<number, readonly [number, number]>()
  /** Places to which an end was brought: they stay. */
  readonly #anchors = new Set<number>()
  /** The place that a mend brought an end to, by the place it left. */
  readonly #leftFor = new Map<number, number>()
  /** Places to which no end is brought. */
  readonly #parted = new Set<number>()

  constructor(table: LineTable, reach: number) {
    this.#table = table
    this.#reach = reach
    this.#lineOf = linesOfVertices(table)
  }

  /** Leaves an end alone: it does not move, and nothing moves to it. */
  part(vertex: number): void {
    this.#parted.add(placeKey(f64(this.#table.x, vertex), f64(this.#table.y, vertex)))
  }

  /** Brings an end to a place; `segment` is led through it. */
  move(vertex: number, x: number, y: number, segment: number | null): void {
    this.#moves.set(vertex, [x, y])
    if (segment !== null) this.#lead(segment, x, y)
    this.#anchors.add(placeKey(x, y))
  }

  /** Two ends may each be told to join the other: the first one goes, and the second is there already. */
  moveByMend(vertex: number, { x, y, segment }: Exclude<DecidedEnd['join'], null>): void {
    const { x: xs, y: ys } = this.#table
    const own = placeKey(f64(xs, vertex), f64(ys, vertex))
    if (this.#leftFor.get(placeKey(x, y)) === own) return
    this.#leftFor.set(own, placeKey(x, y))
    this.move(vertex, x, y, segment)
  }

  /** The line touched keeps its vertex here, whatever becomes of its own ends. */
  attach({ place, nearest }: SingleEnd): void {
    if (nearest !== null) this.#lead(nearest.segment, place.x, place.y)
    this.#anchors.add(place.key)
  }

  joinEnds(free: readonly SingleEnd[], places: readonly EndPlace[]): EndFinding[] {
    const findings: EndFinding[] = []
    for (const { end, place, distance } of this.#pairs(free, places)) {
      if (this.#isSettled(end) || this.#parted.has(place.key)) continue
      const target = this.#placeNow(place)
      const isTooFar = Math.hypot(target[0] - end.place.x, target[1] - end.place.y) > this.#reach
      if (isTooFar || placeKey(...target) === end.otherKey) continue
      this.move(end.vertex, ...target, null)
      findings.push(found(end, 'snapped', distance, i32(this.#lineOf, place.vertices[0] ?? -1)))
    }
    return findings
  }

  /** Null where the end is settled, or nothing is near. */
  joinLine(end: SingleEnd): EndFinding | null {
    if (this.#isSettled(end) || end.nearest === null) return null
    const { x, y, segment, distance, line } = end.nearest
    if (distance > this.#reach) return found(end, 'loose', distance, line)
    if (this.#parted.has(placeKey(Math.round(x), Math.round(y)))) return null
    this.move(end.vertex, Math.round(x), Math.round(y), segment)
    return found(end, 'snapped', distance, line)
  }

  apply(): LineTable {
    return insertedAndMoved(this.#table, this.#insertions, this.#moves)
  }

  #isSettled({ vertex, place }: SingleEnd): boolean {
    return this.#moves.has(vertex) || this.#anchors.has(place.key)
  }

  #placeNow({ x, y, vertices }: EndPlace): readonly [number, number] {
    return this.#moves.get(vertices[0] ?? -1) ?? [x, y]
  }

  #lead(segment: number, x: number, y: number): void {
    const { x: xs, y: ys } = this.#table
    const isAt = (v: number) => xs[v] === x && ys[v] === y
    if (!isAt(segment) && !isAt(segment + 1)) this.#insertions.add(segment, x, y)
  }

  #pairs(free: readonly SingleEnd[], places: readonly EndPlace[]): Pair[] {
    const boxes = places.length === 0 ? null : new Flatbush(places.length)
    for (const { x, y } of places) boxes?.add(x, y)
    boxes?.finish()
    const reach = this.#reach
    const pairs: Pair[] = []
    for (const end of free) {
      const { x, y, key } = end.place
      for (const item of boxes?.search(x - reach, y - reach, x + reach, y + reach) ?? []) {
        const place = places[item]
        if (place === undefined || place.key === key || place.key === end.otherKey) continue
        const distance = Math.hypot(place.x - x, place.y - y)
        if (distance <= reach) pairs.push({ end, place, distance })
      }
    }
    return pairs.sort(
      (a, b) => a.distance - b.distance || a.end.place.key - b.end.place.key || a.place.key - b.place.key,
    )
  }
}

/** First the vertices that lines are led through, then the ends: so a line keeps its joints when its own end moves. */
function insertedAndMoved(
  table: LineTable,
  insertions: Insertions,
  moves: ReadonlyMap<number, readonly [number, number]>,
): LineTable {
  const { table: led, isNew } = insertVertices(table, insertions)
  const moved = new Map<number, readonly [number, number]>()
  let old = 0
  for (let v = 0; v < led.x.length; v++) {
    if (isNew[v] === 1) continue
    const place = moves.get(old++)
    if (place !== undefined) moved.set(v, place)
  }
  return moveVertices(led, moved)
}

function found(end: SingleEnd, outcome: EndFinding['outcome'], distance: number, otherLine: number): EndFinding {
  const { x, y } = end.place
  return { line: end.line, end: end.end, outcome, x, y, distanceM: distance / CELLS, otherLine }
}
