/** One server for the bench of durable writes, as a process of its own: `FOLDER on|off` (grouping). Prints its port. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { assemble } from '../assemble.ts'
import { createNodeServer } from '../http/node-server.ts'
import { readReferenceFiles } from '../reference-files.ts'

const [folder = '', grouping] = process.argv.slice(2)

const { app, at } = await assemble({
  databaseFile: join(folder, 'bench.sqlite'),
  referenceFiles: readReferenceFiles(),
  pages: new Map(),
  version: 'bench',
  nowMs: Date.now,
  newId: randomUUID,
  logError: (_, error) => console.error(error),
  grouping: grouping === 'on',
})
at.world.atlasAsOf('2026-11-24')
const server = createNodeServer(app, { headersMs: 15_000, requestMs: 60_000, checkMs: 2000, maxConnections: 100 })
// The connections of this server wait while the other one is measured.
server.keepAliveTimeout = 0
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
console.log(typeof address === 'object' && address !== null ? address.port : '')
