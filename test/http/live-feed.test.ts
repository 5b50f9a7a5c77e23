/** The live feed: what is committed reaches every open browser once and in order, also after a break. */
import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { LiveEvent } from '#contract/events'
import { createNodeServer } from '../../server/http/node-server.ts'
import { aReport, idOf } from '../fixtures/incidents.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'

let parts: TestServer
beforeEach(async () => {
  parts = await testServer({ feed: { longestReplay: 5, longestQueue: 20 } })
})
afterEach(() => parts.close())

const report = (n: number, title = `事件 ${n}`) =>
  parts.post('/api/incidents', { id: idOf(n), title, report: aReport() })

async function reportMany(from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n++) expect((await report(n)).status).toBe(201)
}

/** Reads messages of a stream until so many have come. */
async function listen(path: string, count: number, headers: Record<string, string> = {}): Promise<Message[]> {
  const response = await parts.ask(path, { headers })
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader()
  const utf8 = new TextDecoder()
  let text = ''
  while (messagesIn(text).length < count) {
    const { done, value } = await reader.read()
    if (done) break
    text += utf8.decode(value, { stream: true })
  }
  await reader.cancel()
  return messagesIn(text)
}

interface Message {
  readonly id?: string
  readonly event?: string
  readonly data?: string
}

/** As a browser reads them (HTML, 9.2.6): fields of a block, blocks ended by an empty line. */
function messagesIn(text: string): Message[] {
  const blocks = text.split('\n\n').slice(0, -1)
  return blocks.map((block) =>
    Object.fromEntries(
      block.split('\n').map((line) => [line.split(':', 1)[0], line.slice(line.indexOf(':') + 1).trim()]),
    ),
  )
}

const sequences = (messages: readonly Message[]) =>
  messages.filter((message) => message.event === 'change').map((message) => Number(message.id))

it('a new listener hears from now on, and learns at once where it stands', async () => {
  await reportMany(1, 3)
  const heard = listen('/api/events', 3)
  await expect.poll(() => parts.feed.clientCount()).toBe(1)
  await reportMany(4, 5)
  const [first, ...changes] = await heard
  expect(first?.id).toBe('3')
  expect(first?.event).toBeUndefined()
  expect(sequences(changes)).toEqual([4, 5])
  expect(LiveEvent.parse(JSON.parse(changes[0]?.data ?? ''))).toMatchObject({
    type: 'change',
    change: { sequence: 4, incidentIds: [idOf(4)] },
  })
})

it('one that comes back is told what it missed, once and in order, and then what is new', async () => {
  await reportMany(1, 4)
  const heard = listen('/api/events', 4, { 'last-event-id': '2' })
  await expect.poll(() => parts.feed.clientCount()).toBe(1)
  await reportMany(5, 5)
  expect(sequences(await heard)).toEqual([3, 4, 5])
  expect(sequences(await listen('/api/events?after=2', 4))).toEqual([3, 4, 5])
})

it('changes committed while a listener is being brought up to date come once and in order', async () => {
  await reportMany(1, 3)
  const heard = listen('/api/events?after=0', 8)
  await Promise.all([4, 5, 6, 7].map((n) => report(n)))
  expect(sequences(await heard)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

it('one that was away too long, or names a future change, is told to read everything again', async () => {
  await reportMany(1, 6)
  for (const after of ['0', '99']) {
    const [first] = await listen(`/api/events?after=${after}`, 1)
    expect(first).toMatchObject({ event: 'resync', id: '6' })
    expect(LiveEvent.parse(JSON.parse(first?.data ?? ''))).toEqual({ type: 'resync', sequence: 6 })
  }
})

it('text that people write cannot forge a message', async () => {
  const heard = listen('/api/events', 2)
  await expect.poll(() => parts.feed.clientCount()).toBe(1)
  await report(1, 'x\n\nevent: resync\ndata: {}\n\nid: 999')
  const messages = await heard
  expect(messages).toHaveLength(2)
  expect(messages[1]).toMatchObject({ event: 'change', id: '1' })
})

it('a header that is no sequence is not taken for one', async () => {
  await reportMany(1, 1)
  const [first] = await listen('/api/events', 1, { 'last-event-id': '1; drop' })
  expect(first).toMatchObject({ id: '1' })
})

it('asking for the headers alone opens no stream', async () => {
  const response = await parts.ask('/api/events', { method: 'HEAD' })
  expect([response.status, response.body]).toEqual([200, null])
  expect(parts.feed.clientCount()).toBe(0)
})

it('a silent feed still shows that it lives', async () => {
  const quick = await testServer({ feed: { heartbeatMs: 5 } })
  const response = await quick.ask('/api/events')
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader()
  await reader.read()
  expect(new TextDecoder().decode((await reader.read()).value)).toBe(': alive\n\n')
  await reader.cancel()
  await quick.close()
})

it('a closed feed ends its streams, so that the server can stop', async () => {
  const heard = listen('/api/events', 99)
  await expect.poll(() => parts.feed.clientCount()).toBe(1)
  parts.feed.close()
  expect(await heard).toHaveLength(1)
})

it('a client that leaves is forgotten, and one that does not read is let go before it costs memory', async () => {
  const server = createNodeServer(parts.app, { headersMs: 9000, requestMs: 9000, checkMs: 1000, maxConnections: 9 })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const leaving = await open(server)
  const deaf = await open(server)
  await expect.poll(() => parts.feed.clientCount()).toBe(2)
  leaving.destroy()
  await expect.poll(() => parts.feed.clientCount()).toBe(1)
  deaf.pause()
  const long = {
    sequence: 1,
    kind: 'incident-reported',
    at: 'x',
    by: 'x',
    why: 'x'.repeat(500_000),
    incidentIds: [],
  } as const
  for (let sequence = 1; sequence <= 60 && parts.feed.clientCount() > 0; sequence++)
    parts.feed.publish({ ...long, sequence })
  expect(parts.feed.clientCount()).toBe(0)
  deaf.destroy()
  server.closeAllConnections()
  server.close()
})

async function open(server: Server): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await once(socket, 'data')
  return socket
}
