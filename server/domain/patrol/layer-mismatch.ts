/** 层间不符: townships that reach beyond their district, districts that their townships do not fill, zones over one another. */
import type { Position } from 'geojson'
import type { Atlas } from '../atlas.ts'
import { toMetres } from '../coordinate-system.ts'
import { OUTSIDE } from '../coverage/coverage.ts'
import { multiPolygonShares } from '../coverage/crossing.ts'
import type { Ring } from '../coverage/crossing-outline.ts'
import { commonArea, uncovered } from '../geometry.ts'
import { labelPoint } from '../label-point.ts'
import type { Areal } from '../reference-data.ts'
import { areaText, type PatrolPlace, type PatrolUnit, patrolUnits } from './patrol-place.ts'
import type { PatrolSettings } from './patrol-settings.ts'

export function mismatchPlaces(atlas: Atlas, settings: PatrolSettings): PatrolPlace[] {
  return [...strayTownships(atlas, settings), ...unfilledDistricts(atlas, settings)]
}

/** Ground of a township that lies in another unit than the township's district. */
function strayTownships(atlas: Atlas, { leastAreaM2 }: PatrolSettings): PatrolPlace[] {
  const { districts, townshipGeometry, unitByCode, geometryByCode } = atlas
  return [...townshipGeometry].flatMap(([code, area]) => {
    const parent = unitByCode.get(code)?.parent
    return multiPolygonShares(districts.metres, ringsOf(area)).flatMap(({ unit, areaM2 }) => {
      const other = districts.units[unit]
      if (unit === OUTSIDE || other === undefined || other.code === parent || areaM2 < leastAreaM2) return []
      const district = geometryByCode.get(other.code)
      const common = district === undefined ? null : commonArea(area, district)
      return common === null ? [] : strayPlace(common, areaM2, patrolUnits(atlas, [code, other.code]))
    })
  })
}

/** Ground of a district that has townships, but lies in none. */
function unfilledDistricts(atlas: Atlas, { leastAreaM2 }: PatrolSettings): PatrolPlace[] {
  const { townships, townshipGeometry, geometryByCode } = atlas
  const parents = new Set(townships.units.flatMap((unit) => unit?.parent ?? []))
  return [...geometryByCode].flatMap(([code, area]) => {
    if (!parents.has(code)) return []
    const outside = multiPolygonShares(townships.metres, ringsOf(area)).find(({ unit }) => unit === OUTSIDE)
    if (outside === undefined || outside.areaM2 < leastAreaM2) return []
    const left = uncovered(area, [...townshipGeometry.values()])
    return left === null ? [] : unfilledPlace(left, outside.areaM2, patrolUnits(atlas, [code]))
  })
}

function ringsOf(area: Areal): Ring[][] {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  return polygons.map((rings) => rings.map(ringInMetres))
}

const ringInMetres = (ring: readonly Position[]): Ring =>
  Float64Array.from(ring.flatMap(([lon = Number.NaN, lat = Number.NaN]) => [...toMetres(lon, lat)]))

function strayPlace(geometry: Areal, areaM2: number, units: readonly PatrolUnit[]): PatrolPlace {
  const [one, other] = units
  const { zh, en } = areaText(areaM2)
  return {
    ...{ id: `overlap:${one?.code}:${other?.code}`, kind: 'overlap', ...drawn(geometry, areaM2), units },
    text: {
      zh: `${one?.name ?? ''}的界线伸入${other?.name ?? ''} ${zh}：两层界线不一致，双方都可能认为归对方。`,
      en: `${en} of ${one?.nameEn ?? ''} lie in ${other?.nameEn ?? ''}: the two layers disagree and each may take it for the other's.`,
    },
  }
}

function unfilledPlace(geometry: Areal, areaM2: number, units: readonly PatrolUnit[]): PatrolPlace {
  const { zh, en } = areaText(areaM2)
  return {
    ...{ id: `sliver:${units[0]?.code}`, kind: 'sliver', ...drawn(geometry, areaM2), units },
    text: {
      zh: `${units[0]?.name ?? ''}有 ${zh}不属于任何乡镇街道：日常巡查没有责任单位。`,
      en: `${en} of ${units[0]?.nameEn ?? ''} belong to no township: nobody is charged with patrolling them.`,
    },
  }
}

function drawn(geometry: Areal, areaM2: number) {
  const [lon = 0, lat = 0] = labelPoint(geometry)
  return { geometry, point: [lon, lat] as const, areaM2: Math.round(areaM2), lengthM: null }
}
