/**
 * 月均值: samples to one value per section, month and indicator (环办〔2011〕22号, 数据统计).
 *
 * One result is enough for a month, several are averaged. Figures of different bodies or methods are never mixed: the one
 * that counts is chosen, the others are kept beside it.
 */
import type { IndicatorId } from '../indicator.ts'
import { impossibleValue } from '../measured-value.ts'
import type { Measurement, Sample } from '../sample.ts'
import type { WaterRefusal } from '../water-refusal.ts'
import type { WaterRules } from '../water-rules.ts'
import { type Mean, meanOf } from './mean.ts'
import { type Source, sourceRank } from './source-order.ts'

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

/** In order of section and month. Months without a sample are absent. */
export function monthlyMeans(samples: readonly Sample[], question: MonthQuestion): SectionMonth[] {
  const bySectionMonth = grouped(samples, ({ sectionId, sampledAt }) => `${sectionId} ${sampledAt.slice(0, 7)}`)
  const keys = [...bySectionMonth.keys()].sort()
  return keys.map((key) => sectionMonth(key.slice(-7), bySectionMonth.get(key) ?? [], question))
}

function sectionMonth(
  month: string,
  samples: readonly Sample[],
  { isNationalSection, rules }: MonthQuestion,
): SectionMonth {
  const sectionId = samples[0]?.sectionId ?? ''
  const isNational = isNationalSection(sectionId)
  const refused: { sampleId: string; indicator: IndicatorId; refusal: WaterRefusal }[] = []
  const contributions: Contribution[] = []
  for (const sample of samples)
    for (const { indicator, value, isBelowDetection } of sample.measurements) {
      const contribution = { indicator, value, isBelowDetection, sample }
      const refusal = impossibleValue(contribution)
      if (refusal === null) contributions.push(contribution)
      else refused.push({ sampleId: sample.id, indicator, refusal })
    }
  const means = [...grouped(contributions, ({ indicator }) => indicator)].flatMap(([indicator, each]) =>
    indicatorMean(indicator, each, isNational, rules),
  )
  return { sectionId, month, means, refused }
}

function indicatorMean(
  indicator: IndicatorId,
  contributions: readonly Contribution[],
  isNational: boolean,
  rules: WaterRules,
): IndicatorMean[] {
  const rank = (source: Source) => sourceRank(source, indicator, isNational, rules.settings)
  const bySource = grouped(contributions, ({ sample }) => `${sample.authority} ${sample.origin}`)
  const ranked = [...bySource.values()].flatMap((each) => sourceMean(indicator, each, rules))
  const [chosen, ...others] = ranked.sort((a, b) => rank(a) - rank(b))
  return chosen === undefined ? [] : [{ ...chosen, others }]
}

function sourceMean(indicator: IndicatorId, from: readonly Contribution[], { settings }: WaterRules): SourceMean[] {
  const [first, ...rest] = from
  if (first === undefined) return []
  return [
    {
      ...meanOf(indicator, [first, ...rest], settings),
      authority: first.sample.authority,
      origin: first.sample.origin,
      from,
      isReleased: from.every(({ sample }) => sample.isReleased),
      isDemonstration: from.some(({ sample }) => sample.isDemonstration),
    },
  ]
}

/** `Map.groupBy` is not in ES2023. */
function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
