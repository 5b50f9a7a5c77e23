/** From whatever was sent to a report that can be judged, or every issue found, each with its field and remedy. */

import type { Place } from '../place.ts'
import { type FieldIssue, isRefusal, type Refusal } from '../refusal.ts'
import { readCoordinateSystem } from './coordinate-label.ts'
import {
  readDiscovery,
  readFilings,
  readFlag,
  readInstant,
  readName,
  readNames,
  readPollutant,
  readUncertainty,
} from './field.ts'
import { checkGeometry } from './geometry-check.ts'
import { MATTERS, MEDIA, type Report, SENSITIVITIES, SEVERITIES, SOURCE_KINDS } from './report.ts'

export interface CheckedReport {
  /** The report's fields, each of its type; the geometry is in `place`. */
  readonly report: Omit<Report, 'geometry'>
  readonly place: Place
  readonly occurredMs: number
}

/** `nowMs`: the present, milliseconds since 1970; what occurs more than five minutes after it is refused. */
export function checkReport(candidate: unknown, nowMs: number): CheckedReport | Refusal {
  const fields: Readonly<Record<string, unknown>> = isRecord(candidate) ? candidate : {}
  const crs = readCoordinateSystem(fields.crs)
  if (isRefusal(crs)) return crs
  const issues: FieldIssue[] = []
  const occurredMs = readInstant('/occurredAt', fields.occurredAt, nowMs, issues)
  const earliestMs = issues.length === 0 ? occurredMs : null
  const report = {
    crs,
    uncertaintyM: readUncertainty(fields.uncertaintyM, issues),
    occurredAt: typeof fields.occurredAt === 'string' ? fields.occurredAt : '',
    discoveredAt: readDiscovery(fields.discoveredAt, earliestMs, nowMs, issues),
    matter: readName('matter', MATTERS, fields.matter, issues),
    medium: readName('medium', MEDIA, fields.medium, issues),
    severity: readName('severity', SEVERITIES, fields.severity, issues),
    pollutant: readPollutant(fields.pollutant, issues),
    isMajorViolation: readFlag('isMajorViolation', fields.isMajorViolation, issues),
    isCityPermit: readFlag('isCityPermit', fields.isCityPermit, issues),
    isCrimeSuspected: readFlag('isCrimeSuspected', fields.isCrimeSuspected, issues),
    isKeySource: readFlag('isKeySource', fields.isKeySource, issues),
    sourceKind: isGiven(fields.sourceKind)
      ? readName('sourceKind', SOURCE_KINDS, fields.sourceKind, issues)
      : undefined,
    sensitive: readNames('sensitive', SENSITIVITIES, fields.sensitive, issues),
    filings: readFilings(fields.filings, nowMs, issues),
  }
  const place = checkGeometry(fields.geometry, crs)
  if ('issues' in place) issues.push(...place.issues)
  if (issues.length > 0 || 'issues' in place) return { refusal: 'invalid-report', issues }
  return { report, place, occurredMs }
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
