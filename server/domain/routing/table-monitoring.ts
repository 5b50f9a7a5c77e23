/** Rows L13-L17: monitoring, the 经开区 alone, and what has no place yet. */
import {
  hasPlace,
  isDispute,
  isEmergency,
  isEnforcement,
  isKeySource,
  isMajorOrAbove,
  isManyDistricts,
  isNotBdaOnly,
  isWater,
} from './named-condition.ts'
import type { RoutingRow } from './rule.ts'

const PLAN_RULES = { validFrom: '2019-03-04', validTo: null, mark: 'design' } as const

export const MONITORING_ROWS: readonly RoutingRow[] = [
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
    when: [{ fact: 'matter', operator: 'is', value: 'source-monitoring' }, hasPlace, isNotBdaOnly],
    /** Key sources are the city's "按要求". */
    lead: [{ give: 'bj-monitoring', when: [isKeySource] }, 'source-district.monitoring'],
    coOrganisers: ['source-district.monitoring'],
    mustNotify: [],
    actions: ['source-monitoring'],
    basis: ['plan-9-district', { give: 'plan-9-quality', when: [isKeySource] }],
  },
  {
    ...PLAN_RULES,
    id: 'L15',
    title: { zh: '执法监测', en: 'enforcement monitoring' },
    when: [{ fact: 'matter', operator: 'is', value: 'enforcement-monitoring' }, hasPlace, isNotBdaOnly],
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
    mustNotify: ['bj-duty'],
    actions: [],
    basis: [],
    confirm: [],
  },
]
