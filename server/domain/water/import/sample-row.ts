/** One row of a sheet of samples: a sample, or everything that is wrong with it. */

import type { Measurement, Sample, SampleAuthority, SampleOrigin } from '../sample.ts'
import { suspectMagnitude } from '../suspect-magnitude.ts'
import type { WaterRules } from '../water-rules.ts'
import type { Header } from './header.ts'
import { rowCells } from './row-cells.ts'
import { readSampleTime } from './sample-time.ts'
import { readValue } from './sample-value.ts'
import type { FindSection } from './section-name.ts'
import { type Cell, excerpt, plain, type RowIssue } from './table.ts'

export interface RowContext {
  readonly findSection: FindSection
  readonly authority: SampleAuthority
  /** Written where the sheet does not say who measured. */
  readonly measuredBy: string
  readonly nowMs: number
  readonly idOf: (row: number) => string
  readonly rules: WaterRules
}

export interface ReadRow {
  readonly sample?: Sample
  readonly refused: readonly RowIssue[]
  readonly warnings: readonly RowIssue[]
}

/** `row` counts as the sheet does, from 1. */
export function readSampleRow(cells: readonly Cell[], row: number, header: Header, at: RowContext): ReadRow {
  const { cellOf, issue, sectionField } = rowCells(cells, row, header)
  const section = at.findSection(cellOf('section-code'), cellOf('section-name'), cellOf('river'))
  const time = readSampleTime(cellOf('time'), at.nowMs)
  const origin = readOrigin(cellOf('origin'))
  const { measurements, refused } = readMeasurements(cells, row, header)
  const wrong = [
    ...(typeof section === 'string' ? [] : [issue(sectionField, section)]),
    ...(typeof time === 'string' ? [] : [issue('time', time)]),
    ...(typeof origin === 'string' ? [] : [issue('origin', origin)]),
    ...refused,
    ...(measurements.length === 0 && refused.length === 0 ? [nothingMeasured(row)] : []),
  ]
  if (wrong.length > 0 || typeof section !== 'string' || typeof time !== 'string' || typeof origin !== 'string') {
    return { refused: wrong, warnings: [] }
  }
  const sample: Sample = {
    ...{ id: at.idOf(row), sectionId: section, sampledAt: time, origin, authority: at.authority, measurements },
    measuredBy:
      String(cellOf('measured-by') ?? '')
        .trim()
        .slice(0, 60) || at.measuredBy,
    isReleased: !/^(未发布|否|不发布)$/.test(plain(cellOf('release'))),
    isDemonstration: false,
  }
  return { sample, refused: [], warnings: suspects(measurements, row, header, at.rules) }
}

function readMeasurements(cells: readonly Cell[], row: number, { indicators }: Header) {
  const measurements: Measurement[] = []
  const refused: RowIssue[] = []
  for (const column of indicators) {
    const value = readValue(cells[column.column], column)
    if (value === null) continue
    if ('code' in value) refused.push({ row, field: column.header, ...value })
    else measurements.push(value)
  }
  return { measurements, refused }
}

function readOrigin(cell: Cell | undefined): SampleOrigin | Omit<RowIssue, 'row' | 'field'> {
  const text = plain(cell)
  if (text === '' || /^(手工|人工|manual)(监测)?$/i.test(text)) return 'manual'
  if (/^(自动|在线|automatic|auto)(监测)?$/i.test(text)) return 'automatic'
  return {
    code: 'unknown-origin',
    zh: `监测方式“${excerpt(cell)}”不认识：请填“手工”或“自动”。`,
    en: `"${excerpt(cell)}" is no way of measuring: write 手工 (manual) or 自动 (automatic).`,
  }
}

const nothingMeasured = (row: number): RowIssue => ({
  ...{ row, field: '' },
  code: 'nothing-measured',
  zh: '这一行没有任何监测值：请填写，或删去这一行。',
  en: 'Nothing is measured in this row: fill it in or remove it.',
})

function suspects(
  measurements: readonly Measurement[],
  row: number,
  { indicators }: Header,
  rules: WaterRules,
): RowIssue[] {
  return measurements.flatMap((measured) => {
    const doubt = suspectMagnitude(measured, rules)
    const field = indicators.find(({ indicator }) => indicator === measured.indicator)?.header ?? ''
    return doubt === null ? [] : [{ row, field, code: 'suspect-magnitude', zh: doubt.zh, en: doubt.en }]
  })
}
