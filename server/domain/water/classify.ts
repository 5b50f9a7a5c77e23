/**
 * 单项类别: the class of one value by GB 3838-2002 table 1.
 *
 * The class is the best one whose limit is met; equality meets the limit; what meets none is worse than V.
 */
import { indicatorOf } from './evaluated-indicators.ts'
import type { IndicatorId } from './indicator.ts'
import type { FiveLimits, LimitRow } from './limits.ts'
import { computedValue, impossibleValue } from './measured-value.ts'
import { type OxygenSaturation, oxygenSaturation } from './oxygen-saturation.ts'
import { roundHalfEven } from './rounding.ts'
import type { Measurement } from './sample.ts'
import { rankOf, WATER_CLASSES, type WaterBody, type WaterClass } from './water-class.ts'
import { type WaterRefusal, waterRefusal } from './water-refusal.ts'
import type { WaterRules } from './water-rules.ts'

export interface ClassQuestion {
  readonly body: WaterBody
  readonly rules: WaterRules
  /** ℃, of the same sample; without it oxygen is judged in mg/L alone. */
  readonly waterTemperatureC?: number | undefined
}

export interface IndicatorClass {
  readonly indicator: IndicatorId
  readonly measured: Measurement
  /** In the indicator's unit: half the detection limit where undetected, rounded where the settings ask for it. */
  readonly comparedValue: number
  readonly waterClass: WaterClass
  /** 序号 in table 1. */
  readonly item: number
  /** The limit that was met, or that of class V where none was. Null for pH, which has one range. */
  readonly limit: number | null
  /** Only for dissolved oxygen with a known temperature. */
  readonly saturation: OxygenSaturation | null
  /** Class I was reached by saturation, not by concentration. */
  readonly isBySaturation: boolean
  /** Undetected, and half the detection limit lies above class I: a better method might find a better class. */
  readonly isDoubtful: boolean
}

/** Refuses impossible values and indicators without class limits (water temperature, nitrogen in rivers, 叶绿素a, 透明度). */
export function classify(measured: Measurement, question: ClassQuestion): IndicatorClass | WaterRefusal {
  const impossible = impossibleValue(measured)
  if (impossible !== null) return impossible
  if (measured.indicator === 'ph') return classifyPh(measured, question.rules)
  const row = question.rules.limits.rows.get(measured.indicator)
  const limits = row?.limits[question.body] ?? null
  if (row === undefined || limits === null) return noLimits(measured.indicator, question.body)
  return classifyByLimits(measured, row, limits, question)
}

function classifyByLimits(
  measured: Measurement,
  row: LimitRow,
  limits: FiveLimits,
  { rules, waterTemperatureC }: ClassQuestion,
): IndicatorClass {
  const value = computedValue(measured)
  const comparedValue = rules.settings.rounding.value === 'none' ? value : roundHalfEven(value, row.decimals)
  const saturation =
    row.orSaturationPercent === undefined ? null : oxygenSaturation(comparedValue, waterTemperatureC, rules.settings)
  const met = bestMet(comparedValue, row, limits)
  const isBySaturation = met !== 0 && saturation !== null && saturation.percent >= (row.orSaturationPercent ?? Infinity)
  const waterClass = isBySaturation ? 'I' : (WATER_CLASSES[met] ?? 'worse-than-V')
  return {
    indicator: measured.indicator,
    measured,
    comparedValue,
    waterClass,
    item: row.item,
    limit: limits[isBySaturation ? 0 : met] ?? limits[4],
    saturation,
    isBySaturation,
    isDoubtful: measured.isBelowDetection && row.comparison === 'at-most' && rankOf(waterClass) > 0,
  }
}

/** The place of the first limit that is met, -1 where none is. */
function bestMet(value: number, { comparison }: LimitRow, limits: FiveLimits): number {
  return comparison === 'at-most'
    ? limits.findIndex((limit) => value <= limit)
    : limits.findIndex((limit) => value >= limit)
}

function classifyPh(measured: Measurement, { limits: { ph }, settings }: WaterRules): IndicatorClass {
  const isWithin = measured.value >= ph.lowest && measured.value <= ph.highest
  return {
    indicator: 'ph',
    measured,
    comparedValue: measured.value,
    waterClass: isWithin ? 'I' : settings.phOutside.value,
    item: ph.item,
    limit: null,
    saturation: null,
    isBySaturation: false,
    isDoubtful: false,
  }
}

function noLimits(indicator: IndicatorId, body: WaterBody): WaterRefusal {
  const { nameZh, nameEn } = indicatorOf(indicator)
  return indicator === 'total-nitrogen' && body === 'river'
    ? waterRefusal(
        'no-class-limits',
        '总氮限值只适用于湖、库，河流不评价总氮。',
        'Total nitrogen has limits for lakes and reservoirs only; rivers are not judged by it.',
      )
    : waterRefusal(
        'no-class-limits',
        `GB 3838-2002表1没有${nameZh}的分类限值，不定类别。`,
        `GB 3838-2002 table 1 has no class limits for ${nameEn}.`,
      )
}
