/** `GET /api/water/evaluations/{sectionId}`: one section opened, as the contract spells it. */
import type { readEvaluation } from '#contract/water-evaluation'
import { isRefusal, type Refusal } from '#domain/refusal'
import { explainQuality, type OpenedIndicator, type OpenedValue, openIndicators } from '#domain/review/opened-section'
import type { SectionQuality } from '#domain/review/quality-book'
import { verdictOf } from '#domain/review/verdict'
import { explainTrophicState } from '#domain/water/eutrophication'
import { computedValue } from '#domain/water/measured-value'
import { isWaterRefusal } from '#domain/water/water-refusal'
import { openSection } from '../usecase/open-section.ts'
import type { Audience, WaterSurroundings } from '../usecase/review-water.ts'
import type { Answered } from './mount.ts'
import { chiefBody, plain } from './water-review.ts'
import { sectionRef, targetBody, verdictBody } from './water-words.ts'

type Evaluation = Answered<typeof readEvaluation>

export async function answerEvaluation(
  sectionId: string,
  { period, audience }: { readonly period: string; readonly audience: Audience },
  at: WaterSurroundings,
): Promise<Evaluation | Refusal> {
  const opened = await openSection(sectionId, period, audience, at)
  if (isRefusal(opened)) return opened
  const { place, quality, chiefs } = opened
  return {
    section: sectionRef(place, quality.isDemonstration),
    target: targetBody(quality.target),
    verdict: verdictBody(verdictOf(period, quality)),
    explanation: plain(explainQuality(quality)),
    missing: [...quality.evaluation.missing],
    indicators: openIndicators(quality).map(indicatorBody),
    trophic: trophicBody(quality),
    chiefs: chiefs.map(chiefBody),
  }
}

function indicatorBody(opened: OpenedIndicator): Evaluation['indicators'][number] {
  const { mean, result, attainment, isDeciding, isValid, multiple, values, explanation } = opened
  return {
    ...{ indicator: mean.indicator, value: computedValue(mean), isBelowDetection: mean.isBelowDetection },
    ...{ isDeciding, isValid, multiple, waterClass: result?.waterClass ?? null, limit: result?.limit ?? null },
    ...{ isTargetMet: attainment?.isMet ?? null, targetLimit: attainment?.limit ?? null },
    explanation: plain(explanation),
    values: values.map(valueBody),
  }
}

function valueBody({ sample, value, isBelowDetection, isUsed }: OpenedValue) {
  const { id, sampledAt, origin, authority, measuredBy, isReleased, isDemonstration } = sample
  return {
    ...{ sampleId: id, sampledAt, value, isBelowDetection, isUsed },
    ...{ origin, authority, measuredBy, isReleased, isDemonstration },
  }
}

function trophicBody({ evaluation: { trophic }, rules }: SectionQuality): Evaluation['trophic'] {
  if (trophic === null || isWaterRefusal(trophic)) return null
  const { index, grade } = trophic
  return { index, grade, explanation: plain(explainTrophicState(trophic, rules)) }
}
