/** The fields of a report, read one by one; what cannot be read adds an issue and takes a harmless value. */
import type { FieldIssue } from '../refusal.ts'
import type { Filing } from './report.ts'

/** Clocks of different machines differ; five minutes are forgiven. */
const FUTURE_MS = 5 * 60_000
const MOST_UNCERTAINTY_M = 50_000
const MOST_POLLUTANT_LENGTH = 100
const MOST_FILINGS = 50

export function readName<T extends string>(
  field: string,
  names: readonly [T, ...T[]],
  value: unknown,
  issues: FieldIssue[],
): T {
  const known = names.find((name) => name === value)
  if (known !== undefined) return known
  const list = names.join(', ')
  const shown = value === undefined ? null : excerpt(value)
  issues.push({
    pointer: `/${field}`,
    code: shown === null ? 'field-missing' : 'unknown-code',
    zh: `${shown === null ? `缺少 ${field}` : `${field} 的值 ${shown} 不存在`}：请填写 ${list} 之一。`,
    en: `${shown === null ? `${field} is missing` : `${field} knows no ${shown}`}: give one of ${list}.`,
  })
  return names[0]
}

/** Several names of a list, each kept once; what is no list or holds an unknown name adds an issue. */
export function readNames<T extends string>(
  field: string,
  names: readonly T[],
  value: unknown,
  issues: FieldIssue[],
): readonly T[] | undefined {
  if (value === undefined || value === null) return undefined
  const known = names.filter((name) => Array.isArray(value) && value.includes(name))
  const isKnown = (each: unknown) => known.some((name) => name === each)
  if (Array.isArray(value) && value.every(isKnown)) return known
  const wrong = Array.isArray(value) ? value.find((each) => !isKnown(each)) : value
  issues.push({
    pointer: `/${field}`,
    code: Array.isArray(value) ? 'unknown-code' : 'not-a-list',
    zh: `${field} 的值 ${excerpt(wrong)} 不能使用：请填写列表，可选 ${names.join(', ')}。`,
    en: `${field} cannot take ${excerpt(wrong)}: give a list of ${names.join(', ')}.`,
  })
  return undefined
}

/** 发现时间, where it is known; `occurredMs` is null where the time of occurrence could not be read itself. */
export function readDiscovery(
  value: unknown,
  occurredMs: number | null,
  nowMs: number,
  issues: FieldIssue[],
): string | undefined {
  if (value === undefined || value === null) return undefined
  const before = issues.length
  const discoveredMs = readInstant('/discoveredAt', value, nowMs, issues)
  if (issues.length > before) return undefined
  if (occurredMs !== null && discoveredMs < occurredMs)
    issues.push({ pointer: '/discoveredAt', ...beforeOccurrence(String(value)) })
  return String(value)
}

/**
 * An instant of RFC 3339 that exists: a date of the calendar, an hour of the day, and an offset from UTC (or Z), since a
 * time without one is a different instant on every machine. Answers milliseconds since 1970.
 */
export function readInstant(pointer: string, value: unknown, nowMs: number, issues: FieldIssue[]): number {
  const problem = instantProblem(value)
  if (problem !== null) {
    issues.push({ pointer, ...problem })
    return nowMs
  }
  const instantMs = Date.parse(String(value))
  if (instantMs > nowMs + FUTURE_MS) issues.push({ pointer, ...inFuture(String(value)) })
  return instantMs
}

export function readUncertainty(value: unknown, issues: FieldIssue[]): number | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number' && value >= 0 && value <= MOST_UNCERTAINTY_M) return value
  issues.push({
    pointer: '/uncertaintyM',
    code: 'uncertainty-range',
    zh: `uncertaintyM 应为 0 至 ${MOST_UNCERTAINTY_M} 的数（米），而不是 ${excerpt(value)}。`,
    en: `uncertaintyM is a number from 0 to ${MOST_UNCERTAINTY_M}, in metres, not ${excerpt(value)}.`,
  })
  return undefined
}

export function readFlag(field: string, value: unknown, issues: FieldIssue[]): boolean | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'boolean') return value
  issues.push({
    pointer: `/${field}`,
    code: 'not-a-flag',
    zh: `${field} 应为 true 或 false，而不是 ${excerpt(value)}。`,
    en: `${field} is true or false, not ${excerpt(value)}.`,
  })
  return undefined
}

