/** Problems of the river network and what was decided on them, as the contract spells them. */
import type { listNetworkMends, listNetworkProblems } from '#contract/network'
import { mendsInForce } from '#domain/network/decision'
import { isRefusal, type Refusal } from '#domain/refusal'
import { type DecidedProblem, type NetworkSurroundings, networkProblems } from '../usecase/mend-network.ts'
import type { Answered } from './mount.ts'

export async function answerProblems(
  date: string | undefined,
  at: NetworkSurroundings,
): Promise<Answered<typeof listNetworkProblems> | Refusal> {
  const problems = await networkProblems(date, at)
  return isRefusal(problems) ? problems : { type: 'FeatureCollection', features: problems.map(problemBody) }
}

export async function answerMends(at: NetworkSurroundings): Promise<Answered<typeof listNetworkMends>> {
  return mendsInForce(await at.network.decisions()).map(({ by = '', note = '', ...mend }) => ({ ...mend, by, note }))
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
