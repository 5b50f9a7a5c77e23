/**
 * Kills the real server with SIGKILL at seeded random moments while eight writers report, and asks afterwards whether
 * everything that was acknowledged is there, once. `node --import tsx test/reliability/crash-loop.ts --kills 200 [--seed 1]`
 */
import { EventEmitter, once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { aReport } from '../fixtures/incidents.ts'
import { type RunningServer, startServer } from './running-server.ts'

export interface CrashLoopResult {
  readonly kills: number
  readonly acknowledged: number
  /** Acknowledged and not there afterwards, or there under another number. */
  readonly lost: readonly string[]
  /** Ids or numbers that occur more than once. */
  readonly doubled: readonly string[]
  /** Requests whose answer a kill cut off, all sent again afterwards under their ids. */
  readonly cutOff: number
  /** From the start of the process to its first healthy answer, milliseconds. */
  readonly slowestStartMs: number
}

interface Options {
  readonly kills: number
  readonly seed: number
  readonly writers?: number
  readonly progress?: (text: string) => void
}

/** Number by id: what the server has said is saved. */
type Acknowledged = Map<string, string>

export async function crashLoop({ kills, seed, writers = 8, progress = () => {} }: Options): Promise<CrashLoopResult> {
  const random = seededRandom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'jiehe-crash-'))
  const acknowledged: Acknowledged = new Map()
  const unanswered = new Set<string>()
  let cutOff = 0
  let slowestStartMs = 0
  try {
    for (let kill = 1; kill <= kills; kill++) {
      const server = await startServer(folder)
      slowestStartMs = Math.max(slowestStartMs, server.startMs)
      const first = new EventEmitter()
      const isWriting = once(first, 'acknowledged')
      const acknowledge = (id: string, number: string) => {
        acknowledged.set(id, number)
        first.emit('acknowledged')
      }
      const writing = Promise.all(Array.from({ length: writers }, () => write(server, acknowledge, unanswered, random)))
      // Every second kill falls while reports are being saved, however slow the machine; the others at any moment.
      if (kill % 2 === 0) await Promise.race([isWriting, writing])
      await pause(30 + random() * 700)
      await server.kill('SIGKILL')
      await writing
      cutOff += unanswered.size
      progress(
        `kill ${kill}: ${acknowledged.size} acknowledged, ${unanswered.size} cut off, start ${server.startMs} ms`,
      )
    }
    const server = await startServer(folder)
    const found = await readAll(server)
    await server.kill('SIGTERM')
    return { kills, acknowledged: acknowledged.size, ...compare(acknowledged, found), cutOff, slowestStartMs }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Reports one incident after another until the server is gone; what was cut off before is sent again first. */
async function write(
  server: RunningServer,
  acknowledge: (id: string, number: string) => void,
  unanswered: Set<string>,
  random: () => number,
): Promise<void> {
  for (;;) {
    const [repeated] = unanswered
    const id = repeated ?? uuid(random)
    unanswered.delete(id)
    try {
      const { status, body } = await server.post('/api/incidents', { id, title: `事件 ${id}`, report: aReport() })
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
      acknowledge(id, numberOf(body))
    } catch (error) {
      if (!server.isKilled()) throw error
      unanswered.add(id)
      return
    }
  }
}

async function readAll(server: RunningServer): Promise<{ id: string; number: string }[]> {
  const all: { id: string; number: string }[] = []
  for (;;) {
    const page = await server.list(all.length)
    if (page.length === 0) return all
    all.push(...page)
  }
}

function compare(acknowledged: Acknowledged, found: readonly { id: string; number: string }[]) {
  const numberById = new Map(found.map(({ id, number }) => [id, number]))
  const lost = [...acknowledged].filter(([id, number]) => numberById.get(id) !== number).map(([id]) => id)
  const names = found.flatMap(({ id, number }) => [id, number])
  const seen = new Set<string>()
  const doubled = names.filter((name) => seen.has(name) || !seen.add(name))
  return { lost, doubled }
}

const numberOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'number' in body ? String(body.number) : ''

/** Version 4 in form, fixed by the seed. */
function uuid(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

if (process.argv[1]?.endsWith('crash-loop.ts')) {
  const { values } = parseArgs({
    options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
  })
  const result = await crashLoop({ kills: Number(values.kills), seed: Number(values.seed), progress: console.error })
  console.log(JSON.stringify(result))
  process.exit(result.lost.length + result.doubled.length === 0 ? 0 : 1)
}
