import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '#dialect'
import { incidentReported } from '#domain/change'
import { CannotOpen } from '../../server/store/cannot-open.ts'
import { openDataFolder } from '../../server/store/data-folder.ts'
import { groupCommit } from '../../server/store/group-commit.ts'
import { incidentStore } from '../../server/store/incidents.ts'
import { isAtLeast } from '../../server/store/sqlite-file.ts'
import { anIncident, idOf } from '../fixtures/incidents.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiehe-open-'))
  file = join(folder, 'test.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('every setting that durability rests on still holds after the database has been used', async () => {
  const db = await openDatabase(file)
  await groupCommit(db, () => {})(incidentReported(anIncident(1), 'tester'))
  const held = (name: string) => db.$client.pragma(name, { simple: true })
  expect(held('journal_mode')).toBe('wal')
  expect(held('synchronous')).toBe(2)
  expect(held('foreign_keys')).toBe(1)
  expect(held('busy_timeout')).toBe(5000)
  expect(held('trusted_schema')).toBe(0)
  expect(held('secure_delete')).toBe(1)
  await closeDatabase(db)
})

it('a second opening finds what the first has kept', async () => {
  const first = await openDatabase(file)
  await groupCommit(first, () => {})(incidentReported(anIncident(1), 'tester'))
  await closeDatabase(first)
  const second = await openDatabase(file)
  expect(await incidentStore(second).byId(idOf(1))).toMatchObject({ number: 'JH-20261124-0001' })
  await closeDatabase(second)
})

it('a database of a newer version is refused and not changed by a byte', async () => {
  await closeDatabase(await openDatabase(file))
  const newer = new Database(file)
  newer.exec(`insert into __drizzle_migrations (hash, created_at) values ('from the future', 9999999999999)`)
  newer.pragma('wal_checkpoint(TRUNCATE)')
  newer.close()
  const before = readFileSync(file)
  await expect(openDatabase(file)).rejects.toThrow(/更新版本.*newer version/s)
  await expect(openDatabase(file)).rejects.toBeInstanceOf(CannotOpen)
  expect(readFileSync(file).equals(before)).toBe(true)
})

it('a file that is no database is refused in words, and left alone', async () => {
  writeFileSync(file, '这不是数据库'.repeat(1000))
  await expect(openDatabase(file)).rejects.toThrow(/读不出.*cannot be read/s)
  expect(readFileSync(file, 'utf8')).toBe('这不是数据库'.repeat(1000))
})

it('a data folder serves one process at a time', () => {
  const first = openDataFolder(join(folder, 'new', 'data'))
  expect(() => openDataFolder(join(folder, 'new', 'data'))).toThrow(/正由另一个.*already in use/s)
  first.release()
  openDataFolder(join(folder, 'new', 'data')).release()
})

it('a data folder that cannot be made is refused in words', () => {
  writeFileSync(file, 'a file and no folder')
  expect(() => openDataFolder(join(file, 'data'))).toThrow(CannotOpen)
})

it.each([
  ['3.51.2', false],
  ['3.9.10', false],
  ['3.51.3', true],
  ['3.53.0', true],
  ['4.0', true],
  ['3.51', false],
])('SQLite %s is safe to write with: %s', (version, isSafe) => {
  expect(isAtLeast(version, [3, 51, 3])).toBe(isSafe)
})
