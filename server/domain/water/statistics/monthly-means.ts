/**
 * 月均值: samples to one value per section, month and indicator (环办〔2011〕22号, 数据统计).
 *
 * One result is enough for a month, several are averaged. Figures of different bodies or methods are never mixed: the one
 * that counts is chosen, the others are kept beside it. What only another department measured makes no mean.
 */
import type { IndicatorId } from '../indicator.ts'
import { impossibleValue } from '../measured-value.ts'
import type { Measurement, Sample } from '../sample.ts'
import type { WaterRefusal } from '../water-refusal.ts'
import type { WaterRules } from '../water-rules.ts'
import type { WaterSettings } from '../water-settings.ts'
import { type AtLeastOne, grouped } from './group.ts'
import { type Mean, meanOf } from './mean.ts'
import { isOurs, type Source, sourceRank } from './source-order.ts'

/** One value that went into a mean, with the sample it came from. */
export interface Contribution extends Measurement {
  readonly sample: Sample
}

/** The mean of one source. */
export interface SourceMean extends Mean, Source {
  readonly from: readonly Contribution[]
  /** Only when every sample in it is. */
  readonly isReleased: boolean
  /** When any sample in it is. */
  readonly isDemonstration: boolean
}

export interface IndicatorMean extends SourceMean {
  /** What others measured in the month: shown beside, not averaged in. */
  readonly others: readonly SourceMean[]
}

export interface SectionMonth {
  readonly sectionId: string
  /** `2024-05`. */
  readonly month: string
  readonly means: readonly IndicatorMean[]
  /** Values that cannot be: left out of every mean. */
  readonly refused: readonly {
    readonly sampleId: string
    readonly indicator: IndicatorId
    readonly refusal: WaterRefusal
  }[]
}

export interface MonthQuestion {
  readonly isNationalSection: (sectionId: string) => boolean
  readonly rules: WaterRules
}

/** In order of section and month. Months without a sample are absent, and those in which only another department measured. */
export function monthlyMeans(samples: readonly Sample[], question: MonthQuestion): SectionMonth[] {
  const bySectionMonth = grouped(samples, ({ sectionId, sampledAt }) => `${sectionId} ${sampledAt.slice(0, 7)}`)
  const keys = [...bySectionMonth.keys()].sort()
  return keys.flatMap((key) => {
    const ofMonth = bySectionMonth.get(key)
    return (ofMonth && meansOfMonth(key.slice(-7), ofMonth, question)) ?? []
  })
}

/** Of the samples of one section in one month; undefined where only another department measured. */
export const meansOfMonth = (
  month: string,
  samples: AtLeastOne<Sample>,
  question: MonthQuestion,
): SectionMonth | undefined => (samples.some(isOurs) ? sectionMonth(month, samples, question) : undefined)

type Refused = SectionMonth['refused'][number]

function sectionMonth(month: string, samples: AtLeastOne<Sample>, question: MonthQuestion): SectionMonth {
  const [{ sectionId }] = samples
  const refused: Refused[] = []
  const byIndicator = grouped(contributionsOf(samples, refused), ({ indicator }) => indicator)
  const isNational = question.isNationalSection(sectionId)
  const means: IndicatorMean[] = []
  for (const [indicator, each] of byIndicator) {
    if (each.some(({ sample }) => isOurs(sample))) {
      means.push(indicatorMean(indicator, each, isNational, question.rules))
    }
  }
  return { sectionId, month, means, refused }
}

function contributionsOf(samples: readonly Sample[], refused: Refused[]): Contribution[] {
  const contributions: Contribution[] = []
  for (const sample of samples)
    for (const measurement of sample.measurements) {
      const { indicator, value, isBelowDetection } = measurement
      const refusal = impossibleValue(measurement)
      if (refusal === null) contributions.push({ indicator, value, isBelowDetection, sample })
      else refused.push({ sampleId: sample.id, indicator, refusal })
    }
  return contributions
}

/** Nobody else measured: one list for all, since there are thousands of such means. */
const NOBODY: readonly SourceMean[] = []

function indicatorMean(
  indicator: IndicatorId,
  contributions: AtLeastOne<Contribution>,
  isNational: boolean,
  { settings }: WaterRules,
): IndicatorMean {
  if (contributions.length === 1) return sourceMean(indicator, contributions, NOBODY, settings)
  const rank = ([{ sample }]: AtLeastOne<Contribution>) => sourceRank(sample, indicator, isNational, settings)
  const bySource = grouped(contributions, ({ sample }) => `${sample.authority} ${sample.origin}`)
  const [chosen, ...others] = [...bySource.values()].sort((a, b) => rank(a) - rank(b))
  const means = others.map((each) => sourceMean(indicator, each, NOBODY, settings))
  return sourceMean(indicator, chosen ?? contributions, means, settings)
}

function sourceMean(
  indicator: IndicatorId,
  from: AtLeastOne<Contribution>,
  others: readonly SourceMean[],
  settings: WaterSettings,
): IndicatorMean {
  const { value, isBelowDetection, count, undetectedCount } = meanOf(indicator, from, settings)
  const { authority, origin } = from[0].sample
  return {
    indicator,
    value,
    isBelowDetection,
    count,
    undetectedCount,
    authority,
    origin,
    from,
    isReleased: from.every(({ sample }) => sample.isReleased),
    isDemonstration: from.some(({ sample }) => sample.isDemonstration),
    others,
  }
}
