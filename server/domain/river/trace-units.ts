/** The units that a trace meets: where it enters them, on which bank, and when. */
import { type RiverNetwork, reachAt } from './network.ts'
import type { RiverPlace } from './snap.ts'
import type { ArrivalH, ReachMet, TraceDirection } from './trace.ts'

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
  /** False where it is first met by way of a diversion or tributary. */
  readonly isMain: boolean
  /** The stretch on which it is first met, at the near end, and the one on which it is last left, at the far end. */
  readonly enteredOn: ReachMet
  readonly leftOn: ReachMet
}

/** Where a trace comes into the unit. */
export function entryOf(direction: TraceDirection, { enteredOn }: UnitMet): RiverPlace {
  const { reach, fromFraction, toFraction } = enteredOn
  return { reach, fraction: direction === 'downstream' ? fromFraction : toFraction }
}

/** Where a trace last leaves the unit, or ends in it. */
export function exitOf(direction: TraceDirection, { leftOn }: UnitMet): RiverPlace {
  const { reach, fromFraction, toFraction } = leftOn
  return { reach, fraction: direction === 'downstream' ? toFraction : fromFraction }
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
    units.set(code, { code, km, exitKm, bank, arrivalH, reachId, isMain, enteredOn: met, leftOn: met })
    return
  }
  if (exitKm > known.exitKm) {
    known.exitKm = exitKm
    known.leftOn = met
  }
  if (arrivalH.earliest < known.arrivalH.earliest) {
    Object.assign(known, { km, bank, arrivalH, reachId, isMain, enteredOn: met })
  }
}

function compareArrival(a: UnitMet, b: UnitMet): number {
  const byBank = Number(a.bank > b.bank) - Number(a.bank < b.bank)
  return a.arrivalH.earliest - b.arrivalH.earliest || a.km - b.km || byBank
}
