/**
 * 跨界: does it concern more than one jurisdiction, by which of the five ways, and which units count.
 *
 * AREA: enough of the affected area lies in each of several units. BANK: it lies in or on the bank of a river that is the
 * border. UPDOWN: the water carries it into another unit within the horizon. OVERLAY: it lies in a zone that another body
 * manages. CITY_BORDER: any of these reaches 天津 or 河北. A point near a border that may lie on either side is not a crossing
 * but a question: the outcome is `ask`.
 */

import type { CrossingKind, CrossingOutcome } from './assessment.ts'
import type { Atlas } from './atlas.ts'
import type { CrossingSettings } from './crossing-settings.ts'
import type { Place } from './place.ts'
import type { Medium } from './report/report.ts'
import type { RiverEffect } from './river/effect.ts'
import { BDA } from './routing/actor-place.ts'
import type { RoutingUnit } from './routing/facts.ts'
import type { Touch, UnitTouch } from './touch.ts'
import type { ZoneTouch } from './zone-touch.ts'

export interface CrossingUnit extends RoutingUnit {
  readonly province: string
}

export interface CrossingFinding {
  readonly kinds: readonly CrossingKind[]
  readonly isCross: boolean
  readonly outcome: CrossingOutcome
  /** D: districts of Beijing and the 经开区, source first. */
  readonly districts: readonly CrossingUnit[]
  /** X: counties of 天津 and 河北. */
  readonly outsideUnits: readonly CrossingUnit[]
  /** Where the act or source lies, and every unit in which the act itself took place. */
  readonly sourceUnit: CrossingUnit | null
  readonly actUnits: readonly CrossingUnit[]
  /** Not part of the crossing, but to be told: the other side of a tie or bank, whoever holds a shut gate. */
  readonly toldUnits: readonly CrossingUnit[]
}

export interface CrossingQuestion {
  readonly atlas: Atlas
  readonly settings: CrossingSettings
  readonly medium: Medium
  /** Somebody saw an effect here, and where it came from is open (a measurement, a dispute). */
  readonly isObservation: boolean
  readonly place: Place
  readonly touch: Touch
  readonly zones: readonly ZoneTouch[]
  readonly river: RiverEffect
}

export function findCrossing(question: CrossingQuestion): CrossingFinding {
  const placed = placedUnits(question)
  const banks = bankUnits(question)
  const hasEffect = question.settings.bankMedia.includes(question.medium)
  const flowing = flowingUnits(question)
  const members = distinct([...placed.counted, ...(hasEffect ? banks : []), ...flowing.filter(notIn(placed.drawn))])
  const districts = members.filter(isInBeijing)
  const outsideUnits = members.filter((unit) => !isInBeijing(unit))
  const known = distinct([...placed.drawn, ...banks])
  const kinds: CrossingKind[] = []
  if (placed.counted.length > 1) kinds.push('area')
  if (hasEffect && banks.length > 0) kinds.push('bank')
  if (flowing.some(notIn(known))) kinds.push('updown')
  if (question.zones.some(({ zone, isDrawn }) => isDrawn && zone.manager.id !== zone.parent)) kinds.push('overlay')
  if (outsideUnits.length > 0) kinds.push('city-border')
  const isCross = districts.length > 1 || outsideUnits.length > 0
  const outcome = outcomeOf(question, members, isCross)
  const told = toldUnits(question, banks).filter(notIn([...members, ...placed.drawn]))
  return { kinds, isCross, outcome, districts, outsideUnits, ...actsOf(question, placed.counted), toldUnits: told }
}

const isInBeijing = ({ province }: CrossingUnit): boolean => province === '110000'
const notIn = (units: readonly CrossingUnit[]) => (unit: CrossingUnit) => !units.some(({ code }) => code === unit.code)

/** `drawn`: what the place lies in as drawn; `counted`: what of it is enough to count, the 经开区 in its own right. */
interface PlacedUnits {
  readonly drawn: readonly CrossingUnit[]
  readonly counted: readonly CrossingUnit[]
}

function placedUnits({ place, touch, zones, settings }: CrossingQuestion): PlacedUnits {
  const drawn = touch.units.filter(({ isDrawn }) => isDrawn).sort((a, b) => b.share - a.share)
  const enough = place.dimension === 0 ? drawn : drawn.filter((unit) => isEnough(unit, place, settings))
  const districts = (enough.length > 0 ? enough : drawn.slice(0, 1)).map(({ unit }) => unit)
  const bda = zones.find(({ zone, isDrawn }) => isDrawn && zone.code === BDA)
  if (bda === undefined) return { drawn: drawn.map(({ unit }) => unit), counted: districts }
  const liesWithin = bda.share > 1 - settings.leastShare
  const counted = liesWithin ? [bda.zone] : [...districts, bda.zone]
  return { drawn: drawn.map(({ unit }) => unit), counted }
}

