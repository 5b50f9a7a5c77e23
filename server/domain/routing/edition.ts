/** 规则版本: the rules as they stand over a span of days, made ready so that routing only reads. */

import type { Action, Routing, RuleTrace } from '../assessment.ts'
import { type BasisId, isInForce, LEGAL_BASES, type LegalBasis, legalBasisAsOf } from '../law/legal-basis.ts'
import { type ClockBoard, clockBoardAsOf } from '../law/reporting-clock.ts'
import { CLOCK_RULES } from '../law/reporting-clock-rules.ts'
import type { Refusal } from '../refusal.ts'
import type { Bilingual } from './actor-place.ts'
import { ADDITIVE_RULES } from './addition.ts'
import { type Condition, conditionClause } from './condition.ts'
import type { FactValue } from './fact-reading.ts'
import type { Party } from './party.ts'
import type { AdditiveRule, Item, RoutingRow } from './rule.ts'
import { DECISION_TABLE } from './table.ts'

type RuleSet = Routing['ruleSet']

const RULE_SETS: readonly RuleSet[] = [{ version: 'beijing-2019.2', validFrom: '2019-03-04' }]

/** A thing and the conditions on which it is given, none for always. */
export interface ReadyItem<T> {
  readonly give: T
  readonly when: readonly Condition[]
}

/** A row with its clauses resolved and the fixed part of its explanation written. */
export interface ReadyRow {
  readonly row: RoutingRow
  readonly lead: readonly ReadyItem<Party>[]
  readonly coOrganisers: readonly ReadyItem<Party>[]
  readonly mustNotify: readonly ReadyItem<Party>[]
  readonly actions: readonly ReadyItem<Action>[]
  readonly basis: readonly ReadyItem<LegalBasis>[]
  readonly matched: Bilingual
  readonly unmatched: readonly Explanation[]
}

/** For one condition: how the sentence begins that says it did not hold, and the traces already written, by actual value. */
interface Explanation {
  readonly opening: Bilingual
  readonly traces: Map<FactValue, RuleTrace>
}

export interface ReadyAddition {
  readonly rule: AdditiveRule
  readonly mustNotify: readonly ReadyItem<Party>[]
  readonly basis: readonly LegalBasis[]
  readonly note: Routing['additions'][number]
}

export interface RoutingEdition {
  readonly validFrom: string
  readonly ruleSet: RuleSet
  readonly rows: readonly ReadyRow[]
  readonly additions: readonly ReadyAddition[]
  readonly clocks: ClockBoard
}

/** The edition of a day: rule set, clauses and clocks all as they stood then. */
export function routingEditionAsOf(date: string): RoutingEdition | Refusal {
  return EDITIONS.findLast((edition) => edition.validFrom <= date) ?? noRules(date)
}

/** An edition begins on each day on which a rule set, a rule, a clause or a clock begins or ends. */
const EDITIONS: readonly RoutingEdition[] = editionDays().flatMap((day) => {
  const ruleSet = RULE_SETS.findLast((candidate) => candidate.validFrom <= day)
  return ruleSet === undefined ? [] : [editionOf(day, ruleSet)]
})

function editionDays(): string[] {
  const dated = [...LEGAL_BASES, ...DECISION_TABLE, ...ADDITIVE_RULES, ...CLOCK_RULES]
  const days = dated.flatMap(({ validFrom, validTo }) => (validTo === null ? [validFrom] : [validFrom, validTo]))
  return [...new Set([...days, ...RULE_SETS.map((ruleSet) => ruleSet.validFrom)])].sort()
}

function editionOf(day: string, ruleSet: RuleSet): RoutingEdition {
  return {
    validFrom: day,
    ruleSet,
    rows: DECISION_TABLE.filter((row) => isInForce(row, day)).map((row) => readyRow(row, day)),
    additions: ADDITIVE_RULES.filter((rule) => isInForce(rule, day)).map((rule) => readyAddition(rule, day)),
    clocks: clockBoardAsOf(day),
  }
}

function readyRow(row: RoutingRow, day: string): ReadyRow {
  return {
    row,
    lead: row.lead.map(readyItem),
    coOrganisers: row.coOrganisers.map(readyItem),
    mustNotify: row.mustNotify.map(readyItem),
    actions: row.actions.map(readyItem),
    basis: row.basis
      .map(readyItem)
      .flatMap(({ give, when }) => basisInForce(give, day).map((basis) => ({ give: basis, when }))),
    matched: { zh: `适用${row.id}：${row.title.zh}。`, en: `${row.id} applies: ${row.title.en}.` },
    unmatched: row.when.map((condition) => ({ opening: unmatchedOpening(row, condition), traces: new Map() })),
  }
}

function unmatchedOpening(row: RoutingRow, condition: Condition): Bilingual {
  const clause = conditionClause(condition)
  return {
    zh: `不适用${row.id}（${row.title.zh}）：${clause.zh}，实为`,
    en: `${row.id} (${row.title.en}) does not apply: ${clause.en}, but is `,
  }
}

function readyAddition(rule: AdditiveRule, day: string): ReadyAddition {
  const isDesign = rule.mark === 'design'
  return {
    rule,
    mustNotify: rule.mustNotify.map(readyItem),
    basis: rule.basis.flatMap((id) => basisInForce(id, day)),
    note: {
      rule: rule.rule,
      zh: rule.zh + (isDesign ? '（系统设定）' : ''),
      en: rule.en + (isDesign ? ' (A setting of Jiehe.)' : ''),
    },
  }
}

function readyItem<T extends string>(item: Item<T>): ReadyItem<T> {
  return typeof item === 'string' ? { give: item, when: [] } : item
}

function basisInForce(id: BasisId, day: string): LegalBasis[] {
  const basis = legalBasisAsOf(id, day)
  return basis === null ? [] : [basis]
}

function noRules(date: string): Refusal {
  return { refusal: 'no-rules-for-date', date, firstDate: RULE_SETS[0]?.validFrom ?? '' }
}
