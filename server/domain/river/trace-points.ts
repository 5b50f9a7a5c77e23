/** The sections and gates that a trace passes. */

import { f64 } from '../typed-array.ts'
import type { PointOnReach, RiverNetwork } from './network.ts'
import type { ArrivalH, ReachMet, TraceDirection } from './trace.ts'
import type { ReachCosts } from './walk.ts'

export interface PointMet {
  readonly id: string
  readonly name: string
  readonly river: string
  readonly kind: 'section' | 'gate'
  readonly reachId: string
  readonly km: number
  readonly arrivalH: ArrivalH
}

/** Earliest first. A point at the very end of a stretch is met. */
export function gatherPoints(
  network: RiverNetwork,
  direction: TraceDirection,
  reaches: readonly ReachMet[],
  costs: ReachCosts,
): PointMet[] {
  const found = new Map<string, PointMet>()
  for (const met of reaches) {
    for (const point of network.points[met.reach] ?? []) {
      if (point.fraction < met.fromFraction || point.fraction > met.toFraction) continue
      const passed = passPoint(point, direction, met, costs)
      const known = found.get(point.id)
      if (known === undefined || passed.arrivalH.earliest < known.arrivalH.earliest) found.set(point.id, passed)
    }
  }
  return [...found.values()].sort((a, b) => a.arrivalH.earliest - b.arrivalH.earliest)
}

function passPoint(point: PointOnReach, direction: TraceDirection, met: ReachMet, costs: ReachCosts): PointMet {
  const { id, name, river, kind, fraction } = point
  const share = direction === 'downstream' ? fraction - met.fromFraction : met.toFraction - fraction
  return {
    id,
    name,
    river,
    kind,
    reachId: met.reachId,
    km: met.fromKm + (share * f64(costs.lengthM, met.reach)) / 1000,
    arrivalH: {
      earliest: met.arrivalH.earliest + share * f64(costs.earliestH, met.reach),
      probable: met.arrivalH.probable + share * f64(costs.probableH, met.reach),
    },
  }
}
