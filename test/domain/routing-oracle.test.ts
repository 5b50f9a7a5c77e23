/** The decision against its oracle, over every combination of facts that the rules tell apart. */
import { beforeAll, describe, expect, it } from 'vitest'
import { MATTERS, type Medium, SENSITIVITIES, SEVERITIES, type SourceKind } from '#domain/report/report'
import type { RoutingFacts } from '#domain/routing/facts'
import type { RoutingDecision } from '#domain/routing/routing'
import { DECISION_TABLE } from '#domain/routing/table'
import {
  BDA_UNIT,
  BDA_ZONE,
  CHAOYANG,
  decisionOn,
  factsOf,
  LUCHENG,
  MIYUN,
  SANHE,
  SONGZHUANG,
  TONGZHOU,
} from './routing-example.ts'
import {
  actionsPlainly,
  additionsPlainly,
  chiefsPlainly,
  circumstancesPlainly,
  departmentsPlainly,
  lawsPlainly,
  limitsPlainly,
  readPlainly,
  tellsMinistry,
} from './routing-oracle.ts'

const MEDIA_TRIED: readonly Medium[] = ['water', 'air', 'soil', 'ecology', 'radiation']
const DISTRICTS_TRIED = [[], [TONGZHOU], [BDA_UNIT], [CHAOYANG, TONGZHOU], [BDA_UNIT, TONGZHOU]]
const BORDERS_TRIED: readonly Pick<RoutingFacts, 'kinds' | 'outsideUnits'>[] = [
  { kinds: [], outsideUnits: [] },
  { kinds: ['bank'], outsideUnits: [] },
  { kinds: ['area', 'updown'], outsideUnits: [] },
  { kinds: ['updown', 'city-border'], outsideUnits: [] },
  { kinds: ['bank'], outsideUnits: [SANHE] },
]
const PARK = { ...BDA_ZONE, code: '110112901', kind: 'industrial-park', parent: '110112' }
const AIRPORT = { ...PARK, code: '110113901', kind: 'airport' }
const TRIGGERS_TRIED = ['none', 'isHeavyMetal', 'isDrinkingWaterZone', 'mayCrossProvince', 'sensitive'] as const
type Trigger = (typeof TRIGGERS_TRIED)[number]
/** With each trigger another answer to whether it is a key source, since no row asks for both. */
const KEY_SOURCES: Readonly<Record<Trigger, boolean | null>> = {
  none: null,
  isHeavyMetal: true,
  isDrinkingWaterZone: false,
  mayCrossProvince: null,
  sensitive: true,
}
/** Each kind of source beside every matter, medium, district and border, by the facts that no department hangs on. */
const sourceKindTried = (townships: number, isMajorViolation: boolean): SourceKind | null => {
  if (townships === 0) return isMajorViolation ? 'mobile' : 'hazardous-transport'
  if (townships === 1) return isMajorViolation ? 'dust' : 'agriculture'
  return null
}
const zonesTried = (trigger: Trigger) =>
  trigger === 'isHeavyMetal' ? [BDA_ZONE, PARK] : trigger === 'isDrinkingWaterZone' ? [AIRPORT] : [BDA_ZONE]
const BOTH = [false, true]

function* everyCombination(): Generator<RoutingFacts> {
  let turn = 0
  for (const matter of MATTERS)
    for (const medium of MEDIA_TRIED)
      for (const severity of SEVERITIES)
        for (const districts of DISTRICTS_TRIED)
          for (const border of BORDERS_TRIED)
            for (const townships of [[], [SONGZHUANG], [SONGZHUANG, LUCHENG]])
              for (const isMajorViolation of BOTH)
                for (const isCityPermit of BOTH)
                  for (const trigger of TRIGGERS_TRIED)
                    yield factsOf({
                      matter,
                      medium,
                      severity,
                      districts,
                      ...border,
                      townships,
                      isMajorViolation,
                      isCityPermit,
                      ...triggerTried(trigger, turn++),
                      isKeySource: KEY_SOURCES[trigger],
                      sourceKind: sourceKindTried(townships.length, isMajorViolation),
                      isDiscoveryKnown: isCityPermit,
                      isCrimeSuspected: isCityPermit,
                      gateUnits: isMajorViolation ? [MIYUN] : [],
                      zones: zonesTried(trigger),
                      sourceUnit: isMajorViolation ? (districts.at(-1) ?? null) : null,
                      mustAsk: border.kinds.length === 2 && isCityPermit,
                    })
}

