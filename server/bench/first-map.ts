/**
 * First map in the browser: the real server, the built pages (`npm start` builds them), the system's Chromium with nothing
 * cached, five times.
 *
 * Without a graphics card the map is drawn by SwiftShader on the CPU, which is most of the time to the first idle map;
 * bytes and requests do not depend on the machine.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { type BenchReport, median, type Target } from './round.ts'

const SERVER = fileURLToPath(new URL('../main.ts', import.meta.url))
const PAGES = fileURLToPath(new URL('../../dist/web/index.html', import.meta.url))
const CHROMIUM = process.env.JIEHE_CHROMIUM ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
]
const ROUNDS = 5
const PATIENCE_MS = 120_000

export async function run(): Promise<BenchReport> {
  if (!existsSync(PAGES)) throw new Error('the pages are not built: run `npm start` once, or `npx vite build`')
  const folder = mkdtempSync(join(tmpdir(), 'jiehe-first-map-'))
  const server = spawn(process.execPath, ['--import', 'tsx', SERVER], {
    env: { ...process.env, PORT: '0', JIEHE_DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  try {
    const address = await addressOf(server)
    const visits: Visit[] = []
    for (let round = 0; round < ROUNDS; round++) visits.push(await visit(browser, address))
    return report(visits)
  } finally {
    await browser.close()
    server.kill('SIGTERM')
    await once(server, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Visit {
  readonly firstPaintMs: number
  readonly firstIdleMapMs: number
  readonly transfers: readonly Transfer[]
}

interface Transfer {
  readonly url: string
  /** As sent, compressed. */
  readonly bytes: number
  readonly beforePaint: boolean
}

async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' })
  const page = await context.newPage()
  const sizes = transfersOf(page)
  const start = performance.now()
  await page.goto(address)
  await page.waitForSelector('[data-map-idle]', { timeout: PATIENCE_MS })
  const firstIdleMapMs = performance.now() - start
  const firstPaintMs = Number(
    await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"),
  )
  const transfers = await Promise.all(sizes)
  await context.close()
  return { firstPaintMs, firstIdleMapMs, transfers }
}

/** Grows while the page loads. */
function transfersOf(page: Page): Promise<Transfer>[] {
  const sizes: Promise<Transfer>[] = []
  let isPainted = false
  page.once('domcontentloaded', () => {
    isPainted = true
  })
  page.on('requestfinished', (request) => {
    const beforePaint = !isPainted
    sizes.push(
      request.sizes().then(({ responseBodySize }) => ({ url: request.url(), bytes: responseBodySize, beforePaint })),
    )
  })
  return sizes
}

/** The line that the server prints when it listens. */
async function addressOf(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('the server has no standard output')
  for await (const line of createInterface({ input: server.stdout })) {
    const [address] = /http:\/\/\S+/.exec(line) ?? []
    if (address) return address
  }
  throw new Error('the server ended before it was ready')
}

function report(visits: readonly Visit[]): BenchReport {
  const kilobytes = (which: (transfer: Transfer) => boolean) =>
    Math.round(median(visits.map(({ transfers }) => total(transfers.filter(which)))) / 1000)
  const outside = visits.flatMap(({ transfers }) => transfers.filter(({ url }) => !isOwn(url)))
  return {
    name: 'first-map',
    comparisons: [],
    targets: [none('requests to anyone else', outside.length)],
    facts: {
      'first contentful paint, ms': Math.round(median(visits.map(({ firstPaintMs }) => firstPaintMs))),
      'first idle map, ms': Math.round(median(visits.map(({ firstIdleMapMs }) => firstIdleMapMs))),
      'JavaScript before the page is shown, kB': kilobytes(({ url, beforePaint }) => isScript(url) && beforePaint),
      'JavaScript until the map is idle, kB': kilobytes(({ url }) => isScript(url)),
      'fonts, kB': kilobytes(({ url }) => url.endsWith('.woff2')),
      'map data, kB': kilobytes(({ url }) => url.includes('/api/layers/')),
      'everything, kB': kilobytes(() => true),
      requests: median(visits.map(({ transfers }) => transfers.length)),
      rounds: ROUNDS,
    },
  }
}

const none = (what: string, measured: number): Target => ({ what, required: '0', measured, isMet: measured === 0 })
const total = (transfers: readonly Transfer[]) => transfers.reduce((sum, { bytes }) => sum + bytes, 0)
const isScript = (url: string) => new URL(url).pathname.endsWith('.js')
const isOwn = (url: string) => ['127.0.0.1', ''].includes(new URL(url).hostname)
