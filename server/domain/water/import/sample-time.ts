/** 采样时间: the many ways in which a sheet writes a moment, read as Beijing time; other calendars are refused by name. */
import { shanghaiIso, startOfShanghaiDayMs } from '../../shanghai-time.ts'
import { type Cell, excerpt } from './table.ts'

export interface TimeIssue {
  readonly code: 'no-time' | 'no-such-day' | 'lunar-calendar' | 'republican-calendar' | 'unclear-time' | 'future-time'
  readonly zh: string
  readonly en: string
}

/** Days before 2000-01-01 and after 2100 are no sampling times that a file means. */
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_415]

const LUNAR =
  /农历|阴历|闰|正月|腊月|冬月|初[一二三四五六七八九十]|廿|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年/

/** ISO 8601 with +08:00, or why not. `nowMs` bounds the future: nothing is sampled tomorrow. */
export function readSampleTime(cell: Cell | undefined, nowMs: number): string | TimeIssue {
  const text =
    typeof cell === 'number'
      ? String(cell)
      : String(cell ?? '')
          .normalize('NFKC')
          .trim()
  if (text === '') return NO_TIME
  if (LUNAR.test(text)) return LUNAR_CALENDAR
  if (/民国/.test(text) || /^1\d\d[-/.年]\d/.test(text)) return REPUBLICAN_CALENDAR
  const readMs = isSerial(text) ? serialMs(Number(text)) : written(text)
  if (typeof readMs !== 'number') return readMs
  return readMs > nowMs ? future(text) : shanghaiIso(readMs)
}

const isSerial = (text: string): boolean =>
  /^\d{5}(\.\d+)?$/.test(text) && Number(text) >= FIRST_SERIAL && Number(text) < LAST_SERIAL

/** Days since 1899-12-30 in the time that the sheet shows, to the second. */
const serialMs = (serial: number): number => startOfShanghaiDayMs('1899-12-30') + Math.round(serial * 86_400) * 1000

const FORMS: readonly RegExp[] = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\+08:?00)?)?$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?(?:\s*(\d{1,2})(?:时|点|:)(\d{1,2})?分?(?::?(\d{1,2})秒?)?)?$/,
  /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/,
]

function written(text: string): number | TimeIssue {
  const parts = FORMS.map((form) => form.exec(text)).find((found) => found !== null)
  if (!parts) return unclear(text)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  const name = `${year}-${two(month)}-${two(day)}`
  const start = startOfShanghaiDayMs(name)
  // A day that does not exist rolls over into the next month: then its name is another one.
  const isDay = Number.isFinite(start) && shanghaiIso(start).startsWith(name) && year >= 1980 && year < 2100
  if (!isDay) return noSuchDay(text)
  if (hour > 23 || minute > 59 || second > 59) return unclear(text)
  return start + ((hour * 60 + minute) * 60 + second) * 1000
}

const two = (number: number): string => String(number).padStart(2, '0')

const NO_TIME: TimeIssue = {
  code: 'no-time',
  zh: '没有采样时间：请填写，如 2026-01-05 09:30。',
  en: 'There is no sampling time: write it, e.g. 2026-01-05 09:30.',
}

const LUNAR_CALENDAR: TimeIssue = {
  code: 'lunar-calendar',
  zh: '采样时间是农历：请换算为公历，如 2026-01-05 09:30。',
  en: 'The sampling time is of the lunar calendar: write it in the Gregorian one, e.g. 2026-01-05 09:30.',
}

const REPUBLICAN_CALENDAR: TimeIssue = {
  code: 'republican-calendar',
  zh: '采样时间用的是民国纪年或三位年份：请改为四位公历年份，如 2026-01-05 09:30。',
  en: 'The year counts from 1911 or has three digits: write four digits of the Gregorian year, e.g. 2026-01-05 09:30.',
}

const noSuchDay = (text: string): TimeIssue => ({
  code: 'no-such-day',
  zh: `没有“${excerpt(text)}”这一天：请核对日期。`,
  en: `There is no such day as "${excerpt(text)}": check the date.`,
})

const unclear = (text: string): TimeIssue => ({
  code: 'unclear-time',
  zh: `采样时间“${excerpt(text)}”看不明白：请写成 2026-01-05 09:30（年-月-日 时:分）。`,
  en: `The sampling time "${excerpt(text)}" is unclear: write 2026-01-05 09:30 (year-month-day hour:minute).`,
})

const future = (text: string): TimeIssue => ({
  code: 'future-time',
  zh: `采样时间“${excerpt(text)}”晚于现在：请核对年份和日期。`,
  en: `The sampling time "${excerpt(text)}" lies in the future: check the year and the day.`,
})
