/** The rules as data: complete against their registries, with nothing defined that no rule uses. */
import { describe, expect, it } from 'vitest'
import { ACTIONS } from '#domain/assessment'
import { LEGAL_BASES } from '#domain/law/legal-basis'
import { CLOCK_RULES } from '#domain/law/reporting-clock-rules'
import { ADDITIVE_RULES } from '#domain/routing/addition'
import { type Condition, OPERATORS } from '#domain/routing/condition'
import { FACT_READINGS } from '#domain/routing/fact-reading'
import { PARTIES } from '#domain/routing/party'
import type { Item } from '#domain/routing/rule'
import { DECISION_TABLE } from '#domain/routing/table'
import { CHAOYANG, decisionOn, factsOf, TODAY, TONGZHOU } from './routing-example.ts'

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
