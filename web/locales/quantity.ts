/** Numbers as both languages write them. */
import { arrivalHours } from '#domain/river/arrival-hours'

/** `73%`, `97.1%`; what is not quite certain is never rounded up to 100%, nor what is not quite impossible down to 0%. */
export const percentText = (part: number): string => {
  if (part > 0.9995 && part < 1) return '99.9%'
  if (part > 0 && part < 0.0005) return '<0.1%'
  return `${Math.round(part * 1000) / 10}%`
}

/** `2.9`, `12`: as the sentences of the assessment say it. */
export const hoursText = (hours: number): string => String(arrivalHours(hours))
