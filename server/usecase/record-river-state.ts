/** 记录河网状态: keep what a dispatch order or a patrol says of a gate, a pump or a bed. */
import { isDeepStrictEqual } from 'node:util'
import { riverStateRecorded } from '#domain/change'
import { isRefusal, type Refusal } from '#domain/refusal'
import type { NetworkState } from '#domain/river/network-state'
import { type RecordedState, stateIssue } from '#domain/river/recorded-state'
import { shanghaiIso } from '#domain/shanghai-time'
import type { Surroundings } from './surroundings.ts'

/** The id is made by the client, so that a record sent again after a lost answer is kept once. */
export type StateDraft = NetworkState & Pick<RecordedState, 'id' | 'by'>

export async function recordRiverState(
  draft: StateDraft,
  at: Pick<Surroundings, 'riverStates' | 'world' | 'commit' | 'nowMs'>,
): Promise<RecordedState | Refusal> {
  const known = await at.riverStates.byId(draft.id)
  if (known !== undefined) return repeated(known, draft)
  const atlas = at.world.atlasAsOf(draft.validFrom)
  if (isRefusal(atlas)) return atlas
  const issue = stateIssue(atlas.rivers, draft)
  if (issue !== null) return { refusal: 'invalid-report', issues: [issue] }
  const state: RecordedState = { ...draft, at: shanghaiIso(at.nowMs()) }
  const committed = await at.commit(riverStateRecorded(state))
  if (!isRefusal(committed)) return state
  // The same id came twice at once: the other one is kept now.
  const other = await at.riverStates.byId(draft.id)
  return other === undefined ? committed : repeated(other, draft)
}

function repeated(known: RecordedState, draft: StateDraft): RecordedState | Refusal {
  const { at: _, ...content } = known
  return isDeepStrictEqual(content, { ...draft }) ? known : { refusal: 'id-taken', id: known.id, number: null }
}
