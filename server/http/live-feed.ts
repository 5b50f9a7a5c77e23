/** Carries committed changes to every open browser, each with a queue of its own that cannot grow without bound. */

import type { z } from 'zod'
import type { LiveEvent } from '#contract/events'
import type { CommittedChange } from '#domain/change'
import type { ChangeStore } from '../store/changes.ts'

export interface LiveFeed {
  readonly publish: (change: CommittedChange) => void
  /** A stream of server-sent events from after a sequence, or from now on. */
  readonly subscribe: (after: number | undefined) => ReadableStream<Uint8Array>
  readonly clientCount: () => number
  /** Ends every stream, so that the server can stop. */
  readonly close: () => void
}

export interface LiveFeedOptions {
  readonly heartbeatMs?: number
  /** Changes that a returning client is sent one by one; further back it reads everything again. */
  readonly longestReplay?: number
  /** Messages that may wait for a client that does not read. */
  readonly longestQueue?: number
}

interface Client {
  readonly controller: ReadableStreamDefaultController<Uint8Array>
  /** Null until the missed changes have been sent; then the last sequence sent. */
  sent: number | null
  /** Changes that came while the missed ones were read. */
  early: CommittedChange[]
}

export function liveFeed(
  changes: ChangeStore,
  { heartbeatMs = 20_000, longestReplay = 1000, longestQueue = 256 }: LiveFeedOptions = {},
): LiveFeed {
  const clients = new Set<Client>()
  const heartbeat = setInterval(() => {
    for (const client of clients) send(client, ': alive\n\n')
  }, heartbeatMs)
  heartbeat.unref()

  /** A client that has stopped reading is let go: when it comes back it names the last sequence it saw. */
  function send(client: Client, text: string): void {
    if (!clients.has(client)) return
    if ((client.controller.desiredSize ?? 0) > -longestQueue) {
      client.controller.enqueue(UTF8.encode(text))
    } else {
      clients.delete(client)
      client.controller.close()
    }
  }

  function deliver(client: Client, change: CommittedChange): void {
    if (client.sent === null) client.early.push(change)
    else if (change.sequence > client.sent) {
      client.sent = change.sequence
      send(client, changeMessage(change))
    }
  }

  async function begin(client: Client, after: number | undefined): Promise<void> {
    const last = await changes.lastSequence()
    const missed = after === undefined || after > last ? [] : await changes.since(after, longestReplay + 1)
    const mustResync = after !== undefined && (after > last || missed.length > longestReplay)
    client.sent = mustResync || after === undefined ? last : after
    send(client, mustResync ? resyncMessage(last) : `retry: 3000\nid: ${client.sent}\n\n`)
    const early = client.early.splice(0)
    if (!mustResync) for (const change of missed) deliver(client, change)
    for (const change of early) deliver(client, change)
  }

  return {
    publish(change) {
      for (const client of clients) deliver(client, change)
    },
    subscribe(after) {
      let client: Client | undefined
      return new ReadableStream({
        start(controller) {
          client = { controller, sent: null, early: [] }
          clients.add(client)
          return begin(client, after)
        },
        cancel() {
          if (client) clients.delete(client)
        },
      })
    },
    clientCount: () => clients.size,
    close() {
      clearInterval(heartbeat)
      for (const client of clients) client.controller.close()
      clients.clear()
    },
  }
}

const UTF8 = new TextEncoder()

const changeMessage = (change: CommittedChange): string =>
  message('change', change.sequence, { type: 'change', change: { ...change, incidentIds: [...change.incidentIds] } })

const resyncMessage = (sequence: number): string => message('resync', sequence, { type: 'resync', sequence })

/** JSON has no raw line breaks, so no text of a change can end the field it stands in. */
const message = (event: string, id: number, data: z.input<typeof LiveEvent>): string =>
  `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`
