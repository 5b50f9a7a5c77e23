/** 结论: the answer in one sentence, before any of its reasons. */
import { PLACES, provincePlace } from '#domain/routing/actor-place'
import type { Words } from '../locales/index.ts'
import { bodyName, unitName } from '../locales/names.ts'
import { hoursText, percentText } from '../locales/quantity.ts'
import type { Locale } from '../view/view.ts'
import type { Judged, Unit } from './judged.ts'
import { unitsByRole } from './units-by-role.ts'

export interface Reader {
  readonly words: Words
  readonly locale: Locale
}

/** `跨界：通州区 | 三河市 两岸；顺流影响香河县，最早约 2.9 小时到达；涉及市外（河北省）。` */
export const verdictSentence = (assessment: Judged, { words, locale }: Reader): string => {
  const { explanation, terms } = words
  return explanation.sentence(terms.outcomes[assessment.crossing.outcome], clausesOf(assessment, { words, locale }))
}

/** `由北京市生态环境局牵头`, or who is proposed, or that nobody is. */
export const leadSentence = ({ routing }: Judged, { words, locale }: Reader): string => {
  const { explanation } = words
  if (routing.lead === null) return explanation.leadOpen
  const name = bodyName(routing.lead, locale)
  return routing.needsConfirmation ? explanation.leadToConfirm(name) : explanation.lead(name)
}

/** The unit on which the outcome hangs: a crossing needs a second one, everything else the first. Null without units. */
export const decidingUnit = ({ units, crossing }: Judged): Unit | null => {
  const { placed, downstream } = unitsByRole(units)
  const ranked = [...placed, ...downstream].sort((a, b) => b.probability - a.probability)
  return (crossing.outcome === 'crosses' ? ranked[1] : undefined) ?? ranked[0] ?? null
}

const clausesOf = (assessment: Judged, reader: Reader): readonly string[] => {
  const { clauses } = reader.words.explanation
  const { placed, zones } = unitsByRole(assessment.units)
  if (placed.length === 0 && zones.length === 0) return [clauses.nowhere]
  if (assessment.crossing.outcome === 'ask') return [clauses.perhaps(placed.map((unit) => candidate(unit, reader)))]
  return [
    placeClause(assessment, placed, reader),
    ...downstreamClause(assessment, reader),
    ...zoneClause(assessment, zones, reader),
    ...borderClause(assessment, reader),
  ]
}

const candidate = (unit: Unit, { words, locale }: Reader): string =>
  words.explanation.clauses.candidate(unitName(unit, locale), percentText(unit.probability))

const placeClause = ({ crossing }: Judged, placed: readonly Unit[], { words, locale }: Reader): string => {
  const { clauses } = words.explanation
  const names = (units: readonly Unit[]) => units.map((unit) => unitName(unit, locale))
  if (crossing.outcome === 'within-one') return clauses.only(names(placed.slice(0, 1)))
  if (crossing.kinds.includes('area')) return clauses.across(names(placed))
  const banks = placed.filter(({ how }) => how.includes('bank'))
  return crossing.kinds.includes('bank') && banks.length > 1 ? clauses.banks(names(banks)) : clauses.at(names(placed))
}

/** More than these would make the sentence a list. */
const MOST_NAMES = 3

const downstreamClause = ({ crossing, units }: Judged, { words, locale }: Reader): readonly string[] => {
  const { downstream } = unitsByRole(units)
  if (!crossing.kinds.includes('updown') || downstream.length === 0) return []
  const shown = downstream.slice(0, MOST_NAMES).map((unit) => unitName(unit, locale))
  const first = downstream[0]?.arrivalH
  const hours = first ? hoursText(first.earliest) : null
  return [words.explanation.clauses.downstream(shown, downstream.length - shown.length, hours)]
}

const zoneClause = ({ crossing }: Judged, zones: readonly Unit[], { words, locale }: Reader): readonly string[] => {
  if (!crossing.kinds.includes('overlay') || zones.length === 0) return []
  return [words.explanation.clauses.zones(zones.map((unit) => unitName(unit, locale)))]
}

const borderClause = ({ crossing, units }: Judged, { words, locale }: Reader): readonly string[] => {
  if (!crossing.kinds.includes('city-border')) return []
  const { placed, downstream } = unitsByRole(units)
  const provinces = new Set([...placed, ...downstream].map(({ code }) => provincePlace(code)))
  const outside = [...provinces].flatMap((place) =>
    place === null || place === 'bj' ? [] : [placeName(place, locale)],
  )
  const { clauses } = words.explanation
  return [outside.length > 0 ? clauses.outside(outside) : clauses.cityBorder]
}

const placeName = (place: string, locale: Locale): string => PLACES[place]?.[locale === 'en' ? 'en' : 'zh'] ?? place
