/** 数量级提示: a possible value that is so far from what is usual that its unit should be checked. Warns, never refuses. */
import { indicatorOf } from './evaluated-indicators.ts'
import type { IndicatorId } from './indicator.ts'
import type { Measurement } from './sample.ts'
import { figure, type Sentence } from './sentence.ts'
import { withUnit } from './unit-name.ts'
import type { WaterRules } from './water-rules.ts'

/** Beyond these a surface water in Beijing has not been; not a standard. */
const NATURAL_RANGE: Partial<Record<IndicatorId, readonly [number, number]>> = {
  'water-temperature': [-1, 45],
  'dissolved-oxygen': [0, 25],
  transparency: [0, 30],
  'chlorophyll-a': [0, 1000],
}

/** `usual` is what this section usually has in the indicator's unit, e.g. its median; without it the limits must do. */
export function suspectMagnitude(measured: Measurement, rules: WaterRules, usual?: number): Sentence | null {
  const { indicator, value, isBelowDetection } = measured
  const range = NATURAL_RANGE[indicator]
  if (range !== undefined && (value < range[0] || value > range[1])) return beyondNature(indicator, value)
  if (isBelowDetection || value === 0) return null
  if (usual !== undefined && usual > 0) return farFromUsual(indicator, value, usual, rules)
  return farBeyondV(indicator, value, rules)
}

function farFromUsual(indicator: IndicatorId, value: number, usual: number, { settings }: WaterRules): Sentence | null {
  const times = Math.max(value / usual, usual / value)
  if (indicator === 'ph' || times < settings.suspectTimesUsual.value) return null
  return doubt(indicator, value, {
    zh: `与常见值 ${figure(usual)} 相差约${figure(Math.round(times))}倍`,
    en: `is about ${figure(Math.round(times))} times off the usual ${figure(usual)}`,
  })
}

function farBeyondV(indicator: IndicatorId, value: number, { limits, settings }: WaterRules): Sentence | null {
  const row = limits.rows.get(indicator)
  if (row === undefined || row.comparison === 'at-least') return null
  const limit = (row.limits.river ?? row.limits.lake)[4]
  const { metal, other } = settings.suspectTimesV.value
  const times = settings.priorityPollutants.value.includes(indicator) ? metal : other
  if (value <= limit * times) return null
  return doubt(indicator, value, {
    zh: `超过Ⅴ类限值 ${figure(limit)} 的${times}倍`,
    en: `exceeds ${times} times the class V limit of ${figure(limit)}`,
  })
}

function doubt(indicator: IndicatorId, value: number, why: Sentence): Sentence {
  const { nameZh, nameEn, unit } = indicatorOf(indicator)
  return {
    zh: `${nameZh} ${withUnit(figure(value), unit).zh} ${why.zh}：请核对单位（µg/L与mg/L相差1000倍）。`,
    en: `${nameEn} ${withUnit(figure(value), unit).en} ${why.en}: check the unit (µg/L and mg/L are 1000 apart).`,
  }
}

function beyondNature(indicator: IndicatorId, value: number): Sentence {
  const { nameZh, nameEn, unit } = indicatorOf(indicator)
  return {
    zh: `${nameZh} ${withUnit(figure(value), unit).zh} 超出地表水常见范围：请核对单位和是否填错列。`,
    en: `${nameEn} ${withUnit(figure(value), unit).en} lies beyond what surface water has: check the unit and the column.`,
  }
}
