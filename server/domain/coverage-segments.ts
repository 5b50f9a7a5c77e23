/**
 * From polygons to border segments: each edge of each ring is looked up among the edges met before; the same edge run
 * the other way is the neighbour's side of the same border.
 */
import type { Position } from 'geojson'
import type { BorderSegments, CoverageUnit } from './coverage.ts'
import type { ReportFault } from './coverage-faults.ts'
import { f64, i32, u32 } from './typed-array.ts'

/** Borders of `units` (unit `i` of the list gets number `i + 1`), without the edges that have one unit on both sides. */
export function matchBorders(units: readonly CoverageUnit[], report: ReportFault): BorderSegments {
  const edges = new EdgeTable(countEdges(units), (unit, other, x, y) => {
    report({ kind: 'overlap', units: [codeOf(units, unit), codeOf(units, other)], x, y })
  })
  let ring = new Float64Array(1024)
  units.forEach(({ code, geometry }, index) => {
    for (const polygon of polygonsOf(geometry)) {
      polygon.forEach((positions, order) => {
        if (2 * positions.length > ring.length) ring = new Float64Array(4 * positions.length)
        const place = flattenRing(positions, ring)
        if (place !== undefined) report({ kind: 'bad-ring', units: [code], x: place[0], y: place[1] })
        else addRing(edges, { ring, size: positions.length, isOuter: order === 0, unit: index + 1 })
      })
    }
  })
  return edges.borders()
}

function polygonsOf(geometry: CoverageUnit['geometry']): readonly Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

function countEdges(units: readonly CoverageUnit[]): number {
  let count = 0
  for (const { geometry } of units) {
    for (const polygon of polygonsOf(geometry)) for (const ring of polygon) count += ring.length
  }
  return count
}

function codeOf(units: readonly CoverageUnit[], unit: number): string {
  return units[unit - 1]?.code ?? ''
}

/** Writes x, y, x, y... into `flat`; answers the place of a fault when the ring is open, too short or not finite. */
function flattenRing(positions: readonly Position[], flat: Float64Array): [x: number, y: number] | undefined {
  for (let i = 0; i < positions.length; i++) {
    const position = positions[i]
    const x = position?.[0] ?? Number.NaN
    const y = position?.[1] ?? Number.NaN
    if (!Number.isFinite(x) || !Number.isFinite(y)) return [x, y]
    // Adding 0 turns -0 into 0, so that equal coordinates have equal bits.
    flat[2 * i] = x + 0
    flat[2 * i + 1] = y + 0
  }
  const last = 2 * positions.length - 2
  const isClosed = positions.length >= 4 && flat[0] === flat[last] && flat[1] === flat[last + 1]
  return isClosed ? undefined : [flat[0] ?? Number.NaN, flat[1] ?? Number.NaN]
}

interface Ring {
  readonly ring: Float64Array
  /** Positions, the repeated first one included. */
  readonly size: number
  readonly isOuter: boolean
  readonly unit: number
}

/** Adds the ring's edges so that the unit lies on their left, whichever way the file draws the ring. */
function addRing(edges: EdgeTable, { ring, size, isOuter, unit }: Ring): void {
  const isUnitLeft = isCounterClockwise(ring, size) === isOuter
  for (let i = 0; i < size - 1; i++) {
    const ax = f64(ring, 2 * i)
    const ay = f64(ring, 2 * i + 1)
    const bx = f64(ring, 2 * i + 2)
    const by = f64(ring, 2 * i + 3)
    if (ax === bx && ay === by) continue
    if (isUnitLeft) edges.add(ax, ay, bx, by, unit)
    else edges.add(bx, by, ax, ay, unit)
  }
}

function isCounterClockwise(ring: Float64Array, size: number): boolean {
  const originX = f64(ring, 0)
  const originY = f64(ring, 1)
  let doubleArea = 0
  for (let i = 1; i < size - 1; i++) {
    const ax = f64(ring, 2 * i) - originX
    const ay = f64(ring, 2 * i + 1) - originY
    const bx = f64(ring, 2 * i + 2) - originX
    const by = f64(ring, 2 * i + 3) - originY
    doubleArea += ax * by - ay * bx
  }
  return doubleArea > 0
}

