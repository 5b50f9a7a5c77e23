/** The reaches that run through an affected area, each from where it is first inside. */
import { boundsOf, type Place } from '../place.ts'
import { sideOfRing } from '../report/ring-crossing.ts'
import { f64, i32 } from '../typed-array.ts'
import type { NearReach } from './effect.ts'
import { fractionOf, placeAt } from './line.ts'
import { type RiverNetwork, reachAt } from './network.ts'

/** One entry per reach with a vertex inside the area, at distance 0; none for points and lines. */
export function reachesWithin(network: RiverNetwork, place: Place): NearReach[] {
  if (place.dimension !== 2 || network.segments.boxes === null) return []
  const { lines, segments } = network
  const firstVertex = new Map<number, number>()
  for (const item of network.segments.boxes.search(...boundsOf(place))) {
    const [reach, vertex] = [i32(segments.reach, item), i32(segments.vertex, item)]
    if (vertex >= (firstVertex.get(reach) ?? Number.POSITIVE_INFINITY)) continue
    if (isInside(place, f64(lines.lon, vertex), f64(lines.lat, vertex))) firstVertex.set(reach, vertex)
  }
  return [...firstVertex].map(([reach, segment]) => {
    const { id, riverId, river, riverEn } = reachAt(network, reach)
    const fraction = fractionOf(lines, reach, { segment, share: 0, distanceM: 0 })
    const point = placeAt(lines, reach, fraction)
    return { snapped: { reach, fraction, reachId: id, riverId, river, riverEn, point, distanceM: 0 }, from: point }
  })
}

/** Inside an outer ring and in none of its holes. */
function isInside({ parts }: Place, lon: number, lat: number): boolean {
  return parts.some(([outer, ...holes]) => {
    if (outer === undefined || sideOfRing(outer.degrees, lon, lat) < 0) return false
    return holes.every((hole) => sideOfRing(hole.degrees, lon, lat) <= 0)
  })
}
