/** 展开断面: read what one section's class in a period was made of. Reads only. */
import { isRefusal, type Refusal } from '#domain/refusal'
import { firstMonthOf, lastDayOf, lastMonthOf } from '#domain/review/period'
import type { SectionQuality } from '#domain/review/quality-book'
import type { SectionPlace } from '#domain/review/section-place'
import { chiefsOf, type RiverChief } from '#domain/water/river-chief'
import { type Audience, readBook, type WaterSurroundings, waterGround, withoutData } from './review-water.ts'

export interface OpenedSection {
  readonly place: SectionPlace
  readonly quality: SectionQuality
  /** Of both banks, in office on the period's last day. */
  readonly chiefs: readonly RiverChief[]
}

export async function openSection(
  sectionId: string,
  period: string,
  audience: Audience,
  at: WaterSurroundings,
): Promise<OpenedSection | Refusal> {
  const day = lastDayOf(period)
  const ground = await waterGround(day, at)
  if (isRefusal(ground)) return ground
  const place = ground.places.find(({ id }) => id === sectionId)
  if (place === undefined) return { refusal: 'unknown-subject', subject: sectionId }
  const { book } = await readBook([sectionId], firstMonthOf(period), lastMonthOf(period), audience, ground, at)
  const quality = book.of(sectionId, period)
  if (quality === null) return withoutData(period, at)
  const ofBanks = (['left', 'right'] as const).flatMap((bank) => chiefsOf(ground.chiefs, place.reachId, bank, day))
  return { place, quality, chiefs: [...new Set(ofBanks)] }
}
