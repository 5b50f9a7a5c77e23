/** Reads incidents. Written ones come in by changes.ts alone. */
import { and, asc, count, desc, eq, gte, inArray, lt, lte, type SQL, sql } from 'drizzle-orm'
import { type Db, inBox, preparedQuery } from '#dialect'
import type { CrossingKind, CrossingOutcome } from '#domain/assessment'
import type { Bbox } from '#domain/extent'
import type { Incident, IncidentSummary } from '#domain/incident'
import type { Matter, Medium, Severity } from '#domain/report/report'
import { DAY_MS, shanghaiIso, startOfShanghaiDayMs } from '#domain/shanghai-time'
import type { Finding } from '#domain/source/finding'
import { INCIDENT_COLUMNS, SUMMARY_COLUMNS } from './incident-row.ts'
import { incidents, incidentUnits } from './schema.ts'

export interface IncidentQuery {
  /** Words that must all occur in number, title, description, pollutant, lead or unit names. Scans the rows left over. */
  readonly q?: string | undefined
  readonly matter?: Matter | undefined
  readonly medium?: Medium | undefined
  readonly severity?: Severity | undefined
  readonly outcome?: CrossingOutcome | undefined
  readonly kind?: CrossingKind | undefined
  /** Code of a unit that must be among those touched. */
  readonly unit?: string | undefined
  readonly lead?: string | undefined
  readonly rule?: string | undefined
  /** Calendar days of Asia/Shanghai on which it occurred, inclusive. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly bbox?: Bbox | undefined
  readonly sort: keyof typeof SORT_COLUMNS
  readonly order: 'asc' | 'desc'
  readonly limit: number
  readonly offset: number
}

export interface IncidentStore {
  readonly byId: (id: string) => Promise<Incident | undefined>
  readonly list: (query: IncidentQuery) => Promise<{ total: number; incidents: IncidentSummary[] }>
  readonly demonstrationIds: () => Promise<string[]>
  /** What happened between two instants, both included, as a search for sources needs it; oldest first. */
  readonly findings: (fromMs: number, toMs: number) => Promise<Finding[]>
}

export function incidentStore(db: Db): IncidentStore {
  const readById = preparedQuery(db, (on) =>
    on
      .select(INCIDENT_COLUMNS)
      .from(incidents)
      .where(eq(incidents.id, sql.placeholder('id'))),
  )
  return {
    async byId(id) {
      const [found] = await readById({ id })
      return found
    },

    async list(query) {
      const where = and(...conditions(db, query))
      const [counted] = await db.select({ total: count() }).from(incidents).where(where)
      const page = await db
        .select(SUMMARY_COLUMNS)
        .from(incidents)
        .where(where)
        .orderBy(...ordering(query))
        .limit(query.limit)
        .offset(query.offset)
      return { total: counted?.total ?? 0, incidents: page }
    },

    async demonstrationIds() {
      const rows = await db.select({ id: incidents.id }).from(incidents).where(eq(incidents.isDemonstration, true))
      return rows.map((row) => row.id)
    },

    async findings(fromMs, toMs) {
      const rows = await db
        .select(FINDING_COLUMNS)
        .from(incidents)
        .where(and(gte(incidents.occurredAt, shanghaiIso(fromMs)), lte(incidents.occurredAt, shanghaiIso(toMs))))
        .orderBy(asc(incidents.occurredAt), asc(incidents.fid))
      return rows.map(({ occurredAt, pollutant, ...row }) => {
        return { ...row, occurredMs: Date.parse(occurredAt), pollutant: pollutant ?? '' }
      })
    },
  }
}

const FINDING_COLUMNS = {
  id: incidents.id,
  number: incidents.number,
  title: incidents.title,
  lon: incidents.lon,
  lat: incidents.lat,
  occurredAt: incidents.occurredAt,
  medium: incidents.medium,
  pollutant: sql<string | null>`json_extract(${incidents.report}, '$.pollutant')`,
}

const SORT_COLUMNS = {
  reportedAt: incidents.reportedAt,
  occurredAt: incidents.occurredAt,
  severity: incidents.severityRank,
  nextDueAt: incidents.nextDueAt,
  number: incidents.number,
}

/** Rows without a value come last either way; `fid` settles what is equal, so that pages never overlap. */
function ordering({ sort, order }: IncidentQuery): SQL[] {
  const direction = order === 'asc' ? asc : desc
  const column = SORT_COLUMNS[sort]
  return [asc(sql`${column} is null`), direction(column), direction(incidents.fid)]
}

function conditions(db: Db, query: IncidentQuery): SQL[] {
  const { matter, medium, severity, outcome, kind, unit, lead, rule, from, to, bbox } = query
  const wanted: (SQL | undefined)[] = [
    matter && eq(incidents.matter, matter),
    medium && eq(incidents.medium, medium),
    severity && eq(incidents.severity, severity),
    outcome && eq(incidents.outcome, outcome),
    kind && contains(incidents.kinds, `,${kind},`),
    lead && eq(incidents.leadId, lead),
    rule && eq(incidents.rule, rule),
    unit && inArray(incidents.fid, touching(db, unit)),
    from && gte(incidents.occurredAt, shanghaiIso(startOfShanghaiDayMs(from))),
    to && lt(incidents.occurredAt, shanghaiIso(startOfShanghaiDayMs(to) + DAY_MS)),
    bbox && meets(bbox),
    ...(query.q ?? '')
      .split(/\s+/)
      .map((word) => (word ? contains(incidents.searchText, word.toLowerCase()) : undefined)),
  ].map((condition) => condition || undefined)
  return wanted.filter((condition) => condition !== undefined)
}

const touching = (db: Db, code: string) =>
  db.select({ fid: incidentUnits.fid }).from(incidentUnits).where(eq(incidentUnits.code, code))

/** The box index narrows, the columns decide; both ends belong to the box. */
const meets = (bbox: Bbox): SQL | undefined => {
  const [west, south, east, north] = bbox
  return and(
    inBox(incidents.fid, bbox),
    sql`${incidents.west} <= ${east} and ${incidents.east} >= ${west}`,
    sql`${incidents.south} <= ${north} and ${incidents.north} >= ${south}`,
  )
}

/** Text as it is: `%`, `_` and the escape sign itself have no special meaning. */
const contains = (column: SQL | typeof incidents.searchText | typeof incidents.kinds, text: string): SQL =>
  sql`${column} like ${`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`} escape '\\'`
