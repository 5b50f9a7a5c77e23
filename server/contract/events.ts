/** The live feed: each committed change, as server-sent events. `id:` is the change's sequence; resume by Last-Event-ID. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { queryNumber } from './fields.ts'
import { Change } from './incidents.ts'

export const LiveEvent = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('change'), change: Change }),
    /** The client fell behind or asked for a sequence that is no longer at hand: read everything again. */
    z.object({ type: z.literal('resync'), sequence: z.number().int() }),
  ])
  .meta({ id: 'LiveEvent' })

export const liveEvents = endpoint({
  method: 'GET',
  path: '/api/events',
  summary: { zh: '实时变更', en: 'Live changes (server-sent events; event names `change` and `resync`)' },
  input: { query: z.object({ after: queryNumber(z.coerce.number().int().min(0)).optional() }) },
  output: LiveEvent,
  status: 200,
  refuses: [],
  kind: 'stream',
})
