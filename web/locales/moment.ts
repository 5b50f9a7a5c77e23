/** Days, moments and durations as an official reads them: Asia/Shanghai, 24 hours. */
import * as day from '#domain/day-text'
import type { Locale } from '../view/view.ts'

/** `2019年12月1日` or `1 December 2019` of `2019-12-01`. */
export const dayText = (iso: string, locale: Locale): string => day.dayText(iso)[locale === 'en' ? 'en' : 'zh']

/** `2026年11月24日 14:05` or `24 Nov 2026, 14:05`; the text itself when it is no moment. */
export const dateTimeText = (iso: string, locale: Locale): string => {
  const ms = Date.parse(iso)
  return Number.isNaN(ms) ? iso : FORMATS[locale].full(ms)
}

/** `11月24日 14:05` or `24 Nov, 14:05`. */
export const shortDateTimeText = (iso: string, locale: Locale): string => {
  const ms = Date.parse(iso)
  return Number.isNaN(ms) ? iso : FORMATS[locale].short(ms)
}

/** The two largest units, rounded down: `1小时20分钟`, `3天4小时`; under a minute counts as none. */
export const durationText = (ms: number, locale: Locale): string => {
  const minutes = Math.floor(Math.abs(ms) / 60_000)
  const parts = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60]
  const first = Math.max(
    0,
    parts.findIndex((part) => part > 0),
  )
  const shown = minutes === 0 ? [2] : [first, first + 1].filter((index) => (parts[index] ?? 0) > 0)
  return shown.map((index) => `${parts[index]}${UNITS[locale][index]}`).join(locale === 'en' ? ' ' : '')
}

const UNITS: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': ['天', '小时', '分钟'],
  en: [' d', ' h', ' min'],
}

const formatOf = (locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', hourCycle: 'h23', ...options })

const TIME = { hour: '2-digit', minute: '2-digit' } as const
const CLOCK = formatOf('en-GB', TIME)
const CHINESE_DAY = formatOf('zh-CN', { year: 'numeric', month: 'long', day: 'numeric' })
const CHINESE_DAY_OF_YEAR = formatOf('zh-CN', { month: 'long', day: 'numeric' })
const ENGLISH_DAY = formatOf('en-GB', { year: 'numeric', month: 'short', day: 'numeric' })
const ENGLISH_DAY_OF_YEAR = formatOf('en-GB', { month: 'short', day: 'numeric' })

const FORMATS: Readonly<Record<Locale, Record<'full' | 'short', (ms: number) => string>>> = {
  'zh-CN': {
    full: (ms) => `${CHINESE_DAY.format(ms)} ${CLOCK.format(ms)}`,
    short: (ms) => `${CHINESE_DAY_OF_YEAR.format(ms)} ${CLOCK.format(ms)}`,
  },
  en: {
    full: (ms) => `${ENGLISH_DAY.format(ms)}, ${CLOCK.format(ms)}`,
    short: (ms) => `${ENGLISH_DAY_OF_YEAR.format(ms)}, ${CLOCK.format(ms)}`,
  },
}
