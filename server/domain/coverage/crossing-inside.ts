/**
 * The border inside a query polygon, and its part of Green's theorem.
 *
 * Crossed arcs are cut at their crossings. From the nodes they reach inside, the walk goes on along arcs that are not
 * crossed, which lie inside as a whole. A connected part of the border that is crossed nowhere (an island, an exclave)
 * is inside when one of its places is.
 *
 * "Inside" is a winding number, exact like every sign here, and each piece of border counts as often as the outline runs
 * round it. So an outline that crosses itself by a rounding error is off by the area of that error, no more.
 */

import { f64, i32 } from '../typed-array.ts'
import { CrossingList } from './crossing-list.ts'
import type { BorderNetwork } from './crossing-network.ts'
import type { Outline } from './crossing-outline.ts'
import type { UnitSums } from './crossing-sums.ts'

export class BorderInside {
  readonly crossings = new CrossingList()
  readonly #network: BorderNetwork
  readonly #outline: Outline
  readonly #sums: UnitSums
  /** The query that last met an arc, node or part: marks need no clearing. */
  #query = 0
  readonly #queryOfArc: Int32Array
  readonly #queryOfNode: Int32Array
  readonly #windingOfNode: Int32Array
  readonly #queryOfPart: Int32Array
  readonly #openNodes: number[] = []

  constructor(network: BorderNetwork, outline: Outline, sums: UnitSums) {
    this.#network = network
    this.#outline = outline
    this.#sums = sums
    this.#queryOfArc = new Int32Array(network.left.length)
    this.#queryOfNode = new Int32Array(network.nodeStart.length - 1)
    this.#windingOfNode = new Int32Array(network.nodeStart.length - 1)
    this.#queryOfPart = new Int32Array(network.partArc.length)
  }

  /** Adds to the sums what the border inside contributes, once all crossings of the outline are listed. */
  addSweeps(): void {
    this.#query++
    this.crossings.sort()
    this.#markCrossedArcs()
    this.#cutCrossedArcs()
    this.#reachUncrossedParts()
  }

