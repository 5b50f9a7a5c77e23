/**
 * A coverage: areal units that share their borders, kept as border segments instead of polygons.
 *
 * Each piece of border exists once, with the unit on its left and on its right, so neighbours can never disagree.
 * A uniform grid over the segments answers "which unit" (locate.ts) and "which units, and how much of each"
 * (crossing.ts). Plane coordinates: the same code serves degrees (locate) and EPSG:4548 metres (crossing).
 *
 * Ties: a point on a border belongs to the unit of the point shifted by a symbolic (e, e^2): the unit just east of it,
 * and, where the border itself runs east-west, just north of it.
 */

import type { Areal } from '../reference-data.ts'
import { type CoverageFault, reportOverlaps, reportUnmatchedBorders } from './faults.ts'
import { buildGrid } from './grid.ts'
import { matchBorders } from './segments.ts'

/** Unit number of everything that no unit covers. */
export const OUTSIDE = 0

export interface CoverageUnit {
  readonly code: string
  readonly geometry: Areal
}

/** Border segments in structure-of-arrays form; segment `s` runs from (x0,y0) to (x1,y1). */
export interface BorderSegments {
  readonly count: number
  readonly x0: Float64Array
  readonly y0: Float64Array
  readonly x1: Float64Array
  readonly y1: Float64Array
  /** Unit numbers on the left and right of the direction of travel. */
  readonly left: Int32Array
  readonly right: Int32Array
}

/** Uniform grid; cell `c = row * columns + column`, row 0 at the south, column 0 at the west. */
export interface CoverageGrid {
  readonly minX: number
  readonly minY: number
  readonly cellWidth: number
  readonly cellHeight: number
  readonly columns: number
  readonly rows: number
  /** Unit of the cell's south-west corner, by the tie rule. */
  readonly cornerUnit: Int32Array
  /**
   * CSR: segments that touch cell `c` (closed, and a hair wider: 2^-20 of a cell, more than the rounding of the cell's own
   * limits) are `cellSegments[cellStart[c] .. cellStart[c + 1])`.
   */
  readonly cellStart: Int32Array
  readonly cellSegments: Int32Array
}

export interface Coverage {
  /** `codes[0]` is `''` (outside); unit numbers index this list. */
  readonly codes: readonly string[]
  readonly segments: BorderSegments
  readonly grid: CoverageGrid
}

/**
 * The polygons are no coverage: units overlap, or borders are drawn differently by the two sides. A finding about data, told to
 * whoever built it; nobody's request is refused by it, so it is no kind of `Refusal`.
 */
export interface InvalidCoverage {
  readonly faults: readonly CoverageFault[]
}

/**
 * Builds the coverage of units whose neighbours share their edges vertex by vertex; unit numbers follow the order of
 * `units` from 1. Rings may run either way. An edge with no neighbour is a border with the outside.
 * `cellsPerSegment` sets how fine the grid is. What is no coverage is answered with every fault found.
 */
export function buildCoverage(
  units: readonly CoverageUnit[],
  { cellsPerSegment }: { cellsPerSegment?: number } = {},
): Coverage | InvalidCoverage {
  const faults: CoverageFault[] = []
  const report = (fault: CoverageFault) => faults.push(fault)
  const segments = matchBorders(units, report)
  if (faults.length > 0) return { faults }
  const grid = buildGrid(segments, cellsPerSegment ?? usualFineness(segments.count))
  const coverage = { codes: ['', ...units.map(({ code }) => code)], segments, grid }
  reportUnmatchedBorders(coverage, report)
  if (faults.length === 0) reportOverlaps(coverage, report)
  return faults.length === 0 ? coverage : { faults }
}

/** Eight cells a segment answer fastest while they stay in the cache; a country's millions of segments get one each. */
function usualFineness(segments: number): number {
  return Math.min(8, Math.max(1, 2 ** 20 / segments))
}
