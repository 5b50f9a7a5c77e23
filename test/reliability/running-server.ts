/** The real server as a process of its own, on a free port and a folder of the test's. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface RunningServer {
  readonly url: string
  readonly startMs: number
  readonly post: (path: string, body: unknown) => Promise<{ status: number; body: unknown }>
  /** Up to 500 saved incidents from an offset on, in the order of their numbers. */
  readonly list: (offset: number) => Promise<{ id: string; number: string }[]>
  readonly isKilled: () => boolean
  /** Sends the signal and waits for the end; answers the exit code, null after SIGKILL. */
  readonly kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | null>
}

export async function startServer(dataDir: string, settings: Record<string, string> = {}): Promise<RunningServer> {
  const began = performance.now()
  const { child, output, ended } = spawnServer({
    PORT: '0',
    JIEHE_DATA_DIR: dataDir,
    JIEHE_DEMONSTRATIONS: '0',
    ...settings,
  })
  const url = await Promise.race([readyAt(child.stdout), ended.then(({ code }) => code)])
  if (typeof url !== 'string') throw new Error(`the server ended with ${url}: ${output()}`)
  await fetch(`${url}health`)
  let isKilled = false
  return {
    url,
    startMs: Math.round(performance.now() - began),
    async post(path, body) {
      const response = await fetch(url + path.slice(1), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return { status: response.status, body: await response.json() }
    },
    async list(offset) {
      const response = await fetch(`${url}api/incidents?sort=number&order=asc&limit=500&offset=${offset}`)
      const { incidents } = (await response.json()) as { incidents: { id: string; number: string }[] }
      return incidents
    },
    isKilled: () => isKilled,
    async kill(signal) {
      isKilled = true
      child.kill(signal)
      return (await ended).code
    },
  }
}

/** Starts the server and waits for its end: for settings that it must refuse. */
export async function runToEnd(settings: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const { ended, output } = spawnServer(settings)
  return { code: (await ended).code, output: output() }
}

function spawnServer(settings: Record<string, string>) {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...settings }
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { cwd: ROOT, env })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (data: string) => {
      text += data
    })
  }
  const ended = once(child, 'close').then(([code]) => ({ code: typeof code === 'number' ? code : null }))
  return { child, ended, output: () => text }
}

async function readyAt(stdout: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const data of stdout) {
    text += data
    const [, url] = /^Jiehe 界河 is ready at (http:\S+)$/m.exec(text) ?? []
    if (url) return url
  }
  throw new Error(`no line says that the server is ready: ${text}`)
}
