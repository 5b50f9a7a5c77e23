/** The addresses of the review of water quality. What answers them is loaded when first asked, so that the start is quick. */
import type { Hono } from 'hono'
import { readReachChiefs } from '#contract/water-chiefs'
import { makeReviewDocument } from '#contract/water-documents'
import { readEvaluation } from '#contract/water-evaluation'
import { addWaterNote, readLedger } from '#contract/water-ledger'
import { readProfile, readSectionSeries } from '#contract/water-profile'
import { listWaterSubjects, readReview } from '#contract/water-review'
import { listNoMansLand, listSameEvents, traceSources } from '#contract/water-sources'
import { shanghaiDay } from '#domain/shanghai-time'
import type { Surroundings } from '../usecase/surroundings.ts'
import { mount } from './mount.ts'

export function mountReview(app: Hono, at: Surroundings): void {
  mount(app, listWaterSubjects, async () => (await import('./water-review.ts')).answerSubjects(at))
  mount(app, readReview, async ({ query }) => (await import('./water-review.ts')).answerReview(query, at))
  mount(app, readEvaluation, async ({ path, query }) =>
    (await import('./water-evaluation.ts')).answerEvaluation(path.sectionId, query, at),
  )
  mount(app, readProfile, async ({ query }) => (await import('./water-profile.ts')).answerProfile(query, at))
  mount(app, readSectionSeries, async ({ query }) => (await import('./water-profile.ts')).answerSeries(query, at))
  mount(app, readLedger, async ({ query }) => (await import('./water-ledger.ts')).answerLedger(query, at))
  mount(app, addWaterNote, async ({ body }) => (await import('../usecase/note-water.ts')).noteWater(body, at))
  mount(app, makeReviewDocument, async ({ body }) => (await import('./water-documents.ts')).answerDocument(body, at))
  mount(app, traceSources, async ({ query }) => (await import('./water-sources.ts')).answerSources(query, at))
  mount(app, listSameEvents, async ({ query }) => (await import('./water-sources.ts')).answerSameEvents(query.days, at))
  mount(app, listNoMansLand, async ({ query }) => (await import('./water-sources.ts')).answerNoMansLand(query.date, at))
  mount(app, readReachChiefs, async ({ query }) =>
    (await import('./water-chiefs.ts')).answerChiefs(query.reach, query.date ?? shanghaiDay(at.nowMs()), at),
  )
}
