/** The units touched, sorted by the part they play. */
import type { Unit } from './judged.ts'

export const UNIT_ROLES = ['placed', 'downstream', 'zones', 'townships', 'upstream'] as const
export type UnitRole = (typeof UNIT_ROLES)[number]

/** Each unit stands once: where it lies outranks what flows to it, and that outranks what may have come from it. */
export const unitsByRole = (units: readonly Unit[]): Readonly<Record<UnitRole, readonly Unit[]>> => {
  const having = (role: UnitRole) => units.filter((unit) => roleOf(unit) === role)
  return {
    placed: having('placed'),
    downstream: having('downstream').toSorted((a, b) => arrival(a) - arrival(b)),
    zones: having('zones'),
    townships: having('townships'),
    upstream: having('upstream'),
  }
}

const roleOf = ({ level, how }: Unit): UnitRole => {
  if (level === 'zone') return 'zones'
  if (level === 'township') return 'townships'
  if (how.includes('area') || how.includes('bank')) return 'placed'
  return how.includes('downstream') ? 'downstream' : 'upstream'
}

const arrival = ({ arrivalH }: Unit): number => arrivalH?.earliest ?? Number.POSITIVE_INFINITY
