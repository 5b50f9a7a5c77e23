/** `GET /api/events`: the live feed as server-sent events, resumed by `Last-Event-ID` or `?after=`. */
import type { Context } from 'hono'
import type { LiveFeed } from './live-feed.ts'
import { respond } from './respond.ts'

/** The header is the browser's own on reconnecting, so it is the newer of the two. */
export function answerEvents(query: { readonly after?: number | undefined }, feed: LiveFeed, c: Context): Response {
  if (c.req.method === 'HEAD') return respond(200, null, HEADERS)
  const lastSeen = c.req.header('last-event-id')
  const after = lastSeen !== undefined && /^\d{1,15}$/.test(lastSeen) ? Number(lastSeen) : query.after
  return respond(200, feed.subscribe(after), HEADERS)
}

const HEADERS = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
