/** Conditions as data, `{ fact, operator, value }`: how they are tested and how they explain themselves. */
import type { Bilingual } from './actor-place.ts'
import { FACT_READINGS, type FactName, type FactValue, type ValueOf, valueName } from './fact-reading.ts'
import type { RoutingFacts } from './facts.ts'

interface Operator extends Bilingual {
  readonly holds: (actual: FactValue, expected: FactValue | readonly FactValue[]) => boolean
}

export const OPERATORS = {
  is: { zh: '应为', en: 'must be', holds: (actual, expected) => actual === expected },
  'is-not': { zh: '不应为', en: 'must not be', holds: (actual, expected) => actual !== expected },
  'at-least': {
    zh: '应不少于',
    en: 'must be at least',
    holds: (actual, expected) => typeof actual === 'number' && typeof expected === 'number' && actual >= expected,
  },
  'one-of': {
    zh: '应为其一',
    en: 'must be one of',
    holds: (actual, expected) => Array.isArray(expected) && expected.includes(actual),
  },
} as const satisfies Record<string, Operator>

type ConditionOn<F extends FactName> =
  | { readonly fact: F; readonly operator: 'is' | 'is-not'; readonly value: ValueOf<F> }
  | { readonly fact: F; readonly operator: 'one-of'; readonly value: readonly ValueOf<F>[] }
  | (ValueOf<F> extends number ? { readonly fact: F; readonly operator: 'at-least'; readonly value: number } : never)

/** The type of a value follows from its fact: a count cannot be compared with a matter. */
export type Condition = { [F in FactName]: ConditionOn<F> }[FactName]

/** All conditions hold; so does an empty list. */
export function allHold(conditions: readonly Condition[], facts: RoutingFacts): boolean {
  return firstFailing(conditions, facts) === -1
}

/** Index of the first condition that does not hold, or -1. */
export function firstFailing(conditions: readonly Condition[], facts: RoutingFacts): number {
  let index = 0
  for (const condition of conditions) {
    if (!holds(condition, facts)) return index
    index += 1
  }
  return -1
}

/** A condition as a clause: 涉及区数应不少于2. */
export function conditionClause(condition: Condition): Bilingual {
  const fact = FACT_READINGS[condition.fact]
  const operator = OPERATORS[condition.operator]
  const expected = [condition.value].flat().map(valueName)
  return {
    zh: `${fact.zh}${operator.zh}${expected.map((name) => name.zh).join('、')}`,
    en: `${fact.en} ${operator.en} ${expected.map((name) => name.en).join(', ')}`,
  }
}

function holds(condition: Condition, facts: RoutingFacts): boolean {
  return OPERATORS[condition.operator].holds(FACT_READINGS[condition.fact].read(facts), condition.value)
}
