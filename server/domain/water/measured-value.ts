/** A measurement as it enters computation: detected values as they are, undetected ones at half the detection limit. */
import { indicatorOf } from './evaluated-indicators.ts'
import type { Measurement } from './sample.ts'
import { figure } from './sentence.ts'
import { type WaterRefusal, waterRefusal } from './water-refusal.ts'

/** 1/2 检出限 for what was not detected (环办监测函〔2020〕82号, 7). */
export const computedValue = ({ value, isBelowDetection }: Measurement): number =>
  isBelowDetection ? value / 2 : value

/** What no measurement can be: not a number, negative (except a temperature), pH beyond its scale. */
export function impossibleValue({ indicator, value }: Measurement): WaterRefusal | null {
  if (!Number.isFinite(value)) return notANumber(indicator)
  if (value < 0 && indicator !== 'water-temperature') return negative(indicator, value)
  if (indicator === 'ph' && value > 14) return beyondScale(value)
  return null
}

function notANumber(indicator: Measurement['indicator']): WaterRefusal {
  const { nameZh, nameEn } = indicatorOf(indicator)
  return waterRefusal(
    'not-a-number',
    `${nameZh}不是数值：未检出请填“<检出限”，未测请留空。`,
    `${nameEn} is not a number: write "<limit" for undetected, leave empty what was not measured.`,
  )
}

function negative(indicator: Measurement['indicator'], value: number): WaterRefusal {
  const { nameZh, nameEn } = indicatorOf(indicator)
  return waterRefusal(
    'negative-value',
    `${nameZh}为负值 ${figure(value)}：请核对原始记录，未检出请填“<检出限”。`,
    `${nameEn} is negative, ${figure(value)}: check the record; write "<limit" for undetected.`,
  )
}

const beyondScale = (value: number): WaterRefusal =>
  waterRefusal(
    'out-of-range',
    `pH值 ${figure(value)} 超出0至14：请核对是否填错列。`,
    `pH ${figure(value)} lies beyond 0 to 14: check the column.`,
  )

export function duplicateOf(indicator: Measurement['indicator']): WaterRefusal {
  const { nameZh, nameEn } = indicatorOf(indicator)
  return waterRefusal(
    'duplicate-indicator',
    `${nameZh}出现两次：只采用第一个值，请删去重复的一列。`,
    `${nameEn} is given twice: only the first value is used; remove the repeated column.`,
  )
}
