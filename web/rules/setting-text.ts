/** A setting's value as it is read: `0.8`, `10,000 m²`, `72 小时`. */
import type { Locale } from '../view/view.ts'

export const settingText = (value: number | string, unit: string, locale: Locale): string => {
  const number = typeof value === 'number' ? value.toLocaleString(locale, { maximumSignificantDigits: 4 }) : value
  const named = (locale === 'en' ? undefined : CHINESE_UNITS[unit]) ?? unit
  return named ? `${number} ${named}` : number
}

const CHINESE_UNITS: Readonly<Record<string, string>> = { m: '米', 'm²': '平方米', h: '小时', km: '公里' }
