/**
 * Where the water of a place goes, or where the water at a place comes from: reaches, units, sections and gates in the order
 * met, with kilometres and hours.
 *
 * Closed reaches (dry, gated) stop the trace. What lies beyond them is told apart as potential: it would be met if the gate
 * opened or the water came back, and nobody there is notified today.
 */

import { u8 } from '../typed-array.ts'
import type { Branch } from './branch.ts'
import { type RiverNetwork, reachAt } from './network.ts'
import { describeRuns } from './reaches-met.ts'
import type { RiverPlace } from './snap.ts'
import { progressAt } from './trace-end.ts'
import { gatherPoints, type PointMet } from './trace-points.ts'
import { gatherUnits, type UnitMet } from './trace-units.ts'
import type { Flow } from './travel-time.ts'
import { type ReachCosts, type WalkLimits, walkRiver } from './walk.ts'
import type { WalkEnd, WalkedRuns } from './walked-runs.ts'

export type TraceDirection = 'downstream' | 'upstream'

export interface TraceLimits {
  /** Kilometres of river from the start. */
  readonly maxKm?: number
  /** Hours of the leading edge. */
  readonly maxH?: number
  /** The flow at which the probable hours are told; `mean` unless given. */
  readonly flow?: Flow
  /** Where ways end, as `WalkLimits.stops` (trace-end.ts makes them); ways without a stop go on. */
  readonly stops?: ReadonlyMap<number, number>
}

/** Hours from the start (downstream) or to it (upstream): leading edge at high flow, and mean water at the asked flow. */
export interface ArrivalH {
  readonly earliest: number
  readonly probable: number
}

/** A stretch of one reach; the fractions count in the direction of flow, whichever way the trace goes. */
export interface ReachMet {
  readonly reach: number
  readonly reachId: string
  readonly river: string
  readonly fromFraction: number
  readonly toFraction: number
  /** Kilometres of river from the start to the stretch's near and far end. */
  readonly fromKm: number
  readonly toKm: number
  readonly arrivalH: ArrivalH
  /** The main stem, or the tributary or diversion by which the trace came here. */
  readonly branch: Branch
  readonly isMain: boolean
  /** Where the hours up to `fromKm` come from, bits of `TRAVEL_TIME_ORIGINS`; 0 at the start. */
  readonly originBits: number
  /** True where the way from the start passes a closed reach. */
  readonly isPotential: boolean
  /** The reach before this one on the way from the start; null for the first. */
  readonly beforeId: string | null
}

export interface RiverTrace {
  readonly direction: TraceDirection
  readonly reaches: readonly ReachMet[]
  /** Earliest first; the units of the start itself at kilometre 0. */
  readonly units: readonly UnitMet[]
  /** Units met only beyond a closed reach. */
  readonly potentialUnits: readonly UnitMet[]
  /** Sections, gates, outfalls, intakes and sites, earliest first; the two that follow are among them. */
  readonly points: readonly PointMet[]
  readonly sections: readonly PointMet[]
  readonly gates: readonly PointMet[]
  /**
   * Where the water leaves the city: the first unit outside Beijing, on either bank, on a way that has touched Beijing.
   * Upstream, where it last came into the city. Null where the trace stays inside, or outside.
   */
  readonly firstOutside: UnitMet | null
  /** Ids of the closed reaches that stopped the trace. */
  readonly stoppedAt: readonly string[]
  /** Where the trace first comes to one of its stops; null if it does not, or was given none. */
  readonly end: EndMet | null
}

export interface EndMet {
  readonly place: RiverPlace
  readonly km: number
  readonly arrivalH: ArrivalH
}

export function traceDownstream(network: RiverNetwork, start: RiverPlace, limits: TraceLimits = {}): RiverTrace {
  return trace(network, 'downstream', start, limits)
}

export function traceUpstream(network: RiverNetwork, start: RiverPlace, limits: TraceLimits = {}): RiverTrace {
  return trace(network, 'upstream', start, limits)
}

