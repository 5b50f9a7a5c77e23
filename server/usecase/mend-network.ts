/** 河网问题处理: the problems of the network in use with what was decided about them, and new decisions. */
import { isDeepStrictEqual } from 'node:util'
import type { Feature, Point } from 'geojson'
import { networkDecided } from '#domain/change'
import { networkCheckOf } from '#domain/network/check-network'
import {
  decisionsInForce,
  mendIssues,
  type NetworkDecision,
  type ProblemStatus,
  statusOf,
} from '#domain/network/decision'
import type { ProblemProperties } from '#domain/network/problem'
import { isRefusal, type Refusal } from '#domain/refusal'
import { shanghaiDay, shanghaiIso } from '#domain/shanghai-time'
import type { Surroundings } from './surroundings.ts'

export type NetworkSurroundings = Pick<Surroundings, 'network' | 'world' | 'nowMs' | 'commit'>

export interface DecidedProblem {
  readonly problem: Feature<Point | null, ProblemProperties>
  readonly status: ProblemStatus
  readonly decision: NetworkDecision | null
}

export async function networkProblems(
  day: string | undefined,
  at: NetworkSurroundings,
): Promise<DecidedProblem[] | Refusal> {
  const problems = problemsOf(day ?? shanghaiDay(at.nowMs()), at)
  if (isRefusal(problems)) return problems
  const decided = decisionsInForce(await at.network.decisions())
  return problems.map((problem) => {
    const decision = decided.get(problem.properties.id)
    return { problem, status: statusOf(decision), decision: decision ?? null }
  })
}

/** Decides about a problem that the network of today has. */
export async function decideOnProblem(
  draft: Omit<NetworkDecision, 'at'>,
  at: NetworkSurroundings,
): Promise<NetworkDecision | Refusal> {
  const known = await at.network.decisionById(draft.id)
  if (known !== undefined) return repeated(known, draft)
  const problems = problemsOf(shanghaiDay(at.nowMs()), at)
  if (isRefusal(problems)) return problems
  const problem = problems.find(({ properties }) => properties.id === draft.problemId)
  if (problem === undefined) return { refusal: 'network-problem-not-found', id: draft.problemId }
  const issues = draft.mend === null ? [] : mendIssues(draft.mend, problem.properties)
  return issues.length > 0 ? { refusal: 'invalid-report', issues } : keep(draft, at)
}

/** Takes back what is in force about a problem, also where the network no longer has it. */
export async function withdrawDecision(
  draft: Omit<NetworkDecision, 'at' | 'mend'>,
  at: NetworkSurroundings,
): Promise<NetworkDecision | Refusal> {
  const withdrawal = { ...draft, mend: null }
  const known = await at.network.decisionById(draft.id)
  if (known !== undefined) return repeated(known, withdrawal)
  const decided = decisionsInForce(await at.network.decisions())
  if (!decided.has(draft.problemId)) return { refusal: 'network-problem-not-found', id: draft.problemId }
  return keep(withdrawal, at)
}

async function keep(draft: Omit<NetworkDecision, 'at'>, at: NetworkSurroundings): Promise<NetworkDecision | Refusal> {
  const decision: NetworkDecision = { ...draft, at: shanghaiIso(at.nowMs()) }
  const committed = await at.commit(networkDecided(decision))
  if (!isRefusal(committed)) return decision
  // The same id came twice at once: the other one is kept now.
  const other = await at.network.decisionById(draft.id)
  return other === undefined ? committed : repeated(other, draft)
}

function repeated(known: NetworkDecision, draft: Omit<NetworkDecision, 'at'>): NetworkDecision | Refusal {
  const { at: _, ...content } = known
  return isDeepStrictEqual(content, { ...draft }) ? known : { refusal: 'id-taken', id: known.id, number: null }
}

function problemsOf(day: string, { world }: NetworkSurroundings) {
  const atlas = world.atlasAsOf(day)
  return isRefusal(atlas) ? atlas : networkCheckOf(atlas).problems.features
}
