/** 河网状态记录: the state of a gate, a pump or a bed as it was recorded. Records are only ever added; a later one corrects. */
import type { FieldIssue } from '../refusal.ts'
import type { RiverNetwork } from './network.ts'
import { type NetworkState, statesOn } from './network-state.ts'

export type RecordedState = NetworkState & {
  readonly id: string
  /** Who recorded it. */
  readonly by: string
  /** ISO 8601 in +08:00. */
  readonly at: string
}

/** What the rivers of the record's first day do not know; null where the record fits. */
export function stateIssue({ nodes, reachNumber }: RiverNetwork, state: NetworkState): FieldIssue | null {
  if ('nodeId' in state) return nodes.has(state.nodeId) ? null : unknown('nodeId', state.nodeId, '节点', 'node')
  return reachNumber.has(state.reachId) ? null : unknown('reachId', state.reachId, '河段', 'reach')
}

function unknown(field: string, id: string, zh: string, en: string): FieldIssue {
  return {
    pointer: `/${field}`,
    code: `unknown-${en}`,
    zh: `该日河网中没有 id 为 ${id} 的${zh}：请从河网图层中选取。`,
    en: `The rivers of that day have no ${en} with the id ${id}: take one from the layers of rivers.`,
  }
}

/** The records that decide on a day, among all that are valid then: a later record takes the place of an earlier one. */
export function decidingOn<S extends NetworkState>(records: readonly S[], day: string): ReadonlySet<S> {
  const { nodes, reaches } = statesOn(records, day)
  const deciding = new Set<NetworkState>([...nodes.values(), ...reaches.values()])
  return new Set(records.filter((record) => deciding.has(record)))
}
