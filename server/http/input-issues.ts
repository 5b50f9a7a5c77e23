/** What zod finds wrong, as sentences that name the field and the remedy in Chinese and English. */
import type { z } from 'zod'
import { type FieldIssue, isRefusal, type Refusal } from '#domain/refusal'
import { readCoordinateSystem } from '#domain/report/coordinate-label'
import { readPaths } from '#domain/report/geometry-paths'

export type InputPart = 'path' | 'query' | 'body'

type Issue = z.core.$ZodIssue
interface Sentence {
  readonly zh: string
  readonly en: string
}

/** More would not be read; the first ones are mended first. */
const MOST_ISSUES = 20

/** A refusal of input that does not fit: `unknown-crs` when nothing but the coordinate system is at fault. */
export function refuseInput(found: readonly FieldIssue[]): Refusal {
  const issues = found.slice(0, MOST_ISSUES)
  const isOnlyCrs = issues.every((issue) => issue.code.startsWith('crs-'))
  return isOnlyCrs ? { refusal: 'unknown-crs', crs: null, issues } : { refusal: 'invalid-report', issues }
}

/** One issue per field at fault. Where the domain knows a field better than its shape, the domain speaks. */
export function inputIssues(part: InputPart, error: z.core.$ZodError, input: unknown): FieldIssue[] {
  const issues = error.issues.flatMap((issue) => describe(part, issue, input))
  const byPlace = new Map(issues.map((issue) => [`${issue.pointer} ${issue.code}`, issue]))
  return [...byPlace.values()]
}

function describe(part: InputPart, issue: Issue, input: unknown): FieldIssue[] {
  const geometryAt = issue.path.indexOf('geometry')
  if (geometryAt >= 0) {
    const path = issue.path.slice(0, geometryAt + 1)
    const read = readPaths(valueAt(input, path), pointerOf(part, path))
    if ('issues' in read) return [...read.issues]
  }
  const value = valueAt(input, issue.path)
  const pointer = pointerOf(part, issue.path)
  if (issue.path.at(-1) === 'crs') {
    const refusal = readCoordinateSystem(value)
    if (isRefusal(refusal) && 'issues' in refusal) return refusal.issues.map((found) => ({ ...found, pointer }))
  }
  return [{ pointer, code: issue.code.replaceAll('_', '-'), ...sentence(issue, value) }]
}

function sentence(issue: Issue, value: unknown): Sentence {
  const name = nameOf(issue.path)
  if (value === undefined && issue.code !== 'custom') return missing(name, remedy(issue))
  const { zh, en } = remedy(issue)
  const got = excerpt(value)
  return { zh: `${name.zh}是 ${got}，不能使用：${zh}。`, en: `${name.en} is ${got}, which cannot be used: ${en}.` }
}

const missing = (name: Sentence, { zh, en }: Sentence): Sentence => ({
  zh: `缺少${name.zh}：${zh}。`,
  en: `${name.en} is missing: ${en}.`,
})

/** What would be right. */
function remedy(issue: Issue): Sentence {
  switch (issue.code) {
    case 'invalid_type':
      return typeRemedy(issue.expected)
    case 'invalid_value':
      return { zh: `可用的值为 ${issue.values.join('、')}`, en: `the values allowed are ${issue.values.join(', ')}` }
    case 'invalid_union':
      return unionRemedy(issue)
    case 'too_small':
      return limitRemedy(issue.origin, issue.minimum, issue.inclusive !== false, '至少', 'at least')
    case 'too_big':
      return limitRemedy(issue.origin, issue.maximum, issue.inclusive !== false, '至多', 'at most')
    case 'invalid_format':
      return formatRemedy(issue.format)
    case 'custom':
      return customRemedy(issue.params)
    case 'unrecognized_keys':
      return { zh: `请去掉 ${issue.keys.join('、')}`, en: `leave out ${issue.keys.join(', ')}` }
    case 'not_multiple_of':
      return { zh: `须为 ${issue.divisor} 的倍数`, en: `it must be a multiple of ${issue.divisor}` }
    case 'invalid_key':
    case 'invalid_element':
      return { zh: '请按接口文档填写', en: 'see the documentation of the API' }
  }
}

