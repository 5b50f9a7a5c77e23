/** The addresses of the states of gates, pumps and beds, and the trace that is made under them. */
import type { Hono } from 'hono'
import { listRiverStates, recordRiverState } from '#contract/river-states'
import { traceRiver } from '#contract/rivers'
import { decidingOn } from '#domain/river/recorded-state'
import { shanghaiDay } from '#domain/shanghai-time'
import { recordRiverState as recordAndKeep } from '../usecase/record-river-state.ts'
import type { Surroundings } from '../usecase/surroundings.ts'
import { mount } from './mount.ts'
import { answerTrace } from './trace.ts'

export function mountRiverStates(app: Hono, at: Surroundings): void {
  const today = () => shanghaiDay(at.nowMs())
  mount(app, traceRiver, async ({ query }) => {
    return answerTrace(query, at, await at.riverStates.validOn(query.at ?? query.date ?? today()))
  })
  mount(app, listRiverStates, async ({ query }) => {
    const day = query.date ?? today()
    const states = await at.riverStates.validOn(day)
    const deciding = decidingOn(states, day)
    return { day, states: states.map((state) => ({ state, decides: deciding.has(state) })) }
  })
  mount(app, recordRiverState, ({ body }) => recordAndKeep(body, at))
}
