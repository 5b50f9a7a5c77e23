/** Opens a SQLite file so that what is acknowledged is on the disk, and refuses to go on when that does not hold. */
import Database from 'better-sqlite3'
import { CannotOpen } from './cannot-open.ts'
import { refuseNewerSchema } from './sqlite-migrations.ts'

/** Before this one, two connections that checkpoint at once could corrupt a WAL database (https://sqlite.org/wal.html). */
const OLDEST_SAFE_SQLITE = [3, 51, 3] as const

/**
 * In this order: better-sqlite3 is built so that switching to WAL takes `synchronous` down to NORMAL at the first use,
 * and then a power cut loses acknowledged commits.
 */
const PRAGMAS = [
  { name: 'journal_mode', set: 'WAL', held: 'wal' },
  { name: 'synchronous', set: 'FULL', held: 2 },
  { name: 'foreign_keys', set: 'ON', held: 1 },
  { name: 'busy_timeout', set: '5000', held: 5000 },
  { name: 'trusted_schema', set: 'OFF', held: 0 },
  { name: 'secure_delete', set: 'ON', held: 1 },
  // What a savepoint may have to undo stays in memory: a third less time per change, and no traces in temporary files.
  { name: 'temp_store', set: 'MEMORY', held: 2 },
  { name: 'journal_size_limit', set: '67108864', held: 67_108_864 },
] as const

export function prepareFile(path: string): Database.Database {
  if (path !== ':memory:') refuseNewerSchema(path)
  const client = open(path)
  try {
    requireSafeVersion(client)
    for (const { name, set } of PRAGMAS) client.pragma(`${name}=${set}`)
    client.prepare('select count(*) from sqlite_schema').get()
    const isInMemory = path === ':memory:'
    for (const { name, held } of PRAGMAS) requireHeld(client, name, isInMemory && held === 'wal' ? 'memory' : held)
    return client
  } catch (error) {
    client.close()
    throw error
  }
}

function open(path: string): Database.Database {
  try {
    return new Database(path)
  } catch (error) {
    throw new CannotOpen(`数据库打不开：${path}。The database cannot be opened: ${String(error)}.`)
  }
}

function requireHeld(client: Database.Database, name: string, held: string | number): void {
  const found = client.pragma(name, { simple: true })
  if (found === held) return
  throw new CannotOpen(
    `数据库设置 ${name} 应为 ${held}，实为 ${found}，不能保证已确认的数据不丢。` +
      `SQLite setting ${name} is ${found} and not ${held}, so acknowledged data could be lost.`,
  )
}

function requireSafeVersion(client: Database.Database): void {
  const version = String(client.prepare('select sqlite_version()').pluck().get())
  if (isAtLeast(version, OLDEST_SAFE_SQLITE)) return
  throw new CannotOpen(
    `SQLite ${version} 有损坏 WAL 数据库的缺陷，需要 3.51.3 以上。` +
      `SQLite ${version} can corrupt a WAL database; 3.51.3 or newer is needed.`,
  )
}

/** `3.51.3` against [3, 51, 3], part by part. */
export function isAtLeast(version: string, oldest: readonly number[]): boolean {
  const parts = version.split('.').map(Number)
  for (const [position, wanted] of oldest.entries()) {
    const part = parts[position] ?? 0
    if (part !== wanted) return part > wanted
  }
  return true
}
