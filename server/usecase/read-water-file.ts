/** Reads one file of water-quality data and lays it beside what is stored. Decides nothing and keeps nothing. */
import { setImmediate } from 'node:timers/promises'
import { isRefusal, type Refusal } from '#domain/refusal'
import { shanghaiDay } from '#domain/shanghai-time'
import type { HourlySeries } from '#domain/water/hourly'
import { againstStored } from '#domain/water/import/against-stored'
import { hourlyAgainstStored } from '#domain/water/import/hourly-against-stored'
import { readHourly } from '#domain/water/import/read-hourly'
import { type PlacedSample, readSamples } from '#domain/water/import/read-samples'
import { type FindSection, sectionFinder } from '#domain/water/import/section-name'
import type { RowIssue, Table } from '#domain/water/import/table'
import type { Sample, SampleAuthority } from '#domain/water/sample'
import { waterRulesAsOf } from '#domain/water/water-rules'
import type { Surroundings } from './surroundings.ts'

export interface WaterFileDraft {
  readonly fileName: string
  readonly content: Uint8Array
  readonly kind: 'samples' | 'hourly'
  readonly authority: SampleAuthority
  readonly measuredBy: string
  readonly isCorrection: boolean
}

/** Nothing of it may be taken while `refused` is not empty. */
export interface FileReading {
  readonly rowCount: number
  readonly samples: readonly Sample[]
  readonly corrects: readonly string[]
  readonly hourly: readonly HourlySeries[]
  readonly refused: readonly RowIssue[]
  readonly warnings: readonly RowIssue[]
}

/** Ids of samples begin with `importId`. */
export async function readWaterFile(
  draft: WaterFileDraft,
  importId: string,
  at: Surroundings,
): Promise<FileReading | Refusal> {
  const atlas = at.world.atlasAsOf(shanghaiDay(at.nowMs()))
  if (isRefusal(atlas)) return atlas
  const table = await at.readSpreadsheet(draft.content)
  if (isRefusal(table)) return table
  const findSection = sectionFinder(atlas.rivers.features.sections.map(({ properties }) => properties))
  return draft.kind === 'hourly'
    ? readHourlyFile(draft, table, findSection, at)
    : readSampleFile(draft, importId, table, findSection, at)
}

async function readSampleFile(
  { authority, measuredBy, isCorrection }: WaterFileDraft,
  importId: string,
  table: Table,
  findSection: FindSection,
  at: Surroundings,
): Promise<FileReading> {
  const nowMs = at.nowMs()
  const reading = await unhurried(
    readSamples(table, {
      ...{ findSection, authority, measuredBy, nowMs },
      idOf: (row) => `${importId}-${row}`,
      rules: waterRulesAsOf(shanghaiDay(nowMs)),
    }),
  )
  const stored = await storedBeside(reading.samples, at)
  const { samples, corrects, refused, warnings } = againstStored(reading.samples, stored, isCorrection)
  return {
    ...{ rowCount: reading.rowCount, samples, corrects, hourly: [] },
    refused: [...reading.refused, ...refused].toSorted(byRow),
    warnings: [...reading.warnings, ...warnings].toSorted(byRow),
  }
}

async function storedBeside(placed: readonly PlacedSample[], at: Surroundings): Promise<readonly Sample[]> {
  if (placed.length === 0) return []
  const times = placed.map(({ sample }) => Date.parse(sample.sampledAt)).toSorted((a, b) => a - b)
  const sections = new Set(placed.map(({ sample }) => sample.sectionId))
  return at.water.samplesBetween([...sections], times[0] ?? 0, (times.at(-1) ?? 0) + 1)
}

async function readHourlyFile(
  { authority }: WaterFileDraft,
  table: Table,
  findSection: FindSection,
  at: Surroundings,
): Promise<FileReading> {
  const reading = await unhurried(readHourly(table, { findSection, authority, nowMs: at.nowMs() }))
  const hourly: HourlySeries[] = []
  const [refused, warnings] = [[...reading.refused], [...reading.warnings]]
  for (const series of reading.hourly) {
    const [first, last] = [series.values[0]?.hour ?? 0, series.values.at(-1)?.hour ?? 0]
    const there = await at.hourly.period(series.sectionId, first, last + 1, series.indicator)
    const beside = hourlyAgainstStored(series, there)
    if (beside.series.values.length > 0) hourly.push(beside.series)
    refused.push(...beside.refused)
    warnings.push(...beside.warnings)
  }
  return { rowCount: reading.rowCount, samples: [], corrects: [], hourly, refused, warnings }
}

const byRow = (a: RowIssue, b: RowIssue): number => a.row - b.row

/** Rows between which others are served: a long file must not hold the server up. */
const ROWS_AT_ONCE = 500

async function unhurried<T>(rows: Generator<void, T>): Promise<T> {
  for (let row = 1; ; row++) {
    const step = rows.next()
    if (step.done) return step.value
    if (row % ROWS_AT_ONCE === 0) await setImmediate()
  }
}
