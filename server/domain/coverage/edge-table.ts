/** The edges of all rings, each kept once: how the two sides of a border find each other. */

import { f64, i32, u32 } from '../typed-array.ts'
import type { BorderSegments } from './coverage.ts'

type ReportSharedSide = (unit: number, other: number, x: number, y: number) => void

/** Edges to make room for, in parts of the rings' edges: one half when every border is shared, and a rim. */
const SHARED_PART = 0.52
const GROWTH = 1.3

/** Part of the slots in use when no border is shared; half of it when all are. */
const FULLEST = 0.75
/** Slots of a page less one; a page is 4 KiB, as the machine's own. */
const PAGE_MASK = 1023
/** Tries within the neighbourhood's page before an edge goes anywhere in the table. */
const PROBES_IN_PAGE = 16
/** Of a coordinate's high word; what stays is sign, exponent and 8 bits: a quarter of a degree, a kilometre or less. */
const BITS_BELOW_NEIGHBOURHOOD = 12

/**
 * Open-addressing hash table of undirected edges; each is kept running from its lesser end (by x, then y), in the very
 * arrays that become the border segments. Fresh memory costs more than arithmetic here, so nothing is copied at the end.
 */
export class EdgeTable {
  #edges: Edges
  /** Edge number + 1 in the low bits, and above them bits of its hash that spare a look at most wrong edges; 0 is empty. */
  readonly #slots: Int32Array
  readonly #edgeMask: number
  readonly #reportSharedSide: ReportSharedSide
  readonly #key = new Float64Array(4)
  readonly #keyBits = new Uint32Array(this.#key.buffer)
  #count = 0
  #latest = 0

  /** `ringEdges` bounds the number of edges that will be added. */
  constructor(ringEdges: number, reportSharedSide: ReportSharedSide) {
    this.#edges = emptyEdges(Math.ceil(SHARED_PART * ringEdges) + 64)
    const bits = Math.ceil(Math.log2(Math.max(PAGE_MASK + 1, ringEdges / FULLEST)))
    this.#slots = new Int32Array(2 ** bits)
    this.#edgeMask = 2 ** bits - 1
    this.#reportSharedSide = reportSharedSide
  }

  /** Adds the edge from a to b with `unit` on its left. */
  add(ax: number, ay: number, bx: number, by: number, unit: number): void {
    const isForward = ax < bx || (ax === bx && ay < by)
    const edge = isForward ? this.#findOrAppend(ax, ay, bx, by) : this.#findOrAppend(bx, by, ax, ay)
    const side = isForward ? this.#edges.left : this.#edges.right
    const other = i32(side, edge)
    if (other === 0) side[edge] = unit
    else this.#reportSharedSide(unit, other, (ax + bx) / 2, (ay + by) / 2)
    this.#latest = edge
  }

  /** The edges that part two units; ends the table's life. */
  takeBorders(): BorderSegments {
    const { left, right } = this.#edges
    let count = 0
    for (let edge = 0; edge < this.#count; edge++) {
      if (left[edge] === right[edge]) continue
      if (edge !== count) moveEdge(this.#edges, edge, count)
      count++
    }
    return { count, ...firstEdges(this.#edges, count) }
  }

  #findOrAppend(x0: number, y0: number, x1: number, y1: number): number {
    // Neighbours trace their border in step: the edge wanted is mostly next to the latest one.
    if (this.#isEdge(this.#latest - 1, x0, y0, x1, y1)) return this.#latest - 1
    if (this.#isEdge(this.#latest + 1, x0, y0, x1, y1)) return this.#latest + 1
    return this.#lookUpOrAppend(x0, y0, x1, y1)
  }

  #lookUpOrAppend(x0: number, y0: number, x1: number, y1: number): number {
    const slots = this.#slots
    const mask = this.#edgeMask
    const hash = this.#hash(x0, y0, x1, y1)
    const tag = hash & ~mask
    const page = this.#pageOf(x0, y0)
    for (let probe = 0; ; probe++) {
      const slot = probe < PROBES_IN_PAGE ? page | ((hash + probe) & PAGE_MASK) : (hash + probe) & mask
      const entry = i32(slots, slot)
      if (entry === 0) {
        const edge = this.#append(x0, y0, x1, y1)
        slots[slot] = tag | (edge + 1)
        return edge
      }
      const edge = (entry & mask) - 1
      if ((entry & ~mask) === tag && this.#isEdge(edge, x0, y0, x1, y1)) return edge
    }
  }

  #isEdge(edge: number, x0: number, y0: number, x1: number, y1: number): boolean {
    if (edge < 0 || edge >= this.#count) return false
    const edges = this.#edges
    return edges.x0[edge] === x0 && edges.y0[edge] === y0 && edges.x1[edge] === x1 && edges.y1[edge] === y1
  }

  #append(x0: number, y0: number, x1: number, y1: number): number {
    const edge = this.#count++
    if (edge >= this.#edges.x0.length) this.#edges = grownEdges(this.#edges)
    const edges = this.#edges
    edges.x0[edge] = x0
    edges.y0[edge] = y0
    edges.x1[edge] = x1
    edges.y1[edge] = y1
    return edge
  }

  /** First slot of the page that edges of one neighbourhood share: what is met together lies together in memory. */
  #pageOf(x: number, y: number): number {
    this.#key[0] = x
    this.#key[1] = y
    const east = u32(this.#keyBits, 1) >>> BITS_BELOW_NEIGHBOURHOOD
    const north = u32(this.#keyBits, 3) >>> BITS_BELOW_NEIGHBOURHOOD
    const mixed = Math.imul(Math.imul(east, 0x9e3779b1) ^ north, 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) & this.#edgeMask & ~PAGE_MASK
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

type Edges = Omit<BorderSegments, 'count'>

function emptyEdges(capacity: number): Edges {
  return {
    x0: new Float64Array(capacity),
    y0: new Float64Array(capacity),
    x1: new Float64Array(capacity),
    y1: new Float64Array(capacity),
    left: new Int32Array(capacity),
    right: new Int32Array(capacity),
  }
}

function grownEdges(edges: Edges): Edges {
  const grown = emptyEdges(Math.ceil(GROWTH * edges.x0.length))
  grown.x0.set(edges.x0)
  grown.y0.set(edges.y0)
  grown.x1.set(edges.x1)
  grown.y1.set(edges.y1)
  grown.left.set(edges.left)
  grown.right.set(edges.right)
  return grown
}

function moveEdge(edges: Edges, from: number, to: number): void {
  edges.x0[to] = f64(edges.x0, from)
  edges.y0[to] = f64(edges.y0, from)
  edges.x1[to] = f64(edges.x1, from)
  edges.y1[to] = f64(edges.y1, from)
  edges.left[to] = i32(edges.left, from)
  edges.right[to] = i32(edges.right, from)
}

function firstEdges(edges: Edges, count: number): Edges {
  return {
    x0: edges.x0.subarray(0, count),
    y0: edges.y0.subarray(0, count),
    x1: edges.x1.subarray(0, count),
    y1: edges.y1.subarray(0, count),
    left: edges.left.subarray(0, count),
    right: edges.right.subarray(0, count),
  }
}
