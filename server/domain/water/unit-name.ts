/** A quantity with its unit as it is said in a sentence: 300 个/L, 300 per L; pH has none. */
import type { IndicatorUnit } from './indicator.ts'
import type { Sentence } from './sentence.ts'

export function withUnit(quantity: string, unit: IndicatorUnit): Sentence {
  if (unit === '无量纲') return { zh: quantity, en: quantity }
  return { zh: `${quantity} ${unit}`, en: unit === '个/L' ? `${quantity} per L` : `${quantity} ${unit}` }
}
