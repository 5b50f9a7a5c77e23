/** `npm run bench [-- --only NAME] [--json]`: runs the benches one after the other and prints what they found. */
import { parseArgs } from 'node:util'
import type { BenchReport } from './round.ts'

/** One line per bench: its name and how to load it. */
const BENCHES: Readonly<Record<string, () => Promise<{ run: () => Promise<BenchReport> }>>> = {
  locate: () => import('./locate.ts'),
  crossing: () => import('./crossing.ts'),
  trace: () => import('./trace.ts'),
  network: () => import('./network.ts'),
  assess: () => import('./assess.ts'),
  'first-map': () => import('./first-map.ts'),
  'durable-writes': () => import('./durable-writes.ts'),
  hourly: () => import('./hourly.ts'),
  'water-review': () => import('./water-review.ts'),
}

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean', default: false } } })
const names = Object.keys(BENCHES).filter((name) => values.only === undefined || values.only === name)
if (names.length === 0) {
  console.error(`No bench is called ${values.only}; there are: ${Object.keys(BENCHES).join(', ')}`)
  process.exit(2)
}

const reports: BenchReport[] = []
for (const name of names) {
  console.error(`bench ${name} ...`)
  const bench = await BENCHES[name]?.()
  if (bench === undefined) continue
  const report = await bench.run()
  reports.push(report)
  if (!values.json) print(report)
}
if (values.json) console.log(JSON.stringify(reports, null, 2))

function print({ name, comparisons, targets, facts }: BenchReport): void {
  console.log(`\n# ${name}`)
  console.table(facts)
  for (const { title, measures } of comparisons) {
    console.log(title)
    console.table(
      measures.map((measured) => ({
        name: measured.name,
        'ops/s': readable(measured.opsPerSecond),
        'ops/CPU s': readable(measured.opsPerCpuSecond),
        ratio: readable(measured.ratio),
      })),
    )
  }
  for (const { what, required, measured, isMet } of targets) {
    console.log(`${isMet ? 'met   ' : 'MISSED'} ${what}: ${readable(measured)} (${required})`)
  }
}

function readable(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 })
}
