/** 监测值: the samples of sections as they were measured, and the hourly values of automatic stations. */
import { z } from 'zod'
import { HOURLY_FLAGS } from '#domain/water/hourly'
import { SAMPLE_AUTHORITIES, SAMPLE_ORIGINS } from '#domain/water/sample'
import { endpoint } from './endpoint.ts'
import { IndicatorName, Month } from './water-words.ts'

const Authority = z.enum(SAMPLE_AUTHORITIES)
const SectionId = z.string().min(1).max(60)

const WaterSample = z
  .object({
    id: z.string(),
    importId: z.string(),
    sectionId: z.string(),
    sampledAt: z.string(),
    origin: z.enum(SAMPLE_ORIGINS),
    authority: Authority,
    measuredBy: z.string(),
    /** False: 未发布. */
    isReleased: z.boolean(),
    isDemonstration: z.boolean(),
    /** In each indicator's own unit; below detection the value is the detection limit itself. */
    measurements: z.array(z.object({ indicator: IndicatorName, value: z.number(), isBelowDetection: z.boolean() })),
  })
  .meta({ id: 'WaterSample' })

/** Three years at a time. */
const MOST_DAYS = 1100
const DAY_MS = 86_400_000

/** Months in order: an empty period is a mistake. */
const inOrder = (query: { from: string; to: string }): boolean => query.from <= query.to
const ORDER = { path: ['to'], params: { zh: '不能早于 from', en: 'it must not lie before `from`' } }

export const listWaterSamples = endpoint({
  method: 'GET',
  path: '/api/water/samples',
  summary: { zh: '一个断面的监测值', en: 'The samples of one section, by time' },
  input: {
    query: z
      .object({
        section: SectionId,
        from: Month,
        to: Month,
        /** `released`: without what is 未发布. */
        audience: z.enum(['internal', 'released']).default('internal'),
      })
      .refine(inOrder, ORDER),
  },
  output: z.object({ samples: z.array(WaterSample) }),
  status: 200,
  refuses: ['unknown-subject', 'no-boundaries-for-date'],
})

export const readHourlySeries = endpoint({
  method: 'GET',
  path: '/api/water/hourly',
  summary: { zh: '一个站点的小时值', en: 'The hourly values of one site' },
  input: {
    query: z
      .object({ section: SectionId, indicator: IndicatorName.optional(), from: z.iso.date(), to: z.iso.date() })
      .refine(inOrder, ORDER)
      .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= MOST_DAYS * DAY_MS, {
        path: ['to'],
        params: { zh: `一次至多 ${MOST_DAYS} 天`, en: `ask for ${MOST_DAYS} days at most` },
      }),
  },
  output: z.object({
    series: z.array(
      z.object({
        indicator: IndicatorName,
        authority: Authority,
        isDemonstration: z.boolean(),
        /** Side by side. Hours are whole hours since 1970-01-01T00:00Z. */
        hours: z.array(z.int()),
        values: z.array(z.number()),
        /** Of HJ 212: `N` is valid, all others are not ordinary data. One letter a value. */
        flags: z.string(),
      }),
    ),
  }),
  status: 200,
  refuses: ['unknown-subject', 'no-boundaries-for-date'],
})

export const readLatestValues = endpoint({
  method: 'GET',
  path: '/api/water/latest',
  summary: { zh: '各站点最新小时值', en: 'The newest hourly value of every indicator at every site' },
  input: {},
  output: z.object({
    values: z.array(
      z.object({
        sectionId: z.string(),
        indicator: IndicatorName,
        authority: Authority,
        isDemonstration: z.boolean(),
        /** Beginning of the hour. */
        at: z.string(),
        value: z.number(),
        flag: z.enum(HOURLY_FLAGS),
      }),
    ),
  }),
  status: 200,
  refuses: [],
})
