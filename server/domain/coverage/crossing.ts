/**
 * Crossing: which units of a coverage a circle, an area or a line touches, and exactly how much of it lies in each.
 *
 * The query's outline is walked with the unit in hand. Every border it crosses is found by exact signs, and its area is
 * split by Green's theorem: a piece of outline counts for the unit it runs through, a piece of border inside the query
 * for the unit on its left and against the one on its right. Sums need no order, so nothing is ever sorted along an edge.
 *
 * Plane coordinates, metres (EPSG:4548 for Beijing): shares are planar shares. The query is shifted by a symbolic
 * (e, e^2), the tie rule of coverage.ts: an edge drawn exactly on a border belongs to the unit east (north) of it.
 * Outlines should be simple; where one crosses itself, area counts as often as the outline runs round it.
 */

import { f64, i32 } from '../typed-array.ts'
import type { Coverage } from './coverage.ts'
import type { Ring } from './crossing-outline.ts'
import { placeCrossing } from './crossing-place.ts'
import { type CrossingTable, crossingTable, SLIVER_SHARE } from './crossing-table.ts'
import { locateUnit } from './locate.ts'

/** How much of a query area lies in one unit; `OUTSIDE` is listed like any unit. */
export interface AreaShare {
  readonly unit: number
  /** Part of the whole query, 0 to 1; the shares of a query add up to 1. */
  readonly share: number
  readonly areaM2: number
}

/** Shares of the regular polygon of `segments` vertices that stands for a circle: `circleRing`. By unit number. */
export function circleShares(coverage: Coverage, x: number, y: number, radiusM: number, segments = 64): AreaShare[] {
  const { near, outline } = crossingTable(coverage)
  const polygon = regularPolygon(segments)
  near.collect({ minX: x - radiusM, minY: y - radiusM, maxX: x + radiusM, maxY: y + radiusM })
  if (near.areNone) {
    return [{ unit: locateUnit(coverage, x, y), share: 1, areaM2: polygon.area * radiusM * radiusM }]
  }
  outline.clear()
  outline.addRing(drawCircle(polygon, x, y, radiusM, polygon.scratch), false)
  return outlineShares(coverage)
}

/** The polygon that stands for a circle: vertices on it from due east counter-clockwise, not closed. */
export function circleRing(x: number, y: number, radiusM: number, segments = 64): Ring {
  return drawCircle(regularPolygon(segments), x, y, radiusM, new Float64Array(2 * segments))
}

/**
 * Shares of a polygon: its outer ring, then its holes, each x, y, x, y..., closed or not, run either way round.
 * By unit number; nothing for a polygon without area.
 */
export function polygonShares(coverage: Coverage, rings: readonly Ring[]): AreaShare[] {
  return multiPolygonShares(coverage, [rings])
}

/** Shares of several polygons taken as one area; they must not overlap. */
export function multiPolygonShares(coverage: Coverage, polygons: readonly (readonly Ring[])[]): AreaShare[] {
  const { outline } = crossingTable(coverage)
  outline.clear()
  for (const rings of polygons) for (const ring of rings) outline.addRing(ring, ring !== rings[0])
  return outlineShares(coverage)
}

function outlineShares(coverage: Coverage): AreaShare[] {
  const table = crossingTable(coverage)
  const { near, outline, sums, inside } = table
  if (!(outline.doubledArea > 0)) return []
  sums.clear()
  inside.crossings.clear()
  near.collect(outline)
  if (near.areNone) {
    sums.add(locateUnit(coverage, outline.originX, outline.originY), outline.doubledArea)
  } else {
    for (let ring = 0; ring < outline.ringCount; ring++) walkRing(coverage, table, ring)
    inside.addSweeps()
  }
  return areaShares(table)
}

function walkRing(coverage: Coverage, table: CrossingTable, ring: number): void {
  const { outline, sums, walk } = table
  const { points, originX, originY } = outline
  const first = outline.firstVertex(ring)
  const last = outline.firstVertex(ring + 1) - 1
  walk.startAt(f64(points, 2 * first), f64(points, 2 * first + 1))
  let unit = locateUnit(coverage, walk.qx, walk.qy)
  let sweptInUnit = 0
  for (let vertex = first + 1; vertex <= last; vertex++) {
    walk.goTo(f64(points, 2 * vertex), f64(points, 2 * vertex + 1))
    const sweep = (walk.px - originX) * (walk.qy - originY) - (walk.py - originY) * (walk.qx - originX)
    if (walk.crossedCount > 0) {
      sums.add(unit, sweptInUnit)
      sweptInUnit = 0
      unit = crossBorders(table, unit, sweep)
    }
    sweptInUnit += sweep
  }
  sums.add(unit, sweptInUnit)
}

/** Lists the last edge's crossings and answers the unit at its end. What the edge sweeps is left to be added to that unit. */
function crossBorders(
  { network, sums, inside, walk, meeting }: CrossingTable,
  fromUnit: number,
  sweep: number,
): number {
  let unit = fromUnit
  for (let index = 0; index < walk.crossedCount; index++) {
    const hit = walk.crossed(index)
    const isFromLeft = hit >= 0
    const segment = isFromLeft ? hit : ~hit
    const arc = i32(network.arcOf, segment)
    const left = i32(network.left, arc)
    const right = i32(network.right, arc)
    placeCrossing(network, walk, segment, meeting)
    // All that the edge sweeps up to the crossing moves from the unit entered to the unit left behind.
    sums.add(isFromLeft ? left : right, meeting.alongEdge * sweep)
    sums.add(isFromLeft ? right : left, -meeting.alongEdge * sweep)
    inside.crossings.add(segment, meeting.alongBorder, isFromLeft ? 1 : -1)
    unit ^= left ^ right
  }
  return unit
}

function areaShares({ sums, outline }: CrossingTable): AreaShare[] {
  const shares: AreaShare[] = []
  for (const unit of sums.units) {
    const share = sums.of(unit) / outline.doubledArea
    if (share > SLIVER_SHARE) shares.push({ unit, share, areaM2: sums.of(unit) / 2 })
  }
  return shares.sort((a, b) => a.unit - b.unit)
}

interface RegularPolygon {
  /** Cosine and sine of each vertex. */
  readonly directions: Float64Array
  /** Of the polygon in a circle of radius 1. */
  readonly area: number
  /** Drawn in by one query after another: a fresh array costs more than most circles. */
  readonly scratch: Ring
}

const regularPolygons = new Map<number, RegularPolygon>()

function regularPolygon(segments: number): RegularPolygon {
  const known = regularPolygons.get(segments)
  if (known !== undefined) return known
  const turn = (2 * Math.PI) / segments
  const directions = new Float64Array(2 * segments)
  for (let vertex = 0; vertex < segments; vertex++) {
    directions[2 * vertex] = Math.cos(turn * vertex)
    directions[2 * vertex + 1] = Math.sin(turn * vertex)
  }
  const polygon = { directions, area: (segments / 2) * Math.sin(turn), scratch: new Float64Array(2 * segments) }
  regularPolygons.set(segments, polygon)
  return polygon
}

function drawCircle({ directions }: RegularPolygon, x: number, y: number, radiusM: number, ring: Ring): Ring {
  for (let place = 0; place < directions.length; place += 2) {
    ring[place] = x + radiusM * f64(directions, place)
    ring[place + 1] = y + radiusM * f64(directions, place + 1)
  }
  return ring
}
