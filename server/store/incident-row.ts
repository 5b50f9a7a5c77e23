/** An incident as a row and back: what is filtered and sorted by is taken out of it once, when it is saved. */
import type { UnnumberedIncident } from '#domain/change'
import { extent, representative } from '#domain/extent'
import type { Incident, IncidentSummary } from '#domain/incident'
import type { Severity } from '#domain/report/report'
import { incidents } from './schema.ts'

export type IncidentRow = typeof incidents.$inferInsert

/** Every column of the table except `fid`. One literal: a spread before so many fields makes V8 take ten times as long. */
export function rowOf(incident: UnnumberedIncident, number: string): Omit<Required<IncidentRow>, 'fid'> {
  const { report, assessment, location } = incident
  const { crossing, routing, units } = assessment
  const [lon = 0, lat = 0] = representative(location)
  const [west, south, east, north] = extent(location)
  return {
    id: incident.id,
    number,
    title: incident.title,
    description: incident.description,
    matter: report.matter,
    medium: report.medium,
    severity: report.severity,
    severityRank: SEVERITY_RANK[report.severity],
    outcome: crossing.outcome,
    isCross: crossing.isCross,
    kinds: crossing.kinds,
    rule: routing.rule,
    leadId: routing.lead?.id ?? null,
    leadName: routing.lead?.name ?? null,
    unitCodes: units.map((unit) => unit.code),
    unitNames: units.map((unit) => unit.name),
    occurredAt: report.occurredAt,
    reportedAt: incident.reportedAt,
    nextDueAt: firstDue(incident),
    status: incident.status,
    isDemonstration: incident.isDemonstration,
    version: incident.version,
    lon,
    lat,
    west,
    south,
    east,
    north,
    searchText: searchText(incident, number),
    report,
    location,
    assessment,
  }
}

/** Exactly the columns of a summary, so that a list never reads the long JSON ones. */
export const SUMMARY_COLUMNS = {
  id: incidents.id,
  number: incidents.number,
  title: incidents.title,
  lon: incidents.lon,
  lat: incidents.lat,
  occurredAt: incidents.occurredAt,
  reportedAt: incidents.reportedAt,
  matter: incidents.matter,
  medium: incidents.medium,
  severity: incidents.severity,
  outcome: incidents.outcome,
  isCross: incidents.isCross,
  kinds: incidents.kinds,
  rule: incidents.rule,
  leadId: incidents.leadId,
  leadName: incidents.leadName,
  unitCodes: incidents.unitCodes,
  unitNames: incidents.unitNames,
  nextDueAt: incidents.nextDueAt,
  status: incidents.status,
  isDemonstration: incidents.isDemonstration,
} satisfies Record<keyof IncidentSummary, unknown>

export const INCIDENT_COLUMNS = {
  id: incidents.id,
  number: incidents.number,
  title: incidents.title,
  description: incidents.description,
  report: incidents.report,
  location: incidents.location,
  reportedAt: incidents.reportedAt,
  status: incidents.status,
  assessment: incidents.assessment,
  isDemonstration: incidents.isDemonstration,
  version: incidents.version,
} satisfies Record<keyof Incident, unknown>

const SEVERITY_RANK: Record<Severity, number> = {
  undetermined: 0,
  general: 1,
  considerable: 2,
  major: 3,
  extraordinary: 4,
}

/** The earliest time limit of all, also when it has passed: what is overdue comes first. */
function firstDue({ assessment }: UnnumberedIncident): string | null {
  const due = assessment.routing.clocks.flatMap((clock) => (clock.dueAt === null ? [] : [clock.dueAt]))
  return due.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null
}

function searchText({ title, description, report, assessment }: UnnumberedIncident, number: string): string {
  const names = assessment.units.map((unit) => unit.name)
  return [number, title, description, report.pollutant ?? '', assessment.routing.lead?.name ?? '', ...names]
    .join('\n')
    .toLowerCase()
}
