/**
 * From polygons to border segments: each edge of each ring is looked up among the edges met before; the same edge run
 * the other way is the neighbour's side of the same border.
 */
import type { Position } from 'geojson'
import { f64 } from '../typed-array.ts'
import type { BorderSegments, CoverageUnit } from './coverage.ts'
import { EdgeTable } from './edge-table.ts'
import type { ReportFault } from './faults.ts'

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
  return edges.takeBorders()
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
