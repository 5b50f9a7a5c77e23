/** Tracing along the river network. */
import { z } from 'zod'
import { Level } from './assessments.ts'
import { endpoint } from './endpoint.ts'
import { queryNumber } from './fields.ts'
import { LineString } from './geojson.ts'
import { PointQuery } from './jurisdictions.ts'

const ArrivalH = z.object({ earliest: z.number(), probable: z.number() })

const Trace = z
  .object({
    snapped: z.object({
      reachId: z.string(),
      river: z.string(),
      distanceM: z.number(),
      lon: z.number(),
      lat: z.number(),
      bank: z.enum(['left', 'right', 'in-channel']),
    }),
    candidates: z.array(z.object({ reachId: z.string(), river: z.string(), distanceM: z.number() })),
    units: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        level: Level,
        bank: z.enum(['left', 'right', 'both']),
        km: z.number(),
        exitKm: z.number(),
        arrivalH: ArrivalH,
      }),
    ),
    reaches: z.array(
      z.object({
        reachId: z.string(),
        river: z.string(),
        fromKm: z.number(),
        toKm: z.number(),
        arrivalH: ArrivalH,
        isMain: z.boolean(),
        isPotential: z.boolean(),
        geometry: LineString,
      }),
    ),
    sections: z.array(
      z.object({ id: z.string(), name: z.string(), river: z.string(), km: z.number(), arrivalH: ArrivalH }),
    ),
    gates: z.array(
      z.object({ id: z.string(), name: z.string(), river: z.string(), km: z.number(), arrivalH: ArrivalH }),
    ),
    /** Where the water leaves Beijing, when it does within the limits. */
    exit: z.object({ km: z.number(), arrivalH: ArrivalH, toCode: z.string(), toName: z.string() }).nullable(),
    dataVersions: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Trace' })

export const traceRiver = endpoint({
  method: 'GET',
  path: '/api/rivers/trace',
  summary: { zh: '沿河上溯或下追', en: 'Trace a river upstream or downstream from a point' },
  input: {
    query: PointQuery.extend({
      direction: z.enum(['downstream', 'upstream']),
      maxKm: queryNumber(z.coerce.number().positive().max(2000)).optional(),
      maxH: queryNumber(z.coerce.number().positive().max(2000)).optional(),
      flow: z.enum(['low', 'mean', 'high']).default('mean'),
    }),
  },
  output: Trace,
  status: 200,
  refuses: ['invalid-report', 'unknown-crs', 'no-river-near', 'no-boundaries-for-date'],
})
