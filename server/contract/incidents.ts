/** Incidents: report, list, read, and the changes behind one. Mirrors domain/incident.ts. */

import { z } from 'zod'
import { CHANGE_KINDS } from '#domain/change'
import { MATTERS, MEDIA, SEVERITIES } from '#domain/report/report'
import { Assessment, Report } from './assessments.ts'
import { endpoint } from './endpoint.ts'
import { bboxText, plainText, queryNumber } from './fields.ts'
import { Geometry } from './geojson.ts'

const IncidentId = z.object({ id: z.uuid().toLowerCase() })
const Outcome = z.enum(['crosses', 'within-one', 'ask'])
const Kind = z.enum(['area', 'bank', 'updown', 'overlay', 'city-border'])
const Status = z.enum(['reported'])

export const Incident = z
  .object({
    id: z.uuid(),
    number: z.string(),
    title: z.string(),
    description: z.string(),
    report: Report,
    location: Geometry,
    reportedAt: z.string(),
    status: Status,
    assessment: Assessment,
    isDemonstration: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Incident' })

export const IncidentSummary = z
  .object({
    id: z.uuid(),
    number: z.string(),
    title: z.string(),
    lon: z.number(),
    lat: z.number(),
    occurredAt: z.string(),
    reportedAt: z.string(),
    matter: z.enum(MATTERS),
    medium: z.enum(MEDIA),
    severity: z.enum(SEVERITIES),
    outcome: Outcome,
    isCross: z.boolean(),
    kinds: z.array(Kind),
    rule: z.string(),
    leadId: z.string().nullable(),
    leadName: z.string().nullable(),
    leadNameEn: z.string().nullable(),
    unitCodes: z.array(z.string()),
    unitNames: z.array(z.string()),
    unitNamesEn: z.array(z.string()),
    nextDueAt: z.string().nullable(),
    status: Status,
    isDemonstration: z.boolean(),
  })
  .meta({ id: 'IncidentSummary' })

export const reportIncident = endpoint({
  method: 'POST',
  path: '/api/incidents',
  summary: { zh: '上报并保存一起事件', en: 'Report an incident and save it with its assessment' },
  input: {
    body: z
      .object({
        /** Made by the client; sending the same id again answers the saved incident and stores nothing. */
        id: z.uuid().toLowerCase(),
        title: plainText(120).min(1),
        description: plainText(5000).default(''),
        report: Report,
      })
      .meta({ id: 'IncidentDraft' }),
  },
  output: Incident,
  status: 201,
  refuses: ['invalid-report', 'unknown-crs', 'no-rules-for-date', 'no-boundaries-for-date', 'id-taken', 'stale'],
  bodyLimit: 2 * 1024 * 1024,
})

export const IncidentFilter = z.object({
  /** Words that must all occur in number, title, description, pollutant, lead or unit names. */
  q: z.string().trim().max(100).optional(),
  matter: z.enum(MATTERS).optional(),
  medium: z.enum(MEDIA).optional(),
  severity: z.enum(SEVERITIES).optional(),
  outcome: Outcome.optional(),
  kind: Kind.optional(),
  /** Code of a unit that must be among those touched. */
  unit: z.string().max(12).optional(),
  lead: z.string().max(60).optional(),
  rule: z.string().max(10).optional(),
  /** Calendar days of Asia/Shanghai on which it occurred, inclusive. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** west,south,east,north in WGS 84 degrees. */
  bbox: bboxText.optional(),
  sort: z.enum(['reportedAt', 'occurredAt', 'severity', 'nextDueAt', 'number']).default('reportedAt'),
  order: z.enum(['asc', 'desc']).default('desc'),
  limit: queryNumber(z.coerce.number().int().min(1).max(500)).default(50),
  offset: queryNumber(z.coerce.number().int().min(0).max(1_000_000)).default(0),
})

export const listIncidents = endpoint({
  method: 'GET',
  path: '/api/incidents',
  summary: { zh: '事件列表', en: 'Incidents, filtered, sorted and paged' },
  input: { query: IncidentFilter },
  output: z.object({ total: z.number().int(), incidents: z.array(IncidentSummary) }),
  status: 200,
  refuses: [],
})

export const readIncident = endpoint({
  method: 'GET',
  path: '/api/incidents/{id}',
  summary: { zh: '一起事件', en: 'One incident' },
  input: { path: IncidentId },
  output: Incident,
  status: 200,
  refuses: ['incident-not-found'],
})

export const Change = z
  .object({
    sequence: z.number().int(),
    at: z.string(),
    by: z.string(),
    why: z.string(),
    kind: z.enum(CHANGE_KINDS),
    incidentIds: z.array(z.string()),
  })
  .meta({ id: 'Change' })

export const readIncidentChanges = endpoint({
  method: 'GET',
  path: '/api/incidents/{id}/changes',
  summary: { zh: '一起事件的变更记录', en: 'The committed changes behind one incident' },
  input: { path: IncidentId },
  output: z.object({ changes: z.array(Change) }),
  status: 200,
  refuses: ['incident-not-found'],
})

export const removeDemonstrations = endpoint({
  method: 'DELETE',
  path: '/api/demonstrations',
  summary: { zh: '删除全部演示事件', en: 'Remove every demonstration incident, and nothing else' },
  input: {},
  output: z.object({ removed: z.number().int() }),
  status: 200,
  refuses: [],
})
