/**
 * 河长水质评价: from the samples of a subject's sections to what its chief asks before the monthly meeting.
 *
 * READ FIRST. The class of every section against its target (verdict.ts), what changed since the month and the year before,
 * where it goes wrong along the river (worst-stretch.ts), whether the water came in bad or was made bad here (contribution.ts),
 * the units in order (ranking.ts) and who the chiefs are. Each number can be opened: quality-book.ts keeps what it was made of.
 */
import type { Atlas } from '../atlas.ts'
import { evaluateRegion, type RegionEvaluation } from '../water/evaluate-region.ts'
import { CHIEF_LEVELS, type RiverChief } from '../water/river-chief.ts'
import type { Sentence } from '../water/sentence.ts'
import { compositionChange, explainCompositionChange } from '../water/trend.ts'
import { type WaterRules, waterRulesAsOf } from '../water/water-rules.ts'
import { contributions, type UnitContribution } from './contribution.ts'
import { lastDayOf, lastMonthOf, lastYearPeriod, monthsUpTo, previousPeriod } from './period.ts'
import type { BookQuestion, QualityBook, SectionQuality } from './quality-book.ts'
import { type RankedUnit, rankUnits } from './ranking.ts'
import type { SectionPlace } from './section-place.ts'
import type { Subject } from './subject.ts'
import {
  directionOf,
  joined,
  type PeriodChange,
  sectionChange,
  unknownChange,
  type Verdict,
  verdictOf,
} from './verdict.ts'
import { type WorstStretch, worstStretch } from './worst-stretch.ts'

export interface ReviewQuestion {
  readonly subject: Subject
  readonly period: string
  /** A period to compare with besides the one before and the same one last year. */
  readonly compare: string | null
  readonly atlas: Atlas
  readonly places: readonly SectionPlace[]
  readonly book: QualityBook
  readonly bookQuestion: BookQuestion
  readonly chiefs: readonly RiverChief[]
  /** Verdicts on months by `QualityBook.nameOf`: a sample never changes, so what was once judged need not be again. */
  readonly remembered: Map<string, Verdict>
}

export interface SectionReview {
  readonly place: SectionPlace
  readonly quality: SectionQuality | null
  readonly verdict: Verdict
  readonly changes: readonly PeriodChange[]
}

export interface WaterReview {
  readonly rules: WaterRules
  readonly region: RegionEvaluation
  readonly regionChanges: readonly PeriodChange[]
  readonly sections: readonly SectionReview[]
  readonly months: readonly string[]
  /** By section, then by month. */
  readonly matrix: readonly (readonly Verdict[])[]
  readonly contributions: readonly UnitContribution[]
  readonly worst: WorstStretch | null
  readonly ranking: readonly RankedUnit[]
  readonly chiefs: readonly RiverChief[]
}

/** Months that the matrix goes back. */
export const MATRIX_MONTHS = 36

export function reviewWater(question: ReviewQuestion): WaterReview {
  const { subject, period, book, atlas } = question
  const ids = new Set(subject.sectionIds)
  const places = question.places.filter(({ id }) => ids.has(id))
  const rules = waterRulesAsOf(lastDayOf(period))
  const earlier = comparedWith(period, question.compare).map((against): Earlier => {
    return { against, qualities: new Map(places.map(({ id }) => [id, book.of(id, against)])) }
  })
  const sections = places.map((place) => reviewSection(place, book.of(place.id, period), period, earlier))
  const qualities = new Map(sections.map(({ place, quality }) => [place.id, quality] as const))
  const months = monthsUpTo(lastMonthOf(period), MATRIX_MONTHS)
  return {
    rules,
    region: regionOf(
      sections.map(({ quality }) => quality),
      rules,
    ),
    regionChanges: earlier.map((each) => regionChange(sections, each, rules)),
    sections,
    months,
    matrix: places.map(({ id }) => months.map((month) => monthVerdict(id, month, question))),
    contributions: contributions(atlas, qualities, period, book, question.bookQuestion),
    worst: worstStretch(atlas, sections),
    ranking: rankUnits(sections),
    chiefs: chiefsInOffice(question.chiefs, places, rules.day),
  }
}

/** Of a year the one before is both 环比 and 同比. */
const comparedWith = (period: string, compare: string | null): string[] => [
  ...new Set([previousPeriod(period), lastYearPeriod(period), ...(compare === null ? [] : [compare])]),
]

/** The sections in a period that is compared with. */
interface Earlier {
  readonly against: string
  readonly qualities: ReadonlyMap<string, SectionQuality | null>
}

function monthVerdict(sectionId: string, month: string, { book, remembered }: ReviewQuestion): Verdict {
  const name = `${sectionId} ${book.nameOf(sectionId, month)}`
  const known = remembered.get(name)
  if (known !== undefined) return known
  const verdict = verdictOf(month, book.of(sectionId, month))
  remembered.set(name, verdict)
  return verdict
}

function reviewSection(
  place: SectionPlace,
  quality: SectionQuality | null,
  period: string,
  earlier: readonly Earlier[],
): SectionReview {
  return {
    ...{ place, quality },
    verdict: verdictOf(period, quality),
    changes: earlier.map(({ against, qualities }) => sectionChange(quality, qualities.get(place.id) ?? null, against)),
  }
}

const regionOf = (qualities: readonly (SectionQuality | null)[], rules: WaterRules): RegionEvaluation =>
  evaluateRegion(
    qualities.flatMap((quality) => quality ?? []),
    { body: 'river', rules },
  )

/** 类别比例 of the sections that have a class in both periods. */
function regionChange(
  sections: readonly SectionReview[],
  { against, qualities }: Earlier,
  rules: WaterRules,
): PeriodChange {
  const pairs = sections.map(({ place, quality }) => [qualities.get(place.id) ?? null, quality] as const)
  const inBoth = pairs.filter((pair) => pair.every((each) => (each?.evaluation.waterClass ?? null) !== null))
  const before = regionOf(
    inBoth.map(([quality]) => quality),
    rules,
  )
  const now = regionOf(
    inBoth.map(([, quality]) => quality),
    rules,
  )
  const change = compositionChange(before.composition, now.composition)
  if (change === null) return unknownChange(against)
  const [step] = explainCompositionChange(change, rules).steps
  if (step === undefined) return unknownChange(against)
  return { against, ...directionOf(change.kind), text: joined(against, step, leftOut(sections.length - inBoth.length)) }
}

const leftOut = (count: number): Sentence[] =>
  count === 0
    ? []
    : [
        {
          zh: `有${count}个断面不是两期都有数据，未计入。`,
          en: `${count} section(s) not measured in both were left out.`,
        },
      ]

/** In office on the last day, of the reaches on which the sections stand; the highest level first. */
function chiefsInOffice(chiefs: readonly RiverChief[], places: readonly SectionPlace[], day: string): RiverChief[] {
  const reaches = new Set(places.map(({ reachId }) => reachId))
  return chiefs
    .filter(({ reachIds }) => reachIds.some((id) => reaches.has(id)))
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo))
    .toSorted((a, b) => CHIEF_LEVELS.indexOf(a.level) - CHIEF_LEVELS.indexOf(b.level))
}
