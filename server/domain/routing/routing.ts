/** 分派: facts in, decision out. Who leads, who acts with it, who must be told, on which clause, by when, and why not otherwise. */
import type { Action, ActorRef, BasisRef, Routing, RuleTrace } from '../assessment.ts'
import { runningClocks } from '../law/reporting-clock.ts'
import { isRefusal, type Refusal } from '../refusal.ts'
import { allHold, type Condition, firstFailing } from './condition.ts'
import {
  type ReadyAddition,
  type ReadyItem,
  type ReadyRow,
  type RoutingEdition,
  routingEditionAsOf,
} from './edition.ts'
import { FACT_READINGS, valueName } from './fact-reading.ts'
import type { RoutingFacts } from './facts.ts'
import { PARTIES, type Party } from './party.ts'
import { punishingAuthority } from './punishment.ts'

export interface RoutingDecision {
  readonly routing: Routing
  /** One trace per row tried, in order; the last one matched. */
  readonly because: readonly RuleTrace[]
}

/**
 * Routes an incident by the rules of its own day.
 *
 * @param asOf the day of the incident in Asia/Shanghai, `YYYY-MM-DD`; before 2019-03-04 there are no rules: a refusal.
 * @throws when no row of the table takes the facts, which a test over all their combinations rules out.
 */
export function routeIncident(facts: RoutingFacts, asOf: string): RoutingDecision | Refusal {
  const edition = routingEditionAsOf(asOf)
  if (isRefusal(edition)) return edition
  const because: RuleTrace[] = []
  for (const row of edition.rows) {
    const failing = firstFailing(row.row.when, facts)
    if (failing === -1) {
      because.push(matchedTrace(row, facts))
      return { routing: routingBy(row, edition, facts, asOf), because }
    }
    because.push(unmatchedTrace(row, failing, facts))
  }
  throw new Error('The decision table has no row for these facts')
}

function routingBy(row: ReadyRow, edition: RoutingEdition, facts: RoutingFacts, asOf: string): Routing {
  const lead = leadOf(row, facts)
  const leadPlace = lead === null ? null : placeOf(lead)
  const additions = leadPlace === null ? [] : edition.additions.filter((each) => applies(each, facts, leadPlace))
  const roll = { facts, leadPlace: leadPlace ?? 'bj', taken: new Set(lead === null ? [] : [lead.id]) }
  return {
    rule: row.row.id,
    mark: row.row.mark,
    lead,
    coOrganisers: enrol(roll, row.coOrganisers, []),
    mustNotify: additions.reduce((told, each) => enrol(roll, each.mustNotify, told), enrol(roll, row.mustNotify, [])),
    actions: actionsOf(row, additions, facts),
    punishingAuthority: punishingAuthority(facts, asOf),
    clocks: runningClocks(edition.clocks, facts),
    basis: basisOf(row, additions, facts),
    additions: additions.map((addition) => addition.note),
    needsConfirmation: facts.mustAsk || (row.row.confirm !== undefined && allHold(row.row.confirm, facts)),
    ruleSet: edition.ruleSet,
  }
}

function leadOf(row: ReadyRow, facts: RoutingFacts): ActorRef | null {
  const choice = row.lead.find((item) => allHold(item.when, facts))
  return choice === undefined ? null : (PARTIES[choice.give](facts, 'bj')[0] ?? null)
}

/** Where the lead sits, for bodies of the same level: `bj`, the 经开区, or the district (also of a township). */
function placeOf(lead: ActorRef): string {
  const place = lead.id.slice(0, lead.id.indexOf('-'))
  return lead.id.endsWith('-township') ? place.slice(0, 6) : place
}

function applies(addition: ReadyAddition, facts: RoutingFacts, leadPlace: string): boolean {
  return (addition.rule.onlyMunicipalLead !== true || leadPlace === 'bj') && allHold(addition.rule.when, facts)
}

/** Who has been named already: whoever leads is no co-organiser, whoever acts is not told besides. */
interface Roll {
  readonly facts: RoutingFacts
  readonly leadPlace: string
  readonly taken: Set<string>
}

/** Adds the bodies of the items that apply to `named`, each body once on the whole roll. */
function enrol(roll: Roll, items: readonly ReadyItem<Party>[], named: ActorRef[]): ActorRef[] {
  for (const item of items) {
    if (!allHold(item.when, roll.facts)) continue
    for (const actor of PARTIES[item.give](roll.facts, roll.leadPlace)) {
      if (roll.taken.has(actor.id)) continue
      roll.taken.add(actor.id)
      named.push(actor)
    }
  }
  return named
}

function actionsOf(row: ReadyRow, additions: readonly ReadyAddition[], facts: RoutingFacts): Action[] {
  const actions: Action[] = []
  for (const item of row.actions) if (allHold(item.when, facts)) actions.push(item.give)
  for (const addition of additions) addOnce(actions, addition.rule.actions)
  return actions
}

function basisOf(row: ReadyRow, additions: readonly ReadyAddition[], facts: RoutingFacts): BasisRef[] {
  const basis: BasisRef[] = []
  for (const item of row.basis) if (allHold(item.when, facts)) basis.push(item.give)
  for (const addition of additions) addOnce(basis, addition.basis)
  return basis
}

function addOnce<T>(list: T[], more: readonly T[]): void {
  for (const item of more) if (!list.includes(item)) list.push(item)
}

function matchedTrace(row: ReadyRow, facts: RoutingFacts): RuleTrace {
  return {
    rule: row.row.id,
    matched: true,
    conditions: row.row.when.map((condition) => conditionTrace(condition, facts, true)),
    zh: row.matched.zh,
    en: row.matched.en,
  }
}

/** Kept per value, since neither rule nor sentence depends on anything else. */
function unmatchedTrace(row: ReadyRow, failing: number, facts: RoutingFacts): RuleTrace {
  const condition = row.row.when[failing]
  const explanation = row.unmatched[failing]
  if (condition === undefined || explanation === undefined)
    throw new RangeError('A failing condition lies within its row')
  const actual = FACT_READINGS[condition.fact].read(facts)
  const known = explanation.traces.get(actual)
  if (known !== undefined) return known
  const name = valueName(actual)
  const trace = {
    rule: row.row.id,
    matched: false,
    conditions: [conditionTrace(condition, facts, false)],
    zh: `${explanation.opening.zh}${name.zh}。`,
    en: `${explanation.opening.en}${name.en}.`,
  }
  explanation.traces.set(actual, trace)
  return trace
}

function conditionTrace(condition: Condition, facts: RoutingFacts, held: boolean): RuleTrace['conditions'][number] {
  return {
    fact: condition.fact,
    operator: condition.operator,
    expected: condition.value,
    actual: FACT_READINGS[condition.fact].read(facts),
    held,
  }
}
