/** Serves one promise of the contract: parse what came in, let the handler answer, send what the contract promises. */
import type { Geometry as GeoJsonGeometry } from 'geojson'
import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import type { Endpoint, Inputs, Received } from '#contract/endpoint'
import type { Geometry } from '#contract/geojson'
import { type FieldIssue, isRefusal, type Refusal } from '#domain/refusal'
import { type InputPart, inputIssues, refuseInput } from './input-issues.ts'
import { refused } from './problem.ts'
import { readJson } from './read-body.ts'
import { respondJson } from './respond.ts'

const DEFAULT_BODY_LIMIT = 64 * 1024

type Answer<T> = T | Refusal | Promise<T | Refusal>

/** What a handler may answer with: the promise read-only, and a geometry as GeoJSON's own type; `output` checks the rest. */
export type Answered<E extends Endpoint> = Sendable<z.input<E['output']>>

type Sendable<T> = T extends SentGeometry
  ? GeoJsonGeometry
  : T extends readonly (infer Item)[]
    ? readonly Sendable<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Sendable<T[K]> }
      : T
type SentGeometry = z.input<typeof Geometry>

/** An answer goes out through the endpoint's `output`, so that nothing it does not promise can leak. */
export function mount<I extends Inputs, O extends z.ZodType>(
  app: Hono,
  endpoint: Endpoint<I, O>,
  handle: (input: Received<I>, c: Context) => Answer<Sendable<z.input<O>>>,
): void {
  serve(app, endpoint, async (input, c) => {
    const answer = await handle(input, c)
    return isRefusal(answer) ? answer : respondJson(endpoint.status, endpoint.output.parse(answer))
  })
}

/** For answers that are not JSON made on the spot: files of GeoJSON, streams. */
export function mountRaw<I extends Inputs, O extends z.ZodType>(
  app: Hono,
  endpoint: Endpoint<I, O>,
  handle: (input: Received<I>, c: Context) => Answer<Response>,
): void {
  serve(app, endpoint, handle)
}

/** `/api/incidents/{id}` as the router writes it. */
export const routePath = (template: string): string => template.replaceAll(/{(\w+)}/g, ':$1')

function serve<I extends Inputs>(
  app: Hono,
  endpoint: Endpoint<I>,
  handle: (input: Received<I>, c: Context) => Answer<Response>,
): void {
  app.on(endpoint.method, routePath(endpoint.path), async (c) => {
    const input = await receive(endpoint, c)
    if (input instanceof Response) return input
    const answer = await handle(input, c)
    return isRefusal(answer) ? refused(answer) : answer
  })
}

/** Each part of the request, parsed by its schema; or the answer that lists everything wrong with it. */
async function receive<I extends Inputs>(endpoint: Endpoint<I>, c: Context): Promise<Received<I> | Response> {
  const raw: Record<InputPart, unknown> = { path: c.req.param(), query: c.req.query(), body: undefined }
  if (endpoint.input.body) {
    const body = await readJson(c, endpoint.bodyLimit ?? DEFAULT_BODY_LIMIT)
    if (body instanceof Response) return body
    raw.body = body.json
  }
  const parsed: Partial<Record<InputPart, unknown>> = {}
  const issues: FieldIssue[] = []
  for (const part of ['path', 'query', 'body'] as const) {
    const result = endpoint.input[part]?.safeParse(raw[part])
    if (result?.success) parsed[part] = result.data
    else if (result) issues.push(...inputIssues(part, result.error, raw[part]))
  }
  if (issues.length > 0) return refused(refuseInput(issues))
  // Every part that the endpoint names has just been parsed by the schema that gives it this type.
  return parsed as Received<I>
}
