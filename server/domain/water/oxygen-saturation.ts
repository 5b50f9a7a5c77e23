/** 溶解氧饱和率: how much oxygen water can hold at its temperature. */
import { withoutNoise } from './rounding.ts'
import type { WaterSettings } from './water-settings.ts'

export interface OxygenSaturation {
  readonly temperatureC: number
  readonly saturatedMgL: number
  /** Of saturation; above 100 the water is supersaturated, as algae make it by day. */
  readonly percent: number
}

/** Null without a temperature, or with one at which the formula is not used. */
export function oxygenSaturation(
  oxygenMgL: number,
  temperatureC: number | undefined,
  { saturation }: WaterSettings,
): OxygenSaturation | null {
  const { numerator, offset, lowestC, highestC } = saturation.value
  if (temperatureC === undefined || !(temperatureC >= lowestC && temperatureC <= highestC)) return null
  const saturatedMgL = numerator / (offset + temperatureC)
  return { temperatureC, saturatedMgL, percent: withoutNoise((oxygenMgL / saturatedMgL) * 100) }
}
