/** 河网状态: gates, pumps and dry beds, each from a day on. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { plainText } from './fields.ts'

const FeatureId = z.string().min(1).max(100)

const dated = {
  /** First day on which it holds, Asia/Shanghai. */
  validFrom: z.iso.date(),
  /** First day on which it no longer holds; null while nobody knows. */
  validTo: z.iso.date().nullable(),
}

const OnNode = z.object({ nodeId: FeatureId, state: z.enum(['open', 'closed', 'reversed']) })
const OnReach = z.object({ reachId: FeatureId, state: z.enum(['open', 'closed', 'reversed', 'dry']) })

const recorded = { ...dated, id: z.string(), source: z.string(), by: z.string(), at: z.string() }
const State = z
  .union([z.strictObject({ ...OnNode.shape, ...recorded }), z.strictObject({ ...OnReach.shape, ...recorded })])
  .meta({ id: 'RiverState' })

const draft = {
  ...dated,
  /** Made by the client, so that sending again keeps nothing twice. */
  id: z.uuid().toLowerCase(),
  validTo: z.iso.date().nullable().default(null),
  /** Who says so: a dispatch order, a patrol, a register. */
  source: plainText(200).pipe(z.string().min(1)),
  by: plainText(60).pipe(z.string().min(1)),
}

/** Either a node or a reach: a bed is dry by reach. */
const StateDraft = z
  .union([z.strictObject({ ...OnNode.shape, ...draft }), z.strictObject({ ...OnReach.shape, ...draft })])
  .refine(({ validFrom, validTo }) => validTo === null || validFrom < validTo, {
    path: ['validTo'],
    params: { zh: '应晚于 validFrom，或留空', en: 'a day after validFrom, or none' },
  })

export const recordRiverState = endpoint({
  method: 'POST',
  path: '/api/rivers/states',
  summary: { zh: '记录闸坝、泵站、干涸河段的状态', en: 'Record the state of a gate, a pump or a dry bed' },
  input: { body: StateDraft },
  output: State,
  status: 201,
  refuses: ['no-boundaries-for-date', 'id-taken', 'stale'],
})

export const listRiverStates = endpoint({
  method: 'GET',
  path: '/api/rivers/states',
  summary: { zh: '某日有效的河网状态', en: 'States of the river network that are valid on a day' },
  input: { query: z.object({ date: z.iso.date().optional() }) },
  output: z.object({
    day: z.string(),
    /** In the order in which they were recorded; `decides` is false where a later record has taken its place. */
    states: z.array(z.object({ state: State, decides: z.boolean() })),
  }),
  status: 200,
  refuses: [],
})
