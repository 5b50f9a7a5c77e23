/**
 * 构网: turns a layer of polylines into `reaches.geojson`, `nodes.geojson`, `problems.geojson` and `drifts.geojson` (WGS 84).
 *
 * The summary and what could not be used go to standard error. Exit code 0 when a network was written, 2 when the command was
 * called wrongly or the file gives none.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Feature, Geometry } from 'geojson'
import { buildAtlas } from '#domain/atlas'
import { type BuiltNetwork, buildNetwork } from '#domain/network/build-network'
import { shanghaiDay } from '#domain/shanghai-time'
import { readReferenceFiles } from '../reference-files.ts'
import { type NetworkArguments, readArguments, USAGE } from './network-arguments.ts'
import { type BrokenFile, isBroken, type LinesRead, readLineFile, readMendFile, readOutlets } from './network-input.ts'

const MOST_TOLD = 20
const NO_LINES = { pointer: '', code: 'no-lines', zh: '文件里没有线。', en: 'There is no line in the file.' }

const given = readArguments(process.argv.slice(2))
process.exitCode = typeof given === 'string' ? explain(given) : await run(given)

function explain(problem: string): number {
  process.stderr.write(problem === '' ? USAGE : `${problem}\n\n${USAGE}`)
  return problem === '' ? 0 : 2
}

async function run(given: NetworkArguments): Promise<number> {
  const read = await readAll(given).catch(cannotOpen)
  if (read === null) return 2
  if (isBroken(read)) return refuse(read)
  const { lines, unusable } = read.source
  tellUnusable(read.source)
  if (lines.length === 0) return refuse({ file: given.file, issue: unusable[0]?.issue ?? NO_LINES })
  const startedMs = performance.now()
  const network = buildNetwork({ ...networkInput(given), lines, outlets: read.outlets, mends: read.mends })
  if ('refusal' in network)
    return refuse({ file: given.file, issue: { pointer: '', code: network.refusal, ...network } })
  write(given.out, network)
  tellSummary(network, lines.length, performance.now() - startedMs, given.out)
  return 0
}

async function readAll({ file, crs, keys, outlets, mends }: NetworkArguments) {
  const [source, declared, decided] = [
    await readLineFile(file, crs, keys),
    await readOutlets(outlets, crs),
    readMendFile(mends),
  ]
  if (isBroken(source)) return source
  if (isBroken(declared)) return declared
  return isBroken(decided) ? decided : { source, outlets: declared, mends: decided }
}

function networkInput(given: NetworkArguments) {
  const { file, snapM, nearM, borderM, driftM, orientation, accuracyM, licence } = given
  const day = given.day ?? shanghaiDay(Date.now())
  const provenance = { accuracyM, source: basename(file), licence, validFrom: day, validTo: null, schematic: false }
  const units = buildAtlas(readReferenceFiles().reference, day).districts
  return { units, settings: { snapM, nearM, borderM, driftM, orientation, provenance } }
}

function write(folder: string, network: BuiltNetwork): void {
  mkdirSync(folder, { recursive: true })
  for (const [layer, { features }] of Object.entries(network)) writeLayer(join(folder, `${layer}.geojson`), features)
}

/** One feature a line, so that two builds can be compared line by line. */
function writeLayer(path: string, features: readonly Feature<Geometry | null>[]): void {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n')
  writeFileSync(path, `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`)
}

function tellUnusable({ unusable }: LinesRead): void {
  for (const { row, issue } of unusable.slice(0, MOST_TOLD)) {
    process.stderr.write(`第 ${row} 个要素未用 / feature ${row} not used：${issue.zh} ${issue.en}\n`)
  }
  if (unusable.length > MOST_TOLD) process.stderr.write(`…… ${unusable.length - MOST_TOLD} more\n`)
}

function tellSummary({ reaches, nodes, problems, drifts }: BuiltNetwork, lines: number, ms: number, out: string): void {
  const counts = new Map<string, number>()
  for (const { properties } of problems.features) counts.set(properties.kind, (counts.get(properties.kind) ?? 0) + 1)
  const listed = [...counts].map(([kind, count]) => `  ${kind}: ${count}\n`).join('')
  process.stderr.write(
    `${lines} 条线 / lines → ${reaches.features.length} 个河段 / reaches，${nodes.features.length} 个节点 / nodes，` +
      `${drifts.features.length / 2} 处漂移 / drifts，${(ms / 1000).toFixed(2)} s → ${out}\n` +
      `问题 / problems: ${problems.features.length}\n${listed}`,
  )
}

function refuse({ file, issue }: BrokenFile): number {
  process.stderr.write(`${file} ${issue.pointer}：${issue.zh} ${issue.en}\n`)
  return 2
}

function cannotOpen(error: unknown): null {
  process.stderr.write(`打不开文件 / cannot open the file: ${error instanceof Error ? error.message : String(error)}\n`)
  return null
}
