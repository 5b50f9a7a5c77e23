/** `GET /api/water/review` and its subjects: the domain's review as the contract spells it. */
import type { listWaterSubjects, readReview } from '#contract/water-review'
import { isRefusal, type Refusal } from '#domain/refusal'
import type { UnitContribution } from '#domain/review/contribution'
import { periodText } from '#domain/review/period'
import { automaticShare, differingFigures } from '#domain/review/quality-book'
import type { RankedUnit } from '#domain/review/ranking'
import type { SectionReview, WaterReview } from '#domain/review/review'
import type { Subject } from '#domain/review/subject'
import { shanghaiDay } from '#domain/shanghai-time'
import { explainRegion } from '#domain/water/explain-region'
import type { RiverChief } from '#domain/water/river-chief'
import { reconciliationOf, type WaterNote } from '#domain/water/water-note'
import type { WaterRules } from '#domain/water/water-rules'
import { type ReviewRequest, reviewWaterOf, type WaterSurroundings, waterGround } from '../usecase/review-water.ts'
import type { Answered } from './mount.ts'
import { sectionRef, targetBody, verdictBody } from './water-words.ts'

type Review = Answered<typeof readReview>

export async function answerSubjects(at: WaterSurroundings): Promise<Answered<typeof listWaterSubjects> | Refusal> {
  const [ground, range] = [await waterGround(shanghaiDay(at.nowMs()), at), await at.water.monthRange()]
  if (isRefusal(ground)) return ground
  const { firstMonth, lastMonth } = range ?? { firstMonth: null, lastMonth: null }
  return { subjects: ground.subjects.map(subjectBody), firstMonth, lastMonth }
}

export async function answerReview(request: ReviewRequest, at: WaterSurroundings): Promise<Review | Refusal> {
  const reviewed = await reviewWaterOf(request, at)
  if (isRefusal(reviewed)) return reviewed
  const { review, subject, period, audience, withheldCount, hasDemonstrations, notes } = reviewed
  return {
    ...{ period, audience, withheldCount, hasDemonstrations },
    subject: subjectBody(subject),
    periodText: periodText(period),
    summary: summary(review),
    sections: review.sections.map((section) => sectionBody(section, notes)),
    matrix: {
      months: [...review.months],
      rows: review.sections.map(({ place }, row) => ({
        sectionId: place.id,
        verdicts: (review.matrix[row] ?? []).map(({ waterClass, targetState, isReleased }) =>
          waterClass === null ? null : { waterClass, targetState, isReleased },
        ),
      })),
    },
    contributions: review.contributions.map((each) => contributionBody(each)),
    worst: worstBody(review.worst),
    ranking: review.ranking.map(rankBody),
    chiefs: review.chiefs.map(chiefBody),
    settings: settingsUsed(review.rules),
    dataVersions: { ...at.world.versions, limits: review.rules.limits.validFrom },
  }
}

const subjectBody = ({ key, kind, name, nameEn, sectionIds }: Subject): Review['subject'] => ({
  ...{ key, kind, name, nameEn },
  sectionCount: sectionIds.length,
})

function summary({ region, regionChanges, sections, rules }: WaterReview): Review['summary'] {
  const states = sections.map(({ verdict }) => verdict.targetState)
  const count = (...kinds: (typeof states)[number][]) => states.filter((each) => kinds.includes(each)).length
  const { composition } = region
  return {
    composition: {
      ...{ evaluated: composition.total, total: sections.length, counts: { ...composition.counts } },
      ...{ goodShare: region.goodPercent, worseThanVShare: region.worstPercent },
    },
    grade: region.grade,
    method: composition.total === 0 ? 'none' : region.method,
    pollutants: regionPollutants(region),
    target: {
      ...{ met: count('met'), missed: count('missed'), undecided: count('undecided', 'no-data') },
      withoutTarget: count('no-target'),
    },
    changes: regionChanges.map((each) => ({ ...each })),
    explanation: plain(explainRegion(region, rules)),
  }
}

