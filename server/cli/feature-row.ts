/** One feature of GeoJSON, from its text to a row. */
import { listedNames } from './listed-names.ts'
import type { ReportRow } from './read-reports.ts'

export function featureRow(text: string, row: number): ReportRow {
  let value: unknown
  try {
    value = JSON.parse(withoutSeparator(text))
  } catch (error) {
    return { row, raw: text, issue: notJson(error instanceof Error ? error.message : '') }
  }
  if (!isRecord(value) || value.type !== 'Feature') return { row, raw: text, issue: NOT_A_FEATURE }
  const id = typeof value.id === 'string' || typeof value.id === 'number' ? { id: value.id } : {}
  const properties = isRecord(value.properties) ? value.properties : {}
  const { sensitive } = properties
  const listed = typeof sensitive === 'string' ? { sensitive: listedNames(sensitive) } : {}
  return { row, raw: text, geometry: value.geometry, properties: { ...properties, ...listed }, ...id }
}

/** RFC 8142 begins each text with U+001E. */
const SEPARATOR = String.fromCharCode(0x1e)
export const withoutSeparator = (text: string): string => (text.startsWith(SEPARATOR) ? text.slice(1) : text)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const notJson = (reason: string) => ({
  pointer: '',
  code: 'not-json',
  zh: `不是有效的 JSON（${reason}）：请检查引号、逗号和括号。`,
  en: `This is not valid JSON (${reason}): check quotes, commas and brackets.`,
})

const NOT_A_FEATURE = {
  pointer: '/type',
  code: 'not-a-feature',
  zh: '不是 GeoJSON 的 Feature：每起事件应为 {"type":"Feature","geometry":…,"properties":…}。',
  en: 'This is no GeoJSON Feature: each incident is {"type":"Feature","geometry":…,"properties":…}.',
}
