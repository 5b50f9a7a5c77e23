/** `GET /api/water/chiefs`: who answers for both banks of a reach. */
import type { readReachChiefs } from '#contract/water-chiefs'
import { isRefusal, type Refusal } from '#domain/refusal'
import { chiefsOf } from '#domain/water/river-chief'
import { type WaterSurroundings, waterGround } from '../usecase/review-water.ts'
import type { Answered } from './mount.ts'
import { chiefBody } from './water-review.ts'

export async function answerChiefs(
  reachId: string,
  day: string,
  at: WaterSurroundings,
): Promise<Answered<typeof readReachChiefs> | Refusal> {
  const ground = await waterGround(day, at)
  if (isRefusal(ground)) return ground
  if (!ground.atlas.rivers.reachNumber.has(reachId)) return { refusal: 'unknown-subject', subject: reachId }
  const ofBank = (bank: 'left' | 'right') => chiefsOf(ground.chiefs, reachId, bank, day).map(chiefBody)
  return { reachId, left: ofBank('left'), right: ofBank('right') }
}
