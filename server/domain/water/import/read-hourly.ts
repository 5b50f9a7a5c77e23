/** A sheet of hourly values: a station and an hour a row, an indicator a column. */

import { HOUR_MS, HOURLY_FLAGS, type HourlyFlag, type HourlySeries, type HourlyValue, hourOf } from '../hourly.ts'
import type { IndicatorId } from '../indicator.ts'
import type { SampleAuthority } from '../sample.ts'
import { type Header, readHeader } from './header.ts'
import { NO_INDICATOR, NO_ROWS } from './read-samples.ts'
import { rowCells } from './row-cells.ts'
import { readSampleTime } from './sample-time.ts'
import { readValue } from './sample-value.ts'
import type { FindSection } from './section-name.ts'
import { type Cell, excerpt, isBlankRow, plain, type RowIssue, type Table } from './table.ts'

export interface HourlyContext {
  readonly findSection: FindSection
  readonly authority: SampleAuthority
  readonly nowMs: number
}

export interface HourlyReading {
  readonly hourly: readonly HourlySeries[]
  readonly refused: readonly RowIssue[]
  readonly warnings: readonly RowIssue[]
  readonly rowCount: number
}

type Gathered = Map<string, { sectionId: string; indicator: IndicatorId; values: Map<number, HourlyValue> }>

/** Yields after every row; returns the reading. */
export function* readHourly(table: Table, at: HourlyContext): Generator<void, HourlyReading> {
  const header = readHeader(table)
  if ('issues' in header) return { hourly: [], refused: header.issues, warnings: [], rowCount: 0 }
  if (header.indicators.length === 0) return { hourly: [], refused: [NO_INDICATOR], warnings: [], rowCount: 0 }
  const gathered: Gathered = new Map()
  const refused: RowIssue[] = []
  let rowCount = 0
  for (let place = header.firstRow; place < table.rows.length; place++) {
    const cells = table.rows[place] ?? []
    if (isBlankRow(cells)) continue
    rowCount++
    refused.push(...readRow(cells, place + 1, header, at, gathered))
    yield
  }
  if (rowCount === 0) refused.push(NO_ROWS)
  return { hourly: seriesOf(gathered, at.authority), refused, warnings: header.warnings, rowCount }
}

function readRow(
  cells: readonly Cell[],
  row: number,
  header: Header,
  at: HourlyContext,
  gathered: Gathered,
): RowIssue[] {
  const { cellOf, issue, sectionField } = rowCells(cells, row, header)
  const section = at.findSection(cellOf('section-code'), cellOf('section-name'), cellOf('river'))
  const time = readSampleTime(cellOf('time'), at.nowMs)
  const flag = readFlag(cellOf('flag'))
  const wrong = [
    ...(typeof section === 'string' ? [] : [issue(sectionField, section)]),
    ...(typeof time !== 'string'
      ? [issue('time', time)]
      : Date.parse(time) % HOUR_MS === 0
        ? []
        : [issue('time', NOT_AN_HOUR)]),
    ...(flag === undefined ? [issue('flag', unknownFlag(cellOf('flag')))] : []),
  ]
  if (wrong.length > 0 || typeof section !== 'string' || typeof time !== 'string' || flag === undefined) return wrong
  return gather(cells, row, header, { section, hour: hourOf(Date.parse(time)), flag }, gathered)
}

function gather(
  cells: readonly Cell[],
  row: number,
  { indicators }: Header,
  { section, hour, flag }: { readonly section: string; readonly hour: number; readonly flag: HourlyFlag },
  gathered: Gathered,
): RowIssue[] {
  return indicators.flatMap((column) => {
    const measured = readValue(cells[column.column], column)
    if (measured === null) return []
    if ('code' in measured) return [{ row, field: column.header, ...measured }]
    if (measured.isBelowDetection) return [{ row, field: column.header, ...BELOW_DETECTION }]
    const key = `${section} ${column.indicator}`
    const series = gathered.get(key) ?? { sectionId: section, indicator: column.indicator, values: new Map() }
    if (series.values.has(hour)) return [{ row, field: column.header, ...REPEATED_HOUR }]
    gathered.set(key, series)
    series.values.set(hour, { hour, value: measured.value, flag })
    return []
  })
}

const seriesOf = (gathered: Gathered, authority: SampleAuthority): HourlySeries[] =>
  [...gathered.values()].map(({ sectionId, indicator, values }) => ({
    ...{ sectionId, indicator, authority, isDemonstration: false },
    values: [...values.values()].toSorted((a, b) => a.hour - b.hour),
  }))

const readFlag = (cell: Cell | undefined): HourlyFlag | undefined => {
  const text = plain(cell).toUpperCase()
  return text === '' ? 'N' : HOURLY_FLAGS.find((flag) => flag === text)
}

const NOT_AN_HOUR = {
  code: 'not-an-hour',
  zh: '小时值的时间须为整点：请写成 2026-01-05 09:00。',
  en: 'The time of an hourly value must be a full hour: write 2026-01-05 09:00.',
}

const BELOW_DETECTION = {
  code: 'below-detection-hourly',
  zh: '小时值不能写成“<检出限”：请填仪器的读数，或留空。',
  en: 'An hourly value cannot be "<limit": write what the instrument read, or nothing.',
}

const REPEATED_HOUR = {
  code: 'duplicate-row',
  zh: '同一站点同一小时出现两次：请只保留一行。',
  en: 'The same station and hour stand there twice: keep one row.',
}

const unknownFlag = (cell: Cell | undefined) => ({
  code: 'unknown-flag',
  zh: `数据标记“${excerpt(cell)}”不认识：可用 ${HOURLY_FLAGS.join('、')}（HJ 212）。`,
  en: `The flag "${excerpt(cell)}" is not known; there are ${HOURLY_FLAGS.join(', ')} (HJ 212).`,
})
