/**
 * Geometry that is drawn, measured and cited. Turf does it, on the sphere, and only this module asks Turf.
 *
 * The hot path decides on coverages in EPSG:4548 metres instead; shares differ between sphere and plane by less than 5e-4
 * over Beijing, which a test proves on the shipped data. All coordinates are WGS 84 longitude, latitude.
 */
import * as turf from '@turf/turf'
import type { Geometry, LineString, MultiLineString, Polygon, Position } from 'geojson'
import type { Areal } from './reference-data.ts'

type Linear = LineString | MultiLineString

/** The common area; null where there is none. */
export function commonArea(one: Areal, other: Areal): Areal | null {
  const common = turf.intersect(turf.featureCollection([turf.feature(one), turf.feature(other)]))
  return common === null ? null : tidy(common.geometry)
}

/** What no one of the others covers; null where they cover it all. */
export function uncovered(area: Areal, others: readonly Areal[]): Areal | null {
  if (others.length === 0) return area
  const left = turf.difference(turf.featureCollection([area, ...others].map((each) => turf.feature(each))))
  return left === null ? null : tidy(left.geometry)
}

/** The parts of a line inside an area; null where there are none. */
export function partInside(line: Linear, area: Areal): MultiLineString | null {
  const lines = line.type === 'LineString' ? [line.coordinates] : line.coordinates
  const parts = lines.flatMap((coordinates) => piecesOf(coordinates, area))
  const inside = parts.filter((part) => turf.booleanPointInPolygon(middleOf(part), area))
  return inside.length === 0 ? null : tidy({ type: 'MultiLineString', coordinates: inside })
}

/** Everything within a distance of a line, as an area. */
export function stripAround(line: LineString, distanceM: number): Areal | null {
  const strip = turf.buffer(line, distanceM / 1000, { units: 'kilometers', steps: 8 })
  return strip === undefined ? null : tidy(strip.geometry)
}

export function circleAround(center: Position, radiusM: number): Polygon {
  return tidy(turf.circle(center, radiusM / 1000, { units: 'kilometers', steps: 32 }).geometry)
}

export const areaM2 = (area: Areal): number => turf.area(area)
export const lengthM = (line: Linear): number => turf.length(turf.feature(line), { units: 'kilometers' }) * 1000

function piecesOf(coordinates: Position[], area: Areal): Position[][] {
  const split = turf.lineSplit(turf.lineString(coordinates), turf.feature(area))
  return split.features.length === 0 ? [coordinates] : split.features.map(({ geometry }) => geometry.coordinates)
}

function middleOf(coordinates: Position[]): Position {
  const line = turf.lineString(coordinates)
  return turf.along(line, turf.length(line) / 2).geometry.coordinates
}

/** A decimetre is finer than anything drawn here, and a third of the size. */
const tidy = <G extends Geometry>(geometry: G): G => turf.truncate(geometry, { precision: 6, mutate: true })
