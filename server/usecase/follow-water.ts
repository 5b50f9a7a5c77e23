/** 沿程与过程: read one indicator along a river in some months, or at one section through the months. Reads only. */
import { isRefusal, type Refusal } from '#domain/refusal'
import { addMonths, lastDayOf } from '#domain/review/period'
import type { QualityBook } from '#domain/review/quality-book'
import type { SectionPlace } from '#domain/review/section-place'
import { TREND_YEARS, type YearlyTrend, yearlyTrend } from '#domain/review/yearly-trend'
import { type RiverProfile, riverProfile } from '#domain/river/profile'
import type { IndicatorId } from '#domain/water/indicator'
import { type SectionTarget, targetOn } from '#domain/water/target'
import { type WaterRules, waterRulesAsOf } from '#domain/water/water-rules'
import { type Audience, readBook, type WaterGround, type WaterSurroundings, waterGround } from './review-water.ts'

export interface FollowedRiver {
  readonly ground: WaterGround
  readonly profile: RiverProfile
  readonly rules: WaterRules
  readonly sections: readonly { readonly place: SectionPlace; readonly target: SectionTarget | undefined }[]
  readonly book: QualityBook
}

/** Judged by the rules and rivers of the last of the months. */
export async function followRiver(
  riverId: string,
  months: readonly string[],
  audience: Audience,
  at: WaterSurroundings,
): Promise<FollowedRiver | Refusal> {
  const ordered = [...months].sort()
  const [first = '', last = ''] = [ordered[0], ordered.at(-1)]
  const rules = waterRulesAsOf(lastDayOf(last))
  const ground = await waterGround(rules.day, at)
  if (isRefusal(ground)) return ground
  const profile = riverProfile(ground.atlas.rivers, riverId)
  if (profile === null) return { refusal: 'unknown-subject', subject: riverId }
  const places = ground.places.filter((place) => place.riverId === riverId)
  const ids = places.map(({ id }) => id)
  const { book, bookQuestion } = await readBook(ids, first, last, audience, ground, at)
  const sections = places.map((place) => ({ place, target: targetOn(bookQuestion.targets, place.id, rules.day) }))
  return { ground, profile, rules, sections, book }
}

export interface FollowedSection {
  readonly place: SectionPlace
  readonly target: SectionTarget | undefined
  readonly rules: WaterRules
  readonly book: QualityBook
  readonly trend: YearlyTrend
}

/** The book goes back as far as the trend may, beyond the months asked for. */
export async function followSection(
  sectionId: string,
  indicator: IndicatorId,
  [from, to]: readonly [string, string],
  audience: Audience,
  at: WaterSurroundings,
): Promise<FollowedSection | Refusal> {
  const rules = waterRulesAsOf(lastDayOf(to))
  const ground = await waterGround(rules.day, at)
  if (isRefusal(ground)) return ground
  const place = ground.places.find(({ id }) => id === sectionId)
  if (place === undefined) return { refusal: 'unknown-subject', subject: sectionId }
  const earliest = `${addMonths(to, -12 * TREND_YEARS).slice(0, 4)}-01`
  const { book, bookQuestion } = await readBook(
    [sectionId],
    earliest < from ? earliest : from,
    to,
    audience,
    ground,
    at,
  )
  return {
    ...{ place, rules, book },
    target: targetOn(bookQuestion.targets, sectionId, rules.day),
    trend: yearlyTrend(sectionId, indicator, Number(to.slice(0, 4)), book, rules),
  }
}
