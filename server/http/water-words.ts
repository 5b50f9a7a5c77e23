/** Sections, targets and verdicts as the contract spells them, for every answer about water. */

import type { z } from 'zod'
import type { SectionRef, SectionVerdict, Target } from '#contract/water-words'
import type { SectionPlace } from '#domain/review/section-place'
import type { Verdict } from '#domain/review/verdict'
import type { SectionTarget } from '#domain/water/target'

export function sectionRef(place: SectionPlace, isDemonstration: boolean): z.infer<typeof SectionRef> {
  const { id, name, nameEn, riverId, river, riverEn, km, lon, lat, body } = place
  const units = [...place.units, ...place.townships]
  return {
    ...{ id, name, nameEn, riverId, river, riverEn, km, lon, lat, body, isDemonstration },
    unitCodes: units.map(({ code }) => code),
    unitNames: units.map((unit) => unit.name),
    unitNamesEn: units.map((unit) => unit.nameEn),
  }
}

export function verdictBody(verdict: Verdict): z.infer<typeof SectionVerdict> {
  return { ...verdict, pollutants: verdict.pollutants.map((each) => ({ ...each })), failing: [...verdict.failing] }
}

export const targetBody = (target: SectionTarget | undefined): z.infer<typeof Target> | null =>
  target === undefined
    ? null
    : { target: target.target, validFrom: target.validFrom, source: target.source, status: target.status }
