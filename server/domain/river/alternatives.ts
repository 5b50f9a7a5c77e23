/**
 * What a trace would come to if one gate stood otherwise: each closed reach that stopped it opened, each open gate that it
 * passed closed, one at a time and all else as it is.
 */
import { type RiverNetwork, reachAt } from './network.ts'
import { type NetworkState, stateOfReach } from './network-state.ts'
import type { RiverPlace } from './snap.ts'
import { type RiverTrace, type TraceLimits, traceDownstream, traceUpstream } from './trace.ts'
import { progressAt } from './trace-end.ts'
import type { Flow } from './travel-time.ts'
import { NOT_ENTERED } from './walk.ts'

export interface Alternative {
  /** The gate, or the reach where no gate is drawn. */
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly reachId: string
  /** What it is now, and what it would be. */
  readonly now: 'open' | 'closed'
  /** The record that says so; null where the reference data alone does. */
  readonly record: NetworkState | null
  /** Reaches and units that would be met and are not, or are met and would not be. */
  readonly gained: TraceDifference
  readonly lost: TraceDifference
}

interface TraceDifference {
  readonly reachIds: readonly string[]
  /** Codes. */
  readonly units: readonly string[]
}

/** In the order in which the trace meets them; gates that would change nothing are left out. */
export function traceAlternatives(
  network: RiverNetwork,
  start: RiverPlace,
  limits: TraceLimits,
  trace: RiverTrace,
): Alternative[] {
  const again = trace.direction === 'downstream' ? traceDownstream : traceUpstream
  const closed = trace.gates.map((gate): Alternative => {
    const progress = progressAt(trace.direction, gate.fraction)
    const stops = new Map(limits.stops)
    stops.set(gate.reach, Math.min(stops.get(gate.reach) ?? 1, progress === 0 ? NOT_ENTERED : progress))
    const { id, name, nameEn, reach } = gate
    return { id, name, nameEn, ...compare(network, reach, 'open', trace, again(network, start, { ...limits, stops })) }
  })
  const opened = trace.stoppedAt.flatMap((reachId): Alternative[] => {
    const reach = network.reachNumber.get(reachId)
    if (reach === undefined) return []
    const other = again(withOpen(network, reach), start, limits)
    return [{ ...gateOn(network, reach), ...compare(network, reach, 'closed', trace, other) }]
  })
  return [...opened, ...closed].filter(({ gained, lost }) => gained.reachIds.length + lost.reachIds.length > 0)
}

function gateOn(network: RiverNetwork, reach: number): Pick<Alternative, 'id' | 'name' | 'nameEn'> {
  const gate = network.points[reach]?.find(({ kind }) => kind === 'gate')
  if (gate !== undefined) return { id: gate.id, name: gate.name, nameEn: gate.nameEn }
  const { id, river, riverEn } = reachAt(network, reach)
  return { id, name: river, nameEn: riverEn }
}

/** The same network with one reach open. */
function withOpen(network: RiverNetwork, reach: number): RiverNetwork {
  const isOpen = network.costs.mean.isOpen.slice()
  isOpen[reach] = 1
  const at = (flow: Flow) => ({ ...network.costs[flow], isOpen })
  return { ...network, costs: { low: at('low'), mean: at('mean'), high: at('high') } }
}

function compare(network: RiverNetwork, reach: number, now: 'open' | 'closed', trace: RiverTrace, other: RiverTrace) {
  const properties = reachAt(network, reach)
  return {
    reachId: properties.id,
    now,
    record: (network.states && stateOfReach(network.states, properties)) ?? null,
    gained: difference(other, trace),
    lost: difference(trace, other),
  }
}

/** What `trace` comes to by flowing water and `other` does not. */
function difference(trace: RiverTrace, other: RiverTrace): TraceDifference {
  const reachIds = new Set(flowing(other))
  const units = new Set(other.units.map(({ code }) => code))
  return {
    reachIds: [...new Set(flowing(trace))].filter((id) => !reachIds.has(id)),
    units: trace.units.map(({ code }) => code).filter((code) => !units.has(code)),
  }
}

const flowing = ({ reaches }: RiverTrace): string[] =>
  reaches.filter(({ isPotential }) => !isPotential).map(({ reachId }) => reachId)
