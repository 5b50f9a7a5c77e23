/** 界线漂移: where a border river runs away from its legal line: the ground between the two has one owner by law, another by sight. */
import type { MultiLineString } from 'geojson'
import type { Atlas } from '../atlas.ts'
import { lengthM } from '../geometry.ts'
import type { BuiltNetwork } from '../network/build-network.ts'
import { namesEn, namesZh, type PatrolPlace, patrolUnits } from './patrol-place.ts'
import type { PatrolSettings } from './patrol-settings.ts'

export function driftedBoundaries(atlas: Atlas, { drifts }: BuiltNetwork, settings: PatrolSettings): PatrolPlace[] {
  const legal = new Map(drifts.features.map(({ properties, geometry }) => [properties.id, geometry]))
  return drifts.features.flatMap(({ properties, geometry }): PatrolPlace[] => {
    const { kind, id, riverId, river, driftM } = properties
    const line = legal.get(id.replace(/:river-line$/, ':legal-line'))
    if (kind !== 'river-line' || driftM <= settings.driftM || line === undefined) return []
    const units = patrolUnits(atlas, properties.units)
    const { riverEn = river } = atlas.rivers.reaches.find((reach) => reach.riverId === riverId) ?? {}
    const alongM = Math.round(lengthM(geometry))
    const [lon = 0, lat = 0] = geometry.coordinates[geometry.coordinates.length >> 1] ?? []
    const both: MultiLineString = { type: 'MultiLineString', coordinates: [geometry.coordinates, line.coordinates] }
    const far = Math.round(driftM)
    return [
      {
        ...{ id: id.replace(/:river-line$/, ''), kind: 'drifted-boundary', geometry: both, units },
        ...{ point: [lon, lat], lengthM: alongM, areaM2: null },
        text: {
          zh: `${river}有 ${alongM} 米偏离${namesZh(units)}的法定界线，最远 ${far} 米：归属仍按法定界线，河线与界线之间应由双方共同巡查。`,
          en: `${alongM} m of the ${riverEn} run up to ${far} m from the legal line between ${namesEn(units)}: the legal line decides, and both should patrol the ground between.`,
        },
      },
    ]
  })
}
