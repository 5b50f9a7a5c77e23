/** 异议与核对: keep what a unit or a department says of a figure. */
import { isDeepStrictEqual } from 'node:util'
import { waterNoted } from '#domain/change'
import { isRefusal, type Refusal } from '#domain/refusal'
import { lastDayOf } from '#domain/review/period'
import { shanghaiIso } from '#domain/shanghai-time'
import type { WaterNote } from '#domain/water/water-note'
import { waterGround } from './review-water.ts'
import type { Surroundings } from './surroundings.ts'

/** The id is made by the client, so that a note sent again after a lost answer is kept once. */
export type NoteDraft = Omit<WaterNote, 'at'>

export async function noteWater(draft: NoteDraft, at: Surroundings): Promise<WaterNote | Refusal> {
  const ground = await waterGround(lastDayOf(draft.month), at)
  if (isRefusal(ground)) return ground
  const { id, sectionId } = draft
  if (!ground.places.some((place) => place.id === sectionId)) return { refusal: 'unknown-subject', subject: sectionId }
  const known = await at.water.noteById(id)
  if (known !== undefined) return repeated(known, draft)
  const note: WaterNote = { ...draft, at: shanghaiIso(at.nowMs()) }
  const committed = await at.commit(waterNoted(note))
  if (!isRefusal(committed)) return note
  // The same id came twice at once: the other one is kept now.
  const other = await at.water.noteById(id)
  return other === undefined ? committed : repeated(other, draft)
}

function repeated(known: WaterNote, draft: NoteDraft): WaterNote | Refusal {
  const { at: _, ...content } = known
  return isDeepStrictEqual(content, { ...draft }) ? known : { refusal: 'id-taken', id: known.id, number: null }
}