  #markCrossedArcs(): void {
    for (let rank = 0; rank < this.crossings.count; rank++) {
      const arc = this.#arcAt(rank)
      this.#queryOfArc[arc] = this.#query
      this.#queryOfPart[i32(this.#network.partOf, arc)] = this.#query
    }
  }

  #cutCrossedArcs(): void {
    const { count } = this.crossings
    for (let first = 0, end = 0; first < count; first = end) {
      const arc = this.#arcAt(first)
      while (end < count && this.#arcAt(end) === arc) end++
      this.#cutArc(arc, first, end)
    }
  }

  /** Ranks `first .. end` of the crossings are those of `arc`, from its first segment to its last. */
  #cutArc(arc: number, first: number, end: number): void {
    const { crossings } = this
    const { arcStart, fromNode, toNode } = this.#network
    let winding = this.#windingAtStart(arc, first, end)
    this.#reach(i32(fromNode, arc), winding)
    let vertex = i32(arcStart, arc)
    let sweep = 0
    for (let rank = first; rank < end; ) {
      const segment = this.#segmentAt(rank)
      if (winding !== 0) sweep += winding * this.#sweepBetween(vertex, segment)
      // The length inside of the cut segment: up to where it leaves, less up to where it enters, in whatever order.
      let part = 0
      for (; rank < end && this.#segmentAt(rank) === segment; rank++) {
        const crossing = i32(crossings.order, rank)
        const step = i32(crossings.step, crossing)
        part -= step * f64(crossings.along, crossing)
        winding += step
      }
      vertex = segment + 1
      sweep += (part + winding) * this.#sweepBetween(segment, vertex)
    }
    if (winding !== 0) sweep += winding * this.#sweepBetween(vertex, i32(arcStart, arc + 1) - 1)
    this.#addSweep(arc, sweep)
    this.#reach(i32(toNode, arc), winding)
  }

  /** Known at most arcs from the node at one of their ends; else counted, which takes a look at the whole outline. */
  #windingAtStart(arc: number, first: number, end: number): number {
    const { fromNode, toNode, arcStart, points } = this.#network
    const from = i32(fromNode, arc)
    if (i32(this.#queryOfNode, from) === this.#query) return i32(this.#windingOfNode, from)
    const to = i32(toNode, arc)
    if (i32(this.#queryOfNode, to) === this.#query) return i32(this.#windingOfNode, to) - this.#stepsOf(first, end)
    const start = i32(arcStart, arc)
    return this.#outline.windingAround(f64(points, 2 * start), f64(points, 2 * start + 1))
  }

  #stepsOf(first: number, end: number): number {
    let steps = 0
    for (let rank = first; rank < end; rank++) steps += i32(this.crossings.step, i32(this.crossings.order, rank))
    return steps
  }

  /** Notes the winding at a node and, inside, follows all arcs from it that are not crossed. */
  #reach(node: number, winding: number): void {
    this.#open(node, winding)
    const { nodeStart, nodeArcs, fromNode, toNode } = this.#network
    for (let open = this.#openNodes.pop(); open !== undefined; open = this.#openNodes.pop()) {
      const end = i32(nodeStart, open + 1)
      for (let slot = i32(nodeStart, open); slot < end; slot++) {
        const arc = i32(nodeArcs, slot)
        if (i32(this.#queryOfArc, arc) === this.#query) continue
        this.#queryOfArc[arc] = this.#query
        this.#addSweep(arc, winding * this.#sweepOfArc(arc))
        this.#open(i32(fromNode, arc), winding)
        this.#open(i32(toNode, arc), winding)
      }
    }
  }

  #open(node: number, winding: number): void {
    if (i32(this.#queryOfNode, node) === this.#query) return
    this.#queryOfNode[node] = this.#query
    this.#windingOfNode[node] = winding
    if (winding !== 0) this.#openNodes.push(node)
  }

  #reachUncrossedParts(): void {
    const { partX, partArc, arcStart, points, fromNode } = this.#network
    for (let part = firstAtLeast(partX, this.#outline.minX); part < partX.length; part++) {
      const x = f64(partX, part)
      if (x > this.#outline.maxX) break
      if (i32(this.#queryOfPart, part) === this.#query) continue
      const arc = i32(partArc, part)
      const winding = this.#outline.windingAround(x, f64(points, 2 * i32(arcStart, arc) + 1))
      this.#reach(i32(fromNode, arc), winding)
    }
  }

  #addSweep(arc: number, sweep: number): void {
    this.#sums.add(i32(this.#network.left, arc), sweep)
    this.#sums.add(i32(this.#network.right, arc), -sweep)
  }

  /** Doubled area that the border sweeps from vertex to vertex of an arc, as seen from the outline's origin. */
  #sweepBetween(from: number, to: number): number {
    const { points } = this.#network
    const { originX, originY } = this.#outline
    let sweep = 0
    for (let vertex = from; vertex < to; vertex++) {
      const x = f64(points, 2 * vertex) - originX
      const y = f64(points, 2 * vertex + 1) - originY
      sweep += x * (f64(points, 2 * vertex + 3) - originY) - y * (f64(points, 2 * vertex + 2) - originX)
    }
    return sweep
  }

  /** The same for a whole arc: its sweep from its own first vertex, seen from the origin. */
  #sweepOfArc(arc: number): number {
    const { points, arcStart, sweep } = this.#network
    const { originX, originY } = this.#outline
    const first = 2 * i32(arcStart, arc)
    const last = 2 * i32(arcStart, arc + 1) - 2
    const x = f64(points, first)
    const y = f64(points, first + 1)
    return f64(sweep, arc) + (x - originX) * (f64(points, last + 1) - y) - (y - originY) * (f64(points, last) - x)
  }

  #segmentAt(rank: number): number {
    return i32(this.crossings.segment, i32(this.crossings.order, rank))
  }

  #arcAt(rank: number): number {
    return i32(this.#network.arcOf, this.#segmentAt(rank))
  }
}

/** Index of the first value that is not below `bound` in ascending `values`. */
function firstAtLeast(values: Float64Array, bound: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (f64(values, middle) < bound) low = middle + 1
    else high = middle
  }
  return low
}
