/** Turns what a change does to the water-quality data into statements; run inside the change's own savepoint. */
import type { Db, Step } from '#dialect'
import { HOURLY_FLAGS, type HourlySeries } from '#domain/water/hourly'
import type { Sample } from '#domain/water/sample'
import type { WaterChange, WaterImport } from '#domain/water/water-import'
import type { WaterNote } from '#domain/water/water-note'
import type { WaterRecord } from './schema.ts'
import { Stale } from './stale.ts'
import { packMeasurement } from './water-samples.ts'
import { compileWater, type WaterStatements } from './water-statements.ts'

/** Who changes and when. */
interface Signature {
  readonly at: string
  readonly by: string
}

export function waterWriter(db: Db): (change: WaterChange, signed: Signature) => Generator<Step, WaterRecord> {
  const statements = compileWater(db)
  return function* (change, signed) {
    if (change.action === 'import') return yield* take(statements, change.import)
    if (change.action === 'undo') return yield* undo(statements, change.importId, signed)
    if (change.action === 'note') return yield* addNote(statements, change.note)
    return yield* removeDemonstrations(statements)
  }
}

/** Rows that travel in one statement as JSON: ten times as fast as one statement a row, and never a long text. */
const ROWS_AT_ONCE = 5000

function* take(statements: WaterStatements, brought: WaterImport): Generator<Step, WaterRecord> {
  const { record, samples, corrects, hourly, targets, chiefs } = brought
  const hours = hourly.flatMap(({ values: [first, ...rest] }) =>
    first ? [first.hour, (rest.at(-1) ?? first).hour] : [],
  )
  const [inserted] = yield* statements.insertImport({ ...record, firstHour: least(hours), lastHour: most(hours) })
  if (inserted === undefined) throw new Stale(record.id)
  for (const ids of slices(corrects)) {
    const retired = yield* statements.retireSamples({ ids: JSON.stringify(ids), importId: record.id })
    if (retired.length < ids.length) throw new Stale(record.id)
  }
  for (const part of slices(samples)) {
    const kept = yield* statements.insertSamples({ rows: JSON.stringify(part.map(rowOf)), importId: record.id })
    if (kept.length < part.length) throw new Stale(record.id)
  }
  for (const series of hourly) yield* takeHourly(statements, series, record.id, inserted.number)
  for (const target of targets) {
    const { isDemonstration } = record
    yield* statements.insertTarget({ ...target, validTo: target.validTo ?? null, isDemonstration })
  }
  for (const chief of chiefs) yield* statements.insertChief({ ...chief })
  return { action: 'import', importId: record.id, fileHash: record.fileHash }
}

function* takeHourly(
  statements: WaterStatements,
  { sectionId, indicator, authority, isDemonstration, values }: HourlySeries,
  importId: string,
  importNumber: number,
): Generator<Step, void> {
  const [found] = yield* statements.seriesNumber({ sectionId, indicator, authority, isDemonstration })
  if (found === undefined) throw new Error('the series has no number')
  for (const part of slices(values)) {
    const rows = part.map(({ hour, value, flag }) => [hour, value, HOURLY_FLAGS.indexOf(flag)])
    const kept = yield* statements.insertHourly({ rows: JSON.stringify(rows), series: found.series, importNumber })
    if (kept.length < part.length) throw new Stale(importId)
  }
}

/** Takes the samples of the import out of force and puts back those that it had corrected. */
function* undo(statements: WaterStatements, importId: string, { at, by }: Signature): Generator<Step, WaterRecord> {
  const [undone] = yield* statements.markUndone({ importId, undoneAt: Date.parse(at), undoneBy: by })
  if (undone === undefined) throw new Stale(importId)
  const retired = yield* statements.retireImport({ importId })
  // Fewer: a later import corrects some of them, and must be undone before this one.
  if (retired.length < undone.sampleCount) throw new Stale(importId)
  yield* statements.restoreCorrected({ importId })
  const { number, firstHour, lastHour } = undone
  if (firstHour !== null) yield* statements.deleteHourly({ importNumber: number, firstHour, lastHour })
  return { action: 'undo', importId, fileHash: undone.fileHash }
}

function* addNote(statements: WaterStatements, note: WaterNote): Generator<Step, WaterRecord> {
  const [added] = yield* statements.insertNote({ ...note })
  if (added === undefined) throw new Stale(note.id)
  return { action: 'note', noteId: note.id }
}

function* removeDemonstrations(statements: WaterStatements): Generator<Step, WaterRecord> {
  const samples = yield* statements.deleteDemonstrationSamples({})
  const hourlyValues = yield* statements.deleteDemonstrationHourly({})
  yield* statements.deleteDemonstrationSeries({})
  yield* statements.deleteDemonstrationTargets({})
  yield* statements.deleteDemonstrationChiefs({})
  yield* statements.deleteDemonstrationImports({})
  return { action: 'remove-demonstrations', samples: samples.length, hourlyValues: hourlyValues.length }
}

/** In the order of the columns of `insertSamples`. */
const rowOf = (sample: Sample) => [
  sample.id,
  sample.sectionId,
  Date.parse(sample.sampledAt),
  sample.origin,
  sample.authority,
  sample.measuredBy,
  Number(sample.isReleased),
  Number(sample.isDemonstration),
  sample.measurements.map(packMeasurement),
]

function* slices<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) yield rows.slice(from, from + ROWS_AT_ONCE)
}

const least = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : Math.min(...numbers))
const most = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : Math.max(...numbers))
