/** 法律依据: every text that a decision may cite, each with its own time of validity. */
import type { BasisRef } from '../assessment.ts'
import { EMERGENCY_BASES } from './legal-basis-emergency.ts'
import { NATIONAL_BASES } from './legal-basis-national.ts'
import { PLAN_BASES } from './legal-basis-plan.ts'
import { WATER_BASES } from './legal-basis-water.ts'

/** One cited passage. Dates are calendar days of Asia/Shanghai; `validTo` is the first day on which it no longer holds. */
export interface LegalBasis extends BasisRef {
  readonly id: string
  readonly documentNumber?: string
  readonly validFrom: string
  readonly validTo: string | null
}

/** What the rules of routing cite; a clause here that none of them names is a mistake. Water quality has its own list. */
export const LEGAL_BASES = [
  ...PLAN_BASES,
  ...NATIONAL_BASES,
  ...EMERGENCY_BASES,
] as const satisfies readonly LegalBasis[]

/** An id that is not in the data does not compile. */
export type BasisId = (typeof LEGAL_BASES)[number]['id']

/** An id of a text on water quality. */
export type WaterBasisId = (typeof WATER_BASES)[number]['id']

const byId: ReadonlyMap<string, LegalBasis> = new Map(
  [...LEGAL_BASES, ...WATER_BASES].map((basis) => [basis.id, basis]),
)

/** The passage of that id if it was in force on the day, else null: an act is judged by the law of its own date. */
export function legalBasisAsOf(id: BasisId | WaterBasisId, date: string): LegalBasis | null {
  const basis = byId.get(id)
  return basis !== undefined && isInForce(basis, date) ? basis : null
}

/** Whether something dated holds on a day, both as `YYYY-MM-DD`. */
export function isInForce(
  dated: { readonly validFrom: string; readonly validTo: string | null },
  date: string,
): boolean {
  return dated.validFrom <= date && (dated.validTo === null || date < dated.validTo)
}
