/**
 * 评价底册: the samples of some sections, asked for any section and period, each evaluated once by the rules of its own day.
 *
 * Months come first; quarters and years are made of their months (环办监测函〔2020〕82号 for what was undetected).
 */

import { evaluateSection, type SectionEvaluation } from '../water/evaluate-section.ts'
import type { IndicatorId } from '../water/indicator.ts'
import { computedValue } from '../water/measured-value.ts'
import type { Measurement, Sample, SampleAuthority } from '../water/sample.ts'
import type { AtLeastOne } from '../water/statistics/group.ts'
import { type IndicatorMean, meansOfMonth, type SectionMonth } from '../water/statistics/monthly-means.ts'
import { type PeriodMean, periodMeans } from '../water/statistics/period-means.ts'
import { type SectionTarget, targetOn } from '../water/target.ts'
import type { WaterBody } from '../water/water-class.ts'
import { type WaterRules, waterRulesAsOf } from '../water/water-rules.ts'
import { kindOf, lastDayOf, monthsOf } from './period.ts'

/** One section in one period. */
export interface SectionQuality {
  readonly sectionId: string
  readonly period: string
  readonly rules: WaterRules
  readonly target: SectionTarget | undefined
  /** One per indicator; in a quarter or a year only the means that are valid. */
  readonly values: readonly (IndicatorMean | PeriodMean)[]
  /** Means of a quarter or a year with too few months: shown, but not judged. */
  readonly invalid: readonly PeriodMean[]
  readonly evaluation: SectionEvaluation
  /** The months behind it, in order. */
  readonly months: readonly SectionMonth[]
  readonly isReleased: boolean
  readonly isDemonstration: boolean
}

/** What a verdict needs. */
export type JudgedQuality = Pick<SectionQuality, 'evaluation' | 'target' | 'isReleased'>

/** 另一方数据: what somebody else measured in the period and found otherwise. */
export interface DifferingFigure {
  readonly month: string
  readonly indicator: IndicatorId
  readonly ours: number
  readonly theirs: number
  readonly authority: SampleAuthority
  readonly by: string
}

export interface QualityBook {
  /** Null where nothing was measured. */
  of(sectionId: string, period: string): SectionQuality | null
  /** Names the very samples, target and day behind a month's judgement: the same name is the same judgement. */
  nameOf(sectionId: string, month: string): string
  samplesOf(sectionId: string): readonly Sample[]
  /** The months with data, in order. */
  monthsOf(sectionId: string): readonly string[]
  readonly samples: readonly Sample[]
}

export interface BookQuestion {
  readonly targets: readonly SectionTarget[]
  readonly bodyOf: (sectionId: string) => WaterBody
}

/** Automatic data are preferred at national sections only; the reference set does not say which these are. */
const isNationalSection = () => false

/** Nothing is judged before it is asked for: of 36 months a review looks closely at three. */
export function qualityBook(samples: readonly Sample[], question: BookQuestion): QualityBook {
  const shelves = shelvesOf(samples)
  const rulesOf = remembering((period: string) => waterRulesAsOf(lastDayOf(period)))
  const monthIn = (sectionId: string, month: string): SectionMonth | undefined => {
    const own = shelves.get(sectionId)?.get(month)
    return own && meansOfMonth(month, own, { isNationalSection, rules: rulesOf(month) })
  }
  const evaluate = (sectionId: string, period: string): SectionQuality | null => {
    const months = monthsOf(period).flatMap((month) => monthIn(sectionId, month) ?? [])
    return months.length === 0 ? null : judge(sectionId, period, months, rulesOf(period), question)
  }
  const known = new Map<string, SectionQuality | null>()
  return {
    samples,
    nameOf: (sectionId, month) =>
      nameOf(month, shelves.get(sectionId), targetOn(question.targets, sectionId, rulesOf(month).day)),
    samplesOf: (sectionId) => [...(shelves.get(sectionId)?.values() ?? [])].flat(),
    monthsOf: (sectionId) => [...(shelves.get(sectionId)?.keys() ?? [])].sort(),
    of(sectionId, period) {
      const key = `${sectionId} ${period}`
      const found = known.get(key)
      if (found !== undefined) return found
      const quality = evaluate(sectionId, period)
      known.set(key, quality)
      return quality
    },
  }
}

const nameOf = (month: string, shelf: Shelf | undefined, target: SectionTarget | undefined): string =>
  [month, target?.target, target?.validFrom, ...(shelf?.get(month) ?? []).map(({ id }) => id)].join(' ')

function judge(
  sectionId: string,
  period: string,
  months: readonly SectionMonth[],
  rules: WaterRules,
  question: BookQuestion,
): SectionQuality {
  const kind = kindOf(period)
  const means = kind === 'month' ? (months[0]?.means ?? []) : (periodMeans(months, kind, rules)[0]?.means ?? [])
  const values = means.filter((mean) => !('isValid' in mean) || mean.isValid)
  const target = targetOn(question.targets, sectionId, rules.day)
  return {
    ...{ sectionId, period, rules, target, values, months },
    invalid: means.flatMap((mean) => ('isValid' in mean && !mean.isValid ? mean : [])),
    evaluation: evaluateSection(values, { body: question.bodyOf(sectionId), rules, target }),
    isReleased: means.every((mean) => mean.isReleased),
    isDemonstration: means.some((mean) => mean.isDemonstration),
  }
}

/** Another body's figure for the same month that is not the same number; undetected ones at half their limit. */
export function differingFigures({ months }: SectionQuality): DifferingFigure[] {
  return months.flatMap(({ month, means }) =>
    means.flatMap((mean) =>
      mean.others
        .filter((other) => other.authority !== mean.authority && computedValue(other) !== computedValue(mean))
        .map((other) => ({
          ...{ month, indicator: mean.indicator },
          ours: computedValue(mean),
          theirs: computedValue(other),
          authority: other.authority,
          by: other.from[0]?.sample.measuredBy ?? '',
        })),
    ),
  )
}

/** Per cent of the results that automatic stations gave. */
export function automaticShare({ months }: SectionQuality): number {
  const results = months.flatMap(({ means }) => means.flatMap(({ from }) => from.map(({ sample }) => sample.origin)))
  if (results.length === 0) return 0
  return (results.filter((origin) => origin === 'automatic').length * 100) / results.length
}

/** The values as `evaluateSection` and its sisters take them. */
export const measurementsOf = (quality: SectionQuality | null): readonly Measurement[] => quality?.values ?? []

/** By section, then by month. */
type Shelf = ReadonlyMap<string, AtLeastOne<Sample>>

function shelvesOf(samples: readonly Sample[]): ReadonlyMap<string, Shelf> {
  const shelves = new Map<string, Map<string, [Sample, ...Sample[]]>>()
  for (const sample of samples) {
    const months = shelves.get(sample.sectionId) ?? new Map<string, [Sample, ...Sample[]]>()
    shelves.set(sample.sectionId, months)
    const month = sample.sampledAt.slice(0, 7)
    const own = months.get(month)
    if (own === undefined) months.set(month, [sample])
    else own.push(sample)
  }
  return shelves
}

function remembering<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const found = known.get(key) ?? make(key)
    known.set(key, found)
    return found
  }
}
