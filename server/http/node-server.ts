/** The HTTP server itself: limits against slow, greedy and broken clients, each answered in the form of all problems. */
import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { problem, problemBody } from './problem.ts'
import { PROBLEMS, type ProblemKind } from './problem-kinds.ts'

export interface ServerLimits {
  /** All headers must have come by then, milliseconds. */
  readonly headersMs: number
  /** The whole request must have come by then. */
  readonly requestMs: number
  /** How often overdue connections are looked for. */
  readonly checkMs: number
  readonly maxConnections: number
}

export function createNodeServer(app: Hono, limits: ServerLimits): Server {
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.checkMs,
      keepAliveTimeout: 15_000,
      maxHeaderSize: 16 * 1024,
    },
    getRequestListener(app.fetch, { errorHandler: () => problem('bad-request') }),
  )
  server.maxConnections = limits.maxConnections
  server.on('clientError', answerClientError)
  return server
}

/** Requests that never became one: too slow, or no HTTP. */
function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable) return void socket.destroy()
  const kind: ProblemKind = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request-timeout' : 'bad-request'
  const { status } = PROBLEMS[kind]
  const body = Buffer.from(JSON.stringify(problemBody(kind)))
  socket.end(
    `HTTP/1.1 ${status} ${status === 408 ? 'Request Timeout' : 'Bad Request'}\r\n` +
      'Content-Type: application/problem+json\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n' +
      `Content-Length: ${body.byteLength}\r\nConnection: close\r\n\r\n${body.toString()}`,
  )
}
