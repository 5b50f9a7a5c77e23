/**
 * 图集: the reference data as it holds on one day, ready to be asked.
 *
 * Each layer of units exists twice: in degrees, where a point is located exactly as it was given, and in the metres of
 * EPSG:4548, where shares, distances and probabilities are computed.
 */
import { toMetres } from './coordinate-system.ts'
import { buildCoverage, type Coverage, type CoverageUnit, type InvalidCoverage } from './coverage/coverage.ts'
import { locateUnit } from './coverage/locate.ts'
import type {
  Areal,
  JurisdictionFeature,
  JurisdictionProperties,
  Provenance,
  ReferenceData,
  ZoneFeature,
  ZoneProperties,
} from './reference-data.ts'
import { buildRiverNetwork, type RiverNetwork } from './river/network.ts'

/** Units that share their borders; unit number `n` of either coverage is `units[n]`, and 0 is outside. */
export interface UnitLayer {
  readonly units: readonly (JurisdictionProperties | undefined)[]
  readonly degrees: Coverage
  readonly metres: Coverage
}

export interface ZoneLayer {
  readonly zone: ZoneProperties
  readonly degrees: Coverage
  readonly metres: Coverage
}

export interface Atlas {
  /** Districts of Beijing and the counties around it. */
  readonly districts: UnitLayer
  readonly townships: UnitLayer
  /** Zones overlap the districts and may overlap each other. */
  readonly zones: readonly ZoneLayer[]
  readonly rivers: RiverNetwork
  readonly unitByCode: ReadonlyMap<string, JurisdictionProperties>
  readonly geometryByCode: ReadonlyMap<string, Areal>
  /** The same for townships, which are drawn nowhere but in the patrol list. */
  readonly townshipGeometry: ReadonlyMap<string, Areal>
  /** First day on which this edition holds: the latest change of any layer up to the day asked for. */
  readonly validFrom: string
}

/** Throws where the units of a layer overlap or differ on a border: such data must never be loaded. */
export function buildAtlas(reference: ReferenceData, day: string): Atlas {
  const districts = holding([...reference.districts.features, ...reference.counties.features], day)
  const townships = holding(reference.townships.features, day)
  return {
    districts: unitLayer('districts and counties', districts),
    townships: unitLayer('townships', townships),
    zones: holding(reference.zones.features, day).map(zoneLayer),
    rivers: buildRiverNetwork({
      reaches: holding(reference.reaches.features, day),
      nodes: holding(reference.nodes.features, day),
      sections: holding(reference.sections.features, day),
      gates: holding(reference.gates.features, day),
    }),
    unitByCode: new Map([...districts, ...townships].map(({ properties }) => [properties.code, properties])),
    geometryByCode: new Map(districts.map(({ properties, geometry }) => [properties.code, geometry])),
    townshipGeometry: new Map(townships.map(({ properties, geometry }) => [properties.code, geometry])),
    validFrom: changeDays(reference).findLast((change) => change <= day) ?? day,
  }
}

/** Every day on which some feature begins or ceases to hold, in order. */
export function changeDays(reference: ReferenceData): string[] {
  const days = new Set<string>()
  for (const { features } of Object.values(reference)) {
    for (const { properties } of features) {
      days.add(properties.validFrom)
      if (properties.validTo !== null) days.add(properties.validTo)
    }
  }
  return [...days].sort()
}

export const unitAt = (layer: UnitLayer, lon: number, lat: number): JurisdictionProperties | undefined =>
  layer.units[locateUnit(layer.degrees, lon, lat)]

/** Features valid on a day; `validTo` is the first day on which a feature no longer holds. */
function holding<F extends { readonly properties: Provenance }>(features: readonly F[], day: string): F[] {
  return features.filter(
    ({ properties: { validFrom, validTo } }) => validFrom <= day && (validTo === null || day < validTo),
  )
}

function unitLayer(name: string, features: readonly JurisdictionFeature[]): UnitLayer {
  const units = features.map(({ properties, geometry }) => ({ code: properties.code, geometry }))
  return { units: [undefined, ...features.map(({ properties }) => properties)], ...bothPlanes(name, units) }
}

function zoneLayer({ properties, geometry }: ZoneFeature): ZoneLayer {
  return { zone: properties, ...bothPlanes(properties.name, [{ code: properties.code, geometry }]) }
}

function bothPlanes(name: string, units: readonly CoverageUnit[]): Pick<UnitLayer, 'degrees' | 'metres'> {
  const metres = units.map(({ code, geometry }) => ({ code, geometry: inMetres(geometry) }))
  return { degrees: sound(name, buildCoverage(units)), metres: sound(name, buildCoverage(metres)) }
}

function sound(name: string, built: Coverage | InvalidCoverage): Coverage {
  if (!('faults' in built)) return built
  throw new Error(`${name}: ${built.faults.length} faults in the coverage, first: ${JSON.stringify(built.faults[0])}`)
}

/** Vertex by vertex, so that shared edges stay shared. */
function inMetres(geometry: Areal): Areal {
  const ring = (positions: number[][]): number[][] =>
    positions.map(([lon, lat]) => [...toMetres(lon as number, lat as number)])
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map(ring) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(ring)) }
}
