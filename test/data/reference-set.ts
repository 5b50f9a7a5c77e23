/** The committed reference set, for the tests that judge it. */
import { readFileSync } from 'node:fs'
import type {
  Areal,
  JurisdictionFeature,
  NodeFeature,
  ReachFeature,
  ReachProperties,
  ReferenceData,
  ReservoirFeature,
  RiverPointFeature,
  ZoneFeature,
} from '#domain/reference-data'

export const dataFolder = new URL('../../data/geojson/', import.meta.url)

/** The files are ours and their build is type-checked; the tests below judge what is in them. */
const features = <Feature>(layer: keyof ReferenceData): Feature[] =>
  (JSON.parse(readFileSync(new URL(`${layer}.geojson`, dataFolder), 'utf8')) as { features: Feature[] }).features

export const districts = features<JurisdictionFeature>('districts')
export const counties = features<JurisdictionFeature>('counties')
export const townships = features<JurisdictionFeature>('townships')
const zones = features<ZoneFeature>('zones')
export const reaches = features<ReachFeature>('reaches')
export const nodes = features<NodeFeature>('nodes')
export const sections = features<RiverPointFeature>('sections')
export const gates = features<RiverPointFeature>('gates')
const reservoirs = features<ReservoirFeature>('reservoirs')

export const layers = { districts, counties, townships, zones, reaches, nodes, sections, gates, reservoirs }

export const districtsAndCounties = [...districts, ...counties]

export interface Edge {
  readonly unit: string
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

export const keyOf = (from: readonly number[], to: readonly number[]): string => `${from} ${to}`

/** Ring edges as drawn: by RFC 7946 the unit lies on their left. */
export const edgesOf = (feature: { properties: { code: string }; geometry: Areal }): Edge[] =>
  ringsOf(feature.geometry).flatMap((ring) =>
    ring.slice(1).map((to, at) => ({ unit: feature.properties.code, from: pair(ring[at]), to: pair(to) })),
  )

export const ringsOf = (geometry: Areal): readonly (readonly (readonly number[])[])[] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()

export function pair(position: readonly number[] | undefined): readonly [number, number] {
  const [lon, lat] = position ?? []
  if (lon === undefined || lat === undefined) throw new Error('a position has two numbers')
  return [lon, lat]
}

/** Reaches in the order of the file, under each value of a property. */
export function reachesBy(key: (reach: ReachProperties) => string): Map<string, ReachFeature[]> {
  const groups = new Map<string, ReachFeature[]>()
  for (const reach of reaches) {
    const held = groups.get(key(reach.properties))
    if (held) held.push(reach)
    else groups.set(key(reach.properties), [reach])
  }
  return groups
}
