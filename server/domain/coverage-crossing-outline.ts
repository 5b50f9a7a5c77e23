/** The outline of a query polygon as directed edges, its inside on the left; one is reused from query to query. */
import { isLeft } from './coverage-side.ts'
import { f64 } from './typed-array.ts'

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

  /** Adds a ring, turned so that an outer ring runs counter-clockwise and a hole clockwise. A ring without area is left out. */
  addRing(ring: Ring, isHole: boolean): void {
    const doubledArea = doubledAreaOf(ring)
    if (doubledArea === 0) return
    this.doubledArea += isHole ? -Math.abs(doubledArea) : Math.abs(doubledArea)
    this.#reserve(this.vertexCount + ring.length / 2 + 1)
    const first = this.vertexCount
    const isReversed = doubledArea > 0 === isHole
    for (let place = 0; place < ring.length; place += 2) {
      const from = isReversed ? ring.length - 2 - place : place
      this.#addVertex(f64(ring, from), f64(ring, from + 1))
    }
    this.#addVertex(f64(this.points, 2 * first), f64(this.points, 2 * first + 1))
    this.#ringStart.push(this.vertexCount)
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

  /** Whether a place that no tie rule binds lies inside; the outline is the one that is shifted by (e, e^2). */
  contains(x: number, y: number): boolean {
    if (x < this.minX || x > this.maxX || y < this.minY || y > this.maxY) return false
    let winding = 0
    for (let ring = 0; ring < this.ringCount; ring++) winding += this.#windingOfRing(ring, x, y)
    return winding > 0
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

  /** A vertex equal to the one before it makes no edge. */
  #addVertex(x: number, y: number): void {
    const { points, vertexCount } = this
    const isFirst = vertexCount === this.firstVertex(this.ringCount)
    if (!isFirst && f64(points, 2 * vertexCount - 2) === x && f64(points, 2 * vertexCount - 1) === y) return
    points[2 * vertexCount] = x
    points[2 * vertexCount + 1] = y
    this.vertexCount++
    if (x < this.minX) this.minX = x
    if (x > this.maxX) this.maxX = x
    if (y < this.minY) this.minY = y
    if (y > this.maxY) this.maxY = y
  }

  #reserve(vertexCount: number): void {
    if (2 * vertexCount <= this.points.length) return
    const points = new Float64Array(4 * vertexCount)
    points.set(this.points)
    this.points = points
  }
}

/**
 * Whether the border place `a` lies left of the query edge p -> q shifted by (e, e^2). To shift the edge one way is to
 * shift the place the other way, and a half turn of everything makes that the shift of `isLeft`.
 */
export function isLeftOfShiftedEdge(px: number, py: number, qx: number, qy: number, ax: number, ay: number): boolean {
  return isLeft(-px, -py, -qx, -qy, -ax, -ay)
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
