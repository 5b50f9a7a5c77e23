/** Brings a database forward to this version's schema, and refuses one that a newer version has written. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { CannotOpen } from './cannot-open.ts'

const FOLDER = { migrationsFolder: fileURLToPath(new URL('./migrations/sqlite', import.meta.url)) }

/** All missing migrations in one transaction: killed in the middle, the next start begins again. */
export const migrateForward = (db: BetterSQLite3Database): void => migrate(db, FOLDER)

/** Looks without writing: a newer database is left byte for byte as it is. */
export function refuseNewerSchema(path: string): void {
  if (!existsSync(path)) return
  const newest = Math.max(...readMigrationFiles(FOLDER).map((migration) => migration.folderMillis))
  const applied = newestApplied(path)
  if (applied <= newest) return
  throw new CannotOpen(
    `数据库由更新版本的界河写入（${new Date(applied).toISOString()}），本版本不能使用，未作改动。` +
      'The database was written by a newer version of Jiehe; nothing was changed.',
  )
}

function newestApplied(path: string): number {
  const client = new Database(path, { readonly: true })
  try {
    const isOurs = client.prepare(`select 1 from sqlite_schema where name = '__drizzle_migrations'`).get() !== undefined
    return isOurs ? Number(client.prepare('select max(created_at) from __drizzle_migrations').pluck().get()) : 0
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    throw new CannotOpen(`数据库文件读不出：${path}。The database file cannot be read: ${error.message}.`)
  } finally {
    client.close()
  }
}
