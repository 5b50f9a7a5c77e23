/** Additive rules: A1-A7, the 经开区, other managed zones, units that are only told, and the city border. */
import type { Condition } from './routing-condition.ts'
import type { AdditiveRule } from './routing-rule.ts'

const PLAN_RULES = { validFrom: '2019-03-04', validTo: null, mustNotify: [], actions: [] } as const

const isEmergency: Condition = { fact: 'matter', operator: 'is', value: 'emergency' }
const isNotInspection: Condition = { fact: 'matter', operator: 'is-not', value: 'inspection' }
const isNotRadiation: Condition = { fact: 'medium', operator: 'is-not', value: 'radiation' }
const isReportedAsMajor: Condition = { fact: 'isReportedAsMajor', operator: 'is', value: true }
const crossesArea: Condition = { fact: 'crossesArea', operator: 'is', value: true }
/** Work in which departments act together; routine monitoring calls for none. */
const isJointWork: Condition = { fact: 'matter', operator: 'one-of', value: ['emergency', 'enforcement', 'dispute'] }
const mediumIs = (value: 'water' | 'air' | 'soil' | 'ecology'): Condition => ({ fact: 'medium', operator: 'is', value })

const DEPARTMENT_RULE = { ...PLAN_RULES, rule: 'A4', basis: ['plan-15-departments'], mark: 'design' } as const
const JOINT_MONITORING_RULE = {
  ...PLAN_RULES,
  rule: 'A7',
  actions: ['joint-monitoring'],
  basis: ['plan-14-cross-area', 'hj-589-2021-6', 'hj-589-2021-7', 'hj-589-2021-9'],
  mark: 'design',
} as const

