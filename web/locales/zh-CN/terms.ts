/** 各界面共用的名称。 */
import type { Action, Certainty, CrossingKind, CrossingOutcome, TextStatus, TouchKind } from '#domain/assessment'
import type { ChangeKind } from '#domain/change'
import type { IncidentStatus } from '#domain/incident'
import type { JurisdictionLevel } from '#domain/reference-data'
import type { CoordinateSystem, Matter, Medium, Severity } from '#domain/report/report'

type Names<T extends string> = Readonly<Record<T, string>>

const matters: Names<Matter> = {
  enforcement: '执法',
  dispute: '纠纷',
  emergency: '突发事件',
  'quality-monitoring': '环境质量监测',
  'source-monitoring': '污染源监督性监测',
  'enforcement-monitoring': '执法监测',
  inspection: '监察',
}

const media: Names<Medium> = {
  water: '水',
  air: '大气',
  soil: '土壤',
  waste: '固体废物',
  noise: '噪声',
  ecology: '生态',
  radiation: '核与辐射',
}

const severities: Names<Severity> = {
  general: '一般',
  considerable: '较大',
  major: '重大',
  extraordinary: '特别重大',
  undetermined: '未判明',
}

const outcomes: Names<CrossingOutcome> = { crosses: '跨界', 'within-one': '辖区内', ask: '待人工确认' }

const kinds: Names<CrossingKind> = {
  area: '跨区域',
  bank: '左右岸',
  updown: '上下游',
  overlay: '管理区域重叠',
  'city-border': '涉及市界',
}

const how: Names<TouchKind> = {
  area: '所在地',
  bank: '河岸',
  upstream: '上游',
  downstream: '下游',
  overlay: '管理区域',
}

const certainties: Names<Certainty> = { certain: '确定', probable: '很可能', possible: '可能' }

const actions: Names<Action> = {
  'joint-monitoring': '联合监测',
  'linked-enforcement': '联动执法',
  'joint-emergency': '共同应急',
  'jing-jin-ji-linkage': '京津冀联动',
  enforcement: '执法',
  'enforcement-monitoring': '执法监测',
  'source-monitoring': '污染源监督性监测',
  'emergency-monitoring': '应急监测',
  'water-review': '水环境评价',
  'dispute-handling': '纠纷调查处理',
  mediation: '调解',
  inspection: '监察',
}

const levels: Names<JurisdictionLevel> = {
  municipality: '直辖市',
  district: '区',
  county: '市外区县',
  township: '街道乡镇',
  zone: '管理区域',
}

const coordinateSystems: Names<CoordinateSystem> = {
  'EPSG:4326': 'WGS 84 经纬度（GPS）',
  'EPSG:4490': 'CGCS2000 经纬度',
  'EPSG:4548': 'CGCS2000 3度带 中央经线117°',
  'EPSG:4527': 'CGCS2000 3度带 39带（带号）',
  'EPSG:4549': 'CGCS2000 3度带 中央经线120°',
  'GCJ-02': 'GCJ-02（高德、腾讯）',
  'BD-09': 'BD-09（百度）',
}

const textStatuses: Names<TextStatus> = {
  verified: '已核原文',
  secondary: '据转载，未核原文',
  memory: '条号未核实',
  design: '系统设定',
}

const statuses: Names<IncidentStatus> = { reported: '已上报' }

const changes: Names<ChangeKind> = {
  'incident-reported': '上报事件',
  'demonstrations-loaded': '装入演示事件',
  'demonstrations-removed': '删除演示事件',
  'water-imported': '导入水质数据',
  'water-import-undone': '撤销水质数据导入',
  'water-noted': '记录水质异议或核对',
  'network-decided': '处理河网问题',
  'river-state-recorded': '记录闸坝或河床状态',
}

export const terms = {
  matters,
  media,
  severities,
  outcomes,
  kinds,
  how,
  certainties,
  actions,
  levels,
  coordinateSystems,
  textStatuses,
  statuses,
  changes,
  demonstration: '演示',
  list: (names: readonly string[]) => names.join('、'),
}
