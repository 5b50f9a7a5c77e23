/** 类别比例: how many sections have each class, and what that makes of a river (环办〔2011〕22号, 类别比例法; read in copies). */
import type { QualityGrade } from './quality-grade.ts'
import { withoutNoise } from './rounding.ts'
import { rankOf, type WaterClass } from './water-class.ts'

export interface Composition {
  readonly total: number
  readonly counts: Readonly<Record<WaterClass, number>>
  /** Sections of classes I to III, and worse than V. */
  readonly goodCount: number
  readonly worstCount: number
}

export function compositionOf(classes: readonly WaterClass[]): Composition {
  const counts: Record<WaterClass, number> = { I: 0, II: 0, III: 0, IV: 0, V: 0, 'worse-than-V': 0 }
  for (const each of classes) counts[each] += 1
  const goodCount = classes.filter((each) => rankOf(each) <= rankOf('III')).length
  return { total: classes.length, counts, goodCount, worstCount: counts['worse-than-V'] }
}

/** Percent of all sections; 0 of none is 0. */
export const percentOf = (count: number, total: number): number =>
  total === 0 ? 0 : withoutNoise((count * 100) / total)

/**
 * 优 from 90% of classes I-III, 良好 from 75%; below that by the share worse than V: under 20% 轻度, under 40% 中度, from 40% 重度.
 *
 * Copies give the last row for G < 60 or G < 75. They differ only at G = 60, B = 40, which is 重度 here.
 */
export function gradeByShares({ total, goodCount, worstCount }: Composition): QualityGrade | null {
  if (total === 0) return null
  if (goodCount * 100 >= 90 * total) return 'excellent'
  if (goodCount * 100 >= 75 * total) return 'good'
  if (worstCount * 100 < 20 * total) return 'light'
  return worstCount * 100 < 40 * total ? 'moderate' : 'heavy'
}
