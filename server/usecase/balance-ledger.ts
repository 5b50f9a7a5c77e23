/** 跨界断面台账: read a month of the sections at which water crosses a border, and balance it. Reads only. */
import type { Atlas } from '#domain/atlas'
import { isRefusal, type Refusal } from '#domain/refusal'
import { type CrossSectionLedger, crossSectionLedger, ledgerSections } from '#domain/review/cross-section-ledger'
import { addMonths, lastDayOf } from '#domain/review/period'
import type { WaterNote } from '#domain/water/water-note'
import { type Audience, readBook, readNotes, type WaterSurroundings, waterGround, withoutData } from './review-water.ts'

export interface BalancedLedger {
  readonly atlas: Atlas
  readonly ledger: CrossSectionLedger
  readonly notes: readonly WaterNote[]
}

export async function balanceLedger(
  month: string,
  audience: Audience,
  at: WaterSurroundings,
): Promise<BalancedLedger | Refusal> {
  const ground = await waterGround(lastDayOf(month), at)
  if (isRefusal(ground)) return ground
  const { atlas } = ground
  const sections = ledgerSections(atlas)
  // A month more, for water that is weeks on its way.
  const { book, bookQuestion } = await readBook(sections, addMonths(month, -1), month, audience, ground, at)
  if (sections.every((id) => book.of(id, month) === null)) return withoutData(month, at)
  return {
    atlas,
    ledger: crossSectionLedger({ month, atlas, book, bookQuestion }),
    notes: await readNotes(sections, month, audience, at),
  }
}