/** Ids of the reaches on the way from the start to a reach of the trace, both included; empty if it was not met. */
export function wayTo({ reaches }: RiverTrace, reachId: string): string[] {
  const byId = new Map(reaches.toReversed().map((met) => [met.reachId, met]))
  const way: string[] = []
  for (let met = byId.get(reachId); met !== undefined; met = byId.get(met.beforeId ?? '')) way.unshift(met.reachId)
  return way
}

function trace(network: RiverNetwork, direction: TraceDirection, start: RiverPlace, limits: TraceLimits): RiverTrace {
  const { stops } = limits
  const costs = withStops(network.costs[limits.flow ?? 'mean'], stops)
  const progress = progressAt(direction, start.fraction)
  const walk = (throughClosed: boolean): WalkedRuns => {
    const from = { reach: start.reach, progress }
    const walkLimits = { ...inMetres(limits), throughClosed, ...(stops && { stops }) }
    return walkRiver(network.graph[direction], costs, from, walkLimits, network.memory)
  }
  const describe = (runs: WalkedRuns) => describeRuns(network, direction, progress, costs, runs)
  const runs = walk(false)
  const stoppedAt = runs.closed.map((reach) => reachAt(network, reach).id)
  const end = firstEnd(direction, runs.ends)
  const flowing = describe(runs)
  const potential = stoppedAt.length === 0 ? [] : onlyIn(describe(walk(true)), flowing)
  const units = gatherUnits(network, flowing)
  const points = gatherPoints(network, direction, flowing, costs)
  return {
    direction,
    reaches: [...flowing, ...potential],
    units,
    potentialUnits: gatherUnits(network, potential).filter(({ code }) => units.every((unit) => unit.code !== code)),
    points,
    sections: points.filter(({ kind }) => kind === 'section'),
    gates: points.filter(({ kind }) => kind === 'gate'),
    firstOutside: units.every(({ code }) => isInBeijing(code)) ? null : leaveCity(network, flowing),
    stoppedAt,
    end,
  }
}

const inMetres = ({ maxKm, maxH }: TraceLimits): Pick<WalkLimits, 'maxM' | 'maxH'> => ({
  maxM: (maxKm ?? Number.POSITIVE_INFINITY) * 1000,
  maxH: maxH ?? Number.POSITIVE_INFINITY,
})

/** The same costs, with the open reaches that have a stop marked for the walk. */
export function withStops(costs: ReachCosts, stops: ReadonlyMap<number, number> | undefined): ReachCosts {
  if (stops === undefined) return costs
  const isOpen = costs.isOpen.slice()
  for (const reach of stops.keys()) if (u8(isOpen, reach) === 1) isOpen[reach] = 2
  return { ...costs, isOpen }
}

function firstEnd(direction: TraceDirection, ends: readonly WalkEnd[]): EndMet | null {
  const [first] = ends.toSorted((a, b) => a.earliestH - b.earliestH || a.distanceM - b.distanceM)
  if (first === undefined) return null
  const { reach, extent, distanceM, earliestH, probableH } = first
  return {
    place: { reach, fraction: direction === 'downstream' ? extent : 1 - extent },
    km: distanceM / 1000,
    arrivalH: { earliest: earliestH, probable: probableH },
  }
}

/** GB/T 2260: every unit of Beijing begins with 11. */
const isInBeijing = (code: string): boolean => code.startsWith('11')

function leaveCity(network: RiverNetwork, reaches: readonly ReachMet[]): UnitMet | null {
  const touched = new Set<string>()
  const fromCity = reaches.filter(({ reach, reachId, beforeId }) => {
    const { leftUnit, rightUnit } = reachAt(network, reach)
    const isFromCity = isInBeijing(leftUnit) || isInBeijing(rightUnit) || (beforeId !== null && touched.has(beforeId))
    if (isFromCity) touched.add(reachId)
    return isFromCity
  })
  return gatherUnits(network, fromCity).find(({ code }) => !isInBeijing(code)) ?? null
}

/** What is met only when closed reaches are passed. */
function onlyIn(open: readonly ReachMet[], flowing: readonly ReachMet[]): ReachMet[] {
  const known = new Set(flowing.map(({ reach }) => reach))
  return open.filter(({ reach }) => !known.has(reach)).map((met) => ({ ...met, isPotential: true }))
}
