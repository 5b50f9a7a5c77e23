/** The addresses of the review of water quality. */
import type { Hono } from 'hono'
import { makeReviewDocument } from '#contract/water-documents'
import { addWaterNote, readLedger } from '#contract/water-ledger'
import { readProfile, readSectionSeries } from '#contract/water-profile'
import { listWaterSubjects, readEvaluation, readReachChiefs, readReview } from '#contract/water-review'
import { listNoMansLand, listSameEvents, traceSources } from '#contract/water-sources'
import { isRefusal, type Refusal } from '#domain/refusal'
import { shanghaiDay } from '#domain/shanghai-time'
import { chiefsOf } from '#domain/water/river-chief'
import { noteWater } from '../usecase/note-water.ts'
import { type WaterSurroundings, waterGround } from '../usecase/review-water.ts'
import type { Surroundings } from '../usecase/surroundings.ts'
import { type Answered, mount } from './mount.ts'
import { answerDocument } from './water-documents.ts'
import { answerEvaluation } from './water-evaluation.ts'
import { answerLedger } from './water-ledger.ts'
import { answerProfile, answerSeries } from './water-profile.ts'
import { answerReview, answerSubjects, chiefBody } from './water-review.ts'
import { answerNoMansLand, answerSameEvents, answerSources } from './water-sources.ts'

export function mountReview(app: Hono, at: Surroundings): void {
  mount(app, listWaterSubjects, () => answerSubjects(at))
  mount(app, readReview, ({ query }) => answerReview(query, at))
  mount(app, readEvaluation, ({ path, query }) => answerEvaluation(path.sectionId, query, at))
  mount(app, readProfile, ({ query }) => answerProfile(query, at))
  mount(app, readSectionSeries, ({ query }) => answerSeries(query, at))
  mount(app, readLedger, ({ query }) => answerLedger(query, at))
  mount(app, addWaterNote, ({ body }) => noteWater(body, at))
  mount(app, makeReviewDocument, ({ body }) => answerDocument(body, at))
  mount(app, traceSources, ({ query }) => answerSources(query, at))
  mount(app, listSameEvents, ({ query }) => answerSameEvents(query.days, at))
  mount(app, listNoMansLand, ({ query }) => answerNoMansLand(query.date, at))
  mount(app, readReachChiefs, ({ query }) => answerChiefs(query.reach, query.date ?? shanghaiDay(at.nowMs()), at))
}

async function answerChiefs(
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
