/** `GET /api/rules`: what a day is judged by, laid open. */
import type { readRules } from '#contract/rules'
import { type CrossingSettings, crossingSettingsAsOf } from '#domain/crossing-settings'
import { isRefusal, type Refusal } from '#domain/refusal'
import { TRAVEL_TIME_DEFAULTS } from '#domain/river/travel-time'
import { type ReadyRow, routingEditionAsOf } from '#domain/routing/edition'
import type { Party } from '#domain/routing/party'
import type { Answered } from './mount.ts'

type Rules = Answered<typeof readRules>

export function answerRules(day: string): Rules | Refusal {
  const edition = routingEditionAsOf(day)
  if (isRefusal(edition)) return edition
  return { ruleSet: edition.ruleSet, rows: edition.rows.map(row), settings: [...crossing(day), leadingEdge()] }
}

function row({ row, lead, basis }: ReadyRow): Rules['rows'][number] {
  const leads = [...new Set(lead.map(({ give }) => give))].map((party) => LEAD_NAMES[party] ?? { zh: party, en: party })
  return {
    rule: row.id,
    zh: row.title.zh,
    en: row.title.en,
    lead: leads.map(({ zh }) => zh).join('／'),
    leadEn: leads.map(({ en }) => en).join(' / '),
    basis: basis.map(({ give }) => give),
  }
}

/** Leads as they are called before the place is known. */
const LEAD_NAMES: Partial<Record<Party, { readonly zh: string; readonly en: string }>> = {
  'bj-bureau': { zh: '市生态环境局', en: 'Municipal Ecology and Environment Bureau' },
  'bj-enforcement': { zh: '市综合执法总队', en: 'Municipal Enforcement Corps' },
  'bj-monitoring': { zh: '市生态环境监测中心', en: 'Municipal Monitoring Centre' },
  'district.bureau': { zh: '区生态环境局', en: 'District Ecology and Environment Bureau' },
  'district.enforcement': { zh: '区综合执法队', en: 'District Enforcement Team' },
  'source-district.monitoring': { zh: '污染源所在区监测机构', en: 'Monitoring Station of the district of the source' },
  'township.body': { zh: '乡镇政府或街道办事处', en: 'Township government or subdistrict office' },
  'bda.committee': { zh: '经开区管委会', en: 'Administrative Committee of the Development Area' },
}

type Numbers = { [K in keyof CrossingSettings as CrossingSettings[K] extends number ? K : never]: SettingName }
interface SettingName {
  readonly zh: string
  readonly en: string
  readonly unit: string
}

const CROSSING_NAMES: Numbers = {
  leastAreaM2: { zh: '跨区面积下限', en: 'Least area in a unit that makes a crossing', unit: 'm²' },
  leastLengthM: { zh: '跨区长度下限（线状）', en: 'Least length in a unit that makes a crossing', unit: 'm' },
  leastShare: { zh: '跨区占比下限', en: 'Least share in a unit that makes a crossing', unit: '' },
  bankM: { zh: '岸边范围（自半河宽起）', en: 'Strip beyond half the river’s width that counts as its bank', unit: 'm' },
  riverM: { zh: '入河距离上限', en: 'Farthest from a river that can affect it', unit: 'm' },
  offBankProbability: {
    zh: '岸带以外入河概率',
    en: 'Probability of reaching the river from beyond the bank',
    unit: '',
  },
  horizonH: {
    zh: '下游影响时限（前锋）',
    en: 'Hours of the leading edge within which a unit downstream counts',
    unit: 'h',
  },
  travelTimeLogSd: { zh: '到达时间对数标准差', en: 'Standard deviation of the logarithm of a travel time', unit: '' },
  certainFrom: { zh: '“确定”的概率下限', en: 'Probability from which a unit is certain', unit: '' },
  probableFrom: { zh: '“很可能”的概率下限', en: 'Probability from which a unit is probable', unit: '' },
  listedFrom: { zh: '列出的概率下限', en: 'Probability from which a unit is listed', unit: '' },
}

function crossing(day: string): Rules['settings'] {
  const settings = crossingSettingsAsOf(day)
  const { status, validFrom } = settings
  const named = Object.entries(CROSSING_NAMES) as [keyof Numbers, SettingName][]
  return named.map(([id, name]) => ({ id, ...name, value: settings[id], status, validFrom }))
}

function leadingEdge(): Rules['settings'][number] {
  const { leadingEdgeShare, validFrom } = TRAVEL_TIME_DEFAULTS
  return {
    id: 'leadingEdgeShare',
    zh: '前锋到达时间与峰值到达时间之比',
    en: 'Hours of the leading edge as a share of the hours of the peak',
    value: leadingEdgeShare,
    unit: '',
    status: 'secondary',
    validFrom,
  }
}
