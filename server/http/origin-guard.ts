/** Keeps other web sites out of a server that has no login: by the name it is called, and by where a change comes from. */
import type { Context } from 'hono'
import { problem } from './problem.ts'

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

export const isLoopback = (host: string): boolean =>
  LOOPBACK_NAMES.has(host) || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)

/** @param anyHost true where the operator has opened the server to a network; then its names are not known here. */
export function refuseForeign(c: Context, anyHost: boolean): Response | undefined {
  const host = c.req.header('host') ?? ''
  if (!anyHost && !isLoopback(host.replace(/:\d+$/, '').toLowerCase())) return problem('unknown-host')
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return undefined
  return isOwnOrigin(c, host) ? undefined : problem('foreign-origin')
}

/** Browsers always send `Origin` with a change; programs that are none need not. */
function isOwnOrigin(c: Context, host: string): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = c.req.header('origin')
  return origin === undefined || origin === `http://${host}` || origin === `https://${host}`
}
