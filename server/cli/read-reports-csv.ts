/**
 * CSV with a header: `lon,lat` (or `经度,纬度`) or `x,y` in any order, then any of crs, uncertaintyM, occurredAt,
 * discoveredAt, matter, medium, severity, pollutant, isMajorViolation, isCityPermit, isCrimeSuspected, isKeySource,
 * sourceKind, sensitive (`school|hospital`); other columns are carried along.
 * Separated by comma, semicolon or tab. Yes and no: true/false, 1/0, 是/否.
 */
import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import type { FieldIssue } from '#domain/refusal'
import { listedNames } from './listed-names.ts'
import type { ReportRow } from './read-reports.ts'

export async function* readCsv(text: AsyncGenerator<string>): AsyncGenerator<ReportRow> {
  const skipped: ReportRow[] = []
  const [delimiter, whole] = await delimiterOf(text)
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    skip_records_with_error: true,
    on_skip: (error, raw) => void skipped.push(unreadable(error, raw)),
  })
  let columns: readonly string[] | null = null
  // `pipe` alone would leave the parser waiting when the file cannot be read further.
  const source = Readable.from(whole).on('error', (error) => parser.destroy(error))
  for await (const entry of source.pipe(parser)) {
    yield* skipped.splice(0)
    const { record, raw, info } = entry as { record: string[]; raw: string; info: { lines: number } }
    if (columns === null) {
      columns = record.map(columnName)
      if (!hasPlace(columns)) return yield { row: info.lines, raw: raw.trim(), issue: wrongHeader(record) }
    } else yield rowOf(columns, record, info.lines, raw.trim())
  }
  yield* skipped
  if (columns === null) yield { row: 1, raw: '', issue: wrongHeader([]) }
}

const AXES: Readonly<Record<string, 'x' | 'y'>> = {
  x: 'x',
  lon: 'x',
  lng: 'x',
  longitude: 'x',
  easting: 'x',
  经度: 'x',
  东坐标: 'x',
  y: 'y',
  lat: 'y',
  latitude: 'y',
  northing: 'y',
  纬度: 'y',
  北坐标: 'y',
}
const FIELDS = [
  'uncertaintyM',
  'occurredAt',
  'discoveredAt',
  'pollutant',
  'matter',
  'medium',
  'severity',
  'crs',
  'isMajorViolation',
  'isCityPermit',
  'isCrimeSuspected',
  'isKeySource',
  'sourceKind',
  'sensitive',
]

/** Case and the names of axes differ from file to file; anything else keeps its own name. */
function columnName(header: string): string {
  const lower = header.toLowerCase()
  return AXES[lower] ?? FIELDS.find((field) => field.toLowerCase() === lower) ?? header
}

const hasPlace = (columns: readonly string[]): boolean =>
  ['x', 'y'].every((axis) => columns.filter((column) => column === axis).length === 1)

function rowOf(columns: readonly string[], record: readonly string[], row: number, raw: string): ReportRow {
  if (record.length !== columns.length) return { row, raw, issue: ragged(columns.length, record.length) }
  const fields: Record<string, unknown> = {}
  const position = [Number.NaN, Number.NaN]
  columns.forEach((column, index) => {
    const cell = record[index] ?? ''
    const axis = ['x', 'y'].indexOf(column)
    if (axis >= 0) position[axis] = cell === '' ? Number.NaN : Number(cell)
    else if (cell !== '') fields[column] = cellValue(column, cell)
  })
  return { row, raw, geometry: { type: 'Point', coordinates: position }, properties: fields }
}

const FLAGS: Readonly<Record<string, boolean>> = { true: true, false: false, 1: true, 0: false, 是: true, 否: false }

/** Texts that are no number or flag stay texts, for the check of the report to name. */
function cellValue(column: string, cell: string): unknown {
  if (column === 'uncertaintyM') return Number.isNaN(Number(cell)) ? cell : Number(cell)
  if (column === 'sensitive') return listedNames(cell)
  if (column.startsWith('is') && FIELDS.includes(column)) return FLAGS[cell.toLowerCase()] ?? cell
  return cell
}

async function delimiterOf(text: AsyncGenerator<string>): Promise<[string, AsyncGenerator<string>]> {
  const first = await text.next()
  const beginning = first.done === true ? '' : first.value
  const header = beginning.slice(0, beginning.search(/[\r\n]|$/))
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: header.split(mark).length }))
  const { mark } = counts.reduce((most, next) => (next.count > most.count ? next : most))
  async function* whole(): AsyncGenerator<string> {
    if (beginning !== '') yield beginning
    yield* text
  }
  return [mark, whole()]
}

function unreadable(error: CsvError | undefined, raw: string | undefined): ReportRow {
  const lines: unknown = error?.lines
  return {
    row: typeof lines === 'number' ? lines : 0,
    raw: (raw ?? '').slice(0, 2000),
    issue: {
      pointer: '',
      code: 'csv-syntax',
      zh: `此行不是有效的 CSV（${error?.code ?? ''}）：请检查引号与分隔符。`,
      en: `This line is not valid CSV (${error?.code ?? ''}): check quotes and separators.`,
    },
  }
}

const ragged = (expected: number, found: number): FieldIssue => ({
  pointer: '',
  code: 'ragged-row',
  zh: `此行有 ${found} 列，表头有 ${expected} 列：请补齐或删去多余的列。`,
  en: `This line has ${found} columns and the header ${expected}: complete it or remove what is too much.`,
})

const wrongHeader = (header: readonly string[]): FieldIssue => ({
  pointer: '',
  code: 'csv-header',
  zh: `表头（${header.slice(0, 12).join(', ')}）中没有坐标列：请用 lon,lat 或 x,y 各一列。`,
  en: `The header (${header.slice(0, 12).join(', ')}) has no columns for the coordinates: name one lon and one lat, or x and y.`,
})
