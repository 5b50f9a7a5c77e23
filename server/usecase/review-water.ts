/** 水质评价: read what a review stands on, and judge it. Reads only. */
import type { Atlas } from '#domain/atlas'
import { isRefusal, type Refusal } from '#domain/refusal'
import { sectionPairsOf } from '#domain/review/contribution'
import { addMonths, firstMonthOf, lastDayOf, lastMonthOf, lastYearPeriod, monthsOf } from '#domain/review/period'
import { type BookQuestion, type QualityBook, qualityBook } from '#domain/review/quality-book'
import { MATRIX_MONTHS, reviewWater, type WaterReview } from '#domain/review/review'
import { type SectionPlace, sectionPlaces } from '#domain/review/section-place'
import { type Subject, subjectsOf } from '#domain/review/subject'
import type { Verdict } from '#domain/review/verdict'
import { shanghaiDay } from '#domain/shanghai-time'
import type { RiverChief } from '#domain/water/river-chief'
import type { Sample } from '#domain/water/sample'
import { isOurs } from '#domain/water/statistics/source-order'
import type { WaterNote } from '#domain/water/water-note'
import type { Surroundings } from './surroundings.ts'

export type WaterSurroundings = Pick<Surroundings, 'water' | 'world' | 'nowMs'>

/** `released` is made of released values alone; `internal` marks what is 未发布. */
export type Audience = 'internal' | 'released'

export interface ReviewRequest {
  readonly subject: string
  readonly period: string
  readonly compare?: string | undefined
  readonly audience: Audience
}

export interface ReviewedWater {
  readonly subject: Subject
  readonly period: string
  readonly audience: Audience
  readonly review: WaterReview
  readonly withheldCount: number
  readonly hasDemonstrations: boolean
  /** Of the period; none for readers who may not see what is 未发布, since a note may quote it. */
  readonly notes: readonly WaterNote[]
}

/** What is known of the water on a day: sections in their places, and who answers for them. */
export interface WaterGround {
  readonly atlas: Atlas
  readonly places: readonly SectionPlace[]
  readonly chiefs: readonly RiverChief[]
  readonly subjects: readonly Subject[]
}

export async function reviewWaterOf(request: ReviewRequest, at: WaterSurroundings): Promise<ReviewedWater | Refusal> {
  const ground = await waterGround(lastDayOf(request.period), at)
  if (isRefusal(ground)) return ground
  const subject = ground.subjects.find(({ key }) => key === request.subject)
  if (subject === undefined) return { refusal: 'unknown-subject', subject: request.subject }
  const [from, to] = monthsRead(request)
  const ids = withInflows(ground.atlas, subject.sectionIds)
  const { book, bookQuestion, withheldCount } = await readBook(ids, from, to, request.audience, ground, at)
  if (subject.sectionIds.every((id) => !hasMonthOf(book, id, request.period))) return withoutData(request.period, at)
  const { atlas, places, chiefs } = ground
  const compare = request.compare ?? null
  return {
    ...{ subject, withheldCount, period: request.period, audience: request.audience },
    review: reviewWater({
      ...{ subject, period: request.period, compare, atlas, places, chiefs, book, bookQuestion },
      remembered: rememberedIn(at.water),
    }),
    hasDemonstrations: book.samples.some(({ isDemonstration }) => isDemonstration),
    notes: await readNotes(subject.sectionIds, request.period, request.audience, at),
  }
}

/** Per store; emptied when full, since what is reviewed are mostly the last three years. */
const REMEMBERED = new WeakMap<WaterSurroundings['water'], Map<string, Verdict>>()
const MOST_REMEMBERED = 100_000

function rememberedIn(water: WaterSurroundings['water']): Map<string, Verdict> {
  const known = REMEMBERED.get(water)
  if (known !== undefined && known.size < MOST_REMEMBERED) return known
  const empty = new Map<string, Verdict>()
  REMEMBERED.set(water, empty)
  return empty
}

/** A period may lie before the boundaries of the reference set: then its own sections are asked for on the first day known. */
export async function waterGround(day: string, at: WaterSurroundings): Promise<WaterGround | Refusal> {
  const [today, { firstDay }] = [shanghaiDay(at.nowMs()), at.world]
  const atlas = at.world.atlasAsOf(day > today ? today : day < firstDay ? firstDay : day)
  if (isRefusal(atlas)) return atlas
  const [places, chiefs] = [sectionPlaces(atlas), await at.water.chiefs()]
  return { atlas, places, chiefs, subjects: subjectsOf(places, chiefs) }
}

/** The book of some sections between two months, both included. */
export async function readBook(
  sectionIds: readonly string[],
  fromMonth: string,
  toMonth: string,
  audience: Audience,
  { places }: Pick<WaterGround, 'places'>,
  at: WaterSurroundings,
): Promise<{ book: QualityBook; bookQuestion: BookQuestion; withheldCount: number }> {
  const [read, targets] = [await at.water.samplesOf(sectionIds, fromMonth, toMonth), await at.water.targets(sectionIds)]
  const shown = audience === 'internal' ? read : read.filter(({ isReleased }: Sample) => isReleased)
  const bodies = new Map(places.map(({ id, body }) => [id, body] as const))
  const bookQuestion = { targets, bodyOf: (id: string) => bodies.get(id) ?? ('river' as const) }
  return { book: qualityBook(shown, bookQuestion), bookQuestion, withheldCount: read.length - shown.length }
}

export async function readNotes(
  sectionIds: readonly string[],
  period: string,
  audience: Audience,
  { water }: WaterSurroundings,
): Promise<readonly WaterNote[]> {
  return audience === 'internal' ? water.notes(sectionIds, firstMonthOf(period), lastMonthOf(period)) : []
}

export async function withoutData(period: string, { water }: WaterSurroundings): Promise<Refusal> {
  const range = await water.monthRange()
  return {
    refusal: 'period-without-data',
    period,
    firstMonth: range?.firstMonth ?? null,
    lastMonth: range?.lastMonth ?? null,
  }
}

/** Without judging it: that is the review's work. */
const hasMonthOf = (book: QualityBook, sectionId: string, period: string): boolean =>
  book.samplesOf(sectionId).some((sample) => isOurs(sample) && monthsOf(period).includes(sample.sampledAt.slice(0, 7)))

/** Back to the first month of the matrix or of what is compared; a month more for water that is weeks on its way. */
function monthsRead({ period, compare }: ReviewRequest): [string, string] {
  const last = lastMonthOf(period)
  const years = firstMonthOf(lastYearPeriod(period))
  const compared = compare === undefined ? [] : [firstMonthOf(compare), lastMonthOf(compare)]
  const months = [addMonths(last, 1 - MATRIX_MONTHS), years, last, ...compared].sort()
  return [addMonths(months[0] ?? last, -1), months.at(-1) ?? last]
}

/** The sections of a subject, and those at which its water came in. */
function withInflows(atlas: Atlas, sectionIds: readonly string[]): string[] {
  const inflows = [...sectionPairsOf(atlas).values()]
    .flat()
    .filter(({ outflow }) => sectionIds.includes(outflow.id))
    .flatMap(({ inflows }) => inflows.map(({ section }) => section.id))
  return [...new Set([...sectionIds, ...inflows])]
}
