/** 河长水质评价: how the sections of a river, a unit, a chief or the city did in a period, and why. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Chief } from './water-chiefs.ts'
import {
  Change,
  ClassName,
  Explanation,
  GradeName,
  IndicatorName,
  Month,
  Period,
  Pollutant,
  SectionRef,
  SectionVerdict,
  Sentence,
  Subject,
  SubjectKey,
  Target,
} from './water-words.ts'

export const listWaterSubjects = endpoint({
  method: 'GET',
  path: '/api/water/subjects',
  summary: { zh: '可选择的评价对象与有数据的月份', en: 'What can be reviewed, and the months that have data' },
  input: {},
  output: z.object({
    subjects: z.array(Subject),
    firstMonth: Month.nullable(),
    lastMonth: Month.nullable(),
  }),
  status: 200,
  refuses: [],
})

/** Readers who may not see what is 未发布 ask with `released`; their answer is made of released values alone. */
export const Audience = z.enum(['internal', 'released'])

export const ReviewQuery = z.object({
  subject: SubjectKey,
  period: Period,
  /** Beside the previous period and the same one last year, which are always compared. */
  compare: Period.optional(),
  audience: Audience.default('internal'),
})

/** Shares in per cent of the sections evaluated. */
const Composition = z.object({
  evaluated: z.int(),
  total: z.int(),
  counts: z.record(ClassName, z.int()),
  goodShare: z.number(),
  worseThanVShare: z.number(),
})

const Summary = z.object({
  composition: Composition,
  grade: GradeName.nullable(),
  /** `means` below five sections, else `shares`. */
  method: z.enum(['means', 'shares', 'none']),
  pollutants: z.array(Pollutant.omit({ waterClass: true, isPriority: true }).extend({ exceedingShare: z.number() })),
  target: z.object({ met: z.int(), missed: z.int(), undecided: z.int(), withoutTarget: z.int() }),
  changes: z.array(Change),
  explanation: Explanation,
})

const SectionName = z.object({ id: z.string(), name: z.string(), nameEn: z.string() })

/** 本区域贡献: how the water came in and how it went out, aligned by travel time. */
export const Contribution = z
  .object({
    unitCode: z.string(),
    unitName: z.string(),
    unitNameEn: z.string(),
    riverId: z.string(),
    river: z.string(),
    riverEn: z.string(),
    inflow: SectionName.nullable(),
    outflow: SectionName,
    distanceKm: z.number().nullable(),
    travelTimeH: z.object({ earliest: z.number(), probable: z.number() }).nullable(),
    inflowClass: ClassName.nullable(),
    outflowClass: ClassName.nullable(),
    /** `came-in-bad`: it already exceeded when it entered; `made-here`: it was good and left bad; `worsened`, `improved`, `kept`. */
    verdict: z.enum(['came-in-bad', 'made-here', 'worsened', 'improved', 'kept', 'unknown']),
    changes: z.array(
      z.object({
        indicator: IndicatorName,
        inflow: z.number().nullable(),
        outflow: z.number(),
        change: z.number().nullable(),
        classSteps: z.int(),
      }),
    ),
    text: Sentence,
  })
  .meta({ id: 'Contribution' })

const Review = z
  .object({
    subject: Subject,
    period: Period,
    periodText: Sentence,
    audience: Audience,
    summary: Summary,
    sections: z.array(
      z.object({
        section: SectionRef,
        target: Target.nullable(),
        verdict: SectionVerdict,
        changes: z.array(Change),
        /** Values by who measured: shares of the results in per cent. */
        automaticShare: z.number(),
        /** Another department's figures that differ, both shown until reconciled (方案第十五条). */
        differing: z.array(
          z.object({
            month: Month,
            indicator: IndicatorName,
            ours: z.number(),
            theirs: z.number(),
            by: z.string(),
            isReconciled: z.boolean(),
            note: z.string().nullable(),
          }),
        ),
      }),
    ),
    /** Months before the period's end, oldest first, and each section's class in them. */
    matrix: z.object({
      months: z.array(Month),
      rows: z.array(
        z.object({
          sectionId: z.string(),
          verdicts: z.array(SectionVerdict.pick({ waterClass: true, targetState: true, isReleased: true }).nullable()),
        }),
      ),
    }),
    contributions: z.array(Contribution),
    /** The reach where it goes wrong most: between these sections, in these units. */
    worst: z
      .object({
        sectionId: z.string(),
        upstreamSectionId: z.string().nullable(),
        reachIds: z.array(z.string()),
        unitNames: z.array(z.string()),
        unitNamesEn: z.array(z.string()),
        text: Sentence,
      })
      .nullable(),
    /** Units by share of 优良 and of 达标, best first. */
    ranking: z.array(
      z.object({
        unitCode: z.string(),
        unitName: z.string(),
        unitNameEn: z.string(),
        evaluated: z.int(),
        goodShare: z.number(),
        metShare: z.number().nullable(),
        worstClass: ClassName.nullable(),
      }),
    ),
    chiefs: z.array(Chief),
    withheldCount: z.int(),
    /** Settings that had a part and are not law. */
    settings: z.array(Sentence.extend({ status: z.enum(['verified', 'secondary', 'memory', 'design']) })),
    dataVersions: z.record(z.string(), z.string()),
    hasDemonstrations: z.boolean(),
  })
  .meta({ id: 'WaterReview' })

export const readReview = endpoint({
  method: 'GET',
  path: '/api/water/review',
  summary: { zh: '一个对象在一个时段的水质评价', en: 'The water quality of a subject in a period' },
  input: { query: ReviewQuery },
  output: Review,
  status: 200,
  refuses: ['unknown-subject', 'period-without-data'],
})
