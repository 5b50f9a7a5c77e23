/** 权属不明: outfalls and gates on a border river, or so near a border that the drawing cannot say whose they are. */
import type { Atlas } from '../atlas.ts'
import { toMetres } from '../coordinate-system.ts'
import { positionProbability } from '../position-probability.ts'
import { type RiverNetwork, type RiverPointKind, reachAt } from '../river/network.ts'
import { namesEn, namesZh, type PatrolPlace, patrolUnits } from './patrol-place.ts'

/** What somebody must own and keep. */
const OWNED: ReadonlySet<RiverPointKind> = new Set<RiverPointKind>(['outfall', 'intake', 'gate'])

export function unclearOwners(atlas: Atlas): PatrolPlace[] {
  return featuresOf(atlas.rivers).flatMap(({ properties, geometry }): PatrolPlace[] => {
    const { id, name, nameEn, kind, reachId, accuracyM, river, riverEn } = properties
    const [lon = 0, lat = 0] = geometry.coordinates
    const number = atlas.rivers.reachNumber.get(reachId)
    if (!OWNED.has(kind) || number === undefined) return []
    const { leftUnit, rightUnit, isBoundary } = reachAt(atlas.rivers, number)
    const codes = isBoundary ? [leftUnit, rightUnit] : possibleOwners(atlas, lon, lat, accuracyM)
    const units = patrolUnits(atlas, codes)
    if (units.length < 2) return []
    const why = isBoundary
      ? { zh: `位于界河${river}`, en: `stands on the ${riverEn}, a border river` }
      : {
          zh: `距界线在定位误差（${accuracyM} 米）以内`,
          en: `is as near to a border as its position is uncertain (${accuracyM} m)`,
        }
    return [
      {
        ...{
          id: `owner:${id}`,
          kind: 'unclear-owner',
          geometry,
          point: [lon, lat],
          areaM2: null,
          lengthM: null,
          units,
        },
        text: {
          zh: `${name}${why.zh}，数据未载明由谁管理：请${namesZh(units)}商定。`,
          en: `${nameEn} ${why.en}, and the data does not say who runs it: ${namesEn(units)} should agree.`,
        },
      },
    ]
  })
}

const featuresOf = ({ features }: RiverNetwork) => [...features.gates, ...(features.sites ?? [])]

/** Units in which the point may lie with at least 1 chance in 20. */
function possibleOwners({ districts }: Atlas, lon: number, lat: number, sigmaM: number): string[] {
  if (sigmaM === 0) return []
  const { byUnit } = positionProbability(districts.metres, ...toMetres(lon, lat), sigmaM)
  return [...byUnit].filter(([, chance]) => chance >= 0.05).flatMap(([unit]) => districts.units[unit]?.code ?? [])
}
