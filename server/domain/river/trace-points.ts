/** The sections, gates, outfalls, intakes and sites that a trace passes. */

import { f64, u8 } from '../typed-array.ts'
import type { Branch } from './branch.ts'
import type { PointOnReach, RiverNetwork, RiverPointKind } from './network.ts'
import type { ArrivalH, ReachMet, TraceDirection } from './trace.ts'
import type { ReachCosts } from './walk.ts'

export interface PointMet {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly river: string
  readonly riverEn: string
  readonly kind: RiverPointKind
  readonly reach: number
  readonly reachId: string
  /** Share of the reach, 0 to 1, upstream of it. */
  readonly fraction: number
  readonly km: number
  readonly arrivalH: ArrivalH
  /** The branch of the trace on which it lies. */
  readonly branch: Branch
  /** Where the hours come from, bits of `TRAVEL_TIME_ORIGINS`. */
  readonly originBits: number
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
      if (point.fraction < met.fromFraction - ROUNDING || point.fraction > met.toFraction + ROUNDING) continue
      const passed = passPoint(network, point, direction, met, costs)
      const known = found.get(point.id)
      if (known === undefined || passed.arrivalH.earliest < known.arrivalH.earliest) found.set(point.id, passed)
    }
  }
  return [...found.values()].sort((a, b) => a.arrivalH.earliest - b.arrivalH.earliest)
}

/** Upstream a stretch counts from the other end, and 1 - (1 - f) is not always f: 0.1 mm on a reach of 100 km. */
const ROUNDING = 1e-9

function passPoint(
  network: RiverNetwork,
  point: PointOnReach,
  direction: TraceDirection,
  met: ReachMet,
  costs: ReachCosts,
): PointMet {
  const { id, name, nameEn, river, riverEn, kind, fraction } = point
  const share = Math.max(0, direction === 'downstream' ? fraction - met.fromFraction : met.toFraction - fraction)
  return {
    id,
    name,
    nameEn,
    river,
    riverEn,
    kind,
    reach: met.reach,
    reachId: met.reachId,
    fraction,
    km: met.fromKm + (share * f64(costs.lengthM, met.reach)) / 1000,
    arrivalH: {
      earliest: met.arrivalH.earliest + share * f64(costs.earliestH, met.reach),
      probable: met.arrivalH.probable + share * f64(costs.probableH, met.reach),
    },
    branch: met.branch,
    originBits: met.originBits | (share > 0 ? u8(network.originBits, met.reach) : 0),
  }
}
