/** What a condition may ask of the facts: each fact with its Chinese and English name and how it is read. */

import { isReportedAsMajor } from '../law/major-circumstance.ts'
import {
  MATTERS,
  type Matter,
  MEDIA,
  type Medium,
  SEVERITIES,
  type Severity,
  SOURCE_KINDS,
  type SourceKind,
} from '../report/report.ts'
import { BDA, type Bilingual } from './actor-place.ts'
import type { RoutingFacts } from './facts.ts'

export type FactValue = string | number | boolean

interface FactReading<T extends FactValue> extends Bilingual {
  readonly read: (facts: RoutingFacts) => T
}

const reading = <T extends FactValue>(zh: string, en: string, read: (facts: RoutingFacts) => T): FactReading<T> => ({
  zh,
  en,
  read,
})

export const FACT_READINGS = {
  matter: reading('事项', 'matter', (facts) => facts.matter),
  medium: reading('环境要素', 'medium', (facts) => facts.medium),
  severity: reading('事件级别', 'severity', (facts) => facts.severity),
  /** |D|; the 经开区 counts as one. */
  districtCount: reading('涉及区数', 'districts touched', (facts) => facts.districts.length),
  townshipCount: reading('涉及乡镇(街道)数', 'townships touched', (facts) => facts.townships.length),
  /** CITY_BORDER: a unit of 天津 or 河北 is touched, or the border of the city itself is. */
  leavesCity: reading('涉及市外', 'reaches beyond the city', leavesCity),
  /** Two districts, or beyond the city. */
  crossesArea: reading(
    '跨区或出市',
    'crosses districts or leaves the city',
    (facts) => leavesCity(facts) || facts.districts.length >= 2,
  ),
  hasPlace: reading('已有地点', 'has a place', (facts) => facts.districts.length > 0 || leavesCity(facts)),
  isOutsideOnly: reading(
    '全部在市外',
    'lies wholly outside the city',
    (facts) => facts.districts.length === 0 && leavesCity(facts),
  ),
  isBdaOnly: reading('仅涉及经开区', 'touches the BDA alone', isBdaOnly),
  touchesBda: reading('涉及经开区', 'touches the BDA', (facts) => facts.districts.some((unit) => unit.code === BDA)),
  touchesZone: reading('涉及其他管理区域', 'touches another managed zone', (facts) =>
    facts.zones.some((zone) => zone.code !== BDA),
  ),
  touchesPark: reading('涉及市级开发区或工业园区', 'touches a development zone or industrial park', touchesPark),
  hasGateUnit: reading('另有仅需告知的区', 'has units that are only to be told', (facts) => facts.gateUnits.length > 0),
  isBank: reading('涉及界河两岸', 'lies on a boundary river', (facts) => facts.kinds.includes('bank')),
  isUpdown: reading('涉及上下游', 'concerns upstream and downstream', (facts) => facts.kinds.includes('updown')),
  isMajorViolation: reading('重大环境违法', 'major violation', (facts) => facts.isMajorViolation),
  isCityPermit: reading('市级许可事项', 'under a municipal permit', (facts) => facts.isCityPermit),
  isCrimeSuspected: reading('涉嫌犯罪', 'crime suspected', (facts) => facts.isCrimeSuspected),
  /** A report that does not say is read by the municipal permit, as before the fact was asked for: a choice of Jiehe's. */
  isKeySource: reading('重点污染源', 'key source', (facts) => facts.isKeySource ?? facts.isCityPermit),
  isKeySourceKnown: reading('已报是否重点污染源', 'said whether a key source', (facts) => facts.isKeySource !== null),
  sourceKind: reading('污染来源', 'kind of source', (facts): SourceKind | 'unknown' => facts.sourceKind ?? 'unknown'),
  isReportedAsMajor: reading(
    '具有信息报告办法第四条情形',
    'meets article 4 of the reporting measures',
    isReportedAsMajor,
  ),
} as const

export type FactName = keyof typeof FACT_READINGS

/** The value that a fact has: `Matter` for `matter`, a number for counts, a boolean for the rest. */
export type ValueOf<F extends FactName> = ReturnType<(typeof FACT_READINGS)[F]['read']>

type Named = Matter | Medium | Severity | SourceKind | 'unknown'

const VALUE_NAMES: Readonly<Record<Named, Bilingual>> = {
  enforcement: { zh: '执法', en: 'enforcement' },
  dispute: { zh: '纠纷', en: 'dispute' },
  emergency: { zh: '突发事件', en: 'emergency' },
  'quality-monitoring': { zh: '环境质量监测', en: 'quality monitoring' },
  'source-monitoring': { zh: '污染源监督性监测', en: 'source monitoring' },
  'enforcement-monitoring': { zh: '执法监测', en: 'enforcement monitoring' },
  inspection: { zh: '监察', en: 'inspection' },
  water: { zh: '水', en: 'water' },
  air: { zh: '大气', en: 'air' },
  soil: { zh: '土壤', en: 'soil' },
  waste: { zh: '固体废物', en: 'waste' },
  noise: { zh: '噪声', en: 'noise' },
  ecology: { zh: '生态', en: 'ecology' },
  radiation: { zh: '核与辐射', en: 'nuclear and radiation' },
  general: { zh: '一般', en: 'general' },
  considerable: { zh: '较大', en: 'considerable' },
  major: { zh: '重大', en: 'major' },
  extraordinary: { zh: '特别重大', en: 'extraordinary' },
  undetermined: { zh: '未判明', en: 'undetermined' },
  mobile: { zh: '移动源', en: 'mobile source' },
  'hazardous-transport': { zh: '危险货物运输', en: 'transport of hazardous goods' },
  dust: { zh: '扬尘', en: 'dust' },
  agriculture: { zh: '农业', en: 'agriculture' },
  unknown: { zh: '未报', en: 'not reported' },
}

const NAMED: ReadonlySet<string> = new Set([...MATTERS, ...MEDIA, ...SEVERITIES, ...SOURCE_KINDS, 'unknown'])
const isNamed = (value: FactValue): value is Named => typeof value === 'string' && NAMED.has(value)

/** A value as a person reads it. */
export function valueName(value: FactValue): Bilingual {
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  return isNamed(value) ? VALUE_NAMES[value] : { zh: String(value), en: String(value) }
}

function leavesCity(facts: RoutingFacts): boolean {
  return facts.outsideUnits.length > 0 || facts.kinds.includes('city-border')
}

function isBdaOnly(facts: RoutingFacts): boolean {
  return facts.districts.length === 1 && facts.districts[0]?.code === BDA && !leavesCity(facts)
}

function touchesPark(facts: RoutingFacts): boolean {
  return facts.zones.some(
    (zone) => zone.code !== BDA && (zone.kind === 'economic-development-zone' || zone.kind === 'industrial-park'),
  )
}
