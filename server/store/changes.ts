/** Turns a change into statements, and reads the changes back: for the audit trail, the live feed and an incident's history. */
import { asc, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import { command, type Db, type Step, statement } from '#dialect'
import {
  type Change,
  type Commitment,
  type CommittedChange,
  incidentNumber,
  numberingDay,
  type UnnumberedIncident,
} from '#domain/change'
import { rowOf } from './incident-row.ts'
import { networkWriter } from './network-mends.ts'
import { placeholders } from './placeholders.ts'
import { stateWriter } from './river-states.ts'
import { type ChangeRecords, changeIncidents, changes, dailyNumbers, incidents, incidentUnits } from './schema.ts'
import { Stale } from './stale.ts'
import { waterWriter } from './water-changes.ts'

/** Writes a change; to be run by `transact`, which keeps it whole. */
export function changeWriter(db: Db): (change: Change) => Generator<Step, Commitment> {
  const statements = compile(db)
  const writeWater = waterWriter(db)
  const writeNetwork = networkWriter(db)
  const writeState = stateWriter(db)
  return function* (change) {
    const put: ChangeRecords['put'][number][] = []
    for (const incident of change.put) put.push(yield* putIncident(statements, incident))
    const removed: ChangeRecords['removed'][number][] = []
    for (const id of change.remove) removed.push(yield* removeIncident(statements, id))
    const water = change.water && (yield* writeWater(change.water, change))
    const network = change.network && (yield* writeNetwork(change.network))
    const riverState = change.riverState && (yield* writeState(change.riverState))
    const records = {
      ...{ put, removed },
      ...(water && { water }),
      ...(network && { network }),
      ...(riverState && { riverState }),
    }
    const committed = yield* keep(statements, change, records)
    return { change: committed, numbers: put.map((record) => record.number) }
  }
}

export const changeStore = (db: Db) => ({
  /** Changes after a sequence, oldest first. */
  since: (sequence: number, limit: number): Promise<CommittedChange[]> =>
    Promise.resolve(
      db
        .select(CHANGE_COLUMNS)
        .from(changes)
        .where(gt(changes.sequence, sequence))
        .orderBy(asc(changes.sequence))
        .limit(limit),
    ),

  async lastSequence(): Promise<number> {
    const [last] = await db
      .select({ sequence: changes.sequence })
      .from(changes)
      .orderBy(desc(changes.sequence))
      .limit(1)
    return last?.sequence ?? 0
  },

  /** The history of one incident, oldest first; it outlives the incident. */
  ofIncident(id: string): Promise<CommittedChange[]> {
    const sequences = db
      .select({ sequence: changeIncidents.sequence })
      .from(changeIncidents)
      .where(eq(changeIncidents.incidentId, id))
    return Promise.resolve(
      db
        .select(CHANGE_COLUMNS)
        .from(changes)
        .where(inArray(changes.sequence, sequences))
        .orderBy(asc(changes.sequence)),
    )
  },
})

export type ChangeStore = ReturnType<typeof changeStore>

const CHANGE_COLUMNS = {
  sequence: changes.sequence,
  at: changes.at,
  by: changes.by,
  why: changes.why,
  kind: changes.kind,
  incidentIds: changes.incidentIds,
} satisfies Record<keyof CommittedChange, unknown>

type Statements = ReturnType<typeof compile>

const compile = (db: Db) => ({
  nextNumber: statement(db, (on) =>
    on
      .insert(dailyNumbers)
      .values({ day: sql.placeholder('day'), last: 1 })
      .onConflictDoUpdate({ target: dailyNumbers.day, set: { last: sql`${dailyNumbers.last} + 1` } })
      .returning({ last: dailyNumbers.last }),
  ),
  insertIncident: statement(db, (on) =>
    on
      .insert(incidents)
      .values(placeholders(incidents, 'fid'))
      .onConflictDoNothing({ target: incidents.id })
      .returning({ fid: incidents.fid }),
  ),
  /** A unit or an id named twice is one mention. */
  insertUnit: command(db, (on) =>
    on
      .insert(incidentUnits)
      .values({ code: sql.placeholder('code'), fid: sql.placeholder('fid') })
      .onConflictDoNothing(),
  ),
  insertMention: command(db, (on) =>
    on
      .insert(changeIncidents)
      .values({ incidentId: sql.placeholder('incidentId'), sequence: sql.placeholder('sequence') })
      .onConflictDoNothing(),
  ),
  deleteIncident: statement(db, (on) =>
    on
      .delete(incidents)
      .where(eq(incidents.id, sql.placeholder('id')))
      .returning({ id: incidents.id, number: incidents.number, title: incidents.title }),
  ),
  insertChange: statement(db, (on) =>
    on.insert(changes).values(placeholders(changes, 'sequence')).returning({ sequence: changes.sequence }),
  ),
})

function* putIncident(
  statements: Statements,
  incident: UnnumberedIncident,
): Generator<Step, ChangeRecords['put'][number]> {
  const [day] = yield* statements.nextNumber({ day: numberingDay(incident.reportedAt) })
  if (day === undefined) throw new Error('the day has no number')
  const number = incidentNumber(incident.reportedAt, day.last)
  const [inserted] = yield* statements.insertIncident(rowOf(incident, number))
  if (inserted === undefined) throw new Stale(incident.id)
  for (const { code } of incident.assessment.units) yield* statements.insertUnit({ code, fid: inserted.fid })
  const { id, version, title, description, report, assessment } = incident
  return { id, number, version, title, description, report, dataVersions: assessment.dataVersions }
}

function* removeIncident(statements: Statements, id: string): Generator<Step, ChangeRecords['removed'][number]> {
  const [removed] = yield* statements.deleteIncident({ id })
  if (removed === undefined) throw new Stale(id)
  return removed
}

function* keep(statements: Statements, change: Change, records: ChangeRecords): Generator<Step, CommittedChange> {
  const { kind, at, by, why } = change
  const incidentIds = [...records.put, ...records.removed].map((record) => record.id)
  const [kept] = yield* statements.insertChange({ kind, at, by, why, incidentIds, records })
  if (kept === undefined) throw new Error('the change has no sequence')
  for (const incidentId of incidentIds) yield* statements.insertMention({ incidentId, sequence: kept.sequence })
  return { sequence: kept.sequence, kind, at, by, why, incidentIds }
}
