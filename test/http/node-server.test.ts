/** The server on a real socket: limits against slow, greedy and broken clients. */
import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createNodeServer, type ServerLimits } from '../../server/http/node-server.ts'
import { aReport } from '../fixtures/incidents.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'

let parts: TestServer
let server: Server | undefined
let port: number
beforeEach(async () => {
  parts = await testServer()
  await serve(PATIENT)
})

const PATIENT: ServerLimits = { headersMs: 30_000, requestMs: 60_000, checkMs: 1000, maxConnections: 3 }
const IMPATIENT: ServerLimits = { ...PATIENT, headersMs: 300, requestMs: 600, checkMs: 50 }

async function serve(limits: ServerLimits): Promise<void> {
  server?.close()
  server = createNodeServer(parts.app, limits)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
}

afterEach(async () => {
  server?.closeAllConnections()
  server?.close()
  await parts.close()
})

/** Sends text as it is, then waits for the server to close or for a whole answer. */
async function talk(...pieces: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('data', (data) => {
    heard += data
  })
  socket.on('error', () => {})
  for (const piece of pieces) socket.write(piece)
  await once(socket, 'close')
  return heard
}

const HOST = 'Host: 127.0.0.1\r\n'
const expectProblem = (answer: string, status: number, kind: string) => {
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(answer).toContain('application/problem+json')
  expect(JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1))).toMatchObject({
    type: `/problems/${kind}`,
    status,
  })
}

it('headers that do not come to an end in time are answered 408', async () => {
  await serve(IMPATIENT)
  expectProblem(await talk(`GET /health HTTP/1.1\r\n${HOST}X-Slow: `), 408, 'request-timeout')
})

it('a body that does not come to an end in time is answered 408', async () => {
  await serve(IMPATIENT)
  const answer = await talk(
    `POST /api/assessments HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"a":`,
  )
  expectProblem(answer, 408, 'request-timeout')
})

it('what is no HTTP is answered 400', async () => {
  expectProblem(await talk('\u0016\u0003\u0001 hello\r\n\r\n'), 400, 'bad-request')
})

it('headers without end are cut off', async () => {
  const answer = await talk(`GET /health HTTP/1.1\r\n${HOST}X-Long: ${'a'.repeat(20_000)}\r\n\r\n`)
  expect(answer).toMatch(/^HTTP\/1.1 4(00|31) /)
})

it('a request without a host, or with a broken one, is answered 400', async () => {
  expect(await talk('GET /health HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
  const answer = await talk('GET /health HTTP/1.1\r\nHost: a b@c\r\nConnection: close\r\n\r\n')
  expectProblem(answer, 400, 'bad-request')
})

it('a large body is refused by its named length before it is read', async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/api/assessments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"x":"${'a'.repeat(10 * 1024 * 1024)}"}`,
  })
  expect(answer.status).toBe(413)
  expect(await answer.json()).toMatchObject({ type: '/problems/body-too-large', limitBytes: 2 * 1024 * 1024 })
})

it('a large body that hides its length is refused as soon as it has grown too large', async () => {
  let sent = 0
  const endless = new ReadableStream({
    pull(controller) {
      sent += 64 * 1024
      if (sent > 64 * 1024 * 1024) controller.close()
      else controller.enqueue(new Uint8Array(64 * 1024).fill(0x61))
    },
  })
  const answer = await fetch(`http://127.0.0.1:${port}/api/assessments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: endless,
    duplex: 'half',
  } as RequestInit)
  expect(answer.status).toBe(413)
  expect(sent).toBeLessThan(64 * 1024 * 1024)
})

it('a body in chunks that fits is taken', async () => {
  const text = JSON.stringify(aReport())
  const pieces = new Blob([text.slice(0, 40), text.slice(40)]).stream()
  const answer = await fetch(`http://127.0.0.1:${port}/api/assessments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: pieces,
    duplex: 'half',
  } as RequestInit)
  expect(answer.status).toBe(200)
})

it('no more connections are held than allowed, and the next is served when one has gone', async () => {
  const held = [1, 2, 3].map(() => connect(port, '127.0.0.1'))
  await Promise.all(held.map((socket) => once(socket, 'connect')))
  const refused = connect(port, '127.0.0.1')
  refused.on('error', () => {})
  await once(refused, 'close')
  const gone = held.map((socket) => once(socket, 'close'))
  for (const socket of held) socket.destroy()
  await Promise.all(gone)
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
})
