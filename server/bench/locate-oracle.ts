/**
 * Point in polygon the slow and certain way: every polygon, every edge, exact predicates, no index and no shared borders.
 * What domain/coverage/locate.ts must agree with, on every point.
 */
import { orient2d } from 'robust-predicates'
import type { CoverageUnit } from '#domain/coverage/coverage'

export interface OracleUnit {
  readonly rings: readonly Float64Array[]
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

export function oracleUnits(units: readonly CoverageUnit[]): OracleUnit[] {
  return units.map(({ geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const rings = polygons.flat().map((ring) => Float64Array.from(ring.flatMap(([x = 0, y = 0]) => [x, y])))
    const places = rings.flatMap((ring) => [...ring])
    const xs = places.filter((_, i) => i % 2 === 0)
    const ys = places.filter((_, i) => i % 2 === 1)
    return { rings, west: least(xs), south: least(ys), east: greatest(xs), north: greatest(ys) }
  })
}

/** Numbers (from 1) of the units that hold (x, y) shifted by a symbolic (e, e^2): at most one in a sound coverage. */
export function unitsHolding(units: readonly OracleUnit[], x: number, y: number): number[] {
  return numbersOf(units, x, y, (unit) => unit.rings.filter((ring) => isEnclosed(ring, x, y)).length % 2 === 1)
}

/** Numbers of the units whose closed area has (x, y), unshifted. */
export function unitsTouching(units: readonly OracleUnit[], x: number, y: number): number[] {
  return numbersOf(
    units,
    x,
    y,
    (unit) =>
      unit.rings.some((ring) => isOnRing(ring, x, y)) ||
      unit.rings.filter((ring) => isEnclosed(ring, x, y)).length % 2 === 1,
  )
}

function numbersOf(
  units: readonly OracleUnit[],
  x: number,
  y: number,
  isWanted: (unit: OracleUnit) => boolean,
): number[] {
  const numbers: number[] = []
  for (const [index, unit] of units.entries()) {
    if (x < unit.west || x > unit.east || y < unit.south || y > unit.north) continue
    if (isWanted(unit)) numbers.push(index + 1)
  }
  return numbers
}

/** Even-odd: how often a ray due east from the shifted point meets the ring. */
function isEnclosed(ring: Float64Array, x: number, y: number): boolean {
  let isInside = false
  forEachEdge(ring, (ax, ay, bx, by) => {
    // A point shifted up by e^2 is above an end at its own height.
    if (ay > y === by > y) return
    const isUpward = by > ay
    const clockwise = isUpward ? orient2d(ax, ay, bx, by, x, y) : orient2d(bx, by, ax, ay, x, y)
    // Strictly west of the rising edge; a point on it has moved east by e and sees it no more.
    if (clockwise < 0) isInside = !isInside
  })
  return isInside
}

function isOnRing(ring: Float64Array, x: number, y: number): boolean {
  let isOn = false
  forEachEdge(ring, (ax, ay, bx, by) => {
    const isInBox = (ax - x) * (bx - x) <= 0 && (ay - y) * (by - y) <= 0
    if (isInBox && orient2d(ax, ay, bx, by, x, y) === 0) isOn = true
  })
  return isOn
}

function forEachEdge(ring: Float64Array, visit: (ax: number, ay: number, bx: number, by: number) => void): void {
  for (let i = 0; i + 3 < ring.length; i += 2) {
    visit(ring[i] ?? 0, ring[i + 1] ?? 0, ring[i + 2] ?? 0, ring[i + 3] ?? 0)
  }
}

function least(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
}

function greatest(values: readonly number[]): number {
  return values.reduce((greatest, value) => Math.max(greatest, value), Number.NEGATIVE_INFINITY)
}
