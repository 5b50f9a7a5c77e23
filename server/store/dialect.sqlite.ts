/**
 * SQLite behind `#dialect`. A dialect exports the same names from one file each, chosen by an import condition when the
 * process starts: column kinds, `openDatabase`, `preparedQuery`, `statement`, `command`, `transact`, `inBox`. Schema and queries are written once.
 */
import type Database from 'better-sqlite3'
import { type SQL, sql } from 'drizzle-orm'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { customType, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { shanghaiIso } from '#domain/shanghai-time'
import { prepareFile } from './sqlite-file.ts'
import { migrateForward } from './sqlite-migrations.ts'

export { index, integer, primaryKey, real, sqliteTable as table, text, uniqueIndex }

export const bool = () => integer({ mode: 'boolean' })
export const json = <T>() => text({ mode: 'json' }).$type<T>()

/** Integer that names the row for spatial indexes and map features; explicit, since VACUUM may renumber an implicit one. */
export const fid = () => integer().primaryKey()

/** ISO 8601 in +08:00 outside, milliseconds since 1970 inside. */
export const instant = customType<{ data: string; driverData: number }>({
  dataType: () => 'integer',
  toDriver: (iso) => Date.parse(iso),
  fromDriver: shanghaiIso,
})

/** A short list of plain words, kept as `,one,two,` so that one word can be searched for: see `hasWord`. */
export const words = customType<{ data: readonly string[]; driverData: string }>({
  dataType: () => 'text',
  toDriver: (list) => `,${list.join(',')},`,
  fromDriver: (joined) => joined.split(',').filter((word) => word !== ''),
})

export type Db = BetterSQLite3Database & { $client: Database.Database }

/** What running a statement yields on the way: here nothing, since better-sqlite3 answers at once. */
export type Step = never
export type Work<T> = () => Generator<Step, T>
export type Outcome<T> = { readonly value: T } | { readonly error: unknown }

/** Opens, checks and migrates; `:memory:` for tests. Throws `CannotStart` when the file must not be used. */
export async function openDatabase(path: string): Promise<Db> {
  const client = prepareFile(path)
  const db = drizzle(client, { casing: 'snake_case' })
  migrateForward(db)
  return db
}

export const closeDatabase = async (db: Db): Promise<void> => void db.$client.close()

interface Compilable<T> {
  prepare(): { all(values?: Record<string, unknown>): T[] }
}

/** A query with placeholders, compiled once: for what every request asks. */
export function preparedQuery<T>(
  db: Db,
  build: (on: Db) => Compilable<T>,
): (values: Record<string, unknown>) => Promise<T[]> {
  const compiled = build(db).prepare()
  return async (values) => compiled.all(values)
}

/** Compiles a statement with placeholders once. Its run is a generator, so that a dialect that must wait can wait. */
export function statement<T>(
  db: Db,
  build: (on: Db) => Compilable<T>,
): (values: Record<string, unknown>) => Generator<Step, T[]> {
  const compiled = build(db).prepare()
  // biome-ignore lint/correctness/useYield: SQLite has nothing to wait for
  return function* (values) {
    return compiled.all(values)
  }
}

/** The same for a statement of which nobody reads a row. */
export function command(
  db: Db,
  build: (on: Db) => { prepare(): { run(values?: Record<string, unknown>): unknown } },
): (values: Record<string, unknown>) => Generator<Step, void> {
  const compiled = build(db).prepare()
  // biome-ignore lint/correctness/useYield: SQLite has nothing to wait for
  return function* (values) {
    compiled.run(values)
  }
}

/**
 * Runs every work in one transaction with one fsync; a failing one is undone alone. A work may be run twice.
 * Rejects, with nothing kept, when the transaction itself cannot be committed.
 */
export async function transact<T>(db: Db, works: readonly Work<T>[]): Promise<Outcome<T>[]> {
  return runTogether(db.$client, works) ?? runApart(db.$client, works)
}

/** Nearly always all succeed, and need no savepoints then; undefined, with nothing kept, when a work fails. */
function runTogether<T>(client: Database.Database, works: readonly Work<T>[]): Outcome<T>[] | undefined {
  const failed: unknown[] = []
  const all = client.transaction(() =>
    works.map((work) => {
      try {
        return { value: finish(work()) }
      } catch (error) {
        failed.push(error)
        throw error
      }
    }),
  )
  try {
    return all.immediate()
  } catch (error) {
    if (failed.includes(error)) return undefined
    throw error
  }
}

/** Each work within a savepoint of its own. */
function runApart<T>(client: Database.Database, works: readonly Work<T>[]): Outcome<T>[] {
  const one = client.transaction((work: Work<T>) => finish(work()))
  const all = client.transaction(() => works.map((work) => attempt(client, () => one(work))))
  return all.immediate()
}

function attempt<T>(client: Database.Database, run: () => T): Outcome<T> {
  try {
    return { value: run() }
  } catch (error) {
    // A full disk or a failing one ends the whole transaction: then nobody may be told that theirs was kept.
    if (!client.inTransaction) throw error
    return { error }
  }
}

function finish<T>(work: Generator<Step, T>): T {
  const step = work.next()
  if (!step.done) throw new Error('SQLite never waits')
  return step.value
}

/** Rows of `incidents` whose box may meet this one; R*Tree rounds outwards to 32 bits, so the caller asks again exactly. */
export function inBox(
  rowId: SQL.Aliased | { getSQL(): SQL },
  [west, south, east, north]: readonly [number, number, number, number],
): SQL {
  return sql`${rowId} in (select fid from incident_boxes
    where west <= ${east} and east >= ${west} and south <= ${north} and north >= ${south})`
}