export const ADDITIVE_RULES: readonly AdditiveRule[] = [
  {
    ...PLAN_RULES,
    rule: 'A1',
    when: [{ fact: 'isCrimeSuspected', operator: 'is', value: true }, isNotInspection],
    mustNotify: ['same-level.police', 'same-level.procuratorate'],
    basis: ['plan-15-justice', 'crime-transfer-5', 'crime-transfer-6', 'crime-transfer-38'],
    mark: 'verified',
    zh: '涉嫌犯罪：3日内决定是否移送，决定后24小时内移交同级公安机关，抄送同级人民检察院。',
    en: 'Crime suspected: decide on transfer within 3 days, hand over to the police of the same level within 24 h, copy the procuratorate.',
  },
  {
    ...PLAN_RULES,
    rule: 'A2',
    when: [{ fact: 'matter', operator: 'is', value: 'inspection' }],
    basis: ['plan-6-clues'],
    mark: 'verified',
    zh: '党政领导干部失职失责线索移送纪检监察机关；市政府批准前不向被监察单位公开。',
    en: 'Clues to dereliction go to the discipline inspection organs; nothing is shown to the inspected before municipal approval.',
  },
  {
    ...PLAN_RULES,
    rule: 'A3',
    when: [isEmergency, isNotRadiation, isReportedAsMajor, { fact: 'severity', operator: 'is', value: 'undetermined' }],
    basis: ['incident-reporting-4'],
    mark: 'verified',
    zh: '级别未判明，且涉及水源保护区、重金属或可能跨省影响：按重大级别2小时报告。',
    en: 'Level undetermined, with a protected source, heavy metal or a possible cross-province effect: report as major, within 2 h.',
  },
  {
    ...PLAN_RULES,
    rule: 'A3',
    when: [
      isEmergency,
      isNotRadiation,
      isReportedAsMajor,
      { fact: 'severity', operator: 'one-of', value: ['general', 'considerable'] },
    ],
    basis: ['incident-reporting-4'],
    mark: 'design',
    zh: '涉及水源保护区、重金属或可能跨省影响：虽已定级，从严按2小时报告。',
    en: 'Protected source, heavy metal or possible cross-province effect: though graded, the strict 2 h is applied.',
  },
  {
    ...DEPARTMENT_RULE,
    when: [isJointWork, mediumIs('water')],
    mustNotify: ['same-level.water'],
    zh: '水事项：会同同级水务部门。',
    en: 'Water: with the water authority of the same level.',
  },
  {
    ...DEPARTMENT_RULE,
    when: [isJointWork, mediumIs('soil')],
    mustNotify: ['same-level.planning'],
    zh: '土壤事项：会同同级规划自然资源部门。',
    en: 'Soil: with the planning and natural resources authority of the same level.',
  },
  {
    ...DEPARTMENT_RULE,
    when: [isJointWork, mediumIs('ecology')],
    mustNotify: ['same-level.landscape'],
    zh: '生态事项：会同同级园林绿化部门。',
    en: 'Ecology: with the landscape and forestry authority of the same level.',
  },
  {
    ...DEPARTMENT_RULE,
    when: [isEmergency, mediumIs('air')],
    mustNotify: ['same-level.meteorology'],
    zh: '大气突发事件：会同气象部门预测扩散。',
    en: 'Air emergency: with the meteorological service, for the forecast of the plume.',
  },
  {
    ...PLAN_RULES,
    rule: 'A5',
    when: [isNotInspection],
    onlyMunicipalLead: true,
    mustNotify: ['bj-party-committee', 'bj-government'],
    basis: ['plan-16-report', 'plan-15-release'],
    mark: 'verified',
    zh: '市级决定报告同级党委、政府并通报相关部门；信息由生态环境部门统一发布。',
    en: 'A municipal decision is reported to the Party committee and government of the same level; release is by the department alone.',
  },
  {
    ...PLAN_RULES,
    rule: 'A5',
    when: [isEmergency, isNotRadiation],
    basis: ['emergency-management-35'],
    mark: 'verified',
    zh: '突发事件信息由负责处置的人民政府发布，生态环境部门提出建议。',
    en: 'In an emergency the government in command releases information; the department proposes.',
  },
  {
    ...PLAN_RULES,
    rule: 'A6',
    when: [isEmergency, isNotRadiation],
    basis: ['incident-reporting-3'],
    mark: 'verified',
    zh: '级别变化的，按变化后的级别报告；原决定留存，不覆盖。',
    en: 'When the level changes, report by the new one; the earlier decision is kept, never overwritten.',
  },
  {
    ...JOINT_MONITORING_RULE,
    when: [isNotInspection, crossesArea, mediumIs('water'), { fact: 'isBank', operator: 'is', value: true }],
    zh: '界河联合监测：两岸各设一个断面，加河中一个；项目、方法、采样时间一致。',
    en: 'Joint monitoring of a boundary river: one section per bank and one midstream; same items, methods and sampling time.',
  },
  {
    ...JOINT_MONITORING_RULE,
    when: [isNotInspection, crossesArea, mediumIs('water'), { fact: 'isUpdown', operator: 'is', value: true }],
    zh: '上下游联合监测：源上设对照断面，各界设控制断面，下游设削减断面；项目、方法、采样时间一致。',
    en: 'Joint monitoring along the flow: background above the source, control at each boundary, attenuation below; all the same.',
  },
  {
    ...PLAN_RULES,
    rule: 'BDA',
    when: [{ fact: 'touchesBda', operator: 'is', value: true }],
    basis: ['plan-7-bda'],
    mark: 'design',
    zh: '经开区按一个区级单位计；其管理体制由方案另行确定。',
    en: 'The BDA counts as one district-level unit; the plan leaves its management to be settled separately.',
  },
  {
    ...PLAN_RULES,
    rule: 'OVERLAY',
    when: [isNotInspection, { fact: 'touchesZone', operator: 'is', value: true }],
    mustNotify: ['zone.manager'],
    basis: [],
    mark: 'design',
    zh: '所涉管理区域的管理单位应予告知。',
    en: 'The body that manages the touched zone is told.',
  },
  {
    ...PLAN_RULES,
    rule: 'OVERLAY',
    when: [isNotInspection, { fact: 'touchesPark', operator: 'is', value: true }],
    basis: ['plan-11-park'],
    mark: 'verified',
    zh: '市级开发区、工业园区的执法力量由区确定。',
    en: 'For municipal development zones and industrial parks the district decides the enforcement strength.',
  },
  {
    ...PLAN_RULES,
    rule: 'NOTIFY-ONLY',
    when: [isNotInspection, { fact: 'hasGateUnit', operator: 'is', value: true }],
    mustNotify: ['gate.bureau'],
    basis: ['plan-14-cross-area'],
    mark: 'design',
    zh: '只在下游途中、掌握闸坝或隔界相邻的单位：告知，不作协办。',
    en: 'Units only on the way downstream, holding a gate or just across the line are told, not made co-organisers.',
  },
  {
    ...PLAN_RULES,
    rule: 'CITY-BORDER',
    when: [isNotInspection, isNotRadiation, { fact: 'leavesCity', operator: 'is', value: true }],
    basis: ['plan-10-city'],
    mark: 'design',
    zh: '市外单位由市级对省级通报；各区不得出市执法。',
    en: 'Units beyond the city are told by the city through their province; no district enforces outside Beijing.',
  },
]
