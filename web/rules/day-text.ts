/** A calendar day as it is read: `2019年3月4日`, `4 Mar 2019`. */
import type { Locale } from '../view/view.ts'

/** `day`: `YYYY-MM-DD`; the text itself when it is no day. */
export const dayText = (day: string, locale: Locale): string => {
  const ms = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(ms) ? day : FORMATS[locale].format(ms)
}

const FORMATS: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', dateStyle: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }),
}
