/**
 * 季均值、年均值: arithmetic means of the monthly means of a section (环办〔2011〕22号, 数据统计), with their validity.
 *
 * The least numbers are settings (remembered, not read). A period that falls short keeps its value and says that it does.
 */
import type { WaterRules } from '../water-rules.ts'
import type { WaterSettings } from '../water-settings.ts'
import { type AtLeastOne, grouped } from './group.ts'
import { type Mean, meanOf } from './mean.ts'
import type { IndicatorMean, SectionMonth } from './monthly-means.ts'

export const PERIOD_KINDS = ['quarter', 'year'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

export interface MonthInPeriod {
  readonly month: string
  readonly mean: IndicatorMean
}

export interface PeriodMean extends Mean {
  readonly kind: PeriodKind
  /** The monthly means in it, in their order. */
  readonly from: AtLeastOne<MonthInPeriod>
  /** Results behind the monthly means. */
  readonly resultCount: number
  readonly isValid: boolean
  readonly isReleased: boolean
  readonly isDemonstration: boolean
}

export interface SectionPeriod {
  readonly sectionId: string
  /** `2024` or `2024-Q2`. */
  readonly period: string
  readonly means: readonly PeriodMean[]
}

/** `2024-05` → `2024-Q2` or `2024`. */
export const periodOf = (month: string, kind: PeriodKind): string =>
  kind === 'year' ? month.slice(0, 4) : `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`

/** In order of section and period. */
export function periodMeans(
  months: readonly SectionMonth[],
  kind: PeriodKind,
  { settings }: WaterRules,
): SectionPeriod[] {
  const groups = grouped(months, ({ sectionId, month }) => `${sectionId} ${periodOf(month, kind)}`)
  return [...groups.keys()].sort().flatMap((key) => {
    const ofPeriod = groups.get(key)
    return ofPeriod === undefined ? [] : [sectionPeriod(ofPeriod, kind, settings)]
  })
}

function sectionPeriod(months: AtLeastOne<SectionMonth>, kind: PeriodKind, settings: WaterSettings): SectionPeriod {
  const [{ sectionId, month }] = months
  const ordered = months.toSorted((a, b) => (a.month < b.month ? -1 : 1))
  const byIndicator = grouped(monthlyOf(ordered), ({ mean }) => mean.indicator)
  return {
    sectionId,
    period: periodOf(month, kind),
    means: [...byIndicator.values()].map((each) => periodMean(each, kind, settings)),
  }
}

const monthlyOf = (months: readonly SectionMonth[]): MonthInPeriod[] =>
  months.flatMap(({ month, means }) => means.map((mean) => ({ month, mean })))

function periodMean(months: AtLeastOne<MonthInPeriod>, kind: PeriodKind, settings: WaterSettings): PeriodMean {
  const [first, ...rest] = months
  const means = [first.mean, ...rest.map(({ mean }) => mean)] as const
  const { indicator, value, isBelowDetection, count, undetectedCount } = meanOf(first.mean.indicator, means, settings)
  const resultCount = means.reduce((sum, mean) => sum + mean.count, 0)
  // One literal: a spread with fields after it costs ten times as much, and a city's year has thousands of these.
  return {
    kind,
    indicator,
    value,
    isBelowDetection,
    count,
    undetectedCount,
    from: months,
    resultCount,
    isValid:
      kind === 'year' ? count >= settings.leastYearMonths.value : resultCount >= settings.leastQuarterResults.value,
    isReleased: means.every((mean) => mean.isReleased),
    isDemonstration: means.some((mean) => mean.isDemonstration),
  }
}
