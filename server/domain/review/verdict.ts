/** 断面结论 in short, and what changed since another period. Class and target are never mixed. */
import type { IndicatorId } from '../water/indicator.ts'
import { differencesOf } from '../water/like-with-like.ts'
import type { MainPollutant } from '../water/main-pollutants.ts'
import type { QualityGrade } from '../water/quality-grade.ts'
import type { Sentence } from '../water/sentence.ts'
import { type ChangeKind, explainGradeChange, gradeChange } from '../water/trend.ts'
import type { WaterClass } from '../water/water-class.ts'
import { lastYearPeriod, monthsOf, periodText } from './period.ts'
import type { JudgedQuality, SectionQuality } from './quality-book.ts'

/** 达标情况 against the target. */
export const TARGET_STATES = ['met', 'missed', 'undecided', 'no-target', 'no-data'] as const
export type TargetState = (typeof TARGET_STATES)[number]

export interface Verdict {
  readonly period: string
  readonly waterClass: WaterClass | null
  readonly grade: QualityGrade | null
  readonly evaluatedCount: number
  readonly pollutants: readonly MainPollutant[]
  readonly targetState: TargetState
  readonly failing: readonly IndicatorId[]
  readonly isReleased: boolean
}

export function verdictOf(period: string, quality: JudgedQuality | null): Verdict {
  if (quality === null) return { ...NOTHING, period }
  const { evaluation, isReleased } = quality
  const { waterClass, grade, evaluatedCount, pollutants } = evaluation
  const failing = (evaluation.attainment?.failing ?? []).map(({ indicator }) => indicator)
  return {
    period,
    waterClass,
    grade,
    evaluatedCount,
    pollutants,
    targetState: targetState(quality),
    failing,
    isReleased,
  }
}

const NOTHING: Omit<Verdict, 'period'> = {
  waterClass: null,
  grade: null,
  evaluatedCount: 0,
  pollutants: [],
  targetState: 'no-data',
  failing: [],
  isReleased: true,
}

function targetState({ evaluation, target }: JudgedQuality): TargetState {
  if (evaluation.waterClass === null) return 'no-data'
  if (target === undefined || evaluation.attainment === null) return 'no-target'
  if (evaluation.attainment.isMet === null) return 'undecided'
  return evaluation.attainment.isMet ? 'met' : 'missed'
}

export const CHANGE_DIRECTIONS = ['better', 'worse', 'unchanged', 'unknown'] as const
export type ChangeDirection = (typeof CHANGE_DIRECTIONS)[number]

export interface PeriodChange {
  readonly against: string
  readonly direction: ChangeDirection
  /** 明显. */
  readonly isMarked: boolean
  readonly text: Sentence
}

/** A section's change; what keeps the two from being alike is said behind it. */
export function sectionChange(
  now: SectionQuality | null,
  before: SectionQuality | null,
  against: string,
): PeriodChange {
  const [grade, earlier] = [now?.evaluation.grade ?? null, before?.evaluation.grade ?? null]
  if (now === null || before === null || grade === null || earlier === null) return unknownChange(against)
  const [step = unknownChange(against).text] = explainGradeChange(earlier, grade, now.rules).steps
  const doubts = differencesOf(compared(before), compared(now), comparisonKind(now.period, against))
  return { against, ...directionOf(gradeChange(earlier, grade)), text: joined(against, step, doubts) }
}

export const unknownChange = (against: string): PeriodChange => ({
  against,
  direction: 'unknown',
  isMarked: false,
  text: {
    zh: `与${periodText(against).zh}相比：缺少可比数据。`,
    en: `Against ${periodText(against).en}: nothing to compare with.`,
  },
})

export function directionOf(kind: ChangeKind): { direction: ChangeDirection; isMarked: boolean } {
  if (kind === 'unchanged') return { direction: 'unchanged', isMarked: false }
  return { direction: kind.endsWith('better') ? 'better' : 'worse', isMarked: kind.startsWith('clearly') }
}

export const joined = (against: string, change: Sentence, doubts: readonly Sentence[]): Sentence => ({
  zh: `与${periodText(against).zh}相比：${[change, ...doubts].map(({ zh }) => zh).join('')}`,
  en: `Against ${periodText(against).en}: ${[change, ...doubts].map(({ en }) => en).join(' ')}`,
})

const comparisonKind = (period: string, against: string) =>
  against === lastYearPeriod(period) ? ('year-on-year' as const) : ('period-on-period' as const)

const compared = ({ sectionId, period, evaluation }: SectionQuality) => ({
  sectionIds: [sectionId],
  months: monthsOf(period),
  indicators: evaluation.results.map(({ indicator }) => indicator),
})
