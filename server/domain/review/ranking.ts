/** 排名: units by the share of their sections that are 优良, then by 达标, then by their worst class. */
import type { JurisdictionProperties } from '../reference-data.ts'
import { percentOf } from '../water/composition.ts'
import { rankOf, type WaterClass, worstOf } from '../water/water-class.ts'
import type { SectionPlace } from './section-place.ts'
import type { Verdict } from './verdict.ts'

export interface RankedUnit {
  readonly unit: JurisdictionProperties
  readonly evaluated: number
  readonly goodShare: number
  /** Of the sections with a target that can be judged; null without one. */
  readonly metShare: number | null
  readonly worstClass: WaterClass | null
}

/** A section on a boundary reach counts for both banks. */
export function rankUnits(
  sections: readonly { readonly place: SectionPlace; readonly verdict: Verdict }[],
): RankedUnit[] {
  const units = new Map(sections.flatMap(({ place }) => place.units).map((unit) => [unit.code, unit] as const))
  return [...units.values()]
    .map((unit) =>
      rankOne(
        unit,
        sections.filter(({ place }) => place.units.includes(unit)).map(({ verdict }) => verdict),
      ),
    )
    .filter(({ evaluated }) => evaluated > 0)
    .sort((a, b) => b.goodShare - a.goodShare || (b.metShare ?? -1) - (a.metShare ?? -1) || byClass(a, b))
}

const byClass = (a: RankedUnit, b: RankedUnit): number =>
  rankOf(a.worstClass ?? 'I') - rankOf(b.worstClass ?? 'I') || (a.unit.code < b.unit.code ? -1 : 1)

function rankOne(unit: JurisdictionProperties, verdicts: readonly Verdict[]): RankedUnit {
  const classes = verdicts.flatMap(({ waterClass }) => waterClass ?? [])
  const judged = verdicts.filter(({ targetState }) => targetState === 'met' || targetState === 'missed')
  const met = judged.filter(({ targetState }) => targetState === 'met')
  return {
    unit,
    evaluated: classes.length,
    goodShare: percentOf(classes.filter((each) => rankOf(each) <= rankOf('III')).length, classes.length),
    metShare: judged.length === 0 ? null : percentOf(met.length, judged.length),
    worstClass: worstOf(classes) ?? null,
  }
}
