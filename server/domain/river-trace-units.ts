/** The units that a trace meets: where it enters them, on which bank, and when. */
import { type RiverNetwork, reachAt } from './river-network.ts'
import type { ArrivalH, ReachMet } from './river-trace.ts'

export interface UnitMet {
  readonly code: string
  /** Kilometres of river from the start to where the trace first meets the unit, and to where it last leaves it. */
  readonly km: number
  readonly exitKm: number
  /** The unit's bank where it is first met, as the water flows; `both` where the reach lies inside it. */
  readonly bank: 'left' | 'right' | 'both'
  readonly arrivalH: ArrivalH
  /** The reach on which it is first met. */
  readonly reachId: string
  /** False where it is first met by way of a diversion. */
  readonly isMain: boolean
}

/** Earliest first, the left bank before the right. A reach on a border contributes the units of both its banks; a bank without a unit contributes none. */
export function gatherUnits(network: RiverNetwork, reaches: readonly ReachMet[]): UnitMet[] {
  const units = new Map<string, UnitMet>()
  for (const met of reaches) {
    const { leftUnit, rightUnit } = reachAt(network, met.reach)
    if (leftUnit === rightUnit) meet(units, leftUnit, 'both', met)
    else {
      meet(units, leftUnit, 'left', met)
      meet(units, rightUnit, 'right', met)
    }
  }
  return [...units.values()].sort(compareArrival)
}

function meet(units: Map<string, UnitMet>, code: string, bank: UnitMet['bank'], met: ReachMet): void {
  if (code === '') return
  const known = units.get(code)
  const exitKm = Math.max(known?.exitKm ?? 0, met.toKm)
  if (known !== undefined && known.arrivalH.earliest <= met.arrivalH.earliest) {
    if (exitKm > known.exitKm) units.set(code, { ...known, exitKm })
    return
  }
  const { fromKm: km, arrivalH, reachId, isMain } = met
  units.set(code, { code, km, exitKm, bank, arrivalH, reachId, isMain })
}

function compareArrival(a: UnitMet, b: UnitMet): number {
  return a.arrivalH.earliest - b.arrivalH.earliest || a.km - b.km || (a.bank < b.bank ? -1 : 1)
}
