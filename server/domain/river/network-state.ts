/**
 * 河网状态: gates, pumps and dry beds, each from a day on, and the reaches as water finds them on one day.
 *
 * A node's state is that of every reach that leaves it, unless the reach has a state of its own: a sluice across a river closes
 * the node, the head gate of a canal closes the canal's first reach and leaves the river open. Where records overlap, the one
 * that began last holds; of two that began on one day, the later in the list. Without a record the reference data decides.
 */
import type { ReachFeature, ReachProperties } from '../reference-data.ts'

export type NodeStateKind = Exclude<ReachStateKind, 'dry'>
export const REACH_STATES = ['open', 'closed', 'reversed', 'dry'] as const
export type ReachStateKind = (typeof REACH_STATES)[number]

interface DatedState {
  /** Calendar day of Asia/Shanghai, `YYYY-MM-DD`. */
  readonly validFrom: string
  /** First day on which it no longer holds; null while it holds. */
  readonly validTo: string | null
  /** Who says so: a dispatch order, a patrol, a register. */
  readonly source: string
}

export interface NodeState extends DatedState {
  readonly nodeId: string
  readonly state: NodeStateKind
}

export interface ReachState extends DatedState {
  readonly reachId: string
  /** `closed` is a gate at the reach's head; `reversed` a canal pumped backwards; `dry` a bed without water. */
  readonly state: ReachStateKind
}

export type NetworkState = NodeState | ReachState

/** The records that hold on one day, one for each node and reach that has any. */
export interface StatesOfDay {
  readonly day: string
  readonly nodes: ReadonlyMap<string, NodeState>
  readonly reaches: ReadonlyMap<string, ReachState>
}

/** The states of a day (`YYYY-MM-DD`). */
export function statesOn(states: readonly NetworkState[], day: string): StatesOfDay {
  const nodes = new Map<string, NodeState>()
  const reaches = new Map<string, ReachState>()
  for (const record of states) {
    if (day < record.validFrom || (record.validTo !== null && record.validTo <= day)) continue
    if ('nodeId' in record) keepLatest(nodes, record.nodeId, record)
    else keepLatest(reaches, record.reachId, record)
  }
  return { day, nodes, reaches }
}

function keepLatest<S extends DatedState>(latest: Map<string, S>, id: string, record: S): void {
  const known = latest.get(id)
  if (known === undefined || known.validFrom <= record.validFrom) latest.set(id, record)
}

/** The record that decides about a reach on that day; undefined where only the reference data does. */
export function stateOfReach(
  { nodes, reaches }: StatesOfDay,
  { id, fromNode }: Pick<ReachProperties, 'id' | 'fromNode'>,
): NetworkState | undefined {
  return reaches.get(id) ?? nodes.get(fromNode)
}

/**
 * The reaches as they are on that day, ready for `buildRiverNetwork`: a closed one is `gated`, a dry one `dry`, an open one
 * `flowing`; a reversed one flows from its lower to its upper node, with its line and its banks turned round.
 */
export function reachesInState(reaches: readonly ReachFeature[], states: StatesOfDay): ReachFeature[] {
  return reaches.map((reach) => {
    const record = stateOfReach(states, reach.properties)
    return record === undefined ? reach : inState(reach, record.state)
  })
}

function inState(reach: ReachFeature, state: ReachStateKind): ReachFeature {
  switch (state) {
    case 'open':
      return { ...reach, properties: { ...reach.properties, state: 'flowing' } }
    case 'closed':
      return { ...reach, properties: { ...reach.properties, state: 'gated' } }
    case 'dry':
      return { ...reach, properties: { ...reach.properties, state: 'dry' } }
    case 'reversed':
      return reversed(reach)
  }
}

function reversed({ properties, geometry, ...feature }: ReachFeature): ReachFeature {
  const { fromNode, toNode, leftUnit, rightUnit } = properties
  const turned = { fromNode: toNode, toNode: fromNode, leftUnit: rightUnit, rightUnit: leftUnit }
  return {
    ...feature,
    properties: { ...properties, ...turned, state: 'flowing' },
    geometry: { ...geometry, coordinates: geometry.coordinates.toReversed() },
  }
}
