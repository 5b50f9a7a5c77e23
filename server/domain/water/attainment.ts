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
  /** By those measured; null when nothing was. */
  readonly isMet: boolean | null
  readonly indicators: readonly IndicatorAttainment[]
  readonly failing: readonly IndicatorId[]
}

/** `results` are those of the 21; total nitrogen and faecal coliform are not part of 达标. */
export function attainment(
  results: readonly IndicatorClass[],
  target: SectionTarget,
  body: WaterBody,
  rules: WaterRules,
): Attainment {
  const indicators = results.map((result) => againstTarget(result, target, body, rules))
  const failing = indicators.filter(({ isMet }) => isMet === false).map(({ indicator }) => indicator)
  const isDecided = indicators.some(({ isMet }) => isMet !== null)
  return { target, isMet: isDecided ? failing.length === 0 : null, indicators, failing }
}

function againstTarget(
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
