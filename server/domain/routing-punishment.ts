/**
 * 处罚机关, kept apart from the lead: punishment follows the place of the act, while the plan gives cases that cross
 * districts to the city for investigation and coordination. How the two are reconciled is Jiehe's choice, shown with its reason.
 */
import { actorAt } from './actor.ts'
import { isInBeijing } from './actor-place.ts'
import type { Routing } from './assessment.ts'
import type { Filing, Matter } from './report.ts'
import type { RoutingFacts, RoutingUnit } from './routing-facts.ts'

type PunishingAuthority = Routing['punishingAuthority']

const PUNISHABLE: ReadonlySet<Matter> = new Set(['enforcement', 'enforcement-monitoring', 'emergency', 'dispute'])

/** 生态环境行政处罚办法 (2023) art. 14. Before that day the first to discover or to be told had the case, which no fact records. */
const FIRST_FILING_SINCE = '2023-07-01'

/**
 * Who punishes the act, or null where nothing is to be punished or its place is not known. `date` is the incident's day.
 *
 * In order: two units have filed: the first to file; a major violation or a municipal permit: the city; acts in two or more
 * districts: the city; else the unit in which the act took place, wherever its effects are felt.
 */
export function punishingAuthority(facts: RoutingFacts, date: string): PunishingAuthority {
  if (!PUNISHABLE.has(facts.matter) || facts.medium === 'radiation') return null
  return byFirstFiling(facts, date) ?? byCityCase(facts) ?? byPlaceOfAct(facts)
}

function byFirstFiling(facts: RoutingFacts, date: string): PunishingAuthority {
  if (date < FIRST_FILING_SINCE) return null
  const filings = facts.filings.filter((filing) => concerns(facts, filing.unit))
  const first = firstFiled(filings)
  if (first === undefined || filings.every((filing) => filing.unit === first.unit)) return null
  return {
    ...teamAt(first.unit, nameOfUnit(facts, first.unit)),
    zh: '两个以上单位已立案：由最先立案的管辖，另有指定的除外。',
    en: 'Several units have filed: the first to file keeps the case unless another is designated.',
  }
}

function byCityCase(facts: RoutingFacts): PunishingAuthority {
  const acts = facts.actUnits.filter((unit) => isInBeijing(unit.code))
  if (acts.length >= 2) {
    return {
      ...actorAt('bj', 'enforcement'),
      zh: '违法行为发生在两个以上区：由市级查处，或由市级指定。',
      en: 'The act took place in two or more districts: the city punishes, or designates who does.',
    }
  }
  const isOutside = acts.length === 0 && facts.actUnits.length > 0
  if (isOutside || !(facts.isMajorViolation || facts.isCityPermit) || facts.districts.length === 0) return null
  return {
    ...actorAt('bj', 'enforcement'),
    zh: '重大环境违法行为或市级许可事项：由市级查处。',
    en: 'A major violation or a municipal permit: the city enforces and punishes.',
  }
}

function byPlaceOfAct(facts: RoutingFacts): PunishingAuthority {
  const act = facts.actUnits.find((unit) => isInBeijing(unit.code)) ?? facts.actUnits[0] ?? presumedActUnit(facts)
  if (act === undefined) return null
  return {
    ...teamAt(act.code, act.name),
    zh: `由违法行为发生地（${act.name}）管辖；受影响地不因此取得处罚权。`,
    en: 'The place of the act has jurisdiction; being affected gives none.',
  }
}

/** In an enforcement case within one district the act can only have been there. */
function presumedActUnit(facts: RoutingFacts): RoutingUnit | undefined {
  return facts.matter === 'enforcement' && facts.districts.length === 1 && facts.outsideUnits.length === 0
    ? facts.districts[0]
    : undefined
}

/** A filing counts only where its unit may have jurisdiction: touched by the incident, place of the act, or the city itself. */
function concerns(facts: RoutingFacts, code: string): boolean {
  return (
    code === '110000' ||
    facts.districts.some((unit) => unit.code === code) ||
    facts.actUnits.some((unit) => unit.code === code)
  )
}

/** By time, then by code, so that the order of the list never decides. */
function firstFiled(filings: readonly Filing[]): Filing | undefined {
  return [...filings].sort((a, b) => Date.parse(a.filedAt) - Date.parse(b.filedAt) || (a.unit < b.unit ? -1 : 1))[0]
}

function nameOfUnit(facts: RoutingFacts, code: string): string {
  return [...facts.districts, ...facts.actUnits].find((unit) => unit.code === code)?.name ?? code
}

function teamAt(code: string, name: string): { readonly id: string; readonly name: string } {
  if (code === '110000') return actorAt('bj', 'enforcement')
  return isInBeijing(code) ? actorAt(code, 'enforcement', name) : actorAt(code, 'counterpart', name)
}
