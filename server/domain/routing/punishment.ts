/**
 * 处罚机关, kept apart from the lead: punishment follows the place of the act, while the plan gives cases that cross
 * districts to the city for investigation and coordination. How the two are reconciled is Jiehe's choice, shown with its reason.
 */

import type { ActorRef, Routing } from '../assessment.ts'
import type { Filing, Matter } from '../report/report.ts'
import { actorAt } from './actor.ts'
import { type Bilingual, isInBeijing } from './actor-place.ts'
import type { RoutingFacts, RoutingUnit } from './facts.ts'

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
  if (date < FIRST_FILING_SINCE || facts.filings.length < 2) return null
  const filings = facts.filings.filter((filing) => concerns(facts, filing.unit))
  const first = firstFiled(filings)
  if (first === undefined || filings.every((filing) => filing.unit === first.unit)) return null
  return authority(facts, teamAt(unitOf(facts, first.unit)), FIRST_FILED)
}

function byCityCase(facts: RoutingFacts): PunishingAuthority {
  const actsInside = facts.actUnits.filter((unit) => isInBeijing(unit.code)).length
  if (actsInside >= 2) return authority(facts, CITY_TEAM, ACTS_IN_SEVERAL)
  const mayBeInside = actsInside === 1 || (facts.actUnits.length === 0 && facts.districts.length > 0)
  return mayBeInside && (facts.isMajorViolation || facts.isCityPermit) ? authority(facts, CITY_TEAM, CITY_CASE) : null
}

function byPlaceOfAct(facts: RoutingFacts): PunishingAuthority {
  const act = facts.actUnits.find((unit) => isInBeijing(unit.code)) ?? facts.actUnits[0]
  if (act !== undefined) return authority(facts, teamAt(act), PLACE_OF_ACT)
  const only = facts.districts[0]
  const isPresumed = facts.matter === 'enforcement' && facts.districts.length === 1 && facts.outsideUnits.length === 0
  return isPresumed && only !== undefined ? authority(facts, teamAt(only), ONLY_DISTRICT) : null
}

const CITY_TEAM = actorAt('bj', 'enforcement')

const PROVISIONAL: Bilingual = {
  zh: '暂定，位置经人确认后方可确定。',
  en: 'Provisional until a person has confirmed the place.',
}
const FIRST_FILED: Bilingual = {
  zh: '两个以上单位已立案：由最先立案的管辖，另有指定的除外。',
  en: 'Several units have filed: the first to file keeps the case unless another is designated.',
}
const ACTS_IN_SEVERAL: Bilingual = {
  zh: '违法行为发生在两个以上区：由市级查处，或由市级指定（系统设定）。',
  en: 'The act took place in two or more districts: the city punishes, or designates who does (a setting of Jiehe).',
}
const CITY_CASE: Bilingual = {
  zh: '重大环境违法行为或市级许可事项：由市级查处（系统设定）。',
  en: 'A major violation or a municipal permit: the city enforces and punishes (a setting of Jiehe).',
}
const PLACE_OF_ACT: Bilingual = {
  zh: '由违法行为发生地管辖；受影响地不因此取得处罚权。',
  en: 'The place of the act has jurisdiction; being affected gives none.',
}
const ONLY_DISTRICT: Bilingual = {
  zh: '行为地未另查明，按唯一涉及的区计（系统设定）。',
  en: 'The place of the act is not known otherwise: the only district touched is taken for it (a setting of Jiehe).',
}

/** While a person must place the incident, whoever punishes is so only for now. */
function authority(
  { mustAsk }: RoutingFacts,
  { id, name, nameEn }: ActorRef,
  { zh, en }: Bilingual,
): PunishingAuthority {
  if (!mustAsk) return { id, name, nameEn, zh, en, isProvisional: false }
  return { id, name, nameEn, zh: PROVISIONAL.zh + zh, en: `${PROVISIONAL.en} ${en}`, isProvisional: true }
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

function unitOf({ districts, actUnits }: RoutingFacts, code: string): RoutingUnit {
  return [...districts, ...actUnits].find((unit) => unit.code === code) ?? { code, name: code, nameEn: code }
}

function teamAt({ code, name, nameEn }: RoutingUnit): ActorRef {
  if (code === '110000') return CITY_TEAM
  return actorAt(code, isInBeijing(code) ? 'enforcement' : 'counterpart', { zh: name, en: nameEn })
}
