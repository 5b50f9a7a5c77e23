/** Which zones (开发区、机场、水源保护区) lie over a place: they overlap the districts and may overlap each other. */
import type { Atlas, ZoneLayer } from './atlas.ts'
import { multiPolygonShares } from './coverage/crossing.ts'
import { lineShares } from './coverage/crossing-line.ts'
import { locateUnit } from './coverage/locate.ts'
import type { CrossingSettings } from './crossing-settings.ts'
import { type Bounds, boundsInMetres, forEachPosition, type Place } from './place.ts'
import { positionProbability } from './position-probability.ts'
import type { ZoneProperties } from './reference-data.ts'

export interface ZoneTouch {
  readonly zone: ZoneProperties
  readonly isDrawn: boolean
  readonly probability: number
  /** Part of the place that lies in the zone, 0..1: of a line or area by size, of points by number. */
  readonly share: number
}

export function touchZones(
  { zones }: Atlas,
  place: Place,
  uncertaintyM: number,
  { listedFrom }: CrossingSettings,
): ZoneTouch[] {
  const bounds = boundsInMetres(place)
  const touched: ZoneTouch[] = []
  for (const layer of zones) {
    const sigmaM = Math.hypot(uncertaintyM, layer.zone.accuracyM)
    if (isFar(layer, bounds, 2 * sigmaM)) continue
    const share = shareInside(layer, place)
    const probability = Math.max(likeliest(layer, place, sigmaM), place.dimension > 0 && share > 0 ? 0.5 : 0)
    if (share === 0 && probability < listedFrom) continue
    touched.push({ zone: layer.zone, isDrawn: share > 0, probability, share })
  }
  return touched
}

/** Beyond two standard errors of its box a zone has less than one chance in forty. */
function isFar({ metres: { grid } }: ZoneLayer, [west, south, east, north]: Bounds, reach: number): boolean {
  return (
    east < grid.minX - reach ||
    north < grid.minY - reach ||
    west > grid.minX + grid.columns * grid.cellWidth + reach ||
    south > grid.minY + grid.rows * grid.cellHeight + reach
  )
}

const ZONE = 1

function shareInside({ degrees, metres }: ZoneLayer, place: Place): number {
  if (place.dimension === 0) {
    let [inside, all] = [0, 0]
    forEachPosition(place, 'degrees', 1, (lon, lat) => {
      all++
      if (locateUnit(degrees, lon, lat) === ZONE) inside++
    })
    return inside / all
  }
  if (place.dimension === 2) {
    const rings = place.parts.map((part) => part.map((path) => path.metres))
    return multiPolygonShares(metres, rings).find(({ unit }) => unit === ZONE)?.share ?? 0
  }
  let [inside, all] = [0, 0]
  for (const path of place.parts.flat()) {
    for (const { unit, lengthM } of lineShares(metres, path.metres).shares) {
      all += lengthM
      if (unit === ZONE) inside += lengthM
    }
  }
  return inside / all
}

/** The greatest probability of any position; a zone is schematic, so a few positions are enough. */
function likeliest({ metres }: ZoneLayer, place: Place, sigmaM: number): number {
  let most = 0
  forEachPosition(place, 'metres', 8, (x, y) => {
    most = Math.max(most, positionProbability(metres, x, y, sigmaM).byUnit.get(ZONE) ?? 0)
  })
  return most
}