type ReportSharedSide = (unit: number, other: number, x: number, y: number) => void

const EMPTY_SLOT = -1

/** Open-addressing hash table of undirected edges; each is kept running from its lesser end (by x, then y). */
class EdgeTable {
  readonly #x0: Float64Array
  readonly #y0: Float64Array
  readonly #x1: Float64Array
  readonly #y1: Float64Array
  readonly #left: Int32Array
  readonly #right: Int32Array
  readonly #slots: Int32Array
  readonly #reportSharedSide: ReportSharedSide
  readonly #key = new Float64Array(4)
  readonly #keyBits = new Uint32Array(this.#key.buffer)
  #count = 0

  constructor(capacity: number, reportSharedSide: ReportSharedSide) {
    this.#x0 = new Float64Array(capacity)
    this.#y0 = new Float64Array(capacity)
    this.#x1 = new Float64Array(capacity)
    this.#y1 = new Float64Array(capacity)
    this.#left = new Int32Array(capacity)
    this.#right = new Int32Array(capacity)
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(capacity + 1) + 0.5)).fill(EMPTY_SLOT)
    this.#reportSharedSide = reportSharedSide
  }

  /** Adds the edge from a to b with `unit` on its left. */
  add(ax: number, ay: number, bx: number, by: number, unit: number): void {
    const isForward = ax < bx || (ax === bx && ay < by)
    const edge = isForward ? this.#find(ax, ay, bx, by) : this.#find(bx, by, ax, ay)
    const side = isForward ? this.#left : this.#right
    const other = i32(side, edge)
    if (other === 0) side[edge] = unit
    else this.#reportSharedSide(unit, other, (ax + bx) / 2, (ay + by) / 2)
  }

  /** The edges that part two units, in arrays of their exact length. */
  borders(): BorderSegments {
    let count = 0
    for (let edge = 0; edge < this.#count; edge++) {
      if (this.#left[edge] !== this.#right[edge]) this.#move(edge, count++)
    }
    return {
      count,
      x0: this.#x0.slice(0, count),
      y0: this.#y0.slice(0, count),
      x1: this.#x1.slice(0, count),
      y1: this.#y1.slice(0, count),
      left: this.#left.slice(0, count),
      right: this.#right.slice(0, count),
    }
  }

  #move(from: number, to: number): void {
    this.#x0[to] = f64(this.#x0, from)
    this.#y0[to] = f64(this.#y0, from)
    this.#x1[to] = f64(this.#x1, from)
    this.#y1[to] = f64(this.#y1, from)
    this.#left[to] = i32(this.#left, from)
    this.#right[to] = i32(this.#right, from)
  }

  #find(x0: number, y0: number, x1: number, y1: number): number {
    const mask = this.#slots.length - 1
    let slot = this.#hash(x0, y0, x1, y1) & mask
    for (;;) {
      const edge = i32(this.#slots, slot)
      if (edge === EMPTY_SLOT) break
      if (this.#x0[edge] === x0 && this.#y0[edge] === y0 && this.#x1[edge] === x1 && this.#y1[edge] === y1) return edge
      slot = (slot + 1) & mask
    }
    this.#slots[slot] = this.#count
    return this.#append(x0, y0, x1, y1)
  }

  #append(x0: number, y0: number, x1: number, y1: number): number {
    const edge = this.#count++
    this.#x0[edge] = x0
    this.#y0[edge] = y0
    this.#x1[edge] = x1
    this.#y1[edge] = y1
    return edge
  }

  #hash(x0: number, y0: number, x1: number, y1: number): number {
    this.#key[0] = x0
    this.#key[1] = y0
    this.#key[2] = x1
    this.#key[3] = y1
    let hash = 0
    for (let i = 0; i < 8; i++) hash = Math.imul(hash ^ u32(this.#keyBits, i), 0x9e3779b1) ^ (hash >>> 15)
    return hash ^ (hash >>> 16)
  }
}
