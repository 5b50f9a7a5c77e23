/** 参与方: how the decision table names bodies before it knows the place, and who they are for given facts. */

import type { ActorRef } from '../assessment.ts'
import { actorAt, ministry, type Role } from './actor.ts'
import { BDA, isInBeijing, provincePlace } from './actor-place.ts'
import type { RoutingFacts, RoutingUnit } from './facts.ts'

/** `facts` in, bodies out. `leadPlace` is where the lead sits (`bj` or a district), for bodies of the same level (同级). */
type PartyReading = (facts: RoutingFacts, leadPlace: string) => readonly ActorRef[]

const fixed = (actor: ActorRef): PartyReading => {
  const actors = [actor]
  return () => actors
}
const city = (role: Role): PartyReading => fixed(actorAt('bj', role))
const at = (unit: RoutingUnit, role: Role): ActorRef => actorAt(unit.code, role, { zh: unit.name, en: unit.nameEn })
const eachDistrict =
  (role: Role): PartyReading =>
  (facts) =>
    facts.districts.map((unit) => at(unit, role))
const eachTownship =
  (role: Role): PartyReading =>
  (facts) =>
    facts.townships.map((unit) => at(unit, role))
const sameLevel =
  (role: Role): PartyReading =>
  (_, leadPlace) => [actorAt(leadPlace, role)]

export const PARTIES = {
  mee: fixed(ministry),
  'bj-bureau': city('bureau'),
  'bj-enforcement': city('enforcement'),
  'bj-monitoring': city('monitoring'),
  'bj-duty': city('duty'),
  'bj-government': city('government'),
  'bj-party-committee': city('party-committee'),
  'bj-river-chief': city('river-chief'),
  'bj-water': city('water'),
  'bj-emergency': city('emergency'),
  'bj-police': city('police'),
  'bj-transport': city('transport'),
  /** Every touched district's. */
  'district.bureau': eachDistrict('bureau'),
  'district.government': eachDistrict('government'),
  'district.enforcement': eachDistrict('enforcement'),
  'district.monitoring': eachDistrict('monitoring'),
  'district.river-chief': eachDistrict('river-chief'),
  /** Of the district in which the source or discharge lies; of the first one touched where the source is unknown. */
  'source-district.monitoring': (facts) => sourceDistrict(facts).map((unit) => at(unit, 'monitoring')),
  'township.body': eachTownship('township'),
  'township.platform': eachTownship('platform'),
  'township.river-chief': eachTownship('river-chief'),
  /** Beyond the city: the county-level authority itself, and its province's department through which it is told. */
  'outside.counterpart': (facts) => facts.outsideUnits.map((unit) => at(unit, 'counterpart')),
  'outside.department': (facts) => facts.outsideUnits.flatMap((unit) => provincialDepartment(unit.province)),
  'bda.committee': fixed(actorAt(BDA, 'committee')),
  /** The district whose area lies under the 经开区. */
  'bda-host.bureau': (facts) =>
    facts.zones.filter((zone) => zone.code === BDA).map((zone) => actorAt(zone.parent, 'bureau')),
  'zone.manager': (facts) =>
    facts.zones
      .filter((zone) => zone.code !== BDA)
      .map(({ code, manager: { name, nameEn } }) => ({ id: `${code}-manager`, name, nameEn })),
  /** Units that are only told: on the way downstream, holding a gate, or the other side of a line. */
  'gate.bureau': (facts) => facts.gateUnits.map((unit) => at(unit, isInBeijing(unit.code) ? 'bureau' : 'counterpart')),
  'same-level.water': sameLevel('water'),
  'same-level.planning': sameLevel('planning'),
  'same-level.landscape': sameLevel('landscape'),
  'same-level.meteorology': sameLevel('meteorology'),
  'same-level.transport': sameLevel('transport'),
  'same-level.emergency': sameLevel('emergency'),
  'same-level.housing': sameLevel('housing'),
  'same-level.urban-enforcement': sameLevel('urban-enforcement'),
  'same-level.agriculture': sameLevel('agriculture'),
  'same-level.police': sameLevel('police'),
  'same-level.procuratorate': sameLevel('procuratorate'),
} as const satisfies Record<string, PartyReading>

export type Party = keyof typeof PARTIES

function sourceDistrict(facts: RoutingFacts): readonly RoutingUnit[] {
  const source = facts.districts.find((unit) => unit.code === facts.sourceUnit?.code) ?? facts.districts[0]
  return source === undefined ? [] : [source]
}

function provincialDepartment(province: string): ActorRef[] {
  const place = provincePlace(province)
  return place === null || place === 'bj' ? [] : [actorAt(place, 'department')]
}
