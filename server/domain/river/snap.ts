/** From a place on the ground to a place on a river. */
import type { LonLat } from '../coordinate-system.ts'
import { i32 } from '../typed-array.ts'
import { along, degreeM, fractionOf, type LinePoint, nearestOnReach, nearestOnSegment } from './line.ts'
import { type RiverNetwork, reachAt } from './network.ts'
import { segmentsAround } from './segments.ts'

/** A place on the network: `fraction` of the reach's length, 0 to 1, lies upstream of it. */
export interface RiverPlace {
  /** Reach number. */
  readonly reach: number
  readonly fraction: number
}

export interface SnappedPlace extends RiverPlace {
  readonly reachId: string
  readonly riverId: string
  readonly river: string
  readonly riverEn: string
  /** The nearest point on the line itself, WGS 84. */
  readonly point: LonLat
  /** Metres from the asked point to the line, to 1 part in 1,000 within 5 km (see line.ts). */
  readonly distanceM: number
}

export interface SnapOptions {
  readonly maxDistanceM: number
  /** At most so many reaches are offered. */
  readonly candidates: number
}

/**
 * The nearest place on each reach within `maxDistanceM`, nearest reach first; empty where no river is that near.
 * Of reaches that meet at the nearest point the one that begins there comes first: water is on its way into it.
 */
export function snapToRiver(network: RiverNetwork, point: LonLat, options: SnapOptions): SnappedPlace[] {
  const nearest = nearestByReach(network, point, options.maxDistanceM)
  const places = nearest.map(({ reach, found }) => {
    return { reach, found, fraction: fractionOf(network.lines, reach, found) }
  })
  places.sort((a, b) => a.found.distanceM - b.found.distanceM || a.fraction - b.fraction || a.reach - b.reach)
  return places.slice(0, options.candidates).map(({ reach, found, fraction }) => {
    const { id, riverId, river, riverEn } = reachAt(network, reach)
    const { segment, share, distanceM } = found
    const point = along(network.lines, segment, share)
    return { reach, fraction, reachId: id, riverId, river, riverEn, point, distanceM }
  })
}

/** The nearest place on one reach, by number, however far: for whoever chooses another candidate than the nearest. */
export function snapToReach(network: RiverNetwork, reach: number, from: LonLat): SnappedPlace {
  const { id, riverId, river, riverEn } = reachAt(network, reach)
  const found = nearestOnReach(network.lines, reach, from)
  const point = along(network.lines, found.segment, found.share)
  const fraction = fractionOf(network.lines, reach, found)
  return { reach, fraction, reachId: id, riverId, river, riverEn, point, distanceM: found.distanceM }
}

/** Whole metres to the nearest river, however far; to 1 part in 100 within 300 km. Null where there is no river at all. */
export function nearestRiverM(network: RiverNetwork, point: LonLat): number | null {
  const [nearest] = snapToRiver(network, point, { maxDistanceM: Number.POSITIVE_INFINITY, candidates: 1 })
  if (nearest === undefined) return null
  // So far away a degree is not what it is at the point: measured with the latitude in the middle.
  const [lon, lat] = nearest.point
  const scale = degreeM((lat + point[1]) / 2)
  return Math.round(Math.hypot((lon - point[0]) * scale.east, (lat - point[1]) * scale.north))
}

function nearestByReach({ lines, segments }: RiverNetwork, point: LonLat, maxDistanceM: number) {
  const scale = degreeM(point[1])
  const nearest: { reach: number; found: LinePoint }[] = []
  for (const item of segmentsAround(segments, point, maxDistanceM)) {
    const reach = i32(segments.reach, item)
    const found = nearestOnSegment(lines, i32(segments.vertex, item), point, scale)
    if (found.distanceM > maxDistanceM) continue
    const known = nearest.find((other) => other.reach === reach)
    if (known === undefined) nearest.push({ reach, found })
    else if (found.distanceM < known.found.distanceM) known.found = found
  }
  return nearest
}
