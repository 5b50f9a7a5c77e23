/** 数值修约: decimal digits as people write them, free of binary noise. */

/**
 * 四舍六入五成双 (GB/T 8170) on the decimal digits of the shortest notation: 0.145 to two decimals is 0.14, 0.135 is 0.14.
 */
export function roundHalfEven(value: number, decimals: number): number {
  const scaled = shifted(value, decimals)
  const floor = Math.floor(scaled)
  const rest = scaled - floor
  const isUp = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0)
  return shifted(isUp ? floor + 1 : floor, -decimals)
}

/**
 * The value to twelve significant digits: the mean of 0.1, 0.2 and 0.3 is 0.2 and meets a limit of 0.2, where binary
 * arithmetic gives 0.20000000000000004.
 */
export const withoutNoise = (value: number): number => Number(value.toPrecision(12))

/** Times ten to the power, through the decimal notation and therefore exact. */
function shifted(value: number, power: number): number {
  const [digits, exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + power}`)
}
