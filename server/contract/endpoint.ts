/** One promise of the API as data: the server mounts it, the browser calls it, OpenAPI describes it, tests walk it. */

import type { z } from 'zod'
import type { Refusal } from '#domain/refusal'

export interface Inputs {
  readonly path?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
}

export interface Endpoint<I extends Inputs = Inputs, O extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Curly-brace template: an OpenAPI path, a Hono route (`{id}` as `:id`) and a MapLibre URL alike. */
  readonly path: string
  readonly summary: { readonly zh: string; readonly en: string }
  readonly input: I
  readonly output: O
  readonly status: 200 | 201
  /** Refusals of the domain that this endpoint may answer with, besides `invalid-report` for input that does not fit. */
  readonly refuses: readonly Refusal['refusal'][]
  /** Largest body accepted, bytes. */
  readonly bodyLimit?: number
  /** `geojson` answers are sent as they are stored (ETag, no re-encoding); `stream` is server-sent events. */
  readonly kind?: 'json' | 'geojson' | 'stream'
}

export type Sent<I extends Inputs> = { [K in keyof I]: I[K] extends z.ZodType ? z.input<I[K]> : never }
export type Received<I extends Inputs> = { [K in keyof I]: I[K] extends z.ZodType ? z.output<I[K]> : never }

export const endpoint = <I extends Inputs, O extends z.ZodType>(promise: Endpoint<I, O>): Endpoint<I, O> => promise
