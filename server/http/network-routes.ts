/** The addresses of the problems of the river network. What answers them is loaded when first asked: it holds the builder. */
import type { Hono } from 'hono'
import { decideNetworkProblem, listNetworkMends, listNetworkProblems, withdrawNetworkMend } from '#contract/network'
import type { NetworkSurroundings } from '../usecase/mend-network.ts'
import { mount } from './mount.ts'

export function mountNetwork(app: Hono, at: NetworkSurroundings): void {
  mount(app, listNetworkProblems, async ({ query }) => (await problems()).answerProblems(query.date, at))
  mount(app, listNetworkMends, async () => (await problems()).answerMends(at))
  mount(app, decideNetworkProblem, async ({ body }) => (await decisions()).decideOnProblem(body, at))
  mount(app, withdrawNetworkMend, async ({ body }) => (await decisions()).withdrawDecision(body, at))
}

const problems = () => import('./network-problems.ts')
const decisions = () => import('../usecase/mend-network.ts')
