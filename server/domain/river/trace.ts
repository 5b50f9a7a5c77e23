/**
 * Where the water of a place goes, or where the water at a place comes from: reaches, units, sections and gates in the order
 * met, with kilometres and hours.
 *
 * Closed reaches (dry, gated) stop the trace. What lies beyond them is told apart as potential: it would be met if the gate
 * opened or the water came back, and nobody there is notified today.
 */

import { f64, i32, u8 } from '../typed-array.ts'
import { type RiverNetwork, reachAt } from './network.ts'
import type { RiverPlace } from './snap.ts'
import { gatherPoints, type PointMet } from './trace-points.ts'
import { gatherUnits, type UnitMet } from './trace-units.ts'
import type { Flow } from './travel-time.ts'
import { type ReachCosts, type WalkedRuns, walkRiver } from './walk.ts'

export type TraceDirection = 'downstream' | 'upstream'

export interface TraceLimits {
  /** Kilometres of river from the start. */
  readonly maxKm?: number
  /** Hours of the leading edge. */
  readonly maxH?: number
  /** The flow at which the probable hours are told; `mean` unless given. */
  readonly flow?: Flow
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
  /** False where the way from the start passes a diversion. */
  readonly isMain: boolean
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
  readonly sections: readonly PointMet[]
  readonly gates: readonly PointMet[]
  /**
   * Where the water leaves the city: the first unit outside Beijing, on either bank, on a way that has touched Beijing.
   * Upstream, where it last came into the city. Null where the trace stays inside, or outside.
   */
  readonly firstOutside: UnitMet | null
  /** Ids of the closed reaches that stopped the trace. */
  readonly stoppedAt: readonly string[]
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
  const costs = network.costs[limits.flow ?? 'mean']
  const progress = direction === 'downstream' ? start.fraction : 1 - start.fraction
  const maxM = (limits.maxKm ?? Number.POSITIVE_INFINITY) * 1000
  const maxH = limits.maxH ?? Number.POSITIVE_INFINITY
  const walk = (throughClosed: boolean): WalkedRuns => {
    const from = { reach: start.reach, progress }
    return walkRiver(network.graph[direction], costs, from, { maxM, maxH, throughClosed }, network.memory)
  }
  const describe = (runs: WalkedRuns) => describeRuns(network, direction, progress, costs, runs)
  const runs = walk(false)
  const stoppedAt = runs.closed.map((reach) => reachAt(network, reach).id)
  const flowing = describe(runs)
  const potential = stoppedAt.length === 0 ? [] : onlyIn(describe(walk(true)), flowing)
  const units = gatherUnits(network, flowing)
  const points = gatherPoints(network, direction, flowing, costs)
  return {
    direction,
    reaches: [...flowing, ...potential],
    units,
    potentialUnits: gatherUnits(network, potential).filter(({ code }) => units.every((unit) => unit.code !== code)),
    sections: points.filter(({ kind }) => kind === 'section'),
    gates: points.filter(({ kind }) => kind === 'gate'),
    firstOutside: units.every(({ code }) => isInBeijing(code)) ? null : leaveCity(network, flowing),
    stoppedAt,
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

function describeRuns(
  network: RiverNetwork,
  direction: TraceDirection,
  startProgress: number,
  costs: ReachCosts,
  runs: WalkedRuns,
): ReachMet[] {
  const met: ReachMet[] = []
  for (let run = 0; run < runs.count; run++) {
    const reach = i32(runs.reach, run)
    const parent = run === 0 ? undefined : met[i32(runs.parent, run)]
    const near = run === 0 ? startProgress : 0
    // A cycle that comes back to the start reach ends where the trace began.
    const far =
      run > 0 && reach === met[0]?.reach ? Math.min(startProgress, f64(runs.extent, run)) : f64(runs.extent, run)
    const { id, river } = reachAt(network, reach)
    const fromM = f64(runs.distanceM, run)
    met.push({
      reach,
      reachId: id,
      river,
      fromFraction: direction === 'downstream' ? near : 1 - far,
      toFraction: direction === 'downstream' ? far : 1 - near,
      fromKm: fromM / 1000,
      toKm: (fromM + (far - near) * f64(costs.lengthM, reach)) / 1000,
      arrivalH: { earliest: f64(runs.earliestH, run), probable: f64(runs.probableH, run) },
      isMain: (parent?.isMain ?? true) && (run === 0 || u8(network.isDiversion, reach) === 0),
      isPotential: false,
      beforeId: parent?.reachId ?? null,
    })
  }
  return met
}
