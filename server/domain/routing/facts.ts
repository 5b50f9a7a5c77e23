/** The facts that the decision table reads, and nothing else: what geometry and the report have established. */
import type { CrossingKind } from '../assessment.ts'
import type { Filing, Matter, Medium, Sensitivity, Severity, SourceKind } from '../report/report.ts'

/** A Beijing district or the 经开区, as routing sees it. */
export interface RoutingUnit {
  readonly code: string
  readonly name: string
  readonly nameEn: string
}

export interface RoutingFacts {
  readonly matter: Matter
  readonly medium: Medium
  readonly severity: Severity
  /** D: district-level units of Beijing touched; 经开区 (110115403) counts as one of its own. In order: source first. */
  readonly districts: readonly RoutingUnit[]
  /** X: county-level units of 天津 and 河北 touched, with the province code. */
  readonly outsideUnits: readonly (RoutingUnit & { readonly province: string })[]
  /** T: townships touched. */
  readonly townships: readonly RoutingUnit[]
  /** Z: overlay zones touched. */
  readonly zones: readonly (RoutingUnit & {
    readonly kind: string
    readonly manager: RoutingUnit
    readonly parent: string
  })[]
  readonly kinds: readonly CrossingKind[]
  /** Unit in which the act or source lies; null when unknown (an observation only). */
  readonly sourceUnit: RoutingUnit | null
  /** District-level units in which the illegal act itself took place; receptors elsewhere do not count. */
  readonly actUnits: readonly RoutingUnit[]
  /** Districts that are only on the way downstream or hold a gate: notified, not co-organisers. */
  readonly gateUnits: readonly RoutingUnit[]
  readonly isMajorViolation: boolean
  readonly isCityPermit: boolean
  readonly isCrimeSuspected: boolean
  /** Null where the report does not say. */
  readonly isKeySource: boolean | null
  readonly sourceKind: SourceKind | null
  /** What the report itself says of 令17 art. 4, besides what place, pollutant and flow show. */
  readonly sensitive: readonly Sensitivity[]
  readonly isHeavyMetal: boolean
  /** The place lies in a drinking-water protection zone (A3, 令17 art. 4 (一)). */
  readonly isDrinkingWaterZone: boolean
  /** True when pollution can leave Beijing within the planning horizon (A3, 令17 art. 4 (四)). */
  readonly mayCrossProvince: boolean
  readonly filings: readonly Filing[]
  /** ISO 8601: when it was found or learnt of; the clocks start here. */
  readonly discoveredAt: string
  /** False where the report has no time of discovery and `discoveredAt` is the time of occurrence, which is never later. */
  readonly isDiscoveryKnown: boolean
  /** Where the geometry cannot decide and a person must. */
  readonly mustAsk: boolean
}