const TYPES: Readonly<Record<string, Sentence>> = {
  string: { zh: '应为文字', en: 'give text' },
  number: {
    zh: '应为有限的数字（JSON 没有 NaN 和 Infinity）',
    en: 'give a finite number (JSON knows no NaN and no Infinity)',
  },
  int: { zh: '应为整数', en: 'give a whole number' },
  boolean: { zh: '应为 true 或 false', en: 'give true or false' },
  array: { zh: '应为数组 [...]', en: 'give an array [...]' },
  object: { zh: '应为对象 {...}', en: 'give an object {...}' },
}

const typeRemedy = (expected: string): Sentence => TYPES[expected] ?? { zh: `应为 ${expected}`, en: `give ${expected}` }

function unionRemedy(issue: Extract<Issue, { code: 'invalid_union' }>): Sentence {
  const options = 'options' in issue ? (issue.options ?? []) : []
  return options.length === 0
    ? { zh: '请按接口文档填写', en: 'see the documentation of the API' }
    : { zh: `可用的值为 ${options.join('、')}`, en: `the values allowed are ${options.join(', ')}` }
}

function limitRemedy(origin: string, limit: number | bigint, isIncluded: boolean, zh: string, en: string): Sentence {
  if (origin === 'string') return { zh: `须有${zh} ${limit} 个字`, en: `give ${en} ${limit} characters` }
  if (origin === 'array') return { zh: `须有${zh} ${limit} 项`, en: `give ${en} ${limit} items` }
  return isIncluded
    ? { zh: `${zh}为 ${limit}`, en: `it must be ${en} ${limit}` }
    : {
        zh: `须${zh === '至少' ? '大于' : '小于'} ${limit}`,
        en: `it must be ${en === 'at least' ? 'above' : 'below'} ${limit}`,
      }
}

const FORMATS: Readonly<Record<string, Sentence>> = {
  uuid: {
    zh: '应为 UUID，例如 3f1c2d4e-5a6b-4c7d-8e9f-0a1b2c3d4e5f',
    en: 'give a UUID such as 3f1c2d4e-5a6b-4c7d-8e9f-0a1b2c3d4e5f',
  },
  date: { zh: '应为真实存在的日期，例如 2026-11-24', en: 'give a day that exists, such as 2026-11-24' },
}

const formatRemedy = (format: string): Sentence =>
  FORMATS[format] ?? { zh: '格式不对，请按接口文档填写', en: 'its form is wrong; see the documentation of the API' }

/** The contract's own rules bring their sentences along. */
function customRemedy(params: Readonly<Record<string, unknown>> | undefined): Sentence {
  const { zh, en } = params ?? {}
  return typeof zh === 'string' && typeof en === 'string'
    ? { zh, en }
    : { zh: '请按接口文档填写', en: 'see the documentation of the API' }
}

/** Fields that people know by a name. */
const NAMES: Readonly<Record<string, string>> = {
  id: 'id',
  title: '标题',
  description: '情况描述',
  report: '上报内容',
  geometry: '几何图形',
  crs: '坐标系',
  uncertaintyM: '位置误差（米）',
  occurredAt: '发生时间',
  matter: '事项',
  medium: '环境要素',
  severity: '事件级别',
  pollutant: '污染物',
  filings: '立案情况',
  filedAt: '立案时间',
  unit: '行政区代码',
  lon: '经度',
  lat: '纬度',
  direction: '方向',
  date: '日期',
}

function nameOf(path: readonly PropertyKey[]): Sentence {
  const field = String(path.at(-1) ?? '')
  if (field === '') return { zh: '整个请求内容', en: 'The request as a whole' }
  const known = NAMES[field]
  return { zh: known && known !== field ? `${known}（${field}）` : ` ${field} `, en: `\`${field}\`` }
}

/** JSON pointer (RFC 6901) into the body, or `/query/name` and `/path/name`. */
function pointerOf(part: InputPart, path: readonly PropertyKey[]): string {
  const steps = path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  return part === 'body' ? steps : `/${part}${steps}`
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = Object.entries(value).find(([name]) => name === String(step))?.[1]
  }
  return value
}

/** Enough of a wrong value to recognise it by. */
function excerpt(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
