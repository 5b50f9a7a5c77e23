/** Puts the server together and starts it; the only file that listens. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { ReferenceData } from '#domain/reference-data'
import { isRefusal } from '#domain/refusal'
import { shanghaiDay } from '#domain/shanghai-time'
import { assemble } from './assemble.ts'
import { InvalidSettings, readSettings, type Settings } from './config.ts'
import { readDemonstrations } from './demonstration-drafts.ts'
import { createNodeServer } from './http/node-server.ts'
import { readStaticFiles } from './http/static-files.ts'
import { readReferenceFiles } from './reference-files.ts'
import { CannotOpen } from './store/cannot-open.ts'
import { openDataFolder } from './store/data-folder.ts'
import { loadDemonstrations } from './usecase/load-demonstrations.ts'
import type { Surroundings } from './usecase/surroundings.ts'

const PAGES = fileURLToPath(new URL('../dist/web', import.meta.url))
const PACKAGE = new URL('../package.json', import.meta.url)

try {
  await start(readSettings(process.env))
} catch (error) {
  refuseToStart(error)
}

async function start(settings: Settings): Promise<void> {
  const folder = openDataFolder(settings.dataDir)
  const referenceFiles = readReferenceFiles()
  const { app, at, feed, places, close } = await assemble({
    databaseFile: folder.databaseFile,
    referenceFiles,
    pages: readStaticFiles(PAGES),
    version: readVersion(),
    anyHost: settings.isOpen,
    nowMs: Date.now,
    newId: randomUUID,
    logError: (requestId, error) => console.error(new Date().toISOString(), requestId, error),
  })
  if (settings.withDemonstrations) await welcome(at, referenceFiles.reference)
  const server = createNodeServer(app, {
    headersMs: settings.headersTimeoutS * 1000,
    requestMs: settings.requestTimeoutS * 1000,
    checkMs: 2000,
    maxConnections: settings.maxConnections,
  })
  stopOnSignal(async () => {
    feed.close()
    await closeServer(server)
    await close()
    folder.release()
  })
  await listen(server, settings)
  setTimeout(() => at.world.atlasAsOf(shanghaiDay(at.nowMs())), 50).unref()
  setTimeout(places.warm, 2000).unref()
}

/** A set that cannot be judged is told and left out: the server is of use without it. */
async function welcome(at: Surroundings, reference: ReferenceData): Promise<void> {
  if ((await at.changes.lastSequence()) > 0) return
  const { demonstrationWater } = await import('#domain/water/demonstration/demonstration-water')
  const water = () => demonstrationWater(reference, at.nowMs())
  const loaded = await loadDemonstrations(readDemonstrations(), at, water)
  if (isRefusal(loaded)) console.error('演示数据未能装入。The demonstrations were not loaded:', loaded)
}

async function listen(server: Server, { port, host }: Settings): Promise<void> {
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  const actualPort = typeof address === 'object' && address !== null ? address.port : port
  const name = host.includes(':') ? `[${host}]` : host
  console.log(`Jiehe 界河 is ready at http://${name}:${actualPort}/`)
}

/** The first signal lets what has begun come to its end; a second one, or 8 seconds, does not wait. */
function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1)
      isStopping = true
      setTimeout(() => process.exit(1), 8000).unref()
      void stop().then(() => process.exit(0))
    })
  }
}

/** Takes no more connections; each one that is kept alive is closed as soon as its answer has gone out. */
async function closeServer(server: Server): Promise<void> {
  const closing = setInterval(() => server.closeIdleConnections(), 20)
  await new Promise((resolve) => server.close(resolve))
  clearInterval(closing)
}

function readVersion(): string {
  const described: unknown = JSON.parse(readFileSync(PACKAGE, 'utf8'))
  const hasVersion = typeof described === 'object' && described !== null && 'version' in described
  return hasVersion ? String(described.version) : 'unknown'
}

/** One sentence and an exit code (sysexits): 78 a setting, 73 the data, 69 the port; what is thrown besides is a bug. */
function refuseToStart(error: unknown): never {
  const isPort = error instanceof Error && 'syscall' in error && error.syscall === 'listen'
  if (error instanceof InvalidSettings || error instanceof CannotOpen || isPort) {
    console.error(isPort ? `端口不能使用。The port cannot be used: ${error.message}.` : error.message)
    process.exit(isPort ? 69 : error instanceof CannotOpen ? 73 : 78)
  }
  console.error(error)
  process.exit(70)
}