export function readPollutant(value: unknown, issues: FieldIssue[]): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string' && value.length <= MOST_POLLUTANT_LENGTH) return value.trim()
  issues.push({
    pointer: '/pollutant',
    code: 'text-too-long',
    zh: `pollutant 应为不超过 ${MOST_POLLUTANT_LENGTH} 字的文字。`,
    en: `pollutant is a text of at most ${MOST_POLLUTANT_LENGTH} characters.`,
  })
  return undefined
}

/** Whether the units exist is asked of the atlas, since codes change with the day. */
export function readFilings(value: unknown, nowMs: number, issues: FieldIssue[]): readonly Filing[] | undefined {
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value) || value.length > MOST_FILINGS) {
    issues.push({
      pointer: '/filings',
      code: 'not-a-list',
      zh: `filings 应为立案记录的列表，至多 ${MOST_FILINGS} 条。`,
      en: `filings is a list of at most ${MOST_FILINGS} filings.`,
    })
    return undefined
  }
  return value.map((filing: unknown, index) => readFiling(filing, `/filings/${index}`, nowMs, issues))
}

function readFiling(filing: unknown, pointer: string, nowMs: number, issues: FieldIssue[]): Filing {
  const isObject = typeof filing === 'object' && filing !== null
  const unit = isObject && 'unit' in filing && typeof filing.unit === 'string' ? filing.unit : ''
  if (unit === '') issues.push({ pointer: `${pointer}/unit`, ...UNIT_MISSING })
  const filedAt = isObject && 'filedAt' in filing ? filing.filedAt : undefined
  readInstant(`${pointer}/filedAt`, filedAt, nowMs, issues)
  return { unit, filedAt: String(filedAt) }
}

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/
type Problem = Omit<FieldIssue, 'pointer'>

function instantProblem(value: unknown): Problem | null {
  if (value === undefined || value === null || value === '') return INSTANT_MISSING
  const parts = typeof value === 'string' ? INSTANT.exec(value) : null
  if (parts === null) return notAnInstant(value)
  const [, year, month, day, hour, minute, second = '00', offset] = parts
  if (offset === undefined) return noOffset(String(value))
  const isDay = Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month))
  const isTime = Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59
  return isDay && isTime && !Number.isNaN(Date.parse(String(value))) ? null : noSuchInstant(String(value))
}

/** 0 for a month that does not exist. */
function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const UNIT_MISSING: Problem = {
  code: 'unit-missing',
  zh: '立案记录缺少立案单位：请填写 6 位行政区划代码。',
  en: 'The filing names no unit: give its 6-digit code.',
}

const INSTANT_MISSING: Problem = {
  code: 'field-missing',
  zh: '缺少时间：请按 2026-11-24T14:05:00+08:00 的格式填写。',
  en: 'The time is missing: write it as 2026-11-24T14:05:00+08:00.',
}

const notAnInstant = (value: unknown): Problem => ({
  code: 'not-an-instant',
  zh: `${excerpt(value)} 不是时间：请按 2026-11-24T14:05:00+08:00 的格式填写。`,
  en: `${excerpt(value)} is not a time: write it as 2026-11-24T14:05:00+08:00.`,
})

const noOffset = (value: string): Problem => ({
  code: 'offset-missing',
  zh: `时间 ${value} 没有时区：北京时间请在末尾加上 +08:00。`,
  en: `The time ${value} has no offset: for Beijing time add +08:00 at the end.`,
})

const noSuchInstant = (value: string): Problem => ({
  code: 'no-such-date',
  zh: `${value} 这个日期或时刻不存在：请核对年月日和时分。`,
  en: `${value} does not exist: check the day and the hour.`,
})

const inFuture = (value: string): Problem => ({
  code: 'in-the-future',
  zh: `${value} 在将来：请填写已经发生的时间，并核对时区。`,
  en: `${value} lies in the future: give a time that has passed, and check the offset.`,
})

const beforeOccurrence = (value: string): Problem => ({
  code: 'before-occurrence',
  zh: `发现时间 ${value} 早于发生时间：请核对两个时间和时区。`,
  en: `The discovery at ${value} lies before the occurrence: check both times and their offsets.`,
})

const excerpt = (value: unknown): string => (JSON.stringify(value) ?? 'undefined').slice(0, 60)
