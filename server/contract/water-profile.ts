/** 沿程与过程: one indicator along a river, and at one section through the months. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Audience } from './water-review.ts'
import { ClassName, IndicatorName, Month, SectionRef, Sentence } from './water-words.ts'

/** The classes' limits of one indicator, for drawing; null for pH. */
const Limits = z.array(z.object({ waterClass: ClassName, limit: z.number() }))

export const readProfile = endpoint({
  method: 'GET',
  path: '/api/water/profile',
  summary: { zh: '河流沿程浓度', en: 'Concentration along a river' },
  input: {
    query: z.object({
      river: z.string().min(1).max(60),
      indicator: IndicatorName,
      /** Up to six months, comma-separated. */
      months: z
        .string()
        .max(60)
        .transform((text) => text.split(','))
        .pipe(z.array(Month).min(1).max(6)),
      audience: Audience.default('internal'),
    }),
  },
  output: z.object({
    riverId: z.string(),
    river: z.string(),
    riverEn: z.string(),
    indicator: IndicatorName,
    unit: z.string(),
    lengthKm: z.number(),
    limits: Limits,
    /** Units along the river, by bank; the same stretch twice where the river is the boundary. */
    bands: z.array(
      z.object({
        unitCode: z.string(),
        unitName: z.string(),
        unitNameEn: z.string(),
        bank: z.enum(['left', 'right', 'both']),
        fromKm: z.number(),
        toKm: z.number(),
      }),
    ),
    mouths: z.array(
      z.object({
        river: z.string(),
        riverEn: z.string(),
        km: z.number(),
        kind: z.enum(['tributary', 'diversion']),
      }),
    ),
    gates: z.array(z.object({ name: z.string(), nameEn: z.string(), km: z.number() })),
    sections: z.array(
      z.object({
        section: SectionRef,
        targetClass: ClassName.nullable(),
        targetLimit: z.number().nullable(),
        /** One per month asked for, in that order; null where nothing was measured. */
        values: z.array(
          z
            .object({
              value: z.number(),
              isBelowDetection: z.boolean(),
              waterClass: ClassName.nullable(),
              isReleased: z.boolean(),
            })
            .nullable(),
        ),
      }),
    ),
  }),
  status: 200,
  refuses: ['unknown-subject'],
})

export const readSectionSeries = endpoint({
  method: 'GET',
  path: '/api/water/series',
  summary: { zh: '断面逐月过程', en: 'A section month by month' },
  input: {
    query: z
      .object({
        section: z.string().min(1).max(60),
        indicator: IndicatorName,
        from: Month,
        to: Month,
        audience: Audience.default('internal'),
      })
      .refine(({ from, to }) => from <= to, {
        path: ['to'],
        params: { zh: '结束月份不早于开始月份', en: 'the last month is not before the first' },
      }),
  },
  output: z.object({
    section: SectionRef,
    indicator: IndicatorName,
    unit: z.string(),
    limits: Limits,
    targetLimit: z.number().nullable(),
    points: z.array(
      z.object({
        month: Month,
        value: z.number(),
        isBelowDetection: z.boolean(),
        waterClass: ClassName.nullable(),
        sampleCount: z.int(),
        isReleased: z.boolean(),
      }),
    ),
    /** Spearman over yearly means; says why where it cannot be computed. */
    trend: z.object({
      years: z.int(),
      coefficient: z.number().nullable(),
      critical: z.number().nullable(),
      direction: z.enum(['rising', 'falling', 'none', 'unknown']),
      text: Sentence,
    }),
  }),
  status: 200,
  refuses: ['unknown-subject'],
})
