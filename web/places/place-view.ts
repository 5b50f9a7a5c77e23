/** How a found place is shown, and how precisely it tells where something happened. */
import { MOST_UNCERTAINTY_M, POINTED_UNCERTAINTY_M } from '../map/uncertainty.ts'
import type { Camera } from '../view/view.ts'
import type { FoundPlace } from './recent-places.ts'

/** Pixels that the map surely has beside the panels, at 1280x720. */
const ROOM = { width: 480, height: 560 } as const
const NEAREST_ZOOM = 14

/** Near a point; an area or a river as a whole. */
export const cameraOn = ({ lon, lat, bbox }: Pick<FoundPlace, 'lon' | 'lat' | 'bbox'>): Camera => {
  if (!bbox) return { centre: [lon, lat], zoom: NEAREST_ZOOM }
  const [west, south, east, north] = bbox
  const zoom = Math.min(
    NEAREST_ZOOM,
    zoomFor((east - west) / 360, ROOM.width),
    zoomFor(mercator(north) - mercator(south), ROOM.height),
  )
  return { centre: [(west + east) / 2, (south + north) / 2], zoom }
}

/** Standard error of "somewhere in there": a quarter of the diagonal, so that the circle of two of them holds the place. */
export const uncertaintyIn = ({ bbox }: FoundPlace): number => {
  if (!bbox) return POINTED_UNCERTAINTY_M
  const [west, south, east, north] = bbox
  const widthM = (east - west) * DEGREE_M * Math.cos((((south + north) / 2) * Math.PI) / 180)
  const quarterM = Math.hypot(widthM, (north - south) * DEGREE_M) / 4
  return Math.min(MOST_UNCERTAINTY_M, Math.max(POINTED_UNCERTAINTY_M, Math.round(quarterM / 10) * 10))
}

/** Length of a degree of latitude, metres. */
const DEGREE_M = 111_195

/** A world is 512 pixels wide at zoom 0. */
const zoomFor = (shareOfWorld: number, pixels: number): number => Math.log2(pixels / (512 * shareOfWorld))

/** Distance from the equator as a share of the Web Mercator world. */
const mercator = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)
