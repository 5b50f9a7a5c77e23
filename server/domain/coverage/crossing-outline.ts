/** The outline of a query polygon as directed edges, its inside on the left; one is reused from query to query. */

import { f64 } from '../typed-array.ts'
import { isLeftOfShiftedEdge } from './crossing-walk.ts'

/** A ring as x, y, x, y...; the first place may be repeated at the end or not. */
export type Ring = Float64Array

export class Outline {
  /** x, y of each vertex; every ring ends with its first vertex again. */
  points = new Float64Array(512)
  vertexCount = 0
  /** Twice the area inside. */
  doubledArea = 0
  minX = Number.POSITIVE_INFINITY
  minY = Number.POSITIVE_INFINITY
  maxX = Number.NEGATIVE_INFINITY
  maxY = Number.NEGATIVE_INFINITY
  readonly #ringStart = [0]

  clear(): void {
    this.vertexCount = 0
    this.#ringStart.length = 1
    this.doubledArea = 0
    this.minX = this.minY = Number.POSITIVE_INFINITY
    this.maxX = this.maxY = Number.NEGATIVE_INFINITY
  }

  /**
   * Adds a ring, turned so that an outer ring runs counter-clockwise and a hole clockwise; one without area is left out.
   * Repeated vertices do no harm: an edge without length crosses nothing and sweeps nothing.
   */
  addRing(ring: Ring, isHole: boolean): void {
    const doubledArea = doubledAreaOf(ring)
    if (doubledArea === 0) return
    this.doubledArea += isHole ? -Math.abs(doubledArea) : Math.abs(doubledArea)
    const size = ring.length / 2
    this.#reserve(this.vertexCount + size + 1)
    this.points.set(ring, 2 * this.vertexCount)
    if (doubledArea > 0 === isHole) this.#turnLast(size)
    this.points.copyWithin(2 * (this.vertexCount + size), 2 * this.vertexCount, 2 * this.vertexCount + 2)
    this.vertexCount += size + 1
    this.#ringStart.push(this.vertexCount)
    this.#widenBox(ring)
  }

  get ringCount(): number {
    return this.#ringStart.length - 1
  }

  /** First vertex of a ring; the ring's last, its first again, is the one before the next ring's first. */
  firstVertex(ring: number): number {
    return this.#ringStart[ring] ?? this.vertexCount
  }

  /** Areas are summed as seen from here, so that they keep the digits that plane coordinates of millions would lose. */
  get originX(): number {
    return f64(this.points, 0)
  }

  get originY(): number {
    return f64(this.points, 1)
  }

  /** How often the outline, shifted by (e, e^2), runs round a place: 1 inside and 0 outside where it does not cross itself. */
  windingAround(x: number, y: number): number {
    if (x < this.minX || x > this.maxX || y < this.minY || y > this.maxY) return 0
    let winding = 0
    for (let ring = 0; ring < this.ringCount; ring++) winding += this.#windingOfRing(ring, x, y)
    return winding
  }

  #windingOfRing(ring: number, x: number, y: number): number {
    const { points } = this
    const last = this.firstVertex(ring + 1) - 1
    let winding = 0
    for (let vertex = this.firstVertex(ring); vertex < last; vertex++) {
      const py = f64(points, 2 * vertex + 1)
      const qy = f64(points, 2 * vertex + 3)
      // A shifted vertex level with the place lies above it.
      if (py >= y === qy >= y) continue
      const isLeftOf = isLeftOfShiftedEdge(f64(points, 2 * vertex), py, f64(points, 2 * vertex + 2), qy, x, y)
      if (isLeftOf === qy >= y) winding += isLeftOf ? 1 : -1
    }
    return winding
  }

  /** Reverses the `size` vertices that follow those counted. */
  #turnLast(size: number): void {
    const { points, vertexCount } = this
    // As numbers they come out y before x; each pair is put right again.
    points.subarray(2 * vertexCount, 2 * (vertexCount + size)).reverse()
    for (let vertex = vertexCount; vertex < vertexCount + size; vertex++) {
      const y = f64(points, 2 * vertex)
      points[2 * vertex] = f64(points, 2 * vertex + 1)
      points[2 * vertex + 1] = y
    }
  }

  #widenBox(ring: Ring): void {
    let { minX, minY, maxX, maxY } = this
    for (let place = 0; place < ring.length; place += 2) {
      const x = f64(ring, place)
      const y = f64(ring, place + 1)
      if (x < minX) minX = x
      if (x > maxX) maxX = x
      if (y < minY) minY = y
      if (y > maxY) maxY = y
    }
    this.minX = minX
    this.minY = minY
    this.maxX = maxX
    this.maxY = maxY
  }

  #reserve(vertexCount: number): void {
    if (2 * vertexCount <= this.points.length) return
    const points = new Float64Array(4 * vertexCount)
    points.set(this.points)
    this.points = points
  }
}

/** Positive when the ring runs counter-clockwise. */
function doubledAreaOf(ring: Ring): number {
  if (ring.length < 6) return 0
  const originX = f64(ring, 0)
  const originY = f64(ring, 1)
  let doubledArea = 0
  for (let place = 2; place + 3 < ring.length; place += 2) {
    const x = f64(ring, place) - originX
    const y = f64(ring, place + 1) - originY
    doubledArea += x * (f64(ring, place + 3) - originY) - y * (f64(ring, place + 2) - originX)
  }
  return doubledArea
}
