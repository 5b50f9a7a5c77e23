/**
 * The decision table L1-L17: who leads, with whom, who must be told, doing what, on which clause.
 *
 * The clauses are law; reading them as a table with this order is Jiehe's own choice (`mark: 'design'`).
 * "跨区域" in the plan means across districts and beyond; it defines no number, so none stands here.
 */
import type { RoutingRow } from './rule.ts'
import { CASE_ROWS } from './table-case.ts'
import { CITY_ROWS } from './table-city.ts'
import { MONITORING_ROWS } from './table-monitoring.ts'

/** In the order in which they are tried. */
export const DECISION_TABLE: readonly RoutingRow[] = [...CITY_ROWS, ...CASE_ROWS, ...MONITORING_ROWS]
