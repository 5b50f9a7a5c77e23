/** Tracing along the river network. */
import { z } from 'zod'
import { RIVER_POINT_KINDS } from '#domain/river/network'
import { TRAVEL_TIME_ORIGINS } from '#domain/river/travel-time'
import { Level } from './assessments.ts'
import { endpoint } from './endpoint.ts'
import { queryNumber } from './fields.ts'
import { LineString } from './geojson.ts'
import { PointQuery } from './jurisdictions.ts'

const LonLat = z.object({ lon: z.number(), lat: z.number() })

const ArrivalH = z.object({ earliest: z.number(), probable: z.number() })

/** Where hours come from: velocities that were measured, the equations of Jobson (1996), or defaults. Never mixed up. */
const Origins = z.array(z.enum(TRAVEL_TIME_ORIGINS))

const BRANCH_KINDS = ['main', 'tributary', 'diversion'] as const

const OnBranch = z.object({
  kind: z.enum(BRANCH_KINDS),
  riverId: z.string(),
  river: z.string(),
  riverEn: z.string(),
})

const PointMet = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  kind: z.enum(RIVER_POINT_KINDS),
  river: z.string(),
  reachId: z.string(),
  lon: z.number(),
  lat: z.number(),
  km: z.number(),
  arrivalH: ArrivalH,
  origins: Origins,
  branch: OnBranch,
})

const UnitMet = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  level: Level,
  /** Where it is first met, as the water flows. */
  bank: z.enum(['left', 'right', 'both']),
  km: z.number(),
  exitKm: z.number(),
  entryPoint: LonLat,
  exitPoint: LonLat,
  arrivalH: ArrivalH,
  origins: Origins,
})

/** The part of a reach that the trace runs along; the first one begins where the point was snapped. */
const ReachMet = z.object({
  reachId: z.string(),
  river: z.string(),
  fromKm: z.number(),
  toKm: z.number(),
  arrivalH: ArrivalH,
  /** Where the hours through this reach come from. */
  origin: z.enum(TRAVEL_TIME_ORIGINS),
  branch: OnBranch,
  isMain: z.boolean(),
  /** True beyond a closed reach: it would be met if that were open. */
  isPotential: z.boolean(),
  geometry: LineString,
})

const StateRecord = z.object({
  nodeId: z.string().optional(),
  reachId: z.string().optional(),
  state: z.enum(['open', 'closed', 'reversed', 'dry']),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  source: z.string(),
})

const Difference = z.object({ reachIds: z.array(z.string()), units: z.array(z.string()) })

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
    /** The other reaches near the point, nearest first: `reachId` chooses one. */
    candidates: z.array(
      z.object({
        reachId: z.string(),
        river: z.string(),
        distanceM: z.number(),
        lon: z.number(),
        lat: z.number(),
      }),
    ),
    units: z.array(UnitMet),
    reaches: z.array(ReachMet),
    /** Sections, gates, outfalls, intakes and sites in the order met; `sections` and `gates` are among them. */
    points: z.array(PointMet),
    sections: z.array(PointMet),
    gates: z.array(PointMet),
    /** The tributaries (upstream) and diversions that leave the main stem or one another, in the order met. */
    branches: z.array(
      OnBranch.extend({
        reachId: z.string(),
        km: z.number(),
        /** First reach of the branch that it leaves; null where that is the main stem. */
        leavesReachId: z.string().nullable(),
      }),
    ),
    /** Where the water leaves Beijing, when it does within the limits. */
    exit: z.object({ km: z.number(), arrivalH: ArrivalH, toCode: z.string(), toName: z.string() }).nullable(),
    /** Where the trace came to `stopAt`; null without one, or where a limit or a closed reach came first. */
    end: z
      .object({
        id: z.string(),
        kind: z.enum(['reach', 'node', 'unit', ...RIVER_POINT_KINDS]),
        name: z.string(),
        lon: z.number(),
        lat: z.number(),
        km: z.number(),
        arrivalH: ArrivalH,
      })
      .nullable(),
    /** The state of gates, pumps and beds under which the trace was made: the records of that day that deviate. */
    state: z.object({
      day: z.string(),
      records: z.array(StateRecord),
      /** Closed reaches that stopped the trace. */
      stoppedAt: z.array(z.string()),
    }),
    /** What would be met, and no longer met, if one gate or closed reach stood otherwise. */
    alternatives: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        nameEn: z.string(),
        reachId: z.string(),
        now: z.enum(['open', 'closed']),
        gained: Difference,
        lost: Difference,
      }),
    ),
    travelTime: z.object({
      flow: z.enum(['low', 'mean', 'high']),
      version: z.string(),
      status: z.enum(['design', 'measured']),
      note: z.object({ zh: z.string(), en: z.string() }),
      /** Kilometres of the trace by where their hours come from. */
      originKm: z.record(z.enum(TRAVEL_TIME_ORIGINS), z.number()),
    }),
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
      /** At which the probable hours are told. */
      flow: z.enum(['low', 'mean', 'high']).default('mean'),
      /** Id of a reach, node, section, gate, outfall, intake or site, or code of a unit: the trace ends there. */
      stopAt: z.string().min(1).max(100).optional(),
      /** The candidate to start on; the nearest reach when absent. */
      reachId: z.string().min(1).max(100).optional(),
      /** Calendar day of the gates' state; `date` when absent. */
      at: z.iso.date().optional(),
    }),
  },
  output: Trace,
  status: 200,
  refuses: [
    'invalid-report',
    'unknown-crs',
    'no-river-near',
    'river-feature-not-found',
    'not-upstream',
    'no-boundaries-for-date',
  ],
})
