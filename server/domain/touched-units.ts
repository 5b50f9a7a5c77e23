/** Every unit that an incident touches, by place, bank, water or zone, each with the evidence for it. */

import type { Certainty, Evidence, TouchedUnit, TouchKind } from './assessment.ts'
import type { Atlas } from './atlas.ts'
import { type CrossingUnit, unitOf } from './cross-jurisdiction.ts'
import type { CrossingSettings } from './crossing-settings.ts'
import * as evidence from './evidence.ts'
import type { EvidenceDrawing } from './evidence-drawing.ts'
import type { Place } from './place.ts'
import type { JurisdictionLevel } from './reference-data.ts'
import { arrivalHours } from './river/arrival-hours.ts'
import type { BankTouch, RiverEffect } from './river/effect.ts'
import { isInBeijing } from './routing/actor-place.ts'
import type { Touch, UnitTouch } from './touch.ts'
import type { ZoneTouch } from './zone-touch.ts'

export interface TouchedUnitsQuestion {
  readonly atlas: Atlas
  readonly settings: CrossingSettings
  readonly place: Place
  readonly touch: Touch
  readonly townships: readonly UnitTouch[]
  readonly zones: readonly ZoneTouch[]
  readonly river: RiverEffect
  /** Null where nobody looks at a map: a batch. */
  readonly drawing: EvidenceDrawing | null
}

/** Districts and counties by place, bank, then in the order the water meets them; then upstream, townships, zones. */
export function touchedUnits(question: TouchedUnitsQuestion): TouchedUnit[] {
  const found = new Map<string, Found>()
  for (const touch of question.touch.units) addPlaced(found, touch, question)
  for (const bank of question.river.banks) addBank(found, bank, question)
  addDownstream(found, question)
  addUpstream(found, question)
  for (const township of question.townships) addTownship(found, township, question)
  for (const zone of question.zones) addZone(found, zone, question)
  return [...found.values()].map((unit) => conclude(unit, question.settings))
}

interface Found {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly level: JurisdictionLevel
  readonly how: TouchKind[]
  readonly evidence: Evidence[]
  /** True where the drawing of the unit has no authority: it is never called certain. */
  readonly schematic: boolean
  probability: number
  share?: number
  arrivalH?: { readonly earliest: number; readonly probable: number }
}

function addPlaced(
  found: Map<string, Found>,
  touch: UnitTouch,
  { place, touch: whole, drawing }: TouchedUnitsQuestion,
) {
  const unit = enter(found, { ...touch.unit, schematic: false }, 'area', touch.probability)
  if (place.dimension > 0) unit.share = rounded(touch.share)
  unit.evidence.push(evidence.ofPlace(touch, whole, place, drawing))
}

function addBank(found: Map<string, Found>, bank: BankTouch, { atlas, river, drawing }: TouchedUnitsQuestion): void {
  for (const code of [bank.leftUnit, bank.rightUnit]) {
    if (code === '') continue
    const byWater = river.downstream.find(({ met }) => met.code === code)?.probability ?? 0
    const unit = enter(found, riverUnit(atlas, code), 'bank', Math.max(bank.probability, byWater))
    unit.evidence.push(evidence.ofBank(bank, namesOf(atlas, bank.leftUnit), namesOf(atlas, bank.rightUnit), drawing))
  }
}

function addDownstream(found: Map<string, Found>, { atlas, river, touch, drawing }: TouchedUnitsQuestion): void {
  for (const { met, probability } of river.downstream) {
    const isHere = touch.units.some(({ unit, isDrawn }) => isDrawn && unit.code === met.code)
    if (isHere || found.get(met.code)?.how.includes('bank')) continue
    const unit = enter(found, riverUnit(atlas, met.code), 'downstream', probability)
    unit.arrivalH = roundedHours(met.arrivalH)
    unit.evidence.push(...evidence.ofDownstream(met, river, drawing))
  }
}

/** Nothing yet speaks for one source rather than another, so the units upstream and the place's own have equal chances. */
function addUpstream(found: Map<string, Found>, { atlas, river, drawing }: TouchedUnitsQuestion): void {
  const candidates = river.upstream.filter(({ code }) => !found.has(code))
  for (const met of candidates) {
    const unit = enter(found, riverUnit(atlas, met.code), 'upstream', 1 / (candidates.length + 1))
    unit.evidence.push(evidence.ofUpstream(met, river, drawing))
  }
}

function addTownship(found: Map<string, Found>, touch: UnitTouch, { place }: TouchedUnitsQuestion): void {
  const unit = enter(found, touch.unit, 'area', touch.probability)
  if (place.dimension > 0) unit.share = rounded(touch.share)
  unit.evidence.push(evidence.ofTownship(touch))
}

function addZone(found: Map<string, Found>, touch: ZoneTouch, { place }: TouchedUnitsQuestion): void {
  const unit = enter(found, touch.zone, 'overlay', touch.probability)
  if (place.dimension > 0) unit.share = rounded(touch.share)
  unit.evidence.push(evidence.ofZone(touch))
}

function enter(
  found: Map<string, Found>,
  unit: Pick<Found, 'code' | 'name' | 'nameEn' | 'level' | 'schematic'>,
  how: TouchKind,
  probability: number,
): Found {
  const before = found.get(unit.code)
  if (before !== undefined) {
    if (!before.how.includes(how)) before.how.push(how)
    before.probability = Math.max(before.probability, probability)
    return before
  }
  const { code, name, nameEn, level, schematic } = unit
  const entered: Found = { code, name, nameEn, level, how: [how], evidence: [], schematic, probability }
  found.set(code, entered)
  return entered
}

const riverUnit = (atlas: Atlas, code: string) => {
  const { name, nameEn }: CrossingUnit = unitOf(atlas, code)
  const level: JurisdictionLevel = isInBeijing(code) ? 'district' : 'county'
  return { code, name, nameEn, level, schematic: false }
}

const namesOf = (atlas: Atlas, code: string) => (code === '' ? NOBODY : unitOf(atlas, code))

const NOBODY = { name: '', nameEn: '' }

function conclude(unit: Found, settings: CrossingSettings): TouchedUnit {
  const { code, name, nameEn, level, how, share, arrivalH, probability } = unit
  return {
    code,
    name,
    nameEn,
    level,
    how,
    certainty: certaintyOf(probability, unit.schematic, settings),
    probability: rounded(probability),
    ...(share === undefined ? null : { share }),
    ...(arrivalH === undefined ? null : { arrivalH }),
    evidence: unit.evidence,
  }
}

function certaintyOf(probability: number, schematic: boolean, settings: CrossingSettings): Certainty {
  if (probability >= settings.certainFrom && !schematic) return 'certain'
  return probability >= settings.probableFrom ? 'probable' : 'possible'
}

const rounded = (part: number): number => Math.round(part * 1e6) / 1e6

const roundedHours = ({ earliest, probable }: { earliest: number; probable: number }) => ({
  earliest: arrivalHours(earliest),
  probable: arrivalHours(probable),
})
