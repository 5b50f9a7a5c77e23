/**
 * 涉及: which units a place touches, how much of it lies in each, and how sure that is.
 *
 * The error of the report and that of the border are independent, so their standard errors add by squares. A point has one
 * position and its probabilities add up to 1. A line or an area touches a unit as surely as its deepest part lies in it, so
 * each unit has a probability of its own; what is computed is a lower bound, from the vertices and the width of the overlap.
 */
import type { UnitLayer } from './atlas.ts'
import { multiPolygonShares } from './coverage/crossing.ts'
import { lineShares } from './coverage/crossing-line.ts'
import { locateUnit } from './coverage/locate.ts'
import { unitsAt } from './coverage/ties.ts'
import { normalCdf } from './owens-t.ts'
import { extentOf, forEachPosition, type Place } from './place.ts'
import { positionProbability } from './position-probability.ts'
import type { JurisdictionProperties } from './reference-data.ts'

export interface UnitTouch {
  readonly unit: JurisdictionProperties
  /** True where the place lies in the unit as both are drawn. */
  readonly isDrawn: boolean
  readonly probability: number
  /** Part of the line or area that lies in the unit, and how much that is (m or m2); 0 for points. */
  readonly share: number
  readonly size: number
}

export interface Touch {
  /** Likeliest first. */
  readonly units: readonly UnitTouch[]
  /** Standard error of the place against the borders, metres. */
  readonly sigmaM: number
  /** Distance from the place to the nearest border, metres; Infinity beyond five standard errors. */
  readonly borderM: number
  /** The units that meet where a point lies exactly on their border; else empty. */
  readonly tie: readonly JurisdictionProperties[]
}

/** Units of the layer that the place touches, with the layer's own accuracy; 0..1 probabilities, none below `listedFrom`. */
export function touchUnits(layer: UnitLayer, place: Place, uncertaintyM: number, listedFrom: number): Touch {
  const sizes = drawnSizes(layer, place)
  const sigmaM = Math.hypot(uncertaintyM, accuracyOf(layer, sizes))
  const { likely, borderM } = likelyUnits(layer, place, sigmaM, sizes)
  const extentM = place.dimension === 0 ? 0 : extentOf(place)
  const numbers = new Set([...sizes.keys(), ...likely.keys()])
  const units: UnitTouch[] = []
  for (const number of numbers) {
    const unit = layer.units[number]
    const drawn = sizes.get(number)
    const overlap =
      drawn === undefined || place.dimension === 0 ? 0 : overlapProbability(place, drawn.size, extentM, sigmaM)
    const probability = Math.max(likely.get(number) ?? 0, overlap)
    if (unit === undefined || (drawn === undefined && probability < listedFrom)) continue
    units.push({ unit, isDrawn: drawn !== undefined, probability, share: drawn?.share ?? 0, size: drawn?.size ?? 0 })
  }
  units.sort((a, b) => b.probability - a.probability || b.share - a.share || (a.unit.code < b.unit.code ? -1 : 1))
  return { units, sigmaM, borderM, tie: place.type === 'Point' ? tieOf(layer, place) : [] }
}

export interface DrawnSize {
  readonly share: number
  readonly size: number
}

/** By unit number: how much of the place lies in each unit as drawn. */
export function drawnSizes(layer: UnitLayer, place: Place): Map<number, DrawnSize> {
  if (place.dimension === 0) return pointUnits(layer, place)
  if (place.dimension === 1) return lineSizes(layer, place)
  const shares = multiPolygonShares(
    layer.metres,
    place.parts.map((part) => part.map(({ metres }) => metres)),
  )
  return new Map(shares.map(({ unit, share, areaM2 }) => [unit, { share, size: areaM2 }]))
}

function pointUnits({ degrees }: UnitLayer, place: Place): Map<number, DrawnSize> {
  const found = new Map<number, DrawnSize>()
  forEachPosition(place, 'degrees', 1, (lon, lat) => found.set(locateUnit(degrees, lon, lat), { share: 0, size: 0 }))
  return found
}

function lineSizes({ metres }: UnitLayer, place: Place): Map<number, DrawnSize> {
  const lengths = new Map<number, number>()
  let wholeM = 0
  for (const path of place.parts.flat()) {
    for (const { unit, lengthM } of lineShares(metres, path.metres).shares) {
      lengths.set(unit, (lengths.get(unit) ?? 0) + lengthM)
      wholeM += lengthM
    }
  }
  return new Map([...lengths].map(([unit, lengthM]) => [unit, { share: lengthM / wholeM, size: lengthM }]))
}

/** Positions of a line or area that are asked for their probability: enough to find the deepest, few enough for a batch. */
const MOST_POSITIONS = 64

/** The greatest probability of each unit over the positions of the place. */
function likelyUnits({ metres }: UnitLayer, place: Place, sigmaM: number, drawn: ReadonlyMap<number, DrawnSize>) {
  const likely = new Map<number, number>()
  let borderM = Number.POSITIVE_INFINITY
  if (sigmaM === 0) {
    for (const number of drawn.keys()) likely.set(number, 1)
    return { likely, borderM }
  }
  forEachPosition(place, 'metres', strideOf(place), (x, y) => {
    const found = positionProbability(metres, x, y, sigmaM)
    borderM = Math.min(borderM, found.borderM)
    for (const [number, probability] of found.byUnit) {
      likely.set(number, Math.max(likely.get(number) ?? 0, probability))
    }
  })
  return { likely, borderM }
}

/**
 * An overlap of this area spread over the whole extent of the place is a strip so wide; that the strip is wider than the
 * error is the least that can be said for the unit to be touched. For a line the length itself is the depth.
 */
export function overlapProbability(place: Place, size: number, extentM: number, sigmaM: number): number {
  const depthM = place.dimension === 1 ? size / 2 : size / extentM
  return sigmaM === 0 ? 1 : normalCdf(depthM / sigmaM)
}

/** The border is as good as the worse of the drawings on its sides; the units that the place lies in stand for both. */
export function accuracyOf({ units }: UnitLayer, drawn: ReadonlyMap<number, DrawnSize>): number {
  let accuracyM = 0
  for (const number of drawn.keys()) accuracyM = Math.max(accuracyM, units[number]?.accuracyM ?? 0)
  return accuracyM
}

function tieOf({ degrees, units }: UnitLayer, place: Place): JurisdictionProperties[] {
  const meeting: JurisdictionProperties[] = []
  forEachPosition(place, 'degrees', 1, (lon, lat) => {
    const numbers = unitsAt(degrees, lon, lat)
    if (numbers.length > 1) meeting.push(...numbers.flatMap((number) => units[number] ?? []))
  })
  return meeting
}

function strideOf(place: Place): number {
  const count = place.parts.reduce((sum, part) => sum + part.reduce((of, { metres }) => of + metres.length / 2, 0), 0)
  return Math.ceil(count / MOST_POSITIONS)
}
