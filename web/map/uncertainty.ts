/** The handle on the circle of the position error: where it stands, and what its place means. */
import type { Position } from 'geojson'

/** Metres; the contract's own limit. */
export const MOST_UNCERTAINTY_M = 50_000

/** Error of a place shown with the pointer, until the person says another; metres. A design choice. */
export const POINTED_UNCERTAINTY_M = 50

/** Mean radius of the Earth (IUGG R1), metres. */
const EARTH_M = 6_371_008.8

/** Due east of the centre by `metres`. */
export const handlePosition = ([lon = 0, lat = 0]: Position, metres: number): [lon: number, lat: number] => [
  lon + degrees(metres / (EARTH_M * Math.cos(radians(lat)))),
  lat,
]

/** Distance of the handle from the centre, rounded as a person would say it, within what may be reported. */
export const uncertaintyAt = (centre: Position, handle: { readonly lng: number; readonly lat: number }): number =>
  rounded(Math.min(MOST_UNCERTAINTY_M, distanceM(centre, handle)))

/** A step of the keyboard: about a tenth, at least a metre. */
export const stepped = (metres: number, direction: 1 | -1): number =>
  rounded(Math.min(MOST_UNCERTAINTY_M, Math.max(0, metres + direction * Math.max(1, metres / 10))))

/** Two significant digits; whole metres below ten. */
const rounded = (metres: number): number => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(metres, 1))) - 1)
  return Math.round(metres / step) * step
}

/** Great-circle distance on the mean sphere. */
const distanceM = ([lon = 0, lat = 0]: Position, to: { readonly lng: number; readonly lat: number }): number => {
  const half = (angle: number) => Math.sin(radians(angle) / 2) ** 2
  const chord = half(to.lat - lat) + Math.cos(radians(lat)) * Math.cos(radians(to.lat)) * half(to.lng - lon)
  return 2 * EARTH_M * Math.asin(Math.sqrt(chord))
}

const radians = (angle: number) => (angle * Math.PI) / 180
const degrees = (angle: number) => (angle * 180) / Math.PI
