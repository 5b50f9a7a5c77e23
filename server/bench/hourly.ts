/** Five million hourly values in a real file: the latest of every site, a year of one, and what each value takes on the disk. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SQL, sql } from 'drizzle-orm'
import { closeDatabase, type Db, openDatabase } from '#dialect'
import { waterImported } from '../domain/change.ts'
import { shanghaiIso } from '../domain/shanghai-time.ts'
import { type HourlySeries, hourOf, hourStartMs, STATION_INDICATORS } from '../domain/water/hourly.ts'
import type { IndicatorId } from '../domain/water/indicator.ts'
import type { WaterImport } from '../domain/water/water-import.ts'
import { type Commit, groupCommit } from '../store/group-commit.ts'
import { type HourlyStore, hourlyStore, latestValues, valuesOf } from '../store/hourly-values.ts'
import { atMost, type BenchReport, median } from './round.ts'
import { seededRandom } from './seeded-random.ts'

const SITES = 30
/** 30 sites, 7 indicators and 24 000 hours (two years and nine months) are 5.04 million values. */
const HOURS = 24_000
const FIRST_HOUR = hourOf(Date.parse('2024-01-01T00:00:00+08:00'))
const YEAR_H = 365 * 24

export async function run(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'jiehe-hourly-'))
  const file = join(folder, 'hourly.sqlite')
  const db = await openDatabase(file)
  try {
    const before = performance.now()
    const stored = await fill(groupCommit(db, () => undefined))
    const fillS = (performance.now() - before) / 1000
    db.$client.pragma('wal_checkpoint(TRUNCATE)')
    const store = hourlyStore(db)
    const latest = await medians(() => store.latest())
    const year = await medians((turn) => yearOfOne(store, turn))
    const one = await medians((turn) => yearOfOne(store, turn, 'ammonia-nitrogen'))
    return {
      name: 'hourly',
      comparisons: [],
      targets: [
        atMost('latest value of every site, median ms of CPU time', 20, latest.cpuMs),
        atMost('year of one site, all its indicators, median ms of CPU time', 100, year.cpuMs),
        atMost('year of one site, one indicator, median ms of CPU time', 100, one.cpuMs),
      ],
      facts: {
        'values stored': stored,
        'stored per second, with fsync': Math.round(stored / fillS),
        'bytes per value': statSync(file).size / stored,
        'latest, median ms by the clock': latest.wallMs,
        'year, all indicators, median ms by the clock': year.wallMs,
        'year, one indicator, median ms by the clock': one.wallMs,
        'values of a year of one site': await yearOfOne(store, 0),
        'plan, latest': planOf(db, latestValues()),
        'plan, year': planOf(db, valuesOf(1, FIRST_HOUR, FIRST_HOUR + YEAR_H)),
      },
    }
  } finally {
    await closeDatabase(db)
    rmSync(folder, { recursive: true })
  }
}

/** Month after month, as they would have come; answers how many. */
async function fill(commit: Commit): Promise<number> {
  const random = seededRandom(212)
  const monthH = 750
  let stored = 0
  for (let from = 0; from < HOURS; from += monthH) {
    const brought = monthOf(FIRST_HOUR + from, monthH, random)
    const answer = await commit(waterImported(brought))
    if ('refusal' in answer) throw new Error(`the bench's own values were refused: ${answer.refusal}`)
    stored += brought.record.hourlyCount
  }
  return stored
}

function monthOf(firstHour: number, count: number, random: () => number): WaterImport {
  const hourly: HourlySeries[] = []
  for (let site = 0; site < SITES; site++) {
    for (const indicator of STATION_INDICATORS) {
      const values = Array.from({ length: count }, (_, n) => ({
        hour: firstHour + n,
        value: Math.round(random() * 10_000) / 1000,
        flag: 'N' as const,
      }))
      hourly.push({ sectionId: siteName(site), indicator, authority: 'municipal', isDemonstration: false, values })
    }
  }
  return { record: recordOf(firstHour, hourly), samples: [], corrects: [], hourly, targets: [], chiefs: [] }
}

function recordOf(firstHour: number, hourly: readonly HourlySeries[]): WaterImport['record'] {
  const name = `bench-${firstHour}`
  const hourlyCount = hourly.reduce((sum, { values }) => sum + values.length, 0)
  return {
    ...{ id: name, kind: 'hourly', fileName: `${name}.csv`, fileHash: name, authority: 'municipal', by: 'bench' },
    ...{ at: shanghaiIso(hourStartMs(firstHour)), sampleCount: 0, hourlyCount, correctedCount: 0 },
    ...{ isDemonstration: false, undoneAt: null, undoneBy: null },
  }
}

async function yearOfOne(store: HourlyStore, turn: number, indicator?: IndicatorId): Promise<number> {
  const from = FIRST_HOUR + ((turn * 997) % (HOURS - YEAR_H))
  const found = await store.period(siteName(turn % SITES), from, from + YEAR_H, indicator)
  return found.reduce((sum, { values }) => sum + values.length, 0)
}

/** CPU time is what the query costs; the clock also counts what else the machine was doing. */
async function medians(ask: (turn: number) => Promise<unknown>): Promise<{ cpuMs: number; wallMs: number }> {
  const turns: { cpu: number; wall: number }[] = []
  for (let turn = 0; turn < 31; turn++) {
    const [before, cpuBefore] = [performance.now(), process.cpuUsage()]
    await ask(turn)
    const { user, system } = process.cpuUsage(cpuBefore)
    turns.push({ cpu: (user + system) / 1000, wall: performance.now() - before })
  }
  return { cpuMs: median(turns.map(({ cpu }) => cpu)), wallMs: median(turns.map(({ wall }) => wall)) }
}

const siteName = (site: number): string => `section-${String(site + 1).padStart(2, '0')}`

const planOf = (db: Db, query: SQL): string =>
  db
    .values<[number, number, number, string]>(sql`explain query plan ${query}`)
    .map(([, , , step]) => step)
    .join('; ')
