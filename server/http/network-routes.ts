/** The addresses of the problems of the river network. */
import type { Hono } from 'hono'
import { decideNetworkProblem, listNetworkMends, listNetworkProblems, withdrawNetworkMend } from '#contract/network'
import { mendsInForce } from '#domain/network/decision'
import { isRefusal } from '#domain/refusal'
import {
  type DecidedProblem,
  decideOnProblem,
  type NetworkSurroundings,
  networkProblems,
  withdrawDecision,
} from '../usecase/mend-network.ts'
import { type Answered, mount } from './mount.ts'

export function mountNetwork(app: Hono, at: NetworkSurroundings): void {
  mount(app, listNetworkProblems, async ({ query }) => {
    const problems = await networkProblems(query.date, at)
    return isRefusal(problems) ? problems : { type: 'FeatureCollection' as const, features: problems.map(problemBody) }
  })
  mount(app, listNetworkMends, async () => {
    return mendsInForce(await at.network.decisions()).map(({ by = '', note = '', ...mend }) => ({ ...mend, by, note }))
  })
  mount(app, decideNetworkProblem, ({ body }) => decideOnProblem(body, at))
  mount(app, withdrawNetworkMend, ({ body }) => withdrawDecision(body, at))
}

function problemBody({
  problem,
  status,
  decision,
}: DecidedProblem): Answered<typeof listNetworkProblems>['features'][number] {
  const { id, kind, lineIds, measureM, zh, en, proposal } = problem.properties
  const { problemId: _, by: _by, note: _note, ...action } = proposal
  return {
    type: 'Feature',
    geometry: problem.geometry,
    properties: { id, kind, lineIds, measureM, text: { zh, en }, proposal: action, status, decision },
  }
}