/** What the report says takes turns, so that every sensitivity meets every level. */
const triggerTried = (trigger: Trigger, turn: number): Partial<RoutingFacts> => {
  if (trigger === 'none') return {}
  return trigger === 'sensitive'
    ? { sensitive: SENSITIVITIES.filter((_, index) => index === Math.floor(turn / 5) % SENSITIVITIES.length) }
    : { [trigger]: true }
}

/** One pass over all combinations; the first facts at fault, by what is wrong with them. */
const faults = new Map<string, unknown>()
const rulesMet = new Set<string>()
let tried = 0

beforeAll(() => {
  for (const facts of everyCombination()) {
    const decision = decisionOn(facts)
    for (const [name, isRight] of Object.entries(CHECKS)) {
      if (!faults.has(name) && !isRight(facts, decision)) faults.set(name, { facts, decision })
    }
    rulesMet.add(decision.routing.rule)
    tried += 1
  }
})

/** Each holds for every combination of facts. */
const CHECKS: Record<string, (facts: RoutingFacts, decision: RoutingDecision) => boolean> = {
  'the row that decides, who leads and whether a person confirms are those of a plain reading': readsAlike,
  'every body is named once, none outside Beijing is asked to act, and whoever leads has a clause': namesSoundly,
  'each earlier row names a condition that truly fails, the last one only conditions that hold': explainsTruly,
  'the actions are those of a plain reading': (facts, { routing }) =>
    isSame(routing.actions, actionsPlainly(facts, routing.rule)),
  'the additive rules are those of a plain reading, and settings of Jiehe own to being so': (facts, { routing }) =>
    isSame(routing.additions.map(noteMark), additionsPlainly(facts, routing.lead?.id ?? null)),
  'the clocks are those of a plain reading, the strictest first': (facts, { routing }) =>
    isSame(
      routing.clocks.map((clock) => clock.limitH),
      limitsPlainly(facts, false),
    ),
  'every department of the kind of source acts or is told at the level of the lead, and no other is': bringsDepartments,
  'the clock of article 4 names the items that are met, and no other clock names any': namesItems,
  'clocks own to starting at the occurrence where the discovery is not known': (facts, { routing }) =>
    routing.clocks.every(({ startsFrom }) => startsFrom === (facts.isDiscoveryKnown ? 'discovered' : 'occurred')),
  'who punishes is provisional as long as a person must place the incident': (facts, { routing }) =>
    routing.punishingAuthority === null || routing.punishingAuthority.isProvisional === facts.mustAsk,
  'the ministry is told when a plain reading tells it': (facts, { routing }) =>
    routing.mustNotify.some((actor) => actor.id === 'mee') === tellsMinistry(facts, routing.rule),
  'river chiefs are told of water, where a plain reading tells them': (facts, { routing }) =>
    chiefsTold(routing.mustNotify.map((actor) => actor.id)) === chiefsExpected(facts, routing.rule),
  'the law cited fits the medium and the matter': (facts, { routing }) =>
    isSame(
      LAW_FAMILIES.filter((law) => routing.basis.some((basis) => basis.document.includes(law))),
      LAW_FAMILIES.filter((law) => lawsPlainly(facts, routing.rule).includes(law)),
    ),
}

const LAW_FAMILIES = ['中华人民共和国环境保护法', '水污染防治法', '大气污染防治法', '行政处罚办法', '突发事件应对法']