function isEnough({ share, size }: UnitTouch, { dimension }: Place, settings: CrossingSettings): boolean {
  return share > settings.leastShare && size > (dimension === 1 ? settings.leastLengthM : settings.leastAreaM2)
}

/** The bank that the place lies on first. */
function bankUnits({ atlas, river }: CrossingQuestion): CrossingUnit[] {
  const codes = river.banks.flatMap(({ leftUnit, rightUnit, side }) =>
    side === 'left' ? [leftUnit, rightUnit] : [rightUnit, leftUnit],
  )
  return distinct(codes.filter((code) => code !== '').map((code) => unitOf(atlas, code)))
}

/**
 * Downstream, everyone whom the water reaches. Upstream of an observation, the units outside Beijing: the city alone speaks
 * with them. Districts upstream are looked into by whoever leads and are named, but do not change who that is.
 */
function flowingUnits({ atlas, river, isObservation }: CrossingQuestion): CrossingUnit[] {
  const downstream = river.downstream.map(({ met }) => unitOf(atlas, met.code))
  const upstream = isObservation ? river.upstream.map(({ code }) => unitOf(atlas, code)) : []
  return distinct([...downstream, ...upstream.filter((unit) => !isInBeijing(unit))])
}

/** A unit that a river borders on but the atlas does not draw is known by its code alone. */
export function unitOf({ unitByCode }: Atlas, code: string): CrossingUnit {
  return unitByCode.get(code) ?? { code, name: code, nameEn: code, province: `${code.slice(0, 2)}0000` }
}

function distinct(units: readonly CrossingUnit[]): CrossingUnit[] {
  return units.filter(({ code }, index) => units.findIndex((other) => other.code === code) === index)
}

/** A point that may lie in a unit which does not count yet is a question, unless the answer would change nothing. */
function outcomeOf(
  { place, touch, settings }: CrossingQuestion,
  members: readonly CrossingUnit[],
  isCross: boolean,
): CrossingOutcome {
  if (members.length === 0) return 'ask'
  const others = touch.units.filter(({ isDrawn, probability }) => !isDrawn && probability > 1 - settings.certainFrom)
  const open = place.dimension === 0 ? others.map(({ unit }) => unit).filter(notIn(members)) : []
  const leavesCity = members.some((unit) => !isInBeijing(unit))
  if (open.some((unit) => !isCross || (!isInBeijing(unit) && !leavesCity))) return 'ask'
  return isCross ? 'crosses' : 'within-one'
}

/**
 * Where the act took place. On a boundary river the bank decides, and in the channel both sides. A plume in air or water
 * over several units shows where it went, not where it came from.
 */
function actsOf(
  { atlas, place, medium, river }: CrossingQuestion,
  counted: readonly CrossingUnit[],
): Pick<CrossingFinding, 'sourceUnit' | 'actUnits'> {
  const bank = river.banks[0]
  if (place.type === 'Point' && bank !== undefined && counted[0]?.code !== BDA) {
    const { leftUnit, rightUnit, side } = bank
    const codes = side === 'in-channel' ? [leftUnit, rightUnit] : [side === 'left' ? leftUnit : rightUnit]
    const acts = codes.filter((code) => code !== '').map((code) => unitOf(atlas, code))
    const source = acts.find(({ code }) => code === counted[0]?.code) ?? acts[0]
    if (source !== undefined) return { sourceUnit: source, actUnits: acts }
  }
  const isPlume = place.dimension === 2 && counted.length > 1 && (medium === 'air' || medium === 'water')
  return isPlume ? { sourceUnit: null, actUnits: [] } : { sourceUnit: counted[0] ?? null, actUnits: counted }
}

function toldUnits({ atlas, touch, river }: CrossingQuestion, banks: readonly CrossingUnit[]): CrossingUnit[] {
  const gated = river.traces.flatMap(({ stoppedAt }) => stoppedAt).flatMap((id) => unitsOfGatedReach(atlas, id))
  return distinct([...touch.tie, ...banks, ...gated])
}

function unitsOfGatedReach(atlas: Atlas, id: string): CrossingUnit[] {
  const reach = atlas.rivers.reaches[atlas.rivers.reachNumber.get(id) ?? -1]
  if (reach?.state !== 'gated') return []
  return [reach.leftUnit, reach.rightUnit].filter((code) => code !== '').map((code) => unitOf(atlas, code))
}
