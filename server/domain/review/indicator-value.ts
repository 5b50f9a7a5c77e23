/** One indicator of a section in a period, for drawing: its value as it was computed, and its class. */
import type { IndicatorClass } from '../water/classify.ts'
import type { IndicatorId } from '../water/indicator.ts'
import { limitsOf } from '../water/limits.ts'
import { computedValue } from '../water/measured-value.ts'
import type { SectionTarget } from '../water/target.ts'
import { rankOf, WATER_CLASSES, type WaterBody, type WaterClass } from '../water/water-class.ts'
import type { WaterRules } from '../water/water-rules.ts'
import type { SectionQuality } from './quality-book.ts'

export interface IndicatorValue {
  /** In the indicator's unit; half the detection limit where undetected. */
  readonly value: number
  readonly isBelowDetection: boolean
  /** Null for an indicator without class limits. */
  readonly waterClass: WaterClass | null
  /** Results in a month, months in a quarter or a year. */
  readonly count: number
  readonly isReleased: boolean
}

/** Null where it was not measured, or not often enough for the period. */
export function indicatorValue(quality: SectionQuality | null, indicator: IndicatorId): IndicatorValue | null {
  const mean = quality?.values.find((each) => each.indicator === indicator)
  if (quality === null || mean === undefined) return null
  return {
    value: computedValue(mean),
    isBelowDetection: mean.isBelowDetection,
    waterClass: classIn(quality, indicator)?.waterClass ?? null,
    count: mean.count,
    isReleased: mean.isReleased,
  }
}

/** The class of one indicator, whether it took part in the section's class, was flagged, or was judged apart. */
export const classIn = ({ evaluation }: SectionQuality, indicator: IndicatorId): IndicatorClass | undefined =>
  [evaluation.results, evaluation.undecided, evaluation.separate].flat().find((each) => each.indicator === indicator)

/** Classes I to V with their limits; none for pH and for what the standard does not limit. */
export const classLimits = (
  { limits }: WaterRules,
  indicator: IndicatorId,
  body: WaterBody,
): { waterClass: WaterClass; limit: number }[] =>
  (limitsOf(limits, indicator, body) ?? []).flatMap((limit, rank) => {
    const waterClass = WATER_CLASSES[rank]
    return waterClass === undefined ? [] : { waterClass, limit }
  })

export const targetLimit = (
  { limits }: WaterRules,
  indicator: IndicatorId,
  body: WaterBody,
  target: SectionTarget | undefined,
): number | null => (target && limitsOf(limits, indicator, body)?.[rankOf(target.target)]) ?? null
