/**
 * The answer to the one question: whose is it, how do we know, who must act together, on which clause, by when.
 *
 * These types are the wire shape of `POST /api/assessments` too (contract/assessments.ts mirrors them with zod).
 */
import type { Geometry } from 'geojson'
import type { JurisdictionLevel } from './reference-data.ts'

export type TouchKind = 'area' | 'bank' | 'upstream' | 'downstream' | 'overlay'
export type Certainty = 'certain' | 'probable' | 'possible'

/** One fact that a person can look at and contest. */
export interface Evidence {
  readonly kind: 'share' | 'boundary' | 'bank' | 'trace' | 'section' | 'zone' | 'exit' | 'uncertainty'
  /** One sentence in Chinese, and the same in English. */
  readonly zh: string
  readonly en: string
  readonly reachIds?: readonly string[]
  readonly sectionIds?: readonly string[]
  readonly distanceM?: number
  readonly hours?: number
  readonly shareOfArea?: number
  /** WGS 84 longitude, latitude; what the map draws for this fact. */
  readonly geometry?: Geometry
}

/** A unit that the incident touches, by place or by flow. */
export interface TouchedUnit {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly level: JurisdictionLevel
  readonly how: readonly TouchKind[]
  readonly certainty: Certainty
  /** 0..1: that the unit is truly touched, from the report's error and the boundary's own. */
  readonly probability: number
  /** 0..1: share of the affected area (or length) that lies in the unit. */
  readonly share?: number
  readonly arrivalH?: { readonly earliest: number; readonly probable: number }
  readonly evidence: readonly Evidence[]
}

export type CrossingKind = 'area' | 'bank' | 'updown' | 'overlay' | 'city-border'
export type CrossingOutcome = 'crosses' | 'within-one' | 'ask'

export interface Crossing {
  readonly isCross: boolean
  readonly kinds: readonly CrossingKind[]
  readonly outcome: CrossingOutcome
}

/** A body that acts: bureau, team, government, department. Ids are listed in actor.ts. */
export interface ActorRef {
  readonly id: string
  readonly name: string
  readonly nameEn: string
}

export const ACTIONS = [
  'joint-monitoring',
  'linked-enforcement',
  'joint-emergency',
  'jing-jin-ji-linkage',
  'enforcement',
  'enforcement-monitoring',
  'source-monitoring',
  'emergency-monitoring',
  'water-review',
  'dispute-handling',
  'mediation',
  'inspection',
] as const
export type Action = (typeof ACTIONS)[number]

/** 时限: what must be done by when, on which basis. `limitH` null where the law gives no number (及时). */
export interface Clock {
  readonly what: string
  readonly whatEn: string
  readonly limitH: number | null
  /** ISO 8601 with +08:00; null where there is no number. */
  readonly dueAt: string | null
  readonly basis: string
  /** The same clause in English; absent in assessments saved before. */
  readonly basisEn?: string
  /** ISO 8601 with +08:00: where it started, and whether that is the discovery or, for want of it, the occurrence. */
  readonly startsAt?: string
  readonly startsFrom?: 'discovered' | 'occurred'
}

/** How far a cited text can be trusted: read in its source, in a copy, remembered, or a design choice of Jiehe's. */
export type TextStatus = 'verified' | 'secondary' | 'memory' | 'design'

export interface BasisRef {
  readonly document: string
  readonly article: string
  readonly text: string
  readonly documentEn: string
  /** What the passage says, in one English sentence; never a translation with authority. */
  readonly glossEn: string
  /** True: the document's own words. False: a summary (概述). */
  readonly isQuote: boolean
  readonly status: TextStatus
}

/** Why a row of the decision table did or did not match. */
export interface RuleTrace {
  readonly rule: string
  readonly matched: boolean
  /** The first condition that failed, or all that held for the row that matched. */
  readonly conditions: readonly {
    readonly fact: string
    readonly operator: string
    readonly expected: unknown
    readonly actual: unknown
    readonly held: boolean
  }[]
  readonly zh: string
  readonly en: string
}

export interface PunishingAuthority extends ActorRef {
  /** Why this one, in one sentence. */
  readonly zh: string
  readonly en: string
  /** True while the outcome is `ask`: who punishes may change with the place. Absent in older answers. */
  readonly isProvisional?: boolean
}

export interface Routing {
  readonly rule: string
  /** How far the row itself can be trusted: `design` marks Jiehe's reading of the cited texts. Absent in older answers. */
  readonly mark?: TextStatus
  readonly lead: ActorRef | null
  readonly coOrganisers: readonly ActorRef[]
  readonly mustNotify: readonly ActorRef[]
  readonly actions: readonly Action[]
  /** 处罚机关, kept apart from the lead (生态环境行政处罚办法 art. 13-16). Null where nothing is punished. */
  readonly punishingAuthority: PunishingAuthority | null
  readonly clocks: readonly Clock[]
  readonly basis: readonly BasisRef[]
  /** Additive rules (A1-A7, 经开区) that applied, each with its sentence. */
  readonly additions: readonly { readonly rule: string; readonly zh: string; readonly en: string }[]
  /** True where a person must confirm before anything is sent (L16, L17, outcome `ask`). */
  readonly needsConfirmation: boolean
  readonly ruleSet: { readonly version: string; readonly validFrom: string }
}

export interface Assessment {
  readonly units: readonly TouchedUnit[]
  readonly crossing: Crossing
  readonly routing: Routing
  readonly because: readonly RuleTrace[]
  /** Version of each thing the answer rests on: boundaries, rivers, rules, thresholds, software. */
  readonly dataVersions: Readonly<Record<string, string>>
  /** Doubts a reader must know: schematic boundaries near the place, settings that are not law. */
  readonly caveats: readonly { readonly zh: string; readonly en: string }[]
}
