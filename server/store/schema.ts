/**
 * Every table, once, for every dialect. What people filter and sort by is a column; what they read is JSON.
 *
 * The boxes of `incident_boxes` are an index that triggers of the hand-written migration `0001_indexes.sql` keep.
 */
import type { Geometry } from 'geojson'
import { bool, fid, index, instant, integer, json, primaryKey, real, table, text, words } from '#dialect'
import type { Assessment, CrossingKind } from '#domain/assessment'
import { CHANGE_KINDS } from '#domain/change'
import { MATTERS, MEDIA, type Report, SEVERITIES } from '#domain/report/report'

export const incidents = table(
  'incidents',
  {
    fid: fid(),
    id: text().notNull().unique(),
    number: text().notNull().unique(),
    title: text().notNull(),
    description: text().notNull(),
    matter: text({ enum: MATTERS }).notNull(),
    medium: text({ enum: MEDIA }).notNull(),
    severity: text({ enum: SEVERITIES }).notNull(),
    /** 0 undetermined, 1 general ... 4 extraordinary: for sorting. */
    severityRank: integer().notNull(),
    outcome: text({ enum: ['crosses', 'within-one', 'ask'] }).notNull(),
    isCross: bool().notNull(),
    kinds: words().$type<readonly CrossingKind[]>().notNull(),
    rule: text().notNull(),
    leadId: text(),
    leadName: text(),
    unitCodes: json<readonly string[]>().notNull(),
    unitNames: json<readonly string[]>().notNull(),
    occurredAt: instant().notNull(),
    reportedAt: instant().notNull(),
    nextDueAt: instant(),
    status: text({ enum: ['reported'] }).notNull(),
    isDemonstration: bool().notNull(),
    version: integer().notNull(),
    lon: real().notNull(),
    lat: real().notNull(),
    west: real().notNull(),
    south: real().notNull(),
    east: real().notNull(),
    north: real().notNull(),
    /** Everything a person may search for, in lower case. */
    searchText: text().notNull(),
    report: json<Report>().notNull(),
    location: json<Geometry>().notNull(),
    assessment: json<Assessment>().notNull(),
  },
  (t) => [
    index('incidents_reported_at').on(t.reportedAt),
    index('incidents_occurred_at').on(t.occurredAt),
    index('incidents_next_due_at').on(t.nextDueAt),
  ],
)

/** Which incidents touch a unit. */
export const incidentUnits = table(
  'incident_units',
  {
    code: text().notNull(),
    fid: integer()
      .notNull()
      .references(() => incidents.fid, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.code, t.fid] }), index('incident_units_fid').on(t.fid)],
)

/** The committed changes, in order: the audit trail and the live feed. Rows are only ever added. */
export const changes = table('changes', {
  sequence: integer().primaryKey(),
  at: instant().notNull(),
  by: text().notNull(),
  why: text().notNull(),
  kind: text({ enum: CHANGE_KINDS }).notNull(),
  incidentIds: json<readonly string[]>().notNull(),
  /** What was put and removed; an assessment is not repeated here, since report and data versions give it again. */
  records: json<ChangeRecords>().notNull(),
})

/** The changes behind one incident, also after it is gone. */
export const changeIncidents = table(
  'change_incidents',
  { incidentId: text().notNull(), sequence: integer().notNull() },
  (t) => [primaryKey({ columns: [t.incidentId, t.sequence] })],
)

/** Last number given on a day; kept apart from the incidents so that no number is ever given twice. */
export const dailyNumbers = table('daily_numbers', { day: text().primaryKey(), last: integer().notNull() })

export interface ChangeRecords {
  readonly put: readonly {
    readonly id: string
    readonly number: string
    readonly version: number
    readonly title: string
    readonly description: string
    readonly report: Report
    readonly dataVersions: Assessment['dataVersions']
  }[]
  readonly removed: readonly { readonly id: string; readonly number: string; readonly title: string }[]
}
