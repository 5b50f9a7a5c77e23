/** 达标: each indicator against the section's own target, apart from the class and from 优良. */
import type { IndicatorClass } from './classify.ts'
import { timesBeyond } from './exceedance.ts'
import type { IndicatorId } from './indicator.ts'
import { limitsOf } from './limits.ts'
import type { SectionTarget } from './target.ts'
import { rankOf, stepsBeyond, type WaterBody } from './water-class.ts'
import type { WaterRules } from './water-rules.ts'

export interface IndicatorAttainment {
  readonly indicator: IndicatorId
  /** Null where an undetected value cannot decide it. */
  readonly isMet: boolean | null
  /** Classes between the target and the value; 0 when met. */
  readonly steps: number
  /** The target's limit in the indicator's unit; null for pH. */
  readonly limit: number | null
  /** (C - S) / S against the target's limit; null where met, for pH and for dissolved oxygen. */
  readonly multiple: number | null
}

export interface Attainment {
  readonly target: SectionTarget
  /** By those measured; null when none of them can decide it. */
  readonly isMet: boolean | null
  /** Those that miss the target, in the table's order; `againstTarget` gives any other. */
  readonly failing: readonly IndicatorAttainment[]
  /** Undetected, with half the limit beyond the target: neither met nor missed. */
  readonly undecided: readonly IndicatorId[]
}

/** `results` are those of the 21; total nitrogen and faecal coliform are not part of 达标. */
export function attainment(
  results: readonly IndicatorClass[],
  target: SectionTarget,
  body: WaterBody,
  rules: WaterRules,
): Attainment {
  const beyond = results
    .filter(({ waterClass }) => rankOf(waterClass) > rankOf(target.target))
    .map((result) => againstTarget(result, target, body, rules))
  const undecided = beyond.filter(({ isMet }) => isMet === null).map(({ indicator }) => indicator)
  const failing = beyond.filter(({ isMet }) => isMet === false)
  return { target, isMet: results.length > undecided.length ? failing.length === 0 : null, failing, undecided }
}

export function againstTarget(
  result: IndicatorClass,
  { target }: SectionTarget,
  body: WaterBody,
  rules: WaterRules,
): IndicatorAttainment {
  const steps = stepsBeyond(result.waterClass, target)
  const isUndecided = result.isDoubtful && steps > 0 && rules.settings.undetectedAboveLimit.value === 'flag'
  return {
    indicator: result.indicator,
    isMet: isUndecided ? null : steps === 0,
    steps,
    limit: limitsOf(rules.limits, result.indicator, body)?.[rankOf(target)] ?? null,
    multiple: timesBeyond(result, target, body, rules),
  }
}
