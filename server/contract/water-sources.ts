/** 水是谁的: sources that could explain an exceedance, reports that are one event, and strips that belong to nobody. */
import { z } from 'zod'
import { Level } from './assessments.ts'
import { endpoint } from './endpoint.ts'
import { Geometry } from './geojson.ts'
import { Audience } from './water-review.ts'
import { IndicatorName, SectionRef, Sentence } from './water-words.ts'

/** 溯源: candidates upstream, each with the window in which it would have had to discharge. */
export const traceSources = endpoint({
  method: 'GET',
  path: '/api/water/sources',
  summary: { zh: '由超标断面向上游溯源', en: 'Which sources upstream could explain an exceedance' },
  input: {
    query: z.object({
      section: z.string().min(1).max(60),
      /** When it was measured, ISO 8601 with offset. */
      at: z.iso.datetime({ offset: true }),
      indicator: IndicatorName,
      maxH: z.coerce.number().positive().max(240).default(72),
      audience: Audience.default('internal'),
    }),
  },
  output: z.object({
    section: SectionRef,
    measured: z.object({ value: z.number(), unit: z.string(), at: z.string() }).nullable(),
    candidates: z.array(
      z.object({
        id: z.string(),
        /** An incident or a case on record, a tributary's mouth, a section measured bad, or an outfall where the data has them. */
        kind: z.enum(['incident', 'tributary', 'section', 'outfall']),
        name: z.string(),
        nameEn: z.string(),
        lon: z.number(),
        lat: z.number(),
        distanceKm: z.number(),
        /** The discharge would have left between these two instants. */
        window: z.object({ from: z.string(), to: z.string() }),
        unitCode: z.string(),
        unitName: z.string(),
        unitNameEn: z.string(),
        bank: z.enum(['left', 'right', 'both']),
        score: z.number(),
        reasons: z.array(Sentence),
      }),
    ),
    /** The units upstream to be asked, nearest first: the draft of a 溯源协查 request. */
    request: z.object({
      to: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
      text: Sentence,
    }),
    /** The ranking is a choice of Jiehe, not law. */
    settings: z.array(Sentence),
  }),
  status: 200,
  refuses: ['unknown-subject'],
})

/** 同一事件: reports that network distance and travel lag make one event. */
export const listSameEvents = endpoint({
  method: 'GET',
  path: '/api/water/same-events',
  summary: { zh: '可能属于同一事件的上报', en: 'Reports that may be one event' },
  input: { query: z.object({ days: z.coerce.number().int().min(1).max(90).default(30) }) },
  output: z.object({
    groups: z.array(
      z.object({
        id: z.string(),
        incidents: z.array(z.object({ id: z.string(), number: z.string(), title: z.string(), occurredAt: z.string() })),
        unitNames: z.array(z.string()),
        networkKm: z.number(),
        lagH: z.object({ earliest: z.number(), probable: z.number() }),
        reason: Sentence,
      }),
    ),
    settings: z.array(Sentence),
  }),
  status: 200,
  refuses: [],
})

/** 无主地带: a patrol list before anything happens. */
export const listNoMansLand = endpoint({
  method: 'GET',
  path: '/api/water/no-mans-land',
  summary: { zh: '边界缝隙与无主河段巡查清单', en: 'Patrol list of slivers and strips that belong to nobody' },
  input: { query: z.object({ date: z.iso.date().optional() }) },
  output: z.object({
    places: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['sliver', 'overlap', 'river-strip', 'drifted-boundary', 'unclear-owner']),
        geometry: Geometry,
        lon: z.number(),
        lat: z.number(),
        areaM2: z.number().nullable(),
        lengthM: z.number().nullable(),
        units: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string(), level: Level })),
        text: Sentence,
      }),
    ),
    settings: z.array(Sentence),
  }),
  status: 200,
  refuses: [],
})
