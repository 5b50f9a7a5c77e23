/** 无主地带: one place of the patrol list. */
import type { Geometry } from 'geojson'
import type { Atlas } from '../atlas.ts'
import type { LonLat } from '../coordinate-system.ts'
import type { JurisdictionLevel } from '../reference-data.ts'
import type { Sentence } from '../water/sentence.ts'

export const PATROL_KINDS = ['river-strip', 'drifted-boundary', 'unclear-owner', 'sliver', 'overlap'] as const
export type PatrolKind = (typeof PATROL_KINDS)[number]

export interface PatrolUnit {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly level: JurisdictionLevel
}

export interface PatrolPlace {
  /** Stays as long as the place does. */
  readonly id: string
  readonly kind: PatrolKind
  /** WGS 84. */
  readonly geometry: Geometry
  readonly point: LonLat
  readonly areaM2: number | null
  readonly lengthM: number | null
  /** Those around or on both sides. */
  readonly units: readonly PatrolUnit[]
  readonly text: Sentence
}

/** Known units among the codes, each once; a code that the day does not know is left out. */
export function patrolUnits({ unitByCode }: Atlas, codes: readonly string[]): PatrolUnit[] {
  return [...new Set(codes)].flatMap((code) => {
    const unit = unitByCode.get(code)
    return unit === undefined ? [] : { code, name: unit.name, nameEn: unit.nameEn, level: unit.level }
  })
}

export const namesZh = (units: readonly PatrolUnit[]): string => units.map(({ name }) => name).join('、')
export const namesEn = (units: readonly PatrolUnit[]): string => units.map(({ nameEn }) => nameEn).join(', ')

/** Hectares from one hectare on, square metres below. */
export function areaText(areaM2: number): Sentence {
  if (areaM2 < 10_000) return { zh: `${Math.round(areaM2)} 平方米`, en: `${Math.round(areaM2)} m²` }
  if (areaM2 < 1e6) return { zh: `${(areaM2 / 1e4).toFixed(1)} 公顷`, en: `${(areaM2 / 1e4).toFixed(1)} ha` }
  return { zh: `${(areaM2 / 1e6).toFixed(1)} 平方公里`, en: `${(areaM2 / 1e6).toFixed(1)} km²` }
}