describe('over every combination of facts', () => {
  it('all seventeen rows are met', () => {
    expect(tried).toBe(7 * 5 * 5 * 5 * 5 * 3 * 2 * 2 * 5)
    expect(DECISION_TABLE.filter((row) => !rulesMet.has(row.id))).toEqual([])
  })

  for (const name of Object.keys(CHECKS)) {
    it(name, () => {
      expect(faults.get(name)).toBeUndefined()
    })
  }

  it('ten minutes to the emergency office were asked for grave emergencies before June 2023, and of no others', () => {
    for (const matter of MATTERS)
      for (const medium of MEDIA_TRIED)
        for (const severity of SEVERITIES) {
          const facts = factsOf({ matter, medium, severity })
          const limits = decisionOn(facts, '2022-05-01').routing.clocks.map((clock) => clock.limitH)
          expect([matter, medium, severity, limits]).toEqual([matter, medium, severity, limitsPlainly(facts, true)])
        }
  })
})

const isSame = (actual: readonly unknown[], expected: readonly unknown[]): boolean =>
  actual.length === expected.length && actual.every((each, index) => each === expected[index])

const noteMark = (note: { rule: string; zh: string }): string => note.rule + (note.zh.includes('系统设定') ? '*' : '')

const chiefsTold = (ids: readonly string[]): string => ids.filter((id) => id.endsWith('-river-chief')).join()

function chiefsExpected(facts: RoutingFacts, rule: string): string {
  const level = chiefsPlainly(facts, rule)
  const districts = facts.districts.map(({ code }) => (code === '110115403' ? 'none' : `${code}-river-chief`))
  const townships = facts.townships.map(({ code }) => `${code}-river-chief`)
  const chiefs =
    level === 'all' ? ['bj-river-chief', ...districts, ...townships] : level === 'district' ? districts : []
  return chiefs.filter((id) => id !== 'none').join()
}

const SOURCE_ROLES = ['transport', 'emergency', 'housing', 'urban-enforcement', 'agriculture']

function bringsDepartments(facts: RoutingFacts, { routing }: RoutingDecision): boolean {
  const place = routing.lead?.id.slice(0, routing.lead.id.startsWith('bj-') ? 2 : 6)
  const expected = routing.lead?.id === '110115403-committee' ? [] : departmentsPlainly(facts, routing.rule)
  const named = [...routing.coOrganisers, ...routing.mustNotify].map(({ id }) => id)
  return isSame(
    named.filter((id) => SOURCE_ROLES.includes(id.slice(id.indexOf('-') + 1))).sort(),
    expected.map((role) => `${place}-${role}`).sort(),
  )
}

function namesItems(facts: RoutingFacts, { routing }: RoutingDecision): boolean {
  const expected = circumstancesPlainly(facts)
  return routing.clocks.every(({ what, basis, limitH }) => {
    const items = [...what.matchAll(/（([一二三四五六])）/g)].map(([, item]) => item)
    const isOfArticle4 = limitH === 2 && basis.startsWith('《突发环境事件信息报告办法》第四条')
    return isSame([...new Set(items)], isOfArticle4 ? expected : [])
  })
}

function readsAlike(facts: RoutingFacts, { routing }: RoutingDecision): boolean {
  const expected = readPlainly(facts)
  return (
    routing.rule === expected.rule &&
    (routing.lead?.id ?? null) === expected.lead &&
    routing.needsConfirmation === expected.confirm
  )
}

function namesSoundly(
  _: RoutingFacts,
  { routing: { lead, coOrganisers, mustNotify, basis, actions } }: RoutingDecision,
): boolean {
  const acting = [...(lead === null ? [] : [lead]), ...coOrganisers].map((actor) => actor.id)
  const all = [...acting, ...mustNotify.map((actor) => actor.id)]
  return (
    [all, actions, basis].every((list) => new Set<unknown>(list).size === list.length) &&
    acting.every((id) => id.startsWith('bj-') || id.startsWith('11')) &&
    (lead === null || basis.length > 0)
  )
}

function explainsTruly(_: RoutingFacts, { because, routing }: RoutingDecision): boolean {
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
