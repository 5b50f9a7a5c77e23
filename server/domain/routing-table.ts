/**
 * The decision table L1-L17: who leads, with whom, who must be told, doing what, on which clause.
 *
 * The clauses are law; reading them as a table with this order is Jiehe's own choice (`mark: 'design'`).
 * "跨区域" in the plan means across districts and beyond; it defines no number, so none stands here.
 */
import type { Condition } from './routing-condition.ts'
import type { RoutingRow } from './routing-rule.ts'

const PLAN_RULES = { validFrom: '2019-03-04', validTo: null, mark: 'design' } as const

const isWater: Condition = { fact: 'medium', operator: 'is', value: 'water' }
const isAir: Condition = { fact: 'medium', operator: 'is', value: 'air' }
const isEmergency: Condition = { fact: 'matter', operator: 'is', value: 'emergency' }
const isEnforcement: Condition = { fact: 'matter', operator: 'is', value: 'enforcement' }
const isDispute: Condition = { fact: 'matter', operator: 'is', value: 'dispute' }
const leavesCity: Condition = { fact: 'leavesCity', operator: 'is', value: true }
const isOneDistrict: Condition = { fact: 'districtCount', operator: 'is', value: 1 }
const isManyDistricts: Condition = { fact: 'districtCount', operator: 'at-least', value: 2 }
/** The 经开区 alone is left to L16, save where the plan itself gives the case to the city. */
const isNotBdaOnly: Condition = { fact: 'isBdaOnly', operator: 'is', value: false }
const isGrave: Condition = { fact: 'severity', operator: 'one-of', value: ['considerable', 'major', 'extraordinary'] }
const isMajorOrAbove: Condition = { fact: 'severity', operator: 'one-of', value: ['major', 'extraordinary'] }
const isUndetermined: Condition = { fact: 'severity', operator: 'is', value: 'undetermined' }
const isReportedAsMajor: Condition = { fact: 'isReportedAsMajor', operator: 'is', value: true }

