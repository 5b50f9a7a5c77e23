/** The shape of the routing rules as data. */

import type { Action, TextStatus } from '../assessment.ts'
import type { BasisId } from '../law/legal-basis.ts'
import type { Bilingual } from './actor-place.ts'
import type { Condition } from './condition.ts'
import type { Party } from './party.ts'

/** A thing that is given always, or only when all conditions hold. */
export type Item<T extends string> = T | { readonly give: T; readonly when: readonly Condition[] }

interface Dated {
  /** Calendar days of Asia/Shanghai; `validTo` is the first day on which the rule no longer holds. */
  readonly validFrom: string
  readonly validTo: string | null
  /** How far the rule can be trusted: `design` marks Jiehe's reading of the texts that it cites. */
  readonly mark: TextStatus
}

/** One row of the decision table. Rows are tried in order; the first whose conditions all hold decides. */
export interface RoutingRow extends Dated {
  readonly id: string
  readonly title: Bilingual
  readonly when: readonly Condition[]
  /** The first that applies leads; none at all means nobody does until a person has decided. */
  readonly lead: readonly Item<Party>[]
  readonly coOrganisers: readonly Item<Party>[]
  readonly mustNotify: readonly Item<Party>[]
  readonly actions: readonly Item<Action>[]
  readonly basis: readonly Item<BasisId>[]
  /** A person must confirm before anything is sent when all of these hold; an empty list: always. */
  readonly confirm?: readonly Condition[]
}

/** 附加规则: applies after the lead is known, whichever row decided; every one that holds applies. */
export interface AdditiveRule extends Dated {
  readonly rule: string
  readonly when: readonly Condition[]
  /** Applies only where a municipal body leads. */
  readonly onlyMunicipalLead?: boolean
  readonly mustNotify: readonly Item<Party>[]
  readonly actions: readonly Action[]
  readonly basis: readonly BasisId[]
  readonly zh: string
  readonly en: string
}
