/** 展开: one section in one period, down to the values of each sample. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Chief } from './water-chiefs.ts'
import { Audience } from './water-review.ts'
import { ClassName, Explanation, IndicatorName, Period, SectionRef, SectionVerdict, Target } from './water-words.ts'

export const readEvaluation = endpoint({
  method: 'GET',
  path: '/api/water/evaluations/{sectionId}',
  summary: { zh: '断面评价的全部计算过程', en: 'The whole arithmetic of one section’s class' },
  input: {
    path: z.object({ sectionId: z.string().min(1).max(60) }),
    query: z.object({ period: Period, audience: Audience.default('internal') }),
  },
  output: z.object({
    section: SectionRef,
    target: Target.nullable(),
    verdict: SectionVerdict,
    explanation: Explanation,
    missing: z.array(IndicatorName),
    indicators: z.array(
      z.object({
        indicator: IndicatorName,
        /** The mean of the period, in the indicator's unit; half the limit where undetected. */
        value: z.number(),
        isBelowDetection: z.boolean(),
        waterClass: ClassName.nullable(),
        limit: z.number().nullable(),
        isDeciding: z.boolean(),
        isTargetMet: z.boolean().nullable(),
        targetLimit: z.number().nullable(),
        multiple: z.number().nullable(),
        isValid: z.boolean(),
        explanation: Explanation,
        /** What went into the mean, and what others measured beside it. */
        values: z.array(
          z.object({
            sampleId: z.string(),
            sampledAt: z.string(),
            value: z.number(),
            isBelowDetection: z.boolean(),
            origin: z.enum(['manual', 'automatic']),
            authority: z.string(),
            measuredBy: z.string(),
            isReleased: z.boolean(),
            isDemonstration: z.boolean(),
            isUsed: z.boolean(),
          }),
        ),
      }),
    ),
    trophic: z.object({ index: z.number(), grade: z.string(), explanation: Explanation }).nullable(),
    chiefs: z.array(Chief),
  }),
  status: 200,
  refuses: ['unknown-subject', 'period-without-data'],
})
