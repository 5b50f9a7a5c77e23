/** 超标倍数: how far a value lies beyond a limit, (C - S) / S. None for 水温, pH and 溶解氧. */
import type { IndicatorClass } from './classify.ts'
import { WITHOUT_MULTIPLE } from './evaluated-indicators.ts'
import { limitsOf } from './limits.ts'
import { roundHalfEven, withoutNoise } from './rounding.ts'
import { rankOf, type WaterBody, type WaterClass } from './water-class.ts'
import type { WaterRules } from './water-rules.ts'

/** Unrounded; null where the limit is met, or where the indicator has no multiple. */
export function timesBeyond(
  result: IndicatorClass,
  limitClass: WaterClass,
  body: WaterBody,
  { limits }: WaterRules,
): number | null {
  const limit = limitsOf(limits, result.indicator, body)?.[rankOf(limitClass)]
  if (limit === undefined || WITHOUT_MULTIPLE.has(result.indicator) || result.comparedValue <= limit) return null
  return withoutNoise((result.comparedValue - limit) / limit)
}

/** One decimal, as reports print it: 高锰酸盐指数(1.2). */
export const printedMultiple = (multiple: number): string => roundHalfEven(multiple, 1).toFixed(1)
