/** The label that every incoming coordinate must carry. */
import type { FieldIssue, Refusal } from '../refusal.ts'
import { COORDINATE_SYSTEMS, type CoordinateSystem } from './report.ts'

/** Reads the label of a coordinate; a missing or unknown one is refused with the reason and what may be used. */
export function readCoordinateSystem(label: unknown): CoordinateSystem | Refusal {
  const known = COORDINATE_SYSTEMS.find((crs) => crs === label)
  if (known !== undefined) return known
  const name = typeof label === 'string' && label.trim() !== '' ? label.trim().slice(0, 40) : null
  return { refusal: 'unknown-crs', crs: name, issues: [unknownSystemIssue(name)] }
}

/** Systems that people do send, and why they cannot be taken as they are. */
const REFUSED_SYSTEMS: readonly { readonly pattern: RegExp; readonly zh: string; readonly en: string }[] = [
  {
    pattern: /4214|2415|2436|4610|236[23]|beijing.?54|xian.?80|北京\s*54|西安\s*80|1954|1980/i,
    zh: '北京54与西安80没有公开的精确转换参数，直接改标会差几十至上百米：请先由测绘部门转换为 CGCS2000。',
    en: 'Beijing 1954 and Xian 1980 have no exact public parameters; relabelling is wrong by tens of metres or more: have them converted to CGCS2000 first.',
  },
  {
    pattern: /4526/,
    zh: 'EPSG:4526 是 38 带（114°E），北京用 39 带：请核对是否应为 EPSG:4527。',
    en: 'EPSG:4526 is zone 38 (114 E) while Beijing lies in zone 39: check whether it should be EPSG:4527.',
  },
  {
    pattern: /3857|900913|mercator|bd-?09-?mc/i,
    zh: '网络墨卡托只用于显示：请换成经纬度并标明 EPSG:4326、GCJ-02 或 BD-09。',
    en: 'Web Mercator is for display only: convert it to degrees and label them EPSG:4326, GCJ-02 or BD-09.',
  },
]

function unknownSystemIssue(name: string | null): FieldIssue {
  const list = COORDINATE_SYSTEMS.join(', ')
  if (name === null) {
    return {
      pointer: '/crs',
      code: 'crs-missing',
      zh: `没有写明坐标系。高德、腾讯用 GCJ-02，百度用 BD-09，误当作 WGS 84 会偏约 555 米，可能落到另一个区。请写明：${list}。`,
      en: `No coordinate system is named. Taking GCJ-02 or BD-09 for WGS 84 moves a place by 555 m or more, perhaps into another district. Name one of ${list}.`,
    }
  }
  const reason = REFUSED_SYSTEMS.find(({ pattern }) => pattern.test(name))
  return {
    pointer: '/crs',
    code: 'crs-unknown',
    zh: `坐标系“${name}”不能使用。${reason?.zh ?? ''}可用：${list}。`,
    en: `The coordinate system "${name}" cannot be used. ${reason?.en ?? ''} Use one of ${list}.`.replace('  ', ' '),
  }
}
