/**
 * Durable reports a second over HTTP with 32 connections: changes that arrive together share one fsync, beside the same
 * server with one commit per request. Same endpoint, same assessment; every answer is 201 after the fsync.
 *
 * One commit per request costs a report `besides + commit`, a shared one little more than `besides`; so the ratio says as
 * much about the disk as about the code, and the facts give both.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Reporter } from './durable-writes-client.ts'
import { fsyncTimeMs } from './fsync-time.ts'
import { atLeast, type BenchReport, type Comparison, type Contestant, compare } from './round.ts'

const CONNECTIONS = 32
const REPORTS_PER_BATCH = 320
const WARM_UP_REPORTS = 4000
/** About what the commit of one report appends to the write-ahead log. */
const COMMIT_BYTES = 80 * 1024

export async function run(): Promise<BenchReport> {
  const folder = benchFolder()
  const fsyncBeforeMs = fsyncTimeMs(folder, COMMIT_BYTES)
  const shared = await startServer(folder, 'shared')
  const single = await startServer(folder, 'single')
  const none = await startServer(folder, 'none')
  try {
    for (const { batch } of [shared, single, none]) await warmUp(batch)
    const before = [await shared.spent(), await single.spent()]
    const comparison = await compare(
      'durable reports over HTTP, 32 connections',
      [
        { name: 'group commit', batch: shared.batch },
        { name: 'one commit per request', batch: single.batch },
        { name: 'no work: the limit of the client', batch: none.batch },
      ],
      { rounds: 11, turnMs: 1000 },
    )
    const after = [await shared.spent(), await single.spent()]
    return {
      name: 'durable-writes',
      comparisons: [comparison],
      targets: [
        atLeast('durable reports a second, times one commit per request (wall time)', 2, timesSingle(comparison)),
      ],
      facts: {
        connections: CONNECTIONS,
        'fsync of 80 KB, median ms, before and after': `${thousandths(fsyncBeforeMs)}, ${thousandths(fsyncTimeMs(folder, COMMIT_BYTES))}`,
        'a report with a shared commit, ms': thousandths(wallMs(comparison, 0)),
        'its own commit adds, ms': thousandths(wallMs(comparison, 1) - wallMs(comparison, 0)),
        'CPU of the server per report, ms, shared and single': after
          .map((spent, index) => thousandths(cpuPerReportMs(before[index] ?? spent, spent)))
          .join(', '),
        note: 'the ratio column counts CPU time of the client, not of the server; the target counts wall time',
      },
    }
  } finally {
    for (const server of [shared, single, none]) server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The server's code is compiled while it runs: thousands of reports pass before its speed is its own. */
async function warmUp(batch: Contestant['batch']): Promise<void> {
  for (let reports = 0; reports < WARM_UP_REPORTS; ) reports += await batch()
}

/** On the disk of the working folder: a temporary folder may lie in memory, where an fsync costs nothing. */
function benchFolder(): string {
  mkdirSync('.jiehe', { recursive: true })
  return mkdtempSync(join('.jiehe', 'bench-'))
}

interface BenchServer {
  readonly batch: () => Promise<number>
  /** Since the server began. */
  readonly spent: () => Promise<Spent>
  readonly stop: () => void
}

interface Spent {
  readonly cpuMs: number
  readonly reports: number
}

async function startServer(parent: string, commits: 'shared' | 'single' | 'none'): Promise<BenchServer> {
  const folder = join(parent, commits)
  mkdirSync(folder)
  const script = fileURLToPath(new URL('./durable-writes-server.ts', import.meta.url))
  const child = fork(script, [folder, commits], { execArgv: ['--import', 'tsx'] })
  const port = await numberFrom(child)
  const connections: Reporter[] = []
  let reports = 0
  return {
    async batch() {
      // Not earlier: the server closes connections that long say nothing.
      while (connections.length < CONNECTIONS) connections.push(new Reporter(port))
      const each = REPORTS_PER_BATCH / CONNECTIONS
      await Promise.all(connections.map((connection) => connection.report(each)))
      reports += REPORTS_PER_BATCH
      return REPORTS_PER_BATCH
    },
    async spent() {
      child.send('cpu')
      return { cpuMs: await numberFrom(child), reports }
    },
    stop() {
      for (const connection of connections) connection.close()
      child.kill('SIGKILL')
    },
  }
}

async function numberFrom(child: ChildProcess): Promise<number> {
  const [sent] = await once(child, 'message')
  return Number(sent)
}

const wallMs = ({ measures }: Comparison, index: number): number => 1000 / (measures[index]?.opsPerSecond ?? Number.NaN)

const timesSingle = (comparison: Comparison): number => wallMs(comparison, 1) / wallMs(comparison, 0)

const cpuPerReportMs = (before: Spent, after: Spent): number =>
  (after.cpuMs - before.cpuMs) / (after.reports - before.reports)

const thousandths = (value: number): string => value.toFixed(3)
