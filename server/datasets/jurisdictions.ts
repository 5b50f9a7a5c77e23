/**
 * Districts, counties and townships as published: townships tile their district, districts and counties share their borders,
 * all noded exactly on the published grid.
 */
import type { MultiPolygon } from 'geojson'
import type { JurisdictionFeature } from '#domain/reference-data'
import type { Areal } from './border-edges.ts'
import { exactlyNoded } from './exact-noding.ts'
import { runMapshaper } from './mapshaper.ts'
import { cleanCoverage, type Unit, withSharedVertices } from './outline-coverage.ts'
import { townshipCells } from './township-cells.ts'
import { registeredTownships, type Township } from './township-register.ts'
import { townshipFeature, unitFeature } from './unit-features.ts'
import { type RegisteredUnit, registeredUnits } from './unit-register.ts'

export interface Jurisdictions {
  readonly districts: JurisdictionFeature[]
  readonly counties: JurisdictionFeature[]
  readonly townships: JurisdictionFeature[]
}

/** Districts are built from their townships, not beside them, so that the two can never disagree. */
export async function jurisdictions(): Promise<Jurisdictions> {
  const [units, townships] = [registeredUnits(), registeredTownships()]
  const pieces = await finestPieces(units, townships)
  const noded = exactlyNoded(pieces.map(({ geometry }) => geometry))
  const fine = new Map(pieces.map(({ code }, at) => [code, noded[at]]))
  const districts = await dissolvedByDistrict(fine)
  const features = units.map((unit) => unitFeature(unit, found(unit.code, districts, fine)))
  return {
    districts: features.filter(({ properties }) => properties.level === 'district'),
    counties: features.filter(({ properties }) => properties.level === 'county'),
    townships: townships.map((township) => townshipFeature(township, units, found(township.code, fine))),
  }
}

async function finestPieces(units: readonly RegisteredUnit[], townships: readonly Township[]): Promise<Unit[]> {
  const pieces: Unit[] = []
  for (const unit of await cleanCoverage(units)) {
    const own = townships.filter(({ code }) => code.startsWith(unit.code))
    pieces.push(...(own.length > 0 ? await townshipCells(unit, own) : [unit]))
  }
  return withSharedVertices(pieces.sort((a, b) => a.code.localeCompare(b.code)))
}

type Geometries = ReadonlyMap<string, MultiPolygon | undefined>

async function dissolvedByDistrict(fine: Geometries): Promise<Geometries> {
  const features = [...fine].flatMap(([code, geometry]) =>
    isTownship(code) && geometry ? [{ type: 'Feature', properties: { district: code.slice(0, 6) }, geometry }] : [],
  )
  const output = await runMapshaper<{ district: string }>(
    { 'townships.json': { type: 'FeatureCollection', features } },
    '-i townships.json -dissolve district -o out.json format=geojson rfc7946',
  )
  const dissolved = output('out.json').features
  return new Map(dissolved.map(({ properties, geometry }) => [properties.district, asMultiPolygon(geometry)]))
}

const isTownship = (code: string): boolean => code.length === 9

const asMultiPolygon = (geometry: Areal): MultiPolygon =>
  geometry.type === 'MultiPolygon' ? geometry : { type: 'MultiPolygon', coordinates: [geometry.coordinates] }

function found(code: string, ...places: Geometries[]): MultiPolygon {
  for (const place of places) {
    const geometry = place.get(code)
    if (geometry) return geometry
  }
  throw new Error(`no area came out for ${code}`)
}
