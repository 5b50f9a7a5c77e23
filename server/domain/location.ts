/** 定位: the chain of units that a point lies in, outermost first. */
import { type Atlas, unitAt } from './atlas.ts'
import type { LonLat } from './coordinate-system.ts'
import { locateUnit } from './coverage/locate.ts'
import { unitsAt } from './coverage/ties.ts'
import type { JurisdictionLevel, JurisdictionProperties, Provenance, ZoneProperties } from './reference-data.ts'
import { type Bilingual, PLACES } from './routing/actor-place.ts'

/** What a point lies in. */
interface LocatedUnit extends Pick<Provenance, 'accuracyM' | 'schematic' | 'source' | 'validFrom'> {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly level: JurisdictionLevel
  readonly fullName: string
}

export interface Location {
  /** Outermost first: 北京市 or 天津市, district or county, township, zones. Empty outside the atlas. */
  readonly units: readonly LocatedUnit[]
  /** Codes of all districts, counties and townships that meet in a point exactly on a border; else empty. */
  readonly tie: readonly string[]
}

export function locate(atlas: Atlas, [lon, lat]: LonLat): Location {
  const district = unitAt(atlas.districts, lon, lat)
  const township = unitAt(atlas.townships, lon, lat)
  const zones = atlas.zones.filter(({ degrees }) => locateUnit(degrees, lon, lat) !== 0)
  const chain = [district, township, ...zones.map(({ zone }) => zone)].filter((unit) => unit !== undefined)
  return { units: [...municipalityOf(district), ...chain.map(describe)], tie: tieAt(atlas, lon, lat) }
}

function tieAt({ districts, townships }: Atlas, lon: number, lat: number): string[] {
  return [districts, townships].flatMap(({ degrees, units }) => {
    const numbers = unitsAt(degrees, lon, lat)
    return numbers.length < 2 ? [] : numbers.flatMap((number) => units[number]?.code ?? [])
  })
}

/** 直辖市 whose districts the atlas has; a county of 河北 lies in a prefecture that the atlas does not draw. */
const MUNICIPALITIES: Readonly<Record<string, Bilingual | undefined>> = {
  '110000': PLACES.bj,
  '120000': PLACES.tianjin,
}

/** A municipality is drawn by its districts, so it takes its accuracy and source from the one at hand. */
function municipalityOf(district: JurisdictionProperties | undefined): LocatedUnit[] {
  const name = MUNICIPALITIES[district?.province ?? '']
  if (district === undefined || name === undefined) return []
  const { zh, en } = name
  const code = district.province
  return [{ ...describe(district), code, name: zh, nameEn: en, level: 'municipality', fullName: zh }]
}

function describe(unit: JurisdictionProperties | ZoneProperties): LocatedUnit {
  const { code, name, nameEn, level, fullName, accuracyM, schematic, source, validFrom } = unit
  return { code, name, nameEn, level, fullName, accuracyM, schematic, source, validFrom }
}
