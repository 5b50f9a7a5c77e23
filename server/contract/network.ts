/** 河网问题: what is wrong with the river network in use, and what a data steward decided about it. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { plainText } from './fields.ts'
import { Sentence } from './water-words.ts'

const LineId = z.string().min(1).max(200)
const LineEnd = z.enum(['start', 'finish'])

const MendAction = z
  .discriminatedUnion('action', [
    z.object({ action: z.literal('accept') }),
    z.object({ action: z.literal('reverse'), lineId: LineId }),
    z.object({ action: z.literal('delete'), lineId: LineId }),
    z.object({ action: z.literal('close'), lineId: LineId }),
    z.object({
      action: z.literal('join'),
      lineId: LineId,
      end: LineEnd,
      toLineId: LineId,
      toEnd: LineEnd.nullable(),
    }),
    z.object({ action: z.literal('separate'), lineId: LineId, toLineId: LineId }),
    z.object({ action: z.literal('part'), lineId: LineId, end: LineEnd }),
  ])
  .meta({ id: 'MendAction' })

const ProblemId = z.string().min(1).max(300)
const decider = {
  /** Made by the client, so that sending again keeps nothing twice. */
  id: z.uuid().toLowerCase(),
  by: plainText(60).pipe(z.string().min(1)),
  why: plainText(500).pipe(z.string().min(1)),
}

const Decision = z
  .object({
    id: z.string(),
    problemId: z.string(),
    /** Null takes back what was decided before. */
    mend: MendAction.nullable(),
    by: z.string(),
    at: z.string(),
    why: z.string(),
  })
  .meta({ id: 'NetworkDecision' })

export const listNetworkProblems = endpoint({
  method: 'GET',
  path: '/api/network/problems',
  summary: { zh: '河网问题图层', en: 'Problems of the river network, as a map layer' },
  input: { query: z.object({ date: z.iso.date().optional() }) },
  output: z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        geometry: z.object({ type: z.literal('Point'), coordinates: z.array(z.number()) }).nullable(),
        properties: z.object({
          id: z.string(),
          kind: z.string(),
          lineIds: z.array(z.string()),
          /** Metres apart, of length, or of drift, as the sentence says. */
          measureM: z.number().nullable(),
          text: Sentence,
          /** What the builder would do about it. */
          proposal: MendAction,
          status: z.enum(['open', 'accepted', 'mended']),
          decision: Decision.nullable(),
        }),
      }),
    ),
  }),
  status: 200,
  refuses: ['no-boundaries-for-date'],
})

/** In the very form that `npm run network -- --mends FILE` takes. */
export const listNetworkMends = endpoint({
  method: 'GET',
  path: '/api/network/mends',
  summary: { zh: '现行处理意见，供下次构网使用', en: 'The mends in force, for the next build' },
  input: {},
  output: z.array(z.intersection(MendAction, z.object({ problemId: z.string(), by: z.string(), note: z.string() }))),
  status: 200,
  refuses: [],
})

export const decideNetworkProblem = endpoint({
  method: 'POST',
  path: '/api/network/mends',
  summary: { zh: '认可或处理一个河网问题', en: 'Accept or mend a problem of the network' },
  input: { body: z.object({ ...decider, problemId: ProblemId, mend: MendAction }) },
  output: Decision,
  status: 201,
  refuses: ['network-problem-not-found', 'id-taken', 'stale'],
})

export const withdrawNetworkMend = endpoint({
  method: 'POST',
  path: '/api/network/withdrawals',
  summary: { zh: '撤回对一个河网问题的处理意见', en: 'Take back what was decided about a problem' },
  input: { body: z.object({ ...decider, problemId: ProblemId }) },
  output: Decision,
  status: 201,
  refuses: ['network-problem-not-found', 'id-taken', 'stale'],
})
