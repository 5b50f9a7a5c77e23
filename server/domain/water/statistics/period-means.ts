/**
 * 季均值、年均值: arithmetic means of the monthly means of a section (环办〔2011〕22号, 数据统计), with their validity.
 *
 * The least numbers are settings (remembered, not read). A period that falls short keeps its value and says that it does.
 */
import type { IndicatorId } from '../indicator.ts'
import type { Measurement } from '../sample.ts'
import type { Sentence } from '../sentence.ts'
import type { WaterRules } from '../water-rules.ts'
import type { WaterSettings } from '../water-settings.ts'
import { type Mean, meanOf } from './mean.ts'
import type { IndicatorMean, SectionMonth } from './monthly-means.ts'

export const PERIOD_KINDS = ['quarter', 'year'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

export interface PeriodMean extends Mean {
  /** The monthly means in it, in their order. */
  readonly from: readonly (Measurement & { readonly month: string })[]
  /** Results behind the monthly means. */
  readonly resultCount: number
  readonly isValid: boolean
  readonly validity: Sentence
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
  const groups = new Map<string, SectionMonth[]>()
  for (const each of months) {
    const key = `${each.sectionId} ${periodOf(each.month, kind)}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.keys()].sort().map((key) => sectionPeriod(key, groups.get(key) ?? [], kind, settings))
}

function sectionPeriod(
  key: string,
  months: readonly SectionMonth[],
  kind: PeriodKind,
  settings: WaterSettings,
): SectionPeriod {
  const sectionId = months[0]?.sectionId ?? ''
  const ordered = months.toSorted((a, b) => (a.month < b.month ? -1 : 1))
  const indicators = [...new Set(ordered.flatMap(({ means }) => means.map(({ indicator }) => indicator)))]
  return {
    sectionId,
    period: key.slice(sectionId.length + 1),
    means: indicators.flatMap((indicator) => periodMean(indicator, ordered, kind, settings)),
  }
}

function periodMean(
  indicator: IndicatorId,
  months: readonly SectionMonth[],
  kind: PeriodKind,
  settings: WaterSettings,
): PeriodMean[] {
  const monthly = months.flatMap(({ month, means }) =>
    means.filter((mean) => mean.indicator === indicator).map((mean) => ({ month, mean })),
  )
  const means = monthly.map(({ mean }) => mean)
  const [first, ...rest] = means
  if (first === undefined) return []
  const resultCount = means.reduce((sum, { count }) => sum + count, 0)
  return [
    {
      ...meanOf(indicator, [first, ...rest], settings),
      from: monthly.map(({ month, mean }) => ({ month, ...plain(mean) })),
      resultCount,
      ...validityOf(kind, means.length, resultCount, settings),
      isReleased: means.every(({ isReleased }) => isReleased),
      isDemonstration: means.some(({ isDemonstration }) => isDemonstration),
    },
  ]
}

const plain = ({ indicator, value, isBelowDetection }: IndicatorMean): Measurement => ({
  indicator,
  value,
  isBelowDetection,
})

function validityOf(kind: PeriodKind, monthCount: number, resultCount: number, settings: WaterSettings) {
  const [found, least, unit] =
    kind === 'year'
      ? [monthCount, settings.leastYearMonths.value, { zh: '个月有数据', en: 'months with data' }]
      : [resultCount, settings.leastQuarterResults.value, { zh: '次监测数据', en: 'results' }]
  const isValid = found >= least
  return {
    isValid,
    validity: {
      zh: `${found}${unit.zh}，至少应有${least}：${isValid ? '有效' : '数据不足，仅供参考'}。`,
      en: `${found} ${unit.en}, at least ${least} needed: ${isValid ? 'valid' : 'too few, for orientation only'}.`,
    },
  }
}