/** Under `means` the pollutants of the section made of the means; else by 断面超标率. */
function regionPollutants({ means, exceeding }: WaterReview['region']): Review['summary']['pollutants'] {
  const shareOf = new Map(exceeding.map(({ indicator, exceedingPercent }) => [indicator, exceedingPercent] as const))
  if (means === null) {
    return exceeding.slice(0, 3).map(({ indicator, exceedingPercent }) => ({
      ...{ indicator, multiple: null, exceedingShare: exceedingPercent },
    }))
  }
  return means.pollutants.map(({ indicator, multiple }) => ({
    ...{ indicator, multiple, exceedingShare: shareOf.get(indicator) ?? 0 },
  }))
}

const sectionBody = (section: SectionReview, notes: readonly WaterNote[]): Review['sections'][number] => ({
  section: sectionRef(section.place, section.quality?.isDemonstration ?? false),
  target: targetBody(section.quality?.target),
  verdict: verdictBody(section.verdict),
  changes: section.changes.map((each) => ({ ...each })),
  automaticShare: section.quality === null ? 0 : automaticShare(section.quality),
  differing: (section.quality === null ? [] : differingFigures(section.quality)).map(
    ({ month, indicator, ours, theirs, by }) => {
      const note = reconciliationOf(notes, { sectionId: section.place.id, month, indicator })
      return { ...{ month, indicator, ours, theirs, by }, isReconciled: note !== undefined, note: note?.text ?? null }
    },
  ),
})

export function contributionBody({ unit, pair, inflow, ...rest }: UnitContribution): Review['contributions'][number] {
  const { outflow } = pair
  return {
    ...{ unitCode: unit.code, unitName: unit.name, unitNameEn: unit.nameEn },
    ...{ riverId: outflow.riverId, river: outflow.river, riverEn: outflow.riverEn },
    inflow: inflow === null ? null : pointBody(inflow.section),
    outflow: pointBody(outflow),
    distanceKm: inflow?.km ?? null,
    travelTimeH: inflow === null ? null : { ...inflow.travelH },
    ...{ inflowClass: rest.inflowClass, outflowClass: rest.outflowClass, verdict: rest.verdict, text: rest.text },
    changes: rest.changes.map(({ indicator, inflow: came, outflow: left, difference, steps }) => ({
      ...{ indicator, inflow: came, outflow: left, change: difference, classSteps: steps },
    })),
  }
}

const pointBody = ({ id, name, nameEn }: UnitContribution['pair']['outflow']) => ({ id, name, nameEn })

const worstBody = (worst: WaterReview['worst']): Review['worst'] =>
  worst === null
    ? null
    : {
        ...worst,
        reachIds: [...worst.reachIds],
        unitNames: [...worst.unitNames],
        unitNamesEn: [...worst.unitNamesEn],
      }

const rankBody = ({ unit, ...rest }: RankedUnit): Review['ranking'][number] => ({
  ...{ unitCode: unit.code, unitName: unit.name, unitNameEn: unit.nameEn },
  ...rest,
})

export const chiefBody = (chief: RiverChief): Review['chiefs'][number] => {
  const { id, name, post, level, unitName, riverId, bank, reachIds, validFrom, validTo, isDemonstration } = chief
  return {
    id,
    name,
    post,
    level,
    unitName,
    riverId,
    bank,
    reachIds: [...reachIds],
    validFrom,
    validTo,
    isDemonstration,
  }
}

const settingsUsed = ({ settings }: WaterRules): Review['settings'] =>
  Object.values(settings).flatMap((each) =>
    typeof each === 'object' && each !== null && 'status' in each
      ? { zh: each.zh, en: each.en, status: each.status }
      : [],
  )

/** A copy that the contract may own. */
export const plain = ({
  steps,
  basis,
  settings,
}: ReturnType<typeof explainRegion>): Review['summary']['explanation'] => ({
  steps: [...steps],
  basis: [...basis],
  settings: settings.map(({ status, zh, en }) => ({ status, zh, en })),
})
