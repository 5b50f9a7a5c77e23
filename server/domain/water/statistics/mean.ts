/** 算术平均值 of measurements of one indicator, undetected ones at half their limit. */
import type { IndicatorId } from '../indicator.ts'
import { computedValue } from '../measured-value.ts'
import { withoutNoise } from '../rounding.ts'
import type { Measurement } from '../sample.ts'
import type { WaterSettings } from '../water-settings.ts'
import type { AtLeastOne } from './group.ts'

/**
 * A measurement again, and so to be judged like one: where nothing was detected it is undetected, and its value is the mean
 * detection limit, half of which is the mean of the halves.
 */
export interface Mean extends Measurement {
  readonly count: number
  readonly undetectedCount: number
}

/** Of at least one measurement. pH by the settings: as hydrogen ion concentration, or plainly. */
export function meanOf(indicator: IndicatorId, measurements: AtLeastOne<Measurement>, { phMean }: WaterSettings): Mean {
  const count = measurements.length
  if (count === 1) {
    const [{ value, isBelowDetection }] = measurements
    return { indicator, value, isBelowDetection, count, undetectedCount: isBelowDetection ? 1 : 0 }
  }
  const undetectedCount = measurements.reduce((sum, { isBelowDetection }) => sum + (isBelowDetection ? 1 : 0), 0)
  const isBelowDetection = undetectedCount === count
  const values = measurements.map((each) => (isBelowDetection ? each.value : computedValue(each)))
  const isByIons = indicator === 'ph' && phMean.value === 'hydrogen-ion'
  const value = withoutNoise(isByIons ? meanPh(values) : arithmeticMean(values))
  return { indicator, value, isBelowDetection, count, undetectedCount }
}

export const arithmeticMean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const meanPh = (values: readonly number[]): number => -Math.log10(arithmeticMean(values.map((ph) => 10 ** -ph)))
