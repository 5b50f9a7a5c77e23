import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeDatabase, type Db, openDatabase } from '#dialect'
import { type CommittedChange, demonstrationsRemoved, incidentReported } from '#domain/change'
import { changeStore } from '../../server/store/changes.ts'
import { groupCommit } from '../../server/store/group-commit.ts'
import { incidentStore } from '../../server/store/incidents.ts'
import { anIncident, aReport, idOf } from '../fixtures/incidents.ts'

let folder: string
let file: string
let db: Db
let published: CommittedChange[]
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiehe-commit-'))
  file = join(folder, 'test.sqlite')
  db = await openDatabase(file)
  published = []
})
afterEach(async () => {
  await closeDatabase(db)
  rmSync(folder, { recursive: true })
})

const commitWith = (options?: { grouping: boolean }) => groupCommit(db, (change) => published.push(change), options)
const report = (n: number, parts = {}) => incidentReported(anIncident(n, parts), 'tester')

it('an incident comes back as it was saved, with the number of its day', async () => {
  const committed = await commitWith()(report(1))
  expect(committed).toMatchObject({ numbers: ['JH-20261124-0001'], change: { sequence: 1, incidentIds: [idOf(1)] } })
  expect(await incidentStore(db).byId(idOf(1))).toEqual({ ...anIncident(1), number: 'JH-20261124-0001' })
})

it('numbers are counted per day of Beijing, not of Greenwich', async () => {
  const commit = commitWith()
  const numbers = ['2026-11-24T23:59:59+08:00', '2026-11-24T16:00:00Z', '2026-11-25T15:59:59Z'].map(async (at, n) => {
    const committed = await commit(report(n, { reportedAt: at }))
    return 'numbers' in committed ? committed.numbers[0] : committed
  })
  expect(await Promise.all(numbers)).toEqual(['JH-20261124-0001', 'JH-20261125-0001', 'JH-20261125-0002'])
})

it('a number is never given again, also after its incident has gone', async () => {
  const commit = commitWith()
  await commit(report(1))
  await commit(demonstrationsRemoved([idOf(1)], 'tester', '2026-11-24T12:00:00+08:00'))
  expect(await commit(report(2))).toMatchObject({ numbers: ['JH-20261124-0002'] })
})

it('changes that arrive in one turn of the loop share one transaction, and each is answered', async () => {
  const before = committedTransactions(file)
  const commit = commitWith()
  const answers = await Promise.all(Array.from({ length: 32 }, (_, n) => commit(report(n))))
  expect(answers.map((answer) => 'numbers' in answer && answer.numbers[0])).toHaveLength(32)
  expect(new Set(answers.map((answer) => 'change' in answer && answer.change.sequence)).size).toBe(32)
  expect(committedTransactions(file) - before).toBe(1)
})

it('with grouping off each change has a transaction of its own', async () => {
  const before = committedTransactions(file)
  const commit = commitWith({ grouping: false })
  await Promise.all(Array.from({ length: 5 }, (_, n) => commit(report(n))))
  expect(committedTransactions(file) - before).toBe(5)
})

it('a change that cannot be made is undone alone and does not sink its neighbours', async () => {
  const commit = commitWith()
  await commit(report(1))
  const answers = await Promise.all([commit(report(2)), commit(report(1)), commit(report(3))])
  expect(answers[1]).toEqual({ refusal: 'stale', id: idOf(1) })
  expect([answers[0], answers[2]]).toMatchObject([{ numbers: ['JH-20261124-0002'] }, { numbers: ['JH-20261124-0003'] }])
  expect((await incidentStore(db).list(everything)).total).toBe(3)
})

it('a change that fails for another reason rejects alone', async () => {
  const commit = commitWith()
  const impossible = report(9, { report: aReport({ occurredAt: 'no date' }) })
  const answers = await Promise.allSettled([commit(report(2)), commit(impossible), commit(report(3))])
  expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(published.map((change) => change.sequence)).toEqual([1, 2])
})

it('removing one that is not there undoes the whole change', async () => {
  const commit = commitWith()
  await commit(report(1))
  const both = demonstrationsRemoved([idOf(1), idOf(2)], 'tester', '2026-11-24T12:00:00+08:00')
  expect(await commit(both)).toEqual({ refusal: 'stale', id: idOf(2) })
  expect(await incidentStore(db).byId(idOf(1))).toBeDefined()
})

it('what is published is what the audit trail holds, in the same order', async () => {
  const commit = commitWith()
  await Promise.all([commit(report(1)), commit(report(2))])
  await commit(demonstrationsRemoved([idOf(1)], 'tester', '2026-11-24T12:00:00+08:00'))
  expect(await changeStore(db).since(0, 10)).toEqual(published)
  expect(await changeStore(db).since(1, 1)).toEqual([published[1]])
  expect(await changeStore(db).lastSequence()).toBe(3)
})

it('the history of an incident outlives it', async () => {
  const commit = commitWith()
  await commit(report(1))
  await commit(report(2))
  await commit(demonstrationsRemoved([idOf(1)], 'tester', '2026-11-24T12:00:00+08:00'))
  const history = await changeStore(db).ofIncident(idOf(1))
  expect(history.map((change) => change.kind)).toEqual(['incident-reported', 'demonstrations-removed'])
})

it('the trail cannot be altered or cut, not even by hand', async () => {
  await commitWith()(report(1))
  expect(() => db.$client.exec(`update changes set why = 'other'`)).toThrow(/never altered/)
  expect(() => db.$client.exec('delete from changes')).toThrow(/never removed/)
})

const everything = { sort: 'reportedAt', order: 'desc', limit: 50, offset: 0 } as const

/** Commits that lie in the write-ahead log: frames that carry the size of the database (https://sqlite.org/fileformat2.html#walformat). */
function committedTransactions(file: string): number {
  const log = readFileSync(`${file}-wal`)
  const frameSize = 24 + log.readUInt32BE(8)
  let commits = 0
  for (let frame = 32; frame + frameSize <= log.length; frame += frameSize) {
    if (log.readUInt32BE(frame + 4) > 0) commits++
  }
  return commits
}
