/** 缝隙: ground inside a layer of units that none of them covers. A hole of the townships may be another province's enclave. */
import type { Polygon, Position } from 'geojson'
import { type Atlas, type UnitLayer, unitAt } from '../atlas.ts'
import { fromMetres, type LonLat } from '../coordinate-system.ts'
import { type CoverageGap, enclosedGaps } from '../coverage/gaps.ts'
import { labelPoint } from '../label-point.ts'
import { areaText, namesEn, namesZh, type PatrolPlace, patrolUnits } from './patrol-place.ts'
import type { PatrolSettings } from './patrol-settings.ts'

export function gapPlaces(atlas: Atlas, settings: PatrolSettings): PatrolPlace[] {
  const layers = [atlas.districts, atlas.townships]
  return layers.flatMap((layer) =>
    enclosedGaps(layer.metres)
      .filter(({ area }) => area >= settings.leastAreaM2)
      .map((gap) => gapPlace(gap, layer, atlas, settings))
      .filter(({ point }) => layer === atlas.districts || hasTownships(atlas, point)),
  )
}

function hasTownships({ districts, townships }: Atlas, [lon, lat]: LonLat): boolean {
  const district = unitAt(districts, lon, lat)
  return district !== undefined && townships.units.some((unit) => unit?.parent === district.code)
}

function gapPlace(gap: CoverageGap, layer: UnitLayer, atlas: Atlas, { seamM }: PatrolSettings): PatrolPlace {
  const geometry: Polygon = {
    type: 'Polygon',
    coordinates: [gap.ring.map(([x, y]): Position => [...fromMetres(x, y)])],
  }
  const [lon = 0, lat = 0] = labelPoint(geometry)
  const units = patrolUnits(atlas, gap.units)
  const name = layer === atlas.townships ? 'townships' : 'districts'
  const isSeam = meanWidthM(gap) < seamM
  const { zh, en } = areaText(gap.area)
  return {
    id: `gap:${name}:${Math.round(gap.x / 100)}-${Math.round(gap.y / 100)}`,
    kind: isSeam ? 'sliver' : 'unclear-owner',
    ...{ geometry, point: [lon, lat], areaM2: Math.round(gap.area), lengthM: null, units },
    text: isSeam
      ? {
          zh: `${namesZh(units)}${units.length > 1 ? '之间' : '之内'}有 ${zh}缝隙，不属于任何单位：请核对界线，明确由谁巡查。`,
          en: `A gap of ${en} ${units.length > 1 ? 'between' : 'within'} ${namesEn(units)} belongs to no unit: check the borders and settle who patrols it.`,
        }
      : {
          zh: `${namesZh(units)}之内有 ${zh}在数据中不属于任何单位，可能是未收录的飞地或区县：先补数据，再定归属。`,
          en: `${en} within ${namesEn(units)} belong to no unit of the data, perhaps an enclave that is not in it: complete the data first.`,
        },
  }
}

/** Twice the area over the outline: the width of a long strip. */
function meanWidthM({ area, ring }: CoverageGap): number {
  const outlineM = ring.slice(1).reduce((sum, [x, y], before) => {
    const [x0, y0] = ring[before] ?? [x, y]
    return sum + Math.hypot(x - x0, y - y0)
  }, 0)
  return outlineM === 0 ? 0 : (2 * area) / outlineM
}
