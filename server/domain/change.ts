/**
 * 变更: every change of the state is one value, decided here, carried out whole or not at all by `commit`, and kept.
 *
 * The kept changes, in the order of their sequence, are the audit trail and the live feed.
 */
import type { Incident } from './incident.ts'
import { shanghaiDay } from './shanghai-time.ts'

export const CHANGE_KINDS = ['incident-reported', 'demonstrations-loaded', 'demonstrations-removed'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** An incident before `commit` has given it its number of the day. */
export type UnnumberedIncident = Omit<Incident, 'number'>

/** What is to be done, by whom and why. `at` is ISO 8601 in +08:00. */
export interface Change {
  readonly kind: ChangeKind
  readonly at: string
  readonly by: string
  readonly why: string
  readonly put: readonly UnnumberedIncident[]
  /** Ids of incidents to remove. */
  readonly remove: readonly string[]
}

/** A change that is on the disk. Sequences rise by at least one, in the order of commits. */
export interface CommittedChange {
  readonly sequence: number
  readonly kind: ChangeKind
  readonly at: string
  readonly by: string
  readonly why: string
  readonly incidentIds: readonly string[]
}

export interface Commitment {
  readonly change: CommittedChange
  /** Numbers given to `put`, in its order. */
  readonly numbers: readonly string[]
}

export const incidentReported = (incident: UnnumberedIncident, by: string): Change => ({
  kind: 'incident-reported',
  at: incident.reportedAt,
  by,
  why: `上报：${incident.title}`,
  put: [incident],
  remove: [],
})

export const demonstrationsLoaded = (incidents: readonly UnnumberedIncident[], at: string): Change => ({
  kind: 'demonstrations-loaded',
  at,
  by: 'system',
  why: `空库装入 ${incidents.length} 起演示事件`,
  put: incidents,
  remove: [],
})

export const demonstrationsRemoved = (ids: readonly string[], by: string, at: string): Change => ({
  kind: 'demonstrations-removed',
  at,
  by,
  why: `删除全部 ${ids.length} 起演示事件`,
  put: [],
  remove: ids,
})

/** 编号 of the `ordinal`-th incident of its day, e.g. `JH-20261124-0001`. A number is never given twice. */
export function incidentNumber(reportedAt: string, ordinal: number): string {
  return `JH-${numberingDay(reportedAt)}-${String(ordinal).padStart(4, '0')}`
}

/** The day within which incidents are counted, `20261124`. */
export const numberingDay = (reportedAt: string): string => shanghaiDay(Date.parse(reportedAt)).replaceAll('-', '')
