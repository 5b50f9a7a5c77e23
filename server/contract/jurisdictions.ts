/** Where a point lies. */

import { z } from 'zod'
import { COORDINATE_SYSTEMS } from '#domain/report/report'
import { Level } from './assessments.ts'
import { endpoint } from './endpoint.ts'
import { queryNumber } from './fields.ts'

/** A query's coordinate: x first (longitude or easting), then y; the CRS must be named. */
export const PointQuery = z.object({
  lon: queryNumber(z.coerce.number()),
  lat: queryNumber(z.coerce.number()),
  crs: z.enum(COORDINATE_SYSTEMS),
  /** Calendar day whose boundaries are asked for; today when absent. */
  date: z.iso.date().optional(),
})

const LocatedUnit = z
  .object({
    code: z.string(),
    name: z.string(),
    nameEn: z.string(),
    level: Level,
    fullName: z.string(),
    accuracyM: z.number(),
    schematic: z.boolean(),
    source: z.string(),
    validFrom: z.string(),
  })
  .meta({ id: 'LocatedUnit' })

export const locatePoint = endpoint({
  method: 'GET',
  path: '/api/jurisdictions/locate',
  summary: { zh: '某点属于哪些行政区', en: 'The units that contain a point, outermost first' },
  input: { query: PointQuery },
  output: z.object({
    units: z.array(LocatedUnit),
    /** Codes of every unit the point touches when it lies exactly on a border. */
    tie: z.array(z.string()),
    dataVersions: z.record(z.string(), z.string()),
  }),
  status: 200,
  refuses: ['invalid-report', 'unknown-crs', 'no-boundaries-for-date'],
})
