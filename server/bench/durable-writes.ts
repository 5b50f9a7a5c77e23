/**
 * Durable reports a second over HTTP with 32 connections: changes that arrive together share one fsync, beside the same
 * server with one commit per request. Same endpoint, same assessment; every answer is 201 after the fsync.
 */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { atLeast, type BenchReport, type Contestant, compare } from './round.ts'

const CONNECTIONS = 32
const REPORTS_PER_BATCH = 320
const WARM_UP_REPORTS = 4000

export async function run(): Promise<BenchReport> {
  const folder = benchFolder()
  const shared = await startServer(join(folder, 'shared'), 'on')
  const single = await startServer(join(folder, 'single'), 'off')
  try {
    for (const { batch } of [shared, single]) await warmUp(batch)
    const comparison = await compare(
      'durable reports over HTTP, 32 connections',
      [
        { name: 'group commit', batch: shared.batch },
        { name: 'one commit per request', batch: single.batch },
      ],
      { rounds: 11, turnMs: 1000 },
    )
    const [ours, theirs] = comparison.measures
    const ratio = (ours?.opsPerSecond ?? Number.NaN) / (theirs?.opsPerSecond ?? Number.NaN)
    return {
      name: 'durable-writes',
      comparisons: [comparison],
      targets: [atLeast('durable reports a second, times one commit per request (wall time)', 2, ratio)],
      facts: {
        connections: CONNECTIONS,
        note: 'the ratio column counts CPU time of the client, not of the server; the target counts wall time',
      },
    }
  } finally {
    shared.stop()
    single.stop()
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
  readonly batch: Contestant['batch']
  readonly stop: () => void
}

async function startServer(folder: string, grouping: 'on' | 'off'): Promise<BenchServer> {
  mkdirSync(folder)
  const script = fileURLToPath(new URL('./durable-writes-server.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, grouping], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [printed] = await once(child.stdout, 'data')
  const connections = Array.from({ length: CONNECTIONS }, () => new Reporter(Number(String(printed))))
  return {
    async batch() {
      const each = REPORTS_PER_BATCH / CONNECTIONS
      await Promise.all(connections.map((connection) => connection.report(each)))
      return REPORTS_PER_BATCH
    },
    stop() {
      for (const connection of connections) connection.close()
      child.kill('SIGKILL')
    },
  }
}

/** One kept connection that reports one incident after another; far cheaper than an HTTP client, which would be the limit. */
class Reporter {
  readonly #socket: Socket

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1').setNoDelay().setEncoding('latin1')
  }

  async report(count: number): Promise<void> {
    for (let n = 0; n < count; n++) {
      this.#socket.write(request(randomUUID()))
      await this.#answer()
    }
  }

  close(): void {
    this.#socket.destroy()
  }

  /** Until a whole answer has come: its head, and as many bytes as it names. */
  #answer(): Promise<void> {
    return new Promise((resolve, reject) => {
      let text = ''
      const listen = (data: string) => {
        text += data
        const head = text.indexOf('\r\n\r\n')
        if (head < 0 || text.length < head + 4 + contentLength(text)) return
        this.#socket.off('data', listen).off('close', reject)
        if (text.startsWith('HTTP/1.1 201')) resolve()
        else reject(new Error(text.slice(0, 600)))
      }
      this.#socket.on('data', listen).once('close', reject)
    })
  }
}

const contentLength = (text: string): number => Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)

function request(id: string): string {
  const [lon, lat] = [116.2 + Math.abs(hash(id)) * 0.5, 39.7 + Math.abs(hash(id.slice(9))) * 0.5]
  const body = JSON.stringify({
    id,
    title: 'night discharge',
    report: {
      geometry: { type: 'Point', coordinates: [lon, lat] },
      crs: 'EPSG:4326',
      occurredAt: '2026-11-24T10:00:00+08:00',
      matter: 'enforcement',
      medium: 'water',
      severity: 'general',
      uncertaintyM: 20,
    },
  })
  const head = `POST /api/incidents HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`
  return `${head}\r\n\r\n${body}`
}

/** 0 to 1 from the first eight digits of an id. */
const hash = (id: string): number => Number.parseInt(id.slice(0, 6).replace('-', '0'), 16) / 0xffffff
