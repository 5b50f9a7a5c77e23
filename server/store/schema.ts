/**
 * Every table, once, for every dialect. What people filter and sort by is a column; what they read is JSON.
 *
 * The boxes of `incident_boxes` are an index that triggers of the hand-written migration `0001_indexes.sql` keep.
 */
import { sql } from 'drizzle-orm'
import type { Geometry } from 'geojson'
import { bool, fid, index, instant, integer, json, primaryKey, real, table, text, uniqueIndex, words } from '#dialect'
import type { Assessment, CrossingKind } from '#domain/assessment'
import { CHANGE_KINDS } from '#domain/change'
import type { MendAction } from '#domain/network/mend'
import { MATTERS, MEDIA, type Report, SEVERITIES } from '#domain/report/report'
import { REACH_STATES } from '#domain/river/network-state'
import { INDICATOR_IDS, type IndicatorId } from '#domain/water/indicator'
import { CHIEF_LEVELS } from '#domain/water/river-chief'
import { SAMPLE_AUTHORITIES, SAMPLE_ORIGINS } from '#domain/water/sample'
import { WATER_CLASSES } from '#domain/water/water-class'
import { IMPORT_KINDS } from '#domain/water/water-import'
import { NOTE_KINDS } from '#domain/water/water-note'

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

/** Files taken in, also those undone since. The number goes into every hourly value, so that its import can be undone. */
export const waterImports = table('water_imports', {
  number: integer().primaryKey(),
  id: text().notNull().unique(),
  kind: text({ enum: IMPORT_KINDS }).notNull(),
  fileName: text().notNull(),
  fileHash: text().notNull(),
  authority: text({ enum: SAMPLE_AUTHORITIES }).notNull(),
  by: text().notNull(),
  at: instant().notNull(),
  sampleCount: integer().notNull(),
  hourlyCount: integer().notNull(),
  /** Between which the hourly values of this import lie. */
  firstHour: integer(),
  lastHour: integer(),
  correctedCount: integer().notNull(),
  isDemonstration: bool().notNull(),
  undoneAt: instant(),
  undoneBy: text(),
})

/** One sample with its values: they are always read together, so they are one compact text and not thirty rows. */
export const samples = table(
  'samples',
  {
    fid: fid(),
    id: text().notNull().unique(),
    importId: text().notNull(),
    sectionId: text().notNull(),
    sampledAt: instant().notNull(),
    origin: text({ enum: SAMPLE_ORIGINS }).notNull(),
    authority: text({ enum: SAMPLE_AUTHORITIES }).notNull(),
    measuredBy: text().notNull(),
    isReleased: bool().notNull(),
    isDemonstration: bool().notNull(),
    measurements: json<readonly PackedMeasurement[]>().notNull(),
    /** The import that took it out of force: a later one that corrects it, or its own when that was undone. */
    retiredBy: text(),
  },
  (t) => [
    /** What is in force is there once; and the order in which periods of a section are read. */
    uniqueIndex('samples_in_force')
      .on(t.sectionId, t.sampledAt, t.origin, t.authority)
      .where(sql`${t.retiredBy} is null`),
    index('samples_import_id').on(t.importId),
    index('samples_retired_by').on(t.retiredBy),
  ],
)

/** Which site and indicator a series number means. */
export const hourlySeries = table(
  'hourly_series',
  {
    series: integer().primaryKey(),
    sectionId: text().notNull(),
    indicator: text({ enum: INDICATOR_IDS }).notNull(),
    authority: text({ enum: SAMPLE_AUTHORITIES }).notNull(),
    isDemonstration: bool().notNull(),
  },
  (t) => [uniqueIndex('hourly_series_site').on(t.sectionId, t.indicator, t.authority, t.isDemonstration)],
)

/** Clustered by its key (WITHOUT ROWID, written by hand into the migration): a year of a series lies in one piece. */
export const hourlyValues = table(
  'hourly_values',
  {
    series: integer().notNull(),
    /** Whole hours since 1970 (UTC). */
    hour: integer().notNull(),
    value: real().notNull(),
    /** Place in `HOURLY_FLAGS`. */
    flag: integer().notNull(),
    importNumber: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.series, t.hour] })],
)

export const sectionTargets = table(
  'section_targets',
  {
    sectionId: text().notNull(),
    target: text({ enum: WATER_CLASSES }).notNull(),
    validFrom: text().notNull(),
    validTo: text(),
    source: text().notNull(),
    status: text({ enum: ['verified', 'secondary', 'design'] }).notNull(),
    isDemonstration: bool().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sectionId, t.validFrom] })],
)

export const riverChiefs = table(
  'river_chiefs',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    post: text().notNull(),
    level: text({ enum: CHIEF_LEVELS }).notNull(),
    unitName: text().notNull(),
    unitCode: text(),
    riverId: text().notNull(),
    bank: text({ enum: ['left', 'right', 'both'] }).notNull(),
    reachIds: json<readonly string[]>().notNull(),
    validFrom: text().notNull(),
    validTo: text(),
    isDemonstration: bool().notNull(),
  },
  (t) => [index('river_chiefs_river').on(t.riverId)],
)

/** Objections and reconciliations. Rows are only ever added. */
export const waterNotes = table(
  'water_notes',
  {
    /** The order in which they were made. */
    number: integer().primaryKey(),
    id: text().notNull().unique(),
    kind: text({ enum: NOTE_KINDS }).notNull(),
    sectionId: text().notNull(),
    month: text().notNull(),
    indicator: text({ enum: INDICATOR_IDS }),
    by: text().notNull(),
    at: instant().notNull(),
    text: text().notNull(),
  },
  (t) => [index('water_notes_section_month').on(t.sectionId, t.month)],
)

/** What was decided about the problems of the river network. Rows are only ever added. */
export const networkMends = table('network_mends', {
  /** The order in which they were made. */
  number: integer().primaryKey(),
  id: text().notNull().unique(),
  problemId: text().notNull(),
  /** Null takes back what was decided before. */
  mend: json<MendAction>(),
  by: text().notNull(),
  at: instant().notNull(),
  why: text().notNull(),
})

/** States of gates, pumps and beds. Rows are only ever added; each has a node or a reach. */
export const networkStates = table(
  'network_states',
  {
    /** The order in which they were recorded. */
    number: integer().primaryKey(),
    id: text().notNull().unique(),
    nodeId: text(),
    reachId: text(),
    state: text({ enum: REACH_STATES }).notNull(),
    validFrom: text().notNull(),
    validTo: text(),
    source: text().notNull(),
    by: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('network_states_valid_from').on(t.validFrom)],
)

/** Indicator, value, and 1 where it lies below detection: a third of the length of the object it stands for. */
export type PackedMeasurement = readonly [IndicatorId, number] | readonly [IndicatorId, number, 1]

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
  /** What was done to the water-quality data; the samples themselves are kept with their import. */
  readonly water?: WaterRecord
  readonly network?: { readonly decisionId: string }
  readonly riverState?: { readonly stateId: string }
}

export type WaterRecord =
  | { readonly action: 'import' | 'undo'; readonly importId: string; readonly fileHash: string }
  | { readonly action: 'remove-demonstrations'; readonly samples: number; readonly hourlyValues: number }
  | { readonly action: 'note'; readonly noteId: string }
