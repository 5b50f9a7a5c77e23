/** 可比性: two periods are compared over the same sections, the same months and the same indicators, or it is said that they are not. */
import { indicatorOf } from './evaluated-indicators.ts'
import type { IndicatorId } from './indicator.ts'
import type { Sentence } from './sentence.ts'

export interface ComparedPeriod {
  readonly sectionIds: readonly string[]
  /** `2024-05`. */
  readonly months: readonly string[]
  readonly indicators: readonly IndicatorId[]
}

/** 同比: the same months of another year; 环比: as many months just before. */
export type ComparisonKind = 'year-on-year' | 'period-on-period'

/** Everything that keeps the two from being comparable; empty when they are. */
export function differencesOf(before: ComparedPeriod, after: ComparedPeriod, kind: ComparisonKind): Sentence[] {
  return [
    ...differing(before.sectionIds, after.sectionIds, same, { zh: '断面', en: 'sections' }),
    ...differing(before.indicators, after.indicators, indicatorName, { zh: '指标', en: 'indicators' }),
    ...monthDifferences(before.months, after.months, kind),
  ]
}

function differing<Id extends string>(
  before: readonly Id[],
  after: readonly Id[],
  nameOf: (id: Id) => Sentence,
  what: Sentence,
): Sentence[] {
  const onlyBefore = before.filter((id) => !after.includes(id)).map(nameOf)
  const onlyAfter = after.filter((id) => !before.includes(id)).map(nameOf)
  if (onlyBefore.length + onlyAfter.length === 0) return []
  const zh = (names: readonly Sentence[]) => names.map((name) => name.zh).join('、') || '-'
  const en = (names: readonly Sentence[]) => names.map((name) => name.en).join(', ') || '-'
  return [
    {
      zh: `两个时段的${what.zh}不同：只在前一时段的 ${zh(onlyBefore)}，只在后一时段的 ${zh(onlyAfter)}。`,
      en: `The ${what.en} differ: only in the first period ${en(onlyBefore)}; only in the second ${en(onlyAfter)}.`,
    },
  ]
}

const same = (id: string): Sentence => ({ zh: id, en: id })

const indicatorName = (id: IndicatorId): Sentence => ({ zh: indicatorOf(id).nameZh, en: indicatorOf(id).nameEn })

function monthDifferences(before: readonly string[], after: readonly string[], kind: ComparisonKind): Sentence[] {
  if (kind === 'year-on-year')
    return differing(monthsOfYear(before), monthsOfYear(after), same, { zh: '月份', en: 'months' })
  if (new Set(before).size === new Set(after).size) return []
  return [
    {
      zh: `两个时段的月数不同：${before.length}个月与${after.length}个月。`,
      en: `The periods differ in length: ${before.length} and ${after.length} months.`,
    },
  ]
}

const monthsOfYear = (months: readonly string[]): string[] => [...new Set(months.map((month) => month.slice(5, 7)))]