export const DECISION_TABLE: readonly RoutingRow[] = [
  {
    ...PLAN_RULES,
    id: 'L1',
    title: { zh: '监察由市级统一行使', en: 'inspection belongs to the city alone' },
    when: [{ fact: 'matter', operator: 'is', value: 'inspection' }],
    lead: ['bj-bureau'],
    coOrganisers: [],
    mustNotify: [
      'bj-government',
      { give: 'bj-party-committee', when: [{ fact: 'isMajorViolation', operator: 'is', value: true }] },
    ],
    actions: ['inspection'],
    basis: ['plan-8-inspection'],
  },
  {
    ...PLAN_RULES,
    id: 'L2',
    title: { zh: '核与辐射事项由市级专门办理', en: 'nuclear and radiation matters are handled by the city, apart' },
    when: [{ fact: 'medium', operator: 'is', value: 'radiation' }],
    lead: ['bj-bureau'],
    coOrganisers: [],
    mustNotify: [],
    actions: [],
    basis: ['incident-reporting-2'],
    confirm: [],
  },
  {
    ...PLAN_RULES,
    id: 'L3',
    title: { zh: '突发事件跨区或出市', en: 'emergency across districts or beyond the city' },
    when: [isEmergency, { fact: 'crossesArea', operator: 'is', value: true }],
    lead: ['bj-bureau'],
    coOrganisers: [
      'district.bureau',
      'district.government',
      'bj-monitoring',
      'district.monitoring',
      { give: 'bj-water', when: [isWater] },
      'bj-emergency',
      'bj-police',
    ],
    mustNotify: [
      'bj-government',
      'outside.department',
      'outside.counterpart',
      { give: 'mee', when: [isMajorOrAbove] },
      { give: 'mee', when: [isReportedAsMajor] },
    ],
    actions: ['joint-emergency', 'joint-monitoring', { give: 'jing-jin-ji-linkage', when: [leavesCity] }],
    basis: [
      'plan-14-cross-area',
      'plan-9-district',
      { give: 'plan-10-city', when: [leavesCity] },
      'emergency-response-law-2007-7',
      'emergency-response-law-2024-17',
      'incident-reporting-8',
      'emergency-management-25',
      'emergency-management-26-28',
    ],
    confirm: [{ fact: 'isOutsideOnly', operator: 'is', value: true }],
  },
  {
    ...PLAN_RULES,
    id: 'L4',
    title: { zh: '突发事件在一个区内', en: 'emergency within one district' },
    when: [isEmergency, isOneDistrict, isNotBdaOnly],
    lead: [
      { give: 'bj-bureau', when: [isGrave] },
      { give: 'bj-bureau', when: [isUndetermined, isReportedAsMajor] },
      'district.bureau',
    ],
    coOrganisers: ['district.bureau', 'district.government', 'district.monitoring', 'bj-monitoring'],
    mustNotify: [
      'bj-bureau',
      { give: 'mee', when: [isMajorOrAbove] },
      { give: 'mee', when: [isUndetermined, isReportedAsMajor] },
    ],
    actions: ['emergency-monitoring'],
    basis: [
      'plan-9-district',
      'plan-4-district',
      'incident-reporting-3',
      'incident-reporting-4',
      'emergency-management-26-28',
    ],
  },
  {
    ...PLAN_RULES,
    id: 'L5',
    title: { zh: '涉及市外的其他事项', en: 'any other matter that reaches beyond the city' },
    when: [leavesCity],
    lead: [{ give: 'bj-enforcement', when: [isEnforcement] }, 'bj-bureau'],
    coOrganisers: [
      { give: 'bj-bureau', when: [isEnforcement] },
      'bj-monitoring',
      'district.bureau',
      { give: 'district.enforcement', when: [isEnforcement] },
      'district.monitoring',
    ],
    mustNotify: ['outside.department', 'outside.counterpart', { give: 'mee', when: [isMajorOrAbove] }],
    actions: [
      'jing-jin-ji-linkage',
      'joint-monitoring',
      { give: 'linked-enforcement', when: [isEnforcement, isManyDistricts] },
      { give: 'dispute-handling', when: [isDispute] },
    ],
    basis: [
      'plan-4-cross-area',
      'plan-10-city',
      'plan-14-cross-area',
      'environment-law-20',
      { give: 'water-law-28', when: [isWater] },
      { give: 'water-law-31', when: [isWater] },
      { give: 'air-law-86', when: [isAir] },
      { give: 'air-law-92', when: [isAir] },
    ],
    confirm: [{ fact: 'isOutsideOnly', operator: 'is', value: true }],
  },
  {
    ...PLAN_RULES,
    id: 'L6',
    title: { zh: '跨区纠纷', en: 'dispute across districts' },
    when: [isDispute, isManyDistricts],
    lead: ['bj-bureau'],
    coOrganisers: ['district.government', 'district.bureau', { give: 'bj-water', when: [isWater] }],
    mustNotify: ['bj-government', { give: 'district.river-chief', when: [isWater] }],
    actions: ['dispute-handling', 'joint-monitoring'],
    basis: ['plan-4-cross-area', { give: 'water-law-31', when: [isWater] }, 'environment-law-20'],
  },
  {
    ...PLAN_RULES,
    id: 'L7',
    title: { zh: '跨区执法案件', en: 'enforcement across districts' },
    when: [isEnforcement, isManyDistricts],
    lead: ['bj-enforcement'],
    coOrganisers: ['district.enforcement', 'district.monitoring'],
    mustNotify: ['district.government'],
    actions: ['linked-enforcement', 'enforcement-monitoring'],
    basis: [
      'plan-10-city',
      'plan-14-cross-area',
      'plan-9-district',
      'penalty-measures-2010-17-21',
      'penalty-measures-2023-13',
      'penalty-measures-2023-14',
      'penalty-measures-2023-15',
    ],
  },
  {
    ...PLAN_RULES,
    id: 'L8',
    title: { zh: '一个区内的重大环境违法', en: 'major violation within one district' },
    when: [isEnforcement, isOneDistrict, { fact: 'isMajorViolation', operator: 'is', value: true }],
    lead: ['bj-enforcement'],
    coOrganisers: ['district.enforcement'],
    mustNotify: ['district.government'],
    actions: ['enforcement'],
    basis: ['plan-10-city', 'plan-4-cross-area'],
  },
  {
    ...PLAN_RULES,
    id: 'L9',
    title: { zh: '一个区内的市级许可事项', en: 'municipal permit within one district' },
    when: [isEnforcement, isOneDistrict, { fact: 'isCityPermit', operator: 'is', value: true }],
    lead: ['bj-enforcement'],
    coOrganisers: ['district.enforcement'],
    mustNotify: [],
    actions: ['enforcement'],
    basis: ['plan-4-city-permit'],
  },
  {
    ...PLAN_RULES,
    id: 'L10',
    title: { zh: '一个区内的执法', en: 'enforcement within one district' },
    when: [isEnforcement, isOneDistrict, isNotBdaOnly],
    lead: ['district.enforcement'],
    coOrganisers: ['township.platform'],
    mustNotify: ['bj-enforcement'],
    actions: ['enforcement'],
    basis: ['plan-10-district', 'plan-10-township'],
  },
  {
    ...PLAN_RULES,
    id: 'L11',
    title: { zh: '一个区内、并非只在一个乡镇(街道)的纠纷', en: 'dispute in one district, not in one township alone' },
    /** None known is not one: without its township the district takes the dispute. */
    when: [isDispute, isOneDistrict, { fact: 'townshipCount', operator: 'is-not', value: 1 }, isNotBdaOnly],
    lead: ['district.bureau'],
    coOrganisers: ['township.body'],
    mustNotify: [],
    actions: ['mediation'],
    basis: ['plan-4-district', 'plan-4-township'],
  },
  {
    ...PLAN_RULES,
    id: 'L12',
    title: { zh: '一个乡镇(街道)内的纠纷', en: 'dispute within one township' },
    when: [isDispute, isOneDistrict, isNotBdaOnly],
    lead: ['township.body'],
    coOrganisers: ['district.bureau'],
    mustNotify: [],
    actions: ['mediation'],
    basis: ['plan-4-township'],
  },
  {
    ...PLAN_RULES,
    id: 'L13',
    title: { zh: '环境质量监测由市级统一承担', en: 'quality monitoring is done by the city' },
    when: [{ fact: 'matter', operator: 'is', value: 'quality-monitoring' }],
    lead: ['bj-monitoring'],
    coOrganisers: ['district.monitoring'],
    mustNotify: [
      { give: 'bj-river-chief', when: [isWater] },
      { give: 'district.river-chief', when: [isWater] },
      { give: 'township.river-chief', when: [isWater] },
    ],
    actions: [
      { give: 'water-review', when: [isWater] },
      { give: 'joint-monitoring', when: [isManyDistricts] },
    ],
    basis: ['plan-9-quality', { give: 'plan-11-river-chief', when: [isWater] }],
  },
  {
    ...PLAN_RULES,
    id: 'L14',
    title: { zh: '污染源监督性监测', en: 'monitoring of a pollution source' },
    when: [
      { fact: 'matter', operator: 'is', value: 'source-monitoring' },
      { fact: 'hasPlace', operator: 'is', value: true },
      isNotBdaOnly,
    ],
    /** Key sources are the city's "按要求"; the facts know no key source, so a municipal permit stands for one. */
    lead: [
      { give: 'bj-monitoring', when: [{ fact: 'isCityPermit', operator: 'is', value: true }] },
      'source-district.monitoring',
    ],
    coOrganisers: [
      { give: 'source-district.monitoring', when: [{ fact: 'isCityPermit', operator: 'is', value: true }] },
    ],
    mustNotify: [],
    actions: ['source-monitoring'],
    basis: [
      'plan-9-district',
      { give: 'plan-9-quality', when: [{ fact: 'isCityPermit', operator: 'is', value: true }] },
    ],
  },
  {
    ...PLAN_RULES,
    id: 'L15',
    title: { zh: '执法监测', en: 'enforcement monitoring' },
    when: [
      { fact: 'matter', operator: 'is', value: 'enforcement-monitoring' },
      { fact: 'hasPlace', operator: 'is', value: true },
      isNotBdaOnly,
    ],
    lead: ['source-district.monitoring'],
    coOrganisers: ['bj-monitoring', { give: 'district.monitoring', when: [isManyDistricts] }],
    mustNotify: [],
    actions: ['enforcement-monitoring', { give: 'joint-monitoring', when: [isManyDistricts] }],
    basis: ['plan-9-district', { give: 'plan-14-cross-area', when: [isManyDistricts] }],
  },
  {
    ...PLAN_RULES,
    id: 'L16',
    title: { zh: '仅涉及经开区', en: 'the BDA alone' },
    when: [{ fact: 'isBdaOnly', operator: 'is', value: true }],
    lead: ['bda.committee'],
    coOrganisers: ['bda-host.bureau'],
    mustNotify: ['bj-bureau', { give: 'mee', when: [isEmergency, isMajorOrAbove] }],
    actions: [
      { give: 'enforcement', when: [isEnforcement] },
      { give: 'emergency-monitoring', when: [isEmergency] },
      { give: 'mediation', when: [isDispute] },
      { give: 'source-monitoring', when: [{ fact: 'matter', operator: 'is', value: 'source-monitoring' }] },
      { give: 'enforcement-monitoring', when: [{ fact: 'matter', operator: 'is', value: 'enforcement-monitoring' }] },
    ],
    basis: ['plan-7-bda', 'plan-11-park'],
    confirm: [],
  },
  {
    ...PLAN_RULES,
    id: 'L17',
    title: { zh: '尚无地点，待定', en: 'no place yet: held' },
    when: [{ fact: 'hasPlace', operator: 'is', value: false }],
    lead: [],
    coOrganisers: [],
    mustNotify: [],
    actions: [],
    basis: [],
    confirm: [],
  },
]
