/** The handle on the circle of the position error: where it stands, and what its place means. */
import type { Position } from 'geojson'
/** Metres; the contract's own limit. */
export declare const MOST_UNCERTAINTY_M = 50000
/** Due east of the centre by `metres`. */
export declare const handlePosition: ([lon, lat]: Position, metres: number) => [lon: number, lat: number]
/** Distance of the handle from the centre, rounded as a person would say it, within what may be reported. */
export declare const uncertaintyAt: (
  centre: Position,
  handle: {
    readonly lng: number
    readonly lat: number
  },
) => number
/** A step of the keyboard: about a tenth, at least a metre. */
export declare const stepped: (metres: number, direction: 1 | -1) => number
