/** Calls an endpoint of the contract: input and output are typed by it, and the answer is checked against it. */
import type { z } from 'zod'
import type { Endpoint, Inputs, Sent } from '#contract/endpoint'
import { ProblemError, problemOf, unreachable } from './problem-error.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>
export interface CallOptions {
  readonly signal?: AbortSignal
}

/** Longer than the server allows itself for a request (60 s). */
const PATIENCE_MS = 65_000

/** @throws ProblemError when the server refuses, fails or cannot be reached; AbortError when `signal` aborts. */
export const clientOf =
  (send: Fetch) =>
  async <I extends Inputs, O extends z.ZodType>(
    endpoint: Endpoint<I, O>,
    input: Sent<I>,
    { signal }: CallOptions = {},
  ): Promise<z.output<O>> => {
    const response = await send(urlOf(endpoint, input), requestOf(endpoint, input, signal)).catch((error: unknown) => {
      if (signal?.aborted) throw error
      throw new ProblemError(unreachable)
    })
    const body: unknown = await response.json().catch(() => null)
    if (!response.ok) throw new ProblemError(problemOf(response.status, body))
    return endpoint.output.parse(body)
  }

export const call = clientOf((url, init) => fetch(url, init))

/** The address with path parameters filled in and query parameters added; absent ones are left out. */
export const urlOf = ({ path }: Endpoint, input: Parts): string => {
  const values = entriesOf(input.path)
  const filled = path.replaceAll(/{(\w+)}/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ''))
  const query = new URLSearchParams([...entriesOf(input.query)]).toString()
  return query ? `${filled}?${query}` : filled
}

interface Parts {
  readonly path?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

const requestOf = ({ method }: Endpoint, { body }: Parts, signal?: AbortSignal): RequestInit => ({
  method,
  signal: AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ...(signal ? [signal] : [])]),
  ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
})

const entriesOf = (values: unknown): Map<string, string> =>
  new Map(
    Object.entries(values ?? {})
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => [name, String(value)]),
  )
