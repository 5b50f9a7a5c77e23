/** A review of invented samples over the shipped rivers. */
import type { Atlas } from '#domain/atlas'
import { isRefusal } from '#domain/refusal'
import { type BookQuestion, type QualityBook, qualityBook } from '#domain/review/quality-book'
import { reviewWater, type WaterReview } from '#domain/review/review'
import { type SectionPlace, sectionPlaces } from '#domain/review/section-place'
import { subjectsOf } from '#domain/review/subject'
import type { Verdict } from '#domain/review/verdict'
import type { Sample } from '#domain/water/sample'
import type { SectionTarget } from '#domain/water/target'
import { createWorld } from '#domain/world'
import { readReferenceFiles } from '../../server/reference-files.ts'

const { reference, version } = readReferenceFiles()

const ATLAS: Atlas = (() => {
  const atlas = createWorld(reference, { reference: version, software: 'test' }).atlasAsOf('2026-10-31')
  if (isRefusal(atlas)) throw new Error(`no atlas: ${atlas.refusal}`)
  return atlas
})()

export const PLACES: readonly SectionPlace[] = sectionPlaces(ATLAS)

export function bookOf(
  samples: readonly Sample[],
  targets: readonly SectionTarget[] = [],
): { book: QualityBook; bookQuestion: BookQuestion } {
  const bookQuestion: BookQuestion = { targets, bodyOf: () => 'river' }
  return { book: qualityBook(samples, bookQuestion), bookQuestion }
}

export function review(
  key: string,
  period: string,
  samples: readonly Sample[],
  targets: readonly SectionTarget[] = [],
  compare: string | null = null,
  remembered: Map<string, Verdict> = new Map(),
): WaterReview {
  const subject = subjectsOf(PLACES, []).find((each) => each.key === key)
  if (subject === undefined) throw new Error(`nothing is called ${key}`)
  return reviewWater({
    ...{ remembered, subject, period, compare, atlas: ATLAS, places: PLACES, chiefs: [] },
    ...bookOf(samples, targets),
  })
}
