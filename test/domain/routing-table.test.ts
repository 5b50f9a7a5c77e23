/** The table against a plain second reading of it, over every combination of facts; and the data against its registries. */
import { beforeAll, describe, expect, it } from 'vitest'
import { ACTIONS, type CrossingKind } from '#domain/assessment'
import { LEGAL_BASES } from '#domain/legal-basis'
import { MATTERS, type Medium, SEVERITIES } from '#domain/report'
import { CLOCK_RULES } from '#domain/reporting-clock-rules'
import type { RoutingDecision } from '#domain/routing'
import { ADDITIVE_RULES } from '#domain/routing-addition'
import { type Condition, OPERATORS } from '#domain/routing-condition'
import { FACT_READINGS } from '#domain/routing-fact-reading'
import type { RoutingFacts } from '#domain/routing-facts'
import { PARTIES } from '#domain/routing-party'
import type { Item } from '#domain/routing-rule'
import { DECISION_TABLE } from '#domain/routing-table'
import {
  BDA_UNIT,
  CHAOYANG,
  decisionOn,
  factsOf,
  LUCHENG,
  SANHE,
  SONGZHUANG,
  TODAY,
  TONGZHOU,
} from './routing-example.ts'

const BDA = '110115403'

/** The table once more, as nested questions: rule, lead, whether a person confirms. */
function readPlainly(facts: RoutingFacts): { rule: string; lead: string | null; confirm: boolean } {
  const { matter, medium, severity } = facts
  const count = facts.districts.length
  const beyond = facts.outsideUnits.length > 0 || facts.kinds.includes('city-border')
  const first = facts.districts[0]?.code
  const answer = (rule: string, lead: string | null, confirm = false) => ({
    rule,
    lead,
    confirm: confirm || facts.mustAsk,
  })

  if (matter === 'inspection') return answer('L1', 'bj-bureau')
  if (medium === 'radiation') return answer('L2', 'bj-bureau', true)
  if (beyond) {
    if (matter === 'emergency') return answer('L3', 'bj-bureau', count === 0)
    return answer('L5', matter === 'enforcement' && count > 0 ? 'bj-enforcement' : 'bj-bureau', count === 0)
  }
  if (matter === 'quality-monitoring') return answer('L13', 'bj-monitoring')
  if (first === undefined) return answer('L17', null, true)
  if (matter === 'source-monitoring' && !(count === 1 && first === BDA)) {
    return answer('L14', facts.isCityPermit ? 'bj-monitoring' : stationOf(facts.sourceUnit?.code ?? first))
  }
  if (matter === 'enforcement-monitoring' && !(count === 1 && first === BDA)) {
    return answer('L15', stationOf(facts.sourceUnit?.code ?? first))
  }
  if (count >= 2) {
    if (matter === 'emergency') return answer('L3', 'bj-bureau')
    return matter === 'dispute' ? answer('L6', 'bj-bureau') : answer('L7', 'bj-enforcement')
  }
  if (matter === 'enforcement' && facts.isMajorViolation) return answer('L8', 'bj-enforcement')
  if (matter === 'enforcement' && facts.isCityPermit) return answer('L9', 'bj-enforcement')
  if (first === BDA) return answer('L16', `${BDA}-committee`, true)
  if (matter === 'enforcement') return answer('L10', `${first}-enforcement`)
  if (matter === 'dispute') {
    return facts.townships.length === 1
      ? answer('L12', `${facts.townships[0]?.code}-township`)
      : answer('L11', `${first}-bureau`)
  }
  if (matter !== 'emergency') throw new Error(`The plain reading knows no ${matter} here`)
  const isTriggered = facts.isDrinkingWaterZone || facts.isHeavyMetal || facts.mayCrossProvince
  const isCitys = severity === 'undetermined' ? isTriggered : severity !== 'general'
  return answer('L4', isCitys ? 'bj-bureau' : `${first}-bureau`)
}

const stationOf = (code: string): string => (code === BDA ? `${BDA}-committee` : `${code}-monitoring`)

const MEDIA_TRIED: readonly Medium[] = ['water', 'air', 'soil', 'radiation']
const DISTRICTS_TRIED = [[], [TONGZHOU], [BDA_UNIT], [CHAOYANG, TONGZHOU], [BDA_UNIT, TONGZHOU]]
const KINDS_TRIED: readonly (readonly CrossingKind[])[] = [[], ['bank'], ['area', 'updown'], ['updown', 'city-border']]
const BOTH = [false, true]

function* everyCombination(): Generator<RoutingFacts> {
  for (const matter of MATTERS)
    for (const medium of MEDIA_TRIED)
      for (const severity of SEVERITIES)
        for (const districts of DISTRICTS_TRIED)
          for (const kinds of KINDS_TRIED)
            for (const outsideUnits of [[], [SANHE]])
              for (const townships of [[], [SONGZHUANG], [SONGZHUANG, LUCHENG]])
                for (const isMajorViolation of BOTH)
                  for (const isCityPermit of BOTH)
                    for (const trigger of ['none', 'isHeavyMetal', 'isDrinkingWaterZone', 'mayCrossProvince'])
                      yield factsOf({
                        matter,
                        medium,
                        severity,
                        districts,
                        kinds,
                        outsideUnits,
                        townships,
                        isMajorViolation,
                        isCityPermit,
                        [trigger]: true,
                        isCrimeSuspected: isCityPermit,
                        sourceUnit: isMajorViolation ? (districts.at(-1) ?? null) : null,
                        mustAsk: kinds.length === 2 && isCityPermit,
                      })
}

