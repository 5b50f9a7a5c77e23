/**
 * Shares by brute force, sharing nothing with the code under test: the plane is cut into vertical slabs at every vertex and
 * at every place where an edge of the query meets an edge of a unit. Within a slab no edges cross, so the query and the
 * unit are stacked trapezoids. Touching edges make trapezoids of no height: nothing here depends on a tie rule.
 */
import type { Position } from 'geojson'
import type { CoverageUnit } from '#domain/coverage/coverage'

type Segment = readonly [ax: number, ay: number, bx: number, by: number]

/** Area that each unit has in common with the query, by unit number; number 0 has what no unit covers. */
export function areasBySlabs(units: readonly CoverageUnit[], rings: readonly Float64Array[]): number[] {
  const query = rings.flatMap(segmentsOfRing)
  const areas = units.map((unit) => commonArea(segmentsOfUnit(unit), query))
  const whole = commonArea(query, query)
  return [whole - areas.reduce((sum, area) => sum + area, 0), ...areas]
}

/** Length of a line in each unit by cutting every edge at every border; true for lines in general position. */
export function lengthsByCuts(units: readonly CoverageUnit[], line: Float64Array): number[] {
  const borders = units.map(segmentsOfUnit)
  const lengths = [0, ...units.map(() => 0)]
  for (let place = 0; place + 3 < line.length; place += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = line.subarray(place, place + 4)
    const edge: Segment = [ax, ay, bx, by]
    const cuts = [0, 1, ...borders.flat().flatMap((border) => placeOnFirst(edge, border))].sort((p, q) => p - q)
    cuts.slice(1).forEach((end, index) => {
      const start = cuts[index] ?? 0
      const middle: Position = [ax + ((start + end) / 2) * (bx - ax), ay + ((start + end) / 2) * (by - ay)]
      const unit = borders.findIndex((border) => isInside(middle, border)) + 1
      lengths[unit] = (lengths[unit] ?? 0) + (end - start) * Math.hypot(bx - ax, by - ay)
    })
  }
  return lengths
}

function segmentsOfRing(ring: Float64Array): Segment[] {
  const segments: Segment[] = []
  for (let place = 0; place < ring.length; place += 2) {
    const next = (place + 2) % ring.length
    segments.push([ring[place] ?? 0, ring[place + 1] ?? 0, ring[next] ?? 0, ring[next + 1] ?? 0])
  }
  return segments
}

export function ringsOfUnit({ geometry }: CoverageUnit): Float64Array[][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.map((rings) => rings.map((ring) => Float64Array.from(ring.flatMap(([x = 0, y = 0]) => [x, y]))))
}

function segmentsOfUnit(unit: CoverageUnit): Segment[] {
  return ringsOfUnit(unit).flat().flatMap(segmentsOfRing)
}

function commonArea(unit: readonly Segment[], query: readonly Segment[]): number {
  const meetings = unit.flatMap((border) =>
    query.flatMap((edge) => placeOnFirst(border, edge).map((part) => xAt(border, part))),
  )
  const cuts = [...new Set([...unit, ...query].flatMap(([ax, , bx]) => [ax, bx]).concat(meetings))].sort(
    (p, q) => p - q,
  )
  let area = 0
  cuts.slice(1).forEach((east, index) => {
    const west = cuts[index] ?? 0
    area += (east - west) * commonHeight(unit, query, (west + east) / 2)
  })
  return area
}

/** Height in common on the vertical through x, which passes no vertex and no meeting. */
function commonHeight(unit: readonly Segment[], query: readonly Segment[], x: number): number {
  const inUnit = heightsAt(unit, x).map((y) => ({ y, isUnit: true }))
  const inQuery = heightsAt(query, x).map((y) => ({ y, isUnit: false }))
  let isInUnit = false
  let isInQuery = false
  let below = 0
  let common = 0
  for (const { y, isUnit } of [...inUnit, ...inQuery].sort((p, q) => p.y - q.y)) {
    if (isInUnit && isInQuery) common += y - below
    if (isUnit) isInUnit = !isInUnit
    else isInQuery = !isInQuery
    below = y
  }
  return common
}

function heightsAt(segments: readonly Segment[], x: number): number[] {
  return segments
    .filter(([ax, , bx]) => ax < x !== bx < x)
    .map(([ax, ay, bx, by]) => ay + ((x - ax) / (bx - ax)) * (by - ay))
}

function isInside([x = 0, y = 0]: Position, segments: readonly Segment[]): boolean {
  return heightsAt(segments, x).filter((height) => height > y).length % 2 === 1
}

const xAt = ([ax, , bx]: Segment, part: number): number => ax + part * (bx - ax)

/** Where the second segment meets the first, as a part of the first; nothing for parallels. */
function placeOnFirst([ax, ay, bx, by]: Segment, [cx, cy, dx, dy]: Segment): number[] {
  const turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
  if (turn === 0) return []
  const first = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn
  const second = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn
  return first >= 0 && first <= 1 && second >= 0 && second <= 1 ? [first] : []
}
