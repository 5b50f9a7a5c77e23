/** Everything on the map that has a name, as places to be searched. */
import type { Feature, Point } from 'geojson'
import type { z } from 'zod'
import type { Place } from '#contract/places'
import { type Bbox, extent, representative } from '#domain/extent'
import type {
  Areal,
  JurisdictionFeature,
  Provenance,
  ReachFeature,
  ReferenceData,
  ReservoirFeature,
  RiverPointProperties,
  ZoneFeature,
} from '#domain/reference-data'
import { PLACES, provincePlace } from '#domain/routing/actor-place'
import type { EnglishNames } from './incident-list.ts'

export type FoundPlace = z.input<typeof Place>

export function placeEntries(reference: ReferenceData, englishName: EnglishNames): FoundPlace[] {
  const units = [reference.districts, reference.counties, reference.townships].flatMap(({ features }) =>
    current(features),
  )
  return [
    ...units.map((unit) => unitPlace(unit, englishName)),
    ...current(reference.zones.features).map((zone) => zonePlace(zone, englishName)),
    ...rivers(current(reference.reaches.features)).map(riverPlace),
    ...current(reference.sections.features).map(pointPlace),
    ...current(reference.gates.features).map(pointPlace),
    ...current(reference.reservoirs.features).map(reservoirPlace),
  ]
}

/** Reaches of one river in the order of the flow; names repeat (清水河), so the id tells rivers apart. */
export function rivers(reaches: readonly ReachFeature[]): ReachFeature[][] {
  const byRiver = new Map<string, ReachFeature[]>()
  for (const reach of reaches) {
    const { riverId } = reach.properties
    byRiver.set(riverId, [...(byRiver.get(riverId) ?? []), reach])
  }
  return [...byRiver.values()].map((river) => river.toSorted((a, b) => a.properties.sequence - b.properties.sequence))
}

/** What still holds: one looks for places of today. */
export const current = <F extends { readonly properties: Provenance }>(features: readonly F[]): F[] =>
  features.filter(({ properties }) => properties.validTo === null)

function unitPlace({ properties, geometry }: JurisdictionFeature, englishName: EnglishNames): FoundPlace {
  const { code, name, nameEn, fullName, level } = properties
  const kind = level === 'district' || level === 'township' ? level : 'county'
  const detailEn = surroundings(properties, englishName)
  return { kind, id: code, name, nameEn, detail: fullName, detailEn, ...areaAt(geometry) }
}

function zonePlace({ properties, geometry }: ZoneFeature, englishName: EnglishNames): FoundPlace {
  const { code, name, nameEn, fullName } = properties
  const detailEn = surroundings(properties, englishName)
  return { kind: 'zone', id: code, name, nameEn, detail: fullName, detailEn, ...areaAt(geometry) }
}

/** `Tongzhou District, Beijing`, or the province alone. */
function surroundings({ parent, province }: Parented, englishName: EnglishNames): string {
  const place = provincePlace(province)
  return [englishName(parent), place === null ? undefined : PLACES[place]?.en].filter(Boolean).join(', ')
}

type Parented = Pick<JurisdictionFeature['properties'], 'parent' | 'province'>

function reservoirPlace({ properties, geometry }: ReservoirFeature): FoundPlace {
  const { id, name, nameEn, basin, basinEn } = properties
  return { kind: 'reservoir', id, name, nameEn, detail: basin, detailEn: basinEn, ...areaAt(geometry) }
}

function pointPlace({
  properties: { kind, id, name, nameEn, river, riverEn },
  geometry,
}: Feature<Point, RiverPointProperties>): FoundPlace {
  const [lon = 0, lat = 0] = geometry.coordinates
  return { kind, id, name, nameEn, detail: river, detailEn: riverEn, lon, lat }
}

function riverPlace(river: readonly ReachFeature[]): FoundPlace {
  const whole = extent({ type: 'MultiLineString', coordinates: river.map(({ geometry }) => geometry.coordinates) })
  const middle = river[river.length >> 1]
  const [lon = 0, lat = 0] = middle ? representative(middle.geometry) : []
  const { riverId: id = '', river: name = '', riverEn = '', basin = '', basinEn = '' } = middle?.properties ?? {}
  return { kind: 'river', id, name, nameEn: riverEn, detail: basin, detailEn: basinEn, lon, lat, bbox: box(whole) }
}

function areaAt(geometry: Areal): Pick<FoundPlace, 'lon' | 'lat' | 'bbox'> {
  const [lon = 0, lat = 0] = representative(geometry)
  return { lon, lat, bbox: box(extent(geometry)) }
}

const box = ([west, south, east, north]: Bbox): [number, number, number, number] => [west, south, east, north]
