/** 年际趋势: whether an indicator of a section rises or falls over the years, by rank correlation of its yearly means. */
import type { IndicatorId } from '../water/indicator.ts'
import { computedValue } from '../water/measured-value.ts'
import type { Sentence } from '../water/sentence.ts'
import { explainRankTrend, type RankTrend, rankTrend } from '../water/spearman.ts'
import { isWaterRefusal } from '../water/water-refusal.ts'
import type { WaterRules } from '../water/water-rules.ts'
import type { QualityBook } from './quality-book.ts'

/** The table of critical values ends there. */
export const TREND_YEARS = 12

export interface YearlyTrend {
  /** One mean a year, without a gap. */
  readonly years: readonly string[]
  /** Null where there are too few years. */
  readonly trend: RankTrend | null
  readonly text: Sentence
}

/** Over the years without a gap that end with `lastYear`, or with the one before while that is not yet valid. */
export function yearlyTrend(
  sectionId: string,
  indicator: IndicatorId,
  lastYear: number,
  book: QualityBook,
  rules: WaterRules,
): YearlyTrend {
  const meanOf = (year: number) =>
    book.of(sectionId, String(year))?.values.find((each) => each.indicator === indicator) ?? null
  const years: number[] = []
  for (let year = meanOf(lastYear) === null ? lastYear - 1 : lastYear; years.length < TREND_YEARS; year--) {
    if (meanOf(year) === null) break
    years.unshift(year)
  }
  const trend = rankTrend(indicator, years.flatMap((year) => meanOf(year) ?? []).map(computedValue))
  if (isWaterRefusal(trend)) return { years: years.map(String), trend: null, text: { zh: trend.zh, en: trend.en } }
  const { steps } = explainRankTrend(trend, rules)
  const span = `${years[0]}-${years.at(-1)}`
  return {
    years: years.map(String),
    trend,
    text: {
      zh: `${span}年年均值：${steps.map(({ zh }) => zh).join('')}`,
      en: `Yearly means of ${span}: ${steps.map(({ en }) => en).join(' ')}`,
    },
  }
}
