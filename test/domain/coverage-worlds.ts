/** Worlds to try a coverage on: lattices of square fields given to units at random, and a few drawn by hand. */
import { readFileSync } from 'node:fs'
import type { Position } from 'geojson'
import type { Coverage, CoverageUnit } from '#domain/coverage/coverage'
import { buildCoverage } from '#domain/coverage/coverage'
import type { ReferenceData } from '#domain/reference-data'

/** How lattice steps become coordinates. */
export type Plane = (column: number, row: number) => Position

/** Exact numbers: collinear runs are exactly collinear, borders lie exactly on cell limits. */
export const WHOLE: Plane = (column, row) => [column, row]
/** Degrees in Beijing that no binary fraction holds; straight runs are a little crooked. */
export const DEGREES: Plane = (column, row) => [116.1 + 0.1 * column, 39.7 + 0.1 * row]
/** Slanting borders. */
export const SLANTED: Plane = (column, row) => [116.1 + 0.07 * column + 0.03 * row, 39.7 + 0.06 * row - 0.05 * column]
/** EPSG:4548, metres. */
export const METRES: Plane = (column, row) => [441_000.1 + 33.3 * column + 0.7 * row, 4_400_000.7 + 41.7 * row]

/** Units of scattered fields: exclaves, holes, corners that touch, fields left out; unit numbers are `1..owners`. */
export function scatteredUnits(plane: Plane, size: number, owners: number, random: () => number): CoverageUnit[] {
  const fields: Position[][][][] = Array.from({ length: owners }, () => [])
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      // One field in owners + 1 belongs to nobody.
      fields[Math.floor(random() * (owners + 1))]?.push([square(plane, column, row)])
    }
  }
  return fields.map((coordinates, i) => ({ code: `unit ${i + 1}`, geometry: { type: 'MultiPolygon', coordinates } }))
}

export function square(plane: Plane, column: number, row: number, size = 1): Position[] {
  return ringThrough(plane, [
    [column, row],
    [column + size, row],
    [column + size, row + size],
    [column, row + size],
  ])
}

export function ringThrough(plane: Plane, corners: readonly (readonly [column: number, row: number])[]): Position[] {
  const ring = corners.map(([column, row]) => plane(column, row))
  return ring[0] ? [...ring, ring[0]] : ring
}

export function polygon(code: string, ...coordinates: Position[][]): CoverageUnit {
  return { code, geometry: { type: 'Polygon', coordinates } }
}

export function soundCoverage(units: readonly CoverageUnit[], cellsPerSegment?: number): Coverage {
  const coverage = buildCoverage(units, cellsPerSegment === undefined ? {} : { cellsPerSegment })
  if ('faults' in coverage) throw new Error(`not a coverage: ${JSON.stringify(coverage.faults.slice(0, 3))}`)
  return coverage
}

/** Units of a layer of data/geojson. */
export function shippedUnits(layer: 'townships' | 'districts' | 'counties'): CoverageUnit[] {
  const file = new URL(`../../data/geojson/${layer}.geojson`, import.meta.url)
  const { features }: ReferenceData['townships'] = JSON.parse(readFileSync(file, 'utf8'))
  return features.map(({ properties, geometry }) => ({ code: properties.code, geometry }))
}
