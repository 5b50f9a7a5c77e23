/**
 * One server for the bench of durable writes, as a process of its own: `FOLDER shared|single|none` says how it commits;
 * `none` judges and keeps nothing, and answers as many bytes: the limit of the client. Sends its port, then its CPU time
 * in milliseconds whenever it is asked.
 */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { assemble } from '../assemble.ts'
import { createNodeServer } from '../http/node-server.ts'
import { readReferenceFiles } from '../reference-files.ts'

const ANSWER_BYTES = 13_000

const [folder = '', commits] = process.argv.slice(2)

const server = commits === 'none' ? idleServer() : await reportServer(commits === 'shared')
// The connections of this server wait while another one is measured.
server.keepAliveTimeout = 0
server.listen(0, '127.0.0.1')
await once(server, 'listening')
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.((user + system) / 1000)
})
const address = server.address()
process.send?.(typeof address === 'object' && address !== null ? address.port : 0)

async function reportServer(grouping: boolean): Promise<Server> {
  const { app, at } = await assemble({
    databaseFile: join(folder, 'bench.sqlite'),
    referenceFiles: readReferenceFiles(),
    pages: new Map(),
    version: 'bench',
    nowMs: Date.now,
    newId: randomUUID,
    logError: (_, error) => console.error(error),
    grouping,
  })
  at.world.atlasAsOf('2026-11-24')
  return createNodeServer(app, { headersMs: 15_000, requestMs: 60_000, checkMs: 2000, maxConnections: 100 })
}

function idleServer(): Server {
  const answer = Buffer.alloc(ANSWER_BYTES, ' ')
  return createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(201, { 'content-length': answer.byteLength }).end(answer))
  })
}
