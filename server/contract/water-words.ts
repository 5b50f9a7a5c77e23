/** Shapes that every answer about water quality is made of. */
import { z } from 'zod'
import { SUBJECT_KINDS } from '#domain/review/subject'
import { CHANGE_DIRECTIONS, TARGET_STATES } from '#domain/review/verdict'
import { INDICATOR_IDS } from '#domain/water/indicator'
import { QUALITY_GRADES } from '#domain/water/quality-grade'
import { WATER_CLASSES } from '#domain/water/water-class'
import { Basis } from './assessments.ts'

export const IndicatorName = z.enum(INDICATOR_IDS)
export const ClassName = z.enum(WATER_CLASSES)
export const GradeName = z.enum(QUALITY_GRADES)

/** 月 `2026-10`, 季度 `2026-Q3` or 年 `2026`. */
export const Period = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$/)
  .meta({ id: 'WaterPeriod' })

/** 月 only. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

export const Sentence = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Sentence' })

/** The arithmetic behind a result, the clauses it rests on, and the settings in it that are not law. */
export const Explanation = z
  .object({
    steps: z.array(Sentence),
    basis: z.array(Basis),
    settings: z.array(Sentence.extend({ status: z.enum(['verified', 'secondary', 'memory', 'design']) })),
  })
  .meta({ id: 'Explanation' })

/** What is reviewed: `city`, `river:ID`, `unit:CODE`, `section:ID` or `chief:ID`. */
export const SubjectKey = z.string().regex(/^(city|(river|unit|section|chief):[^\s:]{1,100})$/)

export const Subject = z
  .object({
    key: SubjectKey,
    kind: z.enum(SUBJECT_KINDS),
    name: z.string(),
    nameEn: z.string(),
    sectionCount: z.int(),
  })
  .meta({ id: 'WaterSubject' })

export const SectionRef = z
  .object({
    id: z.string(),
    name: z.string(),
    nameEn: z.string(),
    riverId: z.string(),
    river: z.string(),
    riverEn: z.string(),
    /** From the beginning of the river's main stem, downstream. */
    km: z.number(),
    lon: z.number(),
    lat: z.number(),
    /** The units whose bank it is, the innermost level known; two on a boundary reach. */
    unitCodes: z.array(z.string()),
    unitNames: z.array(z.string()),
    unitNamesEn: z.array(z.string()),
    body: z.enum(['river', 'lake']),
    isDemonstration: z.boolean(),
  })
  .meta({ id: 'SectionRef' })

export const Target = z
  .object({
    target: ClassName,
    validFrom: z.string(),
    source: z.string(),
    status: z.enum(['verified', 'secondary', 'design']),
  })
  .meta({ id: 'SectionTarget' })

export const Pollutant = z
  .object({ indicator: IndicatorName, waterClass: ClassName, multiple: z.number().nullable(), isPriority: z.boolean() })
  .meta({ id: 'MainPollutant' })

/** One section in one period, in short. */
export const SectionVerdict = z
  .object({
    period: Period,
    waterClass: ClassName.nullable(),
    grade: GradeName.nullable(),
    /** How many of the 21 indicators took part; fewer is not a full class. */
    evaluatedCount: z.int(),
    pollutants: z.array(Pollutant),
    targetState: z.enum(TARGET_STATES),
    /** Indicators that miss the target. */
    failing: z.array(IndicatorName),
    /** False when any value in it is 未发布. */
    isReleased: z.boolean(),
  })
  .meta({ id: 'SectionVerdict' })

/** 变化: the grade of one period beside that of another (环办〔2011〕22号). */
export const Change = z
  .object({
    against: Period,
    direction: z.enum(CHANGE_DIRECTIONS),
    /** 明显: two grades and more, or more than 20 points of composition. */
    isMarked: z.boolean(),
    /** Null where the two cannot be compared; then `text` says why. */
    text: Sentence,
  })
  .meta({ id: 'WaterChange' })
