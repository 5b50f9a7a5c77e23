/** Numbers of the review as they are printed. */

/** At most four significant digits, without trailing zeros. */
export const figureText = (value: number): string => String(Number(value.toPrecision(4)))

/** A share that is already in per cent: `56.3`. */
export const shareText = (percent: number): string => String(Math.round(percent * 10) / 10)

/** A change with its sign: `+0.31`, `−2`. */
export const signedText = (value: number): string => {
  const text = figureText(Math.abs(value))
  if (value === 0) return '0'
  return value > 0 ? `+${text}` : `−${text}`
}
