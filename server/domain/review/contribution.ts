/** 本区域贡献: whether the water came in bad or was made bad here, for each pair of sections at a unit's inflow and outflow. */
import type { Atlas } from '../atlas.ts'
import type { JurisdictionProperties } from '../reference-data.ts'
import { allSectionPairs, type InflowSection, type SectionPairs } from '../river/section-pairs.ts'
import { shanghaiIso } from '../shanghai-time.ts'
import { className } from '../water/class-name.ts'
import type { Inflow } from '../water/inflow.ts'
import { type OwnChange, ownChange } from '../water/own-change.ts'
import type { Measurement, Sample } from '../water/sample.ts'
import type { Sentence } from '../water/sentence.ts'
import { rankOf, type WaterClass } from '../water/water-class.ts'
import { monthsOf } from './period.ts'
import {
  type BookQuestion,
  measurementsOf,
  type QualityBook,
  qualityBook,
  type SectionQuality,
} from './quality-book.ts'

export type ContributionVerdict = 'came-in-bad' | 'made-here' | 'worsened' | 'improved' | 'kept' | 'unknown'

export interface UnitContribution {
  readonly unit: JurisdictionProperties
  readonly pair: SectionPairs
  /** The nearest inflow in time: the one that is named; all of them are in `pair`. */
  readonly inflow: InflowSection | null
  readonly inflowClass: WaterClass | null
  readonly outflowClass: WaterClass | null
  readonly verdict: ContributionVerdict
  readonly changes: readonly OwnChange[]
  readonly outflowValues: readonly Measurement[]
  /** Of the inflows that were measured, as they were when they reached the outflow. */
  readonly inflowValues: readonly Inflow[]
  readonly text: Sentence
}

const HOUR_MS = 3_600_000

/** The pairs of every unit that lies on a river, found once for an atlas. */
export function sectionPairsOf(atlas: Atlas): ReadonlyMap<string, readonly SectionPairs[]> {
  const known = PAIRS.get(atlas)
  if (known !== undefined) return known
  const pairs = allSectionPairs(atlas.rivers)
  PAIRS.set(atlas, pairs)
  return pairs
}

const PAIRS = new WeakMap<Atlas, ReadonlyMap<string, readonly SectionPairs[]>>()

/** Of the pairs whose outflow section is among those of `qualities`, which are of the period. */
export function contributions(
  atlas: Atlas,
  qualities: ReadonlyMap<string, SectionQuality | null>,
  period: string,
  book: QualityBook,
  question: BookQuestion,
): UnitContribution[] {
  return [...sectionPairsOf(atlas)].flatMap(([code, pairs]) => {
    const unit = atlas.unitByCode.get(code)
    if (unit === undefined) return []
    return pairs
      .filter(({ outflow }) => qualities.has(outflow.id))
      .map((pair) => contribution(unit, pair, qualities.get(pair.outflow.id) ?? null, period, book, question))
  })
}

function contribution(
  unit: JurisdictionProperties,
  pair: SectionPairs,
  out: SectionQuality | null,
  period: string,
  book: QualityBook,
  question: BookQuestion,
): UnitContribution {
  const inflows = pair.inflows.map((inflow) => ({ inflow, quality: arriving(inflow, period, book, question) }))
  const named = inflows[0]
  const inflowClass = worst(inflows.map(({ quality }) => quality))
  const outflowClass = out?.evaluation.waterClass ?? null
  const measured = inflows.flatMap(({ inflow, quality }) =>
    quality === null ? [] : [{ sectionId: inflow.section.id, values: quality.values }],
  )
  const changes =
    out === null || measured.length === 0
      ? []
      : ownChange(measurementsOf(out), measured, { body: out.evaluation.body, rules: out.rules })
  const verdict = verdictOf(inflowClass, outflowClass)
  const text = sentence(unit, pair, inflowClass, outflowClass, verdict)
  return {
    ...{ unit, pair, inflow: named?.inflow ?? null, inflowClass, outflowClass, verdict, changes, text },
    ...{ outflowValues: measurementsOf(out), inflowValues: measured },
  }
}

/** What was measured at the inflow as it is when it reaches the outflow: its samples, later by the probable travel time. */
function arriving(
  inflow: InflowSection,
  period: string,
  book: QualityBook,
  question: BookQuestion,
): SectionQuality | null {
  const months = monthsOf(period)
  const lagMs = inflow.travelH.probable * HOUR_MS
  const samples = book.samplesOf(inflow.section.id).flatMap((sample): Sample[] => {
    const sampledAt = shanghaiIso(Date.parse(sample.sampledAt) + lagMs)
    return months.includes(sampledAt.slice(0, 7)) ? [{ ...sample, sampledAt }] : []
  })
  return qualityBook(samples, question).of(inflow.section.id, period)
}

function worst(qualities: readonly (SectionQuality | null)[]): WaterClass | null {
  const classes = qualities.flatMap((quality) => quality?.evaluation.waterClass ?? [])
  return classes.toSorted((a, b) => rankOf(b) - rankOf(a))[0] ?? null
}

function verdictOf(inflow: WaterClass | null, outflow: WaterClass | null): ContributionVerdict {
  if (inflow === null || outflow === null) return 'unknown'
  const isBad = (each: WaterClass) => rankOf(each) > rankOf('III')
  if (rankOf(outflow) > rankOf(inflow)) return isBad(inflow) || !isBad(outflow) ? 'worsened' : 'made-here'
  if (rankOf(outflow) < rankOf(inflow)) return 'improved'
  return isBad(inflow) ? 'came-in-bad' : 'kept'
}

const VERDICTS: Readonly<Record<ContributionVerdict, Sentence>> = {
  'came-in-bad': { zh: '来水已超Ⅲ类，本区域未使其变差', en: 'it came in beyond class III and was not made worse here' },
  'made-here': { zh: '来水良好，在本区域内变差', en: 'it came in good and was made bad here' },
  worsened: { zh: '在本区域内变差', en: 'it became worse here' },
  improved: { zh: '在本区域内好转', en: 'it became better here' },
  kept: { zh: '水质保持', en: 'it kept its quality' },
  unknown: { zh: '缺少入境或出境数据，不能判断', en: 'inflow or outflow was not measured, so nothing can be said' },
}

function sentence(
  unit: JurisdictionProperties,
  { outflow, inflows }: SectionPairs,
  inflowClass: WaterClass | null,
  outflowClass: WaterClass | null,
  verdict: ContributionVerdict,
): Sentence {
  const into = inflows.map(({ section }) => section)
  const nameOf = (each: WaterClass | null, language: 'zh' | 'en') =>
    each === null ? { zh: '无数据', en: 'no data' }[language] : className(each)[language]
  const zhIn =
    into.length === 0 ? '无上游断面' : `${into.map(({ name }) => name).join('、')}${nameOf(inflowClass, 'zh')}`
  const enIn =
    into.length === 0
      ? 'no section above'
      : `${into.map(({ nameEn }) => nameEn).join(', ')} ${nameOf(inflowClass, 'en')}`
  return {
    zh: `${unit.name}（${outflow.river}）：入境${zhIn}，出境${outflow.name}${nameOf(outflowClass, 'zh')}；${VERDICTS[verdict].zh}。`,
    en: `${unit.nameEn} (${outflow.riverEn}): in at ${enIn}, out at ${outflow.nameEn} ${nameOf(outflowClass, 'en')}; ${VERDICTS[verdict].en}.`,
  }
}
