/** The units that a trace meets: where it enters them, on which bank, and when. */
import { type RiverNetwork, reachAt } from './network.ts'
import type { ArrivalH, ReachMet } from './trace.ts'

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

/**
 * Earliest first, the left bank before the right. A reach on a border contributes the units of both its banks; a bank without
 * a unit contributes none.
 */
export function gatherUnits(network: RiverNetwork, reaches: readonly ReachMet[]): UnitMet[] {
  const units = new Map<string, Gathering>()
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

/** A unit while it is being gathered; a trace extends most units many times, so they are changed in place. */
type Gathering = { -readonly [Key in keyof UnitMet]: UnitMet[Key] }

function meet(units: Map<string, Gathering>, code: string, bank: UnitMet['bank'], met: ReachMet): void {
  if (code === '') return
  const { fromKm: km, toKm: exitKm, arrivalH, reachId, isMain } = met
  const known = units.get(code)
  if (known === undefined) {
    units.set(code, { code, km, exitKm, bank, arrivalH, reachId, isMain })
    return
  }
  known.exitKm = Math.max(known.exitKm, exitKm)
  if (arrivalH.earliest < known.arrivalH.earliest) Object.assign(known, { km, bank, arrivalH, reachId, isMain })
}

function compareArrival(a: UnitMet, b: UnitMet): number {
  const byBank = Number(a.bank > b.bank) - Number(a.bank < b.bank)
  return a.arrivalH.earliest - b.arrivalH.earliest || a.km - b.km || byBank
}
