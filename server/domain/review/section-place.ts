/** 断面所在: where each section stands: its river, its kilometre, and the units on whose banks it lies. */
import { type Atlas, unitAt } from '../atlas.ts'
import type { JurisdictionProperties, NamedRiverPoint } from '../reference-data.ts'
import { reachAt } from '../river/network.ts'
import { riverProfile } from '../river/profile.ts'
import type { WaterBody } from '../water/water-class.ts'

export interface SectionPlace extends NamedRiverPoint {
  /** From the first point of the river's main stem in the data, downstream. */
  readonly km: number
  readonly lon: number
  readonly lat: number
  /** Districts or counties of both banks; two on a boundary reach, then the township that holds the point. */
  readonly units: readonly JurisdictionProperties[]
  readonly townships: readonly JurisdictionProperties[]
  readonly body: WaterBody
  /** E.g. 京-冀 where it watches a boundary. */
  readonly border: string | null
}

/** Every section of the rivers of that day, by river and then downstream. */
export function sectionPlaces(atlas: Atlas): readonly SectionPlace[] {
  const known = PLACES.get(atlas)
  if (known !== undefined) return known
  const kmById = kilometres(atlas)
  const places = atlas.rivers.features.sections
    .flatMap(({ properties, geometry }): SectionPlace[] => {
      const [lon = 0, lat = 0] = geometry.coordinates
      const { id, name, nameEn, riverId, river, riverEn, reachId } = properties
      const number = atlas.rivers.reachNumber.get(reachId)
      if (number === undefined) return []
      const township = unitAt(atlas.townships, lon, lat)
      return [
        {
          ...{ id, name, nameEn, riverId, river, riverEn, reachId, lon, lat },
          km: kmById.get(id) ?? 0,
          units: banksOf(atlas, number),
          townships: township === undefined ? [] : [township],
          body: 'river',
          border: properties.border ?? null,
        },
      ]
    })
    .sort((a, b) => (a.riverId === b.riverId ? a.km - b.km : a.riverId < b.riverId ? -1 : 1))
  PLACES.set(atlas, places)
  return places
}

/** An atlas never changes, so its sections are placed once. */
const PLACES = new WeakMap<Atlas, readonly SectionPlace[]>()

function kilometres(atlas: Atlas): Map<string, number> {
  const rivers = new Set(atlas.rivers.features.sections.map(({ properties }) => properties.riverId))
  const points = [...rivers].flatMap((river) => riverProfile(atlas.rivers, river)?.points ?? [])
  return new Map(points.map(({ id, km }) => [id, km]))
}

function banksOf(atlas: Atlas, reach: number): JurisdictionProperties[] {
  const { leftUnit, rightUnit } = reachAt(atlas.rivers, reach)
  return [...new Set([leftUnit, rightUnit])].flatMap((code) => atlas.unitByCode.get(code) ?? [])
}
