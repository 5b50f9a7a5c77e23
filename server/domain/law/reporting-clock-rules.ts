/** Reporting clocks as dated data: what is due, within how long, on which clause. */

import type { TextStatus } from '../assessment.ts'
import type { Bilingual } from '../routing/actor-place.ts'
import type { Condition } from '../routing/condition.ts'
import {
  crossesArea,
  isBelowMajor,
  isCrimeSuspected,
  isEmergency,
  isGrave,
  isMajorOrAbove,
  isNotInspection,
  isNotRadiation,
  isReportedAsMajor,
  isUndetermined,
} from '../routing/named-condition.ts'
import type { BasisId } from './legal-basis.ts'

/**
 * How long. `hours` run by the clock; `natural-days` end with the last day, the first not counted (crime-transfer art. 38);
 * `none`: the law says 及时 and gives no number.
 */
export type TimeLimit =
  | { readonly kind: 'hours'; readonly hours: number }
  | { readonly kind: 'natural-days'; readonly days: number; readonly thenHours: number }
  | { readonly kind: 'none' }

export interface ClockRule {
  readonly id: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly when: readonly Condition[]
  readonly what: Bilingual
  /** Says which circumstances of the reporting measures' article 4 are met. */
  readonly namesCircumstances?: true
  readonly limit: TimeLimit
  readonly basis: readonly BasisId[]
  /** `design`: stricter than the letter of the law, or a start that the record does not hold. */
  readonly mark: TextStatus
}

const SINCE_THE_PLAN = { validFrom: '2019-03-04', validTo: null } as const

const isNotReportedAsMajor: Condition = { fact: 'isReportedAsMajor', operator: 'is', value: false }

const TO_MINISTRY = {
  ...SINCE_THE_PLAN,
  what: {
    zh: '市生态环境局核实并报生态环境部（接报后1小时；接报时间未另记，与其他时限同时起算）',
    en: 'The municipal bureau verifies and reports to the ministry (1 h after receipt; counted like all others, receipt not being recorded)',
  },
  limit: { kind: 'hours', hours: 1 },
  mark: 'design',
} as const

const AS_MAJOR = { ...SINCE_THE_PLAN, limit: { kind: 'hours', hours: 2 } } as const

export const CLOCK_RULES: readonly ClockRule[] = [
  {
    id: 'beijing-10-minutes',
    validFrom: '2019-03-04',
    validTo: '2023-06-05',
    when: [isEmergency, isNotRadiation, isGrave],
    what: {
      zh: '较大及以上：报市应急办（接报后10分钟内）',
      en: 'Considerable and above: to the municipal emergency office within 10 min',
    },
    limit: { kind: 'hours', hours: 1 / 6 },
    basis: ['beijing-emergency-plan-2015'],
    mark: 'secondary',
  },
  {
    ...TO_MINISTRY,
    id: 'ministry-1-hour',
    when: [isEmergency, isNotRadiation, isMajorOrAbove],
    basis: ['incident-reporting-3'],
  },
  {
    ...TO_MINISTRY,
    id: 'ministry-1-hour-undetermined',
    when: [isEmergency, isNotRadiation, isUndetermined, isReportedAsMajor],
    basis: ['incident-reporting-3', 'incident-reporting-4'],
  },
  {
    ...AS_MAJOR,
    id: 'major-2-hours',
    when: [isEmergency, isNotRadiation, isMajorOrAbove],
    what: {
      zh: '事发地部门向本级政府和市生态环境局报告，同时报生态环境部',
      en: 'The department of the place reports to its government and the municipal bureau, and at once to the ministry',
    },
    basis: ['incident-reporting-3'],
    mark: 'verified',
  },
  {
    ...AS_MAJOR,
    id: 'article-4-2-hours',
    when: [isEmergency, isNotRadiation, isUndetermined, isReportedAsMajor],
    what: {
      zh: '级别未判明而有第四条情形：按重大级别向本级政府、市生态环境局并同时向生态环境部报告',
      en: 'Level undetermined and article 4 met: report as major, to the government, the municipal bureau and the ministry',
    },
    namesCircumstances: true,
    basis: ['incident-reporting-4'],
    mark: 'verified',
  },
  {
    ...AS_MAJOR,
    id: 'article-4-2-hours-strict',
    when: [isEmergency, isNotRadiation, isBelowMajor, isReportedAsMajor],
    what: {
      zh: '已定级但有第四条情形：从严按重大级别报告',
      en: 'Graded, yet article 4 is met: report as major, strictly',
    },
    namesCircumstances: true,
    basis: ['incident-reporting-4'],
    mark: 'design',
  },
  {
    ...AS_MAJOR,
    id: 'undetermined-2-hours-strict',
    when: [isEmergency, isNotRadiation, isUndetermined, isNotReportedAsMajor],
    what: {
      zh: '级别未判明：不按一般处理，判明前从严按2小时报告',
      en: 'Level undetermined: never taken as general; the strict 2 h holds until it is judged',
    },
    basis: ['incident-reporting-3', 'incident-reporting-4'],
    mark: 'design',
  },
  {
    ...SINCE_THE_PLAN,
    id: 'general-4-hours',
    when: [isEmergency, isNotRadiation, isBelowMajor],
    what: {
      zh: '一般、较大：事发地部门向本级政府和市生态环境局报告',
      en: 'General and considerable: the department of the place reports to its government and the municipal bureau',
    },
    limit: { kind: 'hours', hours: 4 },
    basis: ['incident-reporting-3'],
    mark: 'verified',
  },
  {
    ...SINCE_THE_PLAN,
    id: 'crime-transfer-decision',
    when: [isCrimeSuspected, isNotInspection],
    what: {
      zh: '决定是否移送公安机关（自接到书面报告起3日，首日不计；书面报告时间未另记，与其他时限同时起算，节假日顺延未计）',
      en: 'Decide on transfer to the police (3 days from the written report, first day not counted; that report not being recorded, counted like all others, holidays not yet moved)',
    },
    limit: { kind: 'natural-days', days: 3, thenHours: 0 },
    basis: ['crime-transfer-5', 'crime-transfer-38'],
    mark: 'design',
  },
  {
    ...SINCE_THE_PLAN,
    id: 'crime-transfer-handover',
    when: [isCrimeSuspected, isNotInspection],
    what: {
      zh: '向同级公安机关移交案卷、抄送同级人民检察院（决定后24小时；此处为最迟时间）',
      en: 'Hand the file to the police of the same level, copy to the procuratorate (24 h after the decision; the latest time is given)',
    },
    limit: { kind: 'natural-days', days: 3, thenHours: 24 },
    basis: ['crime-transfer-6'],
    mark: 'design',
  },
  {
    ...SINCE_THE_PLAN,
    id: 'neighbour-notice',
    when: [isEmergency, isNotRadiation, crossesArea],
    what: {
      zh: '及时通报相邻区域同级部门，并建议本级政府通报相邻政府',
      en: 'Inform the same-level department of the neighbour in good time; propose that the government inform its neighbour',
    },
    limit: { kind: 'none' },
    basis: ['incident-reporting-8', 'emergency-management-25'],
    mark: 'verified',
  },
  {
    id: 'beijing-plan-2023',
    validFrom: '2023-06-05',
    validTo: null,
    when: [isEmergency, isNotRadiation],
    what: {
      zh: '按北京市预案向市应急指挥机构报送（本市时限未核实）',
      en: "Report under Beijing's own plan (its time limit is not verified)",
    },
    limit: { kind: 'none' },
    basis: ['beijing-emergency-plan-2023'],
    mark: 'secondary',
  },
]
