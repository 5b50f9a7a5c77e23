/** `GET /api/water/profile` and `/api/water/series`: one indicator along a river, and through the months. */
import type { readProfile, readSectionSeries } from '#contract/water-profile'
import type { Atlas } from '#domain/atlas'
import { isRefusal, type Refusal } from '#domain/refusal'
import { classLimits, indicatorValue, targetLimit } from '#domain/review/indicator-value'
import type { YearlyTrend } from '#domain/review/yearly-trend'
import type { RiverJoint, UnitBand } from '#domain/river/profile'
import { indicatorOf } from '#domain/water/evaluated-indicators'
import type { IndicatorId } from '#domain/water/indicator'
import { type FollowedRiver, followRiver, followSection } from '../usecase/follow-water.ts'
import type { Audience, WaterSurroundings } from '../usecase/review-water.ts'
import type { Answered } from './mount.ts'
import { sectionRef } from './water-words.ts'

type Profile = Answered<typeof readProfile>
type Series = Answered<typeof readSectionSeries>

export interface ProfileQuestion {
  readonly river: string
  readonly indicator: IndicatorId
  readonly months: readonly string[]
  readonly audience: Audience
}

export async function answerProfile(question: ProfileQuestion, at: WaterSurroundings): Promise<Profile | Refusal> {
  const { indicator, months, audience } = question
  const followed = await followRiver(question.river, months, audience, at)
  if (isRefusal(followed)) return followed
  const { ground, profile, rules } = followed
  const { riverId, river, riverEn, lengthKm, bands, inflows, outflows, points } = profile
  return {
    ...{ riverId, river, riverEn, indicator, lengthKm, unit: indicatorOf(indicator).unit },
    limits: classLimits(rules, indicator, 'river'),
    bands: bands.map((band) => bandBody(band, ground.atlas)),
    mouths: [
      ...inflows.map((joint) => mouthBody(joint, 'tributary')),
      ...outflows.map((joint) => mouthBody(joint, 'diversion')),
    ].sort((a, b) => a.km - b.km),
    gates: points.filter(({ kind }) => kind === 'gate').map(({ name, nameEn, km }) => ({ name, nameEn, km })),
    sections: sectionBodies(followed, indicator, months),
  }
}

function sectionBodies(
  { sections, rules, book }: FollowedRiver,
  indicator: IndicatorId,
  months: readonly string[],
): Profile['sections'] {
  return sections.map(({ place, target }) => {
    const qualities = months.map((month) => book.of(place.id, month))
    return {
      section: sectionRef(
        place,
        qualities.some((quality) => quality?.isDemonstration),
      ),
      targetClass: target?.target ?? null,
      targetLimit: targetLimit(rules, indicator, place.body, target),
      values: qualities.map((quality) => {
        const found = indicatorValue(quality, indicator)
        if (found === null) return null
        const { value, isBelowDetection, waterClass, isReleased } = found
        return { value, isBelowDetection, waterClass, isReleased }
      }),
    }
  })
}

function bandBody({ code, bank, fromKm, toKm }: UnitBand, { unitByCode }: Atlas): Profile['bands'][number] {
  const unit = unitByCode.get(code)
  return { ...{ unitCode: code, unitName: unit?.name ?? code, unitNameEn: unit?.nameEn ?? code }, bank, fromKm, toKm }
}

const mouthBody = ({ river, riverEn, km }: RiverJoint, kind: 'tributary' | 'diversion') => ({
  river,
  riverEn,
  km,
  kind,
})

export interface SeriesQuestion {
  readonly section: string
  readonly indicator: IndicatorId
  readonly from: string
  readonly to: string
  readonly audience: Audience
}

export async function answerSeries(question: SeriesQuestion, at: WaterSurroundings): Promise<Series | Refusal> {
  const { section, indicator, from, to, audience } = question
  const followed = await followSection(section, indicator, [from, to], audience, at)
  if (isRefusal(followed)) return followed
  const { place, target, rules, book, trend } = followed
  const points = book.monthsOf(section).filter((month) => from <= month && month <= to)
  return {
    section: sectionRef(
      place,
      points.some((month) => book.of(section, month)?.isDemonstration),
    ),
    ...{ indicator, unit: indicatorOf(indicator).unit },
    limits: classLimits(rules, indicator, place.body),
    targetLimit: targetLimit(rules, indicator, place.body, target),
    points: points.flatMap((month) => {
      const found = indicatorValue(book.of(section, month), indicator)
      if (found === null) return []
      const { count, ...value } = found
      return { month, ...value, sampleCount: count }
    }),
    trend: trendBody(trend),
  }
}

/** A direction is claimed only where it is significant. */
function trendBody({ years, trend, text }: YearlyTrend): Series['trend'] {
  const about = { years: years.length, text }
  if (trend === null) return { ...about, coefficient: null, critical: null, direction: 'unknown' }
  const { coefficient, critical, significance, direction } = trend
  return {
    ...about,
    ...{ coefficient, critical: critical?.at05 ?? null },
    direction: significance === null ? 'none' : direction,
  }
}
