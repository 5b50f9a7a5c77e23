import { type SQL, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDatabase, type Db, openDatabase } from '#dialect'
import { waterImported } from '#domain/change'
import { HOURLY_FLAGS, type HourlySeries } from '#domain/water/hourly'
import type { IndicatorId } from '#domain/water/indicator'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { type Commit, groupCommit } from '../../server/store/group-commit.ts'
import { type HourlyStore, hourlyStore, latestValues, valuesOf } from '../../server/store/hourly-values.ts'
import { anImport } from '../fixtures/water.ts'

let db: Db
let hourly: HourlyStore
let commit: Commit
beforeEach(async () => {
  db = await openDatabase(':memory:')
  hourly = hourlyStore(db)
  commit = groupCommit(db, () => undefined)
})
afterEach(() => closeDatabase(db))

const series = (sectionId: string, indicator: IndicatorId, hours: readonly number[]): HourlySeries => ({
  sectionId,
  indicator,
  authority: 'municipal',
  isDemonstration: false,
  values: hours.map((hour) => ({ hour, value: hour / 1000, flag: HOURLY_FLAGS[hour % HOURLY_FLAGS.length] ?? 'N' })),
})

it('a series comes back as it was sent, flags included, within the hours asked for', async () => {
  await commit(waterImported(anImport(1, { hourly: [series('a', 'ph', [10, 11, 12, 15]), series('a', 'cod', [11])] })))
  expect(await hourly.period('a', 11, 15, 'ph')).toEqual([series('a', 'ph', [11, 12])])
  expect(await hourly.period('a', 0, 99)).toEqual([series('a', 'ph', [10, 11, 12, 15]), series('a', 'cod', [11])])
  expect(await hourly.period('b', 0, 99)).toEqual([])
})

it('the latest value of every site and indicator is what a search of all values finds', async () => {
  const random = seededRandom(5)
  const all: HourlySeries[] = []
  for (const site of ['a', 'b', 'c', 'd']) {
    for (const indicator of ['ph', 'cod', 'ammonia-nitrogen'] as const) {
      const hours = new Set(
        Array.from({ length: 1 + Math.floor(random() * 200) }, () => Math.floor(random() * 100_000)),
      )
      all.push(
        series(
          site,
          indicator,
          [...hours].toSorted((x, y) => x - y),
        ),
      )
    }
  }
  await commit(waterImported(anImport(1, { hourly: all })))
  const expected = all.map(({ values, ...rest }) => ({ ...rest, ...values.at(-1) }))
  expect(await hourly.latest()).toEqual(expected)
})

it('what a station sends late does not become the latest', async () => {
  await commit(waterImported(anImport(1, { hourly: [series('a', 'ph', [100])] })))
  await commit(waterImported(anImport(2, { hourly: [series('a', 'ph', [50])] })))
  expect(await hourly.latest()).toMatchObject([{ hour: 100 }])
})

it('an hour that is there already is not overwritten, and its whole import is refused', async () => {
  await commit(waterImported(anImport(1, { hourly: [series('a', 'ph', [100])] })))
  const again = anImport(2, { hourly: [series('a', 'ph', [99, 100])] })
  expect(await commit(waterImported(again))).toEqual({ refusal: 'stale', id: 'import-2' })
  expect(await hourly.period('a', 0, 200)).toEqual([series('a', 'ph', [100])])
})

describe('the plans of the queries', () => {
  const plan = (query: SQL) => JSON.stringify(db.all(sql`explain query plan ${query}`))

  it('the latest values are seeks in the key, never a scan of the values', () => {
    const found = plan(latestValues())
    expect(found).toContain('SEARCH v USING PRIMARY KEY (series=? AND hour=?)')
    expect(found).toContain('SEARCH hourly_values USING PRIMARY KEY (series=?)')
    expect(found).not.toMatch(/SCAN (v|hourly_values)/)
  })

  it('a period is one range of the key', () => {
    expect(plan(valuesOf(1, 2, 3))).toContain('SEARCH hourly_values USING PRIMARY KEY (series=? AND hour>? AND hour<?)')
  })
})
