/**
 * The batch: assesses every report of a file.
 *
 * Answers go to standard output as a FeatureCollection (WGS 84) with `properties.assessment`, progress to standard error,
 * rows that cannot be judged to the rejects file. Exit code 0 when the batch ran, 2 when it was called wrongly.
 */
import { readFileSync } from 'node:fs'
import type { Feature } from 'geojson'
import { assessChecked } from '#domain/assess'
import { dayText } from '#domain/day-text'
import { placeGeometry } from '#domain/place'
import { type FieldIssue, isRefusal, type Refusal } from '#domain/refusal'
import { checkReport } from '#domain/report/check'
import { createWorld, type World } from '#domain/world'
import { readReferenceFiles } from '../reference-files.ts'
import { type AssessArguments, readArguments, USAGE } from './assess-arguments.ts'
import { FeatureWriter } from './feature-writer.ts'
import { type ReadableRow, type ReportRow, readReports } from './read-reports.ts'
import { Rejects } from './rejects.ts'

const PROGRESS_EVERY = 50_000

// Whoever reads the answers may have seen enough (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const given = readArguments(process.argv.slice(2))
process.exitCode = typeof given === 'string' ? explain(given) : await run(given)

function explain(problem: string): number {
  process.stderr.write(problem === '' ? USAGE : `${problem}\n\n${USAGE}`)
  return problem === '' ? 0 : 2
}

async function run(given: AssessArguments): Promise<number> {
  const opened = await open(given).catch(cannotOpen)
  if (opened === null) return 2
  const { rows, first, rejects } = opened
  const world = shippedWorld()
  const answers = new FeatureWriter(process.stdout)
  const startedMs = performance.now()
  let count = 0
  for (let next = first; next.done !== true; next = await rows.next()) {
    const answer = assessRow(next.value, given, world)
    if (Array.isArray(answer)) await rejects.add(next.value.row, answer, next.value.raw)
    else await answers.write(answer)
    if (++count % PROGRESS_EVERY === 0) report(count, rejects.count, startedMs)
  }
  await answers.end()
  await rejects.end()
  report(count, rejects.count, startedMs)
  return 0
}

/** Both files are opened before anything is written. */
async function open({ file, rejects }: AssessArguments) {
  const rows = readReports(file)
  return { rows, first: await rows.next(), rejects: new Rejects(rejects) }
}

/** The feature with its assessment, or the issues for which the row is rejected. */
function assessRow(row: ReportRow, { defaults }: AssessArguments, world: World): Feature | FieldIssue[] {
  if ('issue' in row) return [row.issue]
  const checked = checkReport({ ...defaults, ...row.properties, geometry: row.geometry }, Date.now())
  if (isRefusal(checked)) return issuesOf(checked)
  const assessment = assessChecked(checked, world, { withGeometry: false })
  if (isRefusal(assessment)) return issuesOf(assessment)
  return featureOf(row, { geometry: placeGeometry(checked.place), properties: { ...row.properties, assessment } })
}

/** The answer's coordinates are WGS 84 whatever the row's were, and say so. */
function featureOf({ id }: ReadableRow, { geometry, properties }: Pick<Feature, 'geometry' | 'properties'>): Feature {
  const named = { ...properties, crs: 'EPSG:4326' }
  return id === undefined
    ? { type: 'Feature', geometry, properties: named }
    : { type: 'Feature', id, geometry, properties: named }
}

function issuesOf(refusal: Refusal): FieldIssue[] {
  if ('issues' in refusal) return [...refusal.issues]
  if (refusal.refusal === 'no-boundaries-for-date' || refusal.refusal === 'no-rules-for-date') {
    const [day, first] = [dayText(refusal.date), dayText(refusal.firstDate)]
    return [
      {
        pointer: '/occurredAt',
        code: refusal.refusal,
        zh: `${day.zh}没有可用的界线或规则，最早为${first.zh}。`,
        en: `There are no boundaries or rules for ${day.en}: the first are of ${first.en}.`,
      },
    ]
  }
  throw new Error(`an assessment is never refused as ${refusal.refusal}`)
}

function shippedWorld(): World {
  const { reference, version } = readReferenceFiles()
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const isVersioned = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  return createWorld(reference, { reference: version, software: isVersioned ? String(manifest.version) : '' })
}

function report(count: number, rejected: number, startedMs: number): void {
  const seconds = (performance.now() - startedMs) / 1000
  const rate = Math.round(count / Math.max(seconds, 1e-3))
  process.stderr.write(`已研判 ${count - rejected} / assessed；退回 ${rejected} / rejected；每秒 ${rate} / s\n`)
}

function cannotOpen(error: unknown): null {
  process.stderr.write(`打不开文件 / cannot open the file: ${error instanceof Error ? error.message : String(error)}\n`)
  return null
}
