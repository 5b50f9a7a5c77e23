/** 水质定性: how good the water is in words, by class for a section and by shares for a river. 优良 is this, 达标 is not. */
import type { Sentence } from './sentence.ts'
import type { WaterClass } from './water-class.ts'

/** Best first; the place in this list is the grade's rank. */
export const QUALITY_GRADES = ['excellent', 'good', 'light', 'moderate', 'heavy'] as const
export type QualityGrade = (typeof QUALITY_GRADES)[number]

const OF_CLASS: Readonly<Record<WaterClass, QualityGrade>> = {
  I: 'excellent',
  II: 'excellent',
  III: 'good',
  IV: 'light',
  V: 'moderate',
  'worse-than-V': 'heavy',
}

export const gradeOf = (waterClass: WaterClass): QualityGrade => OF_CLASS[waterClass]

export const gradeRank = (grade: QualityGrade): number => QUALITY_GRADES.indexOf(grade)

export const GRADE_NAMES: Readonly<Record<QualityGrade, Sentence>> = {
  excellent: { zh: '优', en: 'excellent' },
  good: { zh: '良好', en: 'good' },
  light: { zh: '轻度污染', en: 'lightly polluted' },
  moderate: { zh: '中度污染', en: 'moderately polluted' },
  heavy: { zh: '重度污染', en: 'heavily polluted' },
}