/** One pass over all combinations; the first facts at fault, by what is wrong with them. */
const fault: Record<'reading' | 'bodies' | 'reasons', unknown[]> = { reading: [], bodies: [], reasons: [] }
const rulesMet = new Set<string>()
let tried = 0

beforeAll(() => {
  for (const facts of everyCombination()) {
    const decision = decisionOn(facts)
    if (!readsAlike(facts, decision)) fault.reading.push({ facts, decision })
    if (!namesSoundly(decision)) fault.bodies.push({ facts, decision })
    if (!explainsTruly(decision)) fault.reasons.push({ facts, decision })
    rulesMet.add(decision.routing.rule)
    tried += 1
  }
})

describe('the decision table', () => {
  it('agrees with a plain reading of it on every combination of facts', () => {
    expect(fault.reading.slice(0, 1)).toEqual([])
    expect(tried).toBe(7 * 4 * 5 * 5 * 4 * 2 * 3 * 2 * 2 * 4)
    expect(DECISION_TABLE.filter((row) => !rulesMet.has(row.id))).toEqual([])
  })

  it('names every body once, asks no body outside Beijing to act, and gives a clause wherever somebody leads', () => {
    expect(fault.bodies.slice(0, 1)).toEqual([])
  })

  it('explains itself: each earlier row names a condition that truly fails, the last one only conditions that hold', () => {
    expect(fault.reasons.slice(0, 1)).toEqual([])
  })
})

function readsAlike(facts: RoutingFacts, { routing }: RoutingDecision): boolean {
  const expected = readPlainly(facts)
  return (
    routing.rule === expected.rule &&
    (routing.lead?.id ?? null) === expected.lead &&
    routing.needsConfirmation === expected.confirm
  )
}

function namesSoundly({ routing: { lead, coOrganisers, mustNotify, basis, actions } }: RoutingDecision): boolean {
  const acting = [...(lead === null ? [] : [lead]), ...coOrganisers].map((actor) => actor.id)
  const all = [...acting, ...mustNotify.map((actor) => actor.id)]
  return (
    [all, actions, basis].every((list) => new Set<unknown>(list).size === list.length) &&
    acting.every((id) => id.startsWith('bj-') || id.startsWith('11')) &&
    (lead === null || basis.length > 0)
  )
}

function explainsTruly({ because, routing }: RoutingDecision): boolean {
  return (
    because.at(-1)?.rule === routing.rule &&
    because.every(
      (trace, index) =>
        trace.rule === DECISION_TABLE[index]?.id &&
        trace.matched === (index === because.length - 1) &&
        trace.conditions.length > 0 &&
        trace.conditions.every((each) => each.held === trace.matched && holdsPlainly(each) === each.held),
    )
  )
}

function holdsPlainly({
  operator,
  expected,
  actual,
}: {
  operator: string
  expected: unknown
  actual: unknown
}): boolean {
  if (operator === 'one-of') return Array.isArray(expected) && expected.includes(actual)
  if (operator === 'at-least') return Number(actual) >= Number(expected)
  return operator === 'is' ? actual === expected : actual !== expected
}

describe('the data', () => {
  const items: readonly Item<string>[] = [
    ...DECISION_TABLE.flatMap((row): Item<string>[] => [
      ...row.lead,
      ...row.coOrganisers,
      ...row.mustNotify,
      ...row.actions,
      ...row.basis,
    ]),
    ...ADDITIVE_RULES.flatMap((rule): Item<string>[] => [...rule.mustNotify, ...rule.actions, ...rule.basis]),
    ...CLOCK_RULES.flatMap((rule) => rule.basis),
  ]
  const named = new Set(items.map((item) => (typeof item === 'string' ? item : item.give)))
  const conditions: readonly Condition[] = [
    ...items.flatMap((item) => (typeof item === 'string' ? [] : item.when)),
    ...[...DECISION_TABLE, ...ADDITIVE_RULES, ...CLOCK_RULES].flatMap((rule) => rule.when),
    ...DECISION_TABLE.flatMap((row) => row.confirm ?? []),
  ]
  const definitions = [...Object.keys(PARTIES), ...ACTIONS, ...LEGAL_BASES.map((basis) => basis.id)]

  it('names no body, action or clause without a definition', () => {
    expect([...named].filter((name) => !definitions.includes(name))).toEqual([])
  })

  it('defines no body, action or clause that no rule names', () => {
    expect(definitions.filter((name) => !named.has(name))).toEqual([])
  })

  it('uses every fact and every operator that is defined, and none that is not', () => {
    expect(new Set(conditions.map((condition) => condition.operator))).toEqual(new Set(Object.keys(OPERATORS)))
    const used = new Set<string>(conditions.map((condition) => condition.fact))
    expect([...used].filter((fact) => !Object.hasOwn(FACT_READINGS, fact))).toEqual([])
    expect(Object.keys(FACT_READINGS).filter((fact) => !used.has(fact))).toEqual([])
  })

  it('has the rows L1 to L17 in order, each marked and in force on the day of the plan', () => {
    expect(DECISION_TABLE.map((row) => row.id)).toEqual(Array.from({ length: 17 }, (_, index) => `L${index + 1}`))
    expect(DECISION_TABLE.every((row) => row.validFrom === '2019-03-04' && row.mark === 'design')).toBe(true)
  })

  it("routes alike on every day of the plan's life but for clauses and clocks", () => {
    const routed = (day: string) => {
      const {
        basis: _,
        clocks: __,
        ...rest
      } = decisionOn(factsOf({ matter: 'emergency', districts: [TONGZHOU, CHAOYANG] }), day).routing
      return rest
    }
    expect(routed('2019-03-04')).toEqual(routed(TODAY))
  })
})
