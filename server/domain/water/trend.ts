/**
 * 水质变化: two periods compared by grade or by composition (环办〔2011〕22号, 水质变化趋势分析方法; read in copies).
 *
 * Several years are compared by `spearman.ts`; whether two periods may be compared at all is `like-with-like.ts`.
 */
import type { Composition } from './composition.ts'
import { GRADE_NAMES, gradeRank, type QualityGrade } from './quality-grade.ts'
import { cited, type Explanation, fixed, type Sentence } from './sentence.ts'
import type { WaterRules } from './water-rules.ts'

export const CHANGE_KINDS = [
  'clearly-better',
  'somewhat-better',
  'unchanged',
  'somewhat-worse',
  'clearly-worse',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

const CHANGE_NAMES: Readonly<Record<ChangeKind, Sentence>> = {
  'clearly-better': { zh: '明显好转', en: 'clearly better' },
  'somewhat-better': { zh: '有所好转', en: 'somewhat better' },
  unchanged: { zh: '无明显变化', en: 'no clear change' },
  'somewhat-worse': { zh: '有所变差', en: 'somewhat worse' },
  'clearly-worse': { zh: '明显变差', en: 'clearly worse' },
}

/** The same grade is no change, one grade some, two or more a clear one. */
export function gradeChange(before: QualityGrade, after: QualityGrade): ChangeKind {
  const steps = gradeRank(before) - gradeRank(after)
  return changeKind(steps, Math.abs(steps) >= 2, steps !== 0)
}

export interface CompositionChange {
  readonly kind: ChangeKind
  /** Change of the share of classes I to III, in percentage points. */
  readonly goodPoints: number
  /** Change of the share worse than V, in percentage points. */
  readonly worstPoints: number
  /** ΔG - ΔD: above 0 is better. */
  readonly balance: number
}

/**
 * Up to 10 points no clear change, up to 20 some, beyond 20 a clear one. Null where a period has no section.
 * Each figure is one division of whole numbers, so that ten points are ten and not ten and a trace.
 */
export function compositionChange(before: Composition, after: Composition): CompositionChange | null {
  if (before.total === 0 || after.total === 0) return null
  const points = (from: number, to: number) =>
    ((to * before.total - from * after.total) * 100) / (before.total * after.total)
  const goodPoints = points(before.goodCount, after.goodCount)
  const worstPoints = points(before.worstCount, after.worstCount)
  const balance = points(before.goodCount - before.worstCount, after.goodCount - after.worstCount)
  return { kind: changeKind(balance, Math.abs(balance) > 20, Math.abs(balance) > 10), goodPoints, worstPoints, balance }
}

function changeKind(better: number, isClear: boolean, isSome: boolean): ChangeKind {
  if (!isSome) return 'unchanged'
  if (isClear) return better > 0 ? 'clearly-better' : 'clearly-worse'
  return better > 0 ? 'somewhat-better' : 'somewhat-worse'
}

export function explainGradeChange(before: QualityGrade, after: QualityGrade, { day }: WaterRules): Explanation {
  const [from, to, steps] = [GRADE_NAMES[before], GRADE_NAMES[after], Math.abs(gradeRank(before) - gradeRank(after))]
  const change = CHANGE_NAMES[gradeChange(before, after)]
  return {
    steps: [
      {
        zh: `由${from.zh}变为${to.zh}，相差${steps}级：${change.zh}。`,
        en: `From ${from.en} to ${to.en}, ${steps} grade(s) apart: ${change.en}.`,
      },
    ],
    basis: cited(['surface-water-evaluation-2011-trend'], day),
    settings: [],
  }
}

export function explainCompositionChange(change: CompositionChange, { day }: WaterRules): Explanation {
  const { goodPoints, worstPoints, balance, kind } = change
  const sum = `${signed(goodPoints)} - (${signed(worstPoints)}) = ${signed(balance)}`
  return {
    steps: [
      {
        zh: `ΔG－ΔD = ${sum} 个百分点：${CHANGE_NAMES[kind].zh}。`,
        en: `ΔG - ΔD = ${sum} percentage points: ${CHANGE_NAMES[kind].en}.`,
      },
    ],
    basis: cited(['surface-water-evaluation-2011-trend'], day),
    settings: [],
  }
}

const signed = (points: number): string => (points > 0 ? '+' : '') + fixed(points, 1)
