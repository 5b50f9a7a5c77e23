/** The conditions that several rules share, by name. */
import type { Condition } from './condition.ts'

export const isEmergency: Condition = { fact: 'matter', operator: 'is', value: 'emergency' }
export const isEnforcement: Condition = { fact: 'matter', operator: 'is', value: 'enforcement' }
export const isDispute: Condition = { fact: 'matter', operator: 'is', value: 'dispute' }
export const isNotInspection: Condition = { fact: 'matter', operator: 'is-not', value: 'inspection' }

export const isWater: Condition = { fact: 'medium', operator: 'is', value: 'water' }
export const isAir: Condition = { fact: 'medium', operator: 'is', value: 'air' }
/** 突发环境事件信息报告办法 art. 2: nuclear and radiation events have rules of their own. */
export const isNotRadiation: Condition = { fact: 'medium', operator: 'is-not', value: 'radiation' }

export const isBelowMajor: Condition = { fact: 'severity', operator: 'one-of', value: ['general', 'considerable'] }
/** 较大以上. */
export const isGrave: Condition = {
  fact: 'severity',
  operator: 'one-of',
  value: ['considerable', 'major', 'extraordinary'],
}
export const isMajorOrAbove: Condition = { fact: 'severity', operator: 'one-of', value: ['major', 'extraordinary'] }
export const isUndetermined: Condition = { fact: 'severity', operator: 'is', value: 'undetermined' }
export const isReportedAsMajor: Condition = { fact: 'isReportedAsMajor', operator: 'is', value: true }

export const hasPlace: Condition = { fact: 'hasPlace', operator: 'is', value: true }
export const leavesCity: Condition = { fact: 'leavesCity', operator: 'is', value: true }
export const crossesArea: Condition = { fact: 'crossesArea', operator: 'is', value: true }
export const isOneDistrict: Condition = { fact: 'districtCount', operator: 'is', value: 1 }
export const isManyDistricts: Condition = { fact: 'districtCount', operator: 'at-least', value: 2 }
export const isCityPermit: Condition = { fact: 'isCityPermit', operator: 'is', value: true }
export const isCrimeSuspected: Condition = { fact: 'isCrimeSuspected', operator: 'is', value: true }
export const isKeySource: Condition = { fact: 'isKeySource', operator: 'is', value: true }
/** 移动源: what moves, hazardous goods on the road among it. */
export const isMobileSource: Condition = {
  fact: 'sourceKind',
  operator: 'one-of',
  value: ['mobile', 'hazardous-transport'],
}

/** The 经开区 alone is left to row L16, save where the plan itself gives the case to the city. */
export const isNotBdaOnly: Condition = { fact: 'isBdaOnly', operator: 'is', value: false }
