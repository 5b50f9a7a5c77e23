/** CSV text as a table: UTF-8 with or without BOM, UTF-16 with BOM, or else GBK (GB 18030); commas, tabs or semicolons. */
import { CsvError, parse } from 'csv-parse/sync'
import type { Table } from '#domain/water/import/table'
import { CannotRead } from './cannot-read.ts'
import type { ReadingLimits } from './limits.ts'

export function readCsv(bytes: Buffer, limits: ReadingLimits): Table {
  const text = decoded(bytes)
  if (text.includes('\0')) throw new CannotRead('not-a-spreadsheet')
  const rows = records(text, limits)
  if (rows.length > limits.rows) throw new CannotRead('too-many-rows')
  if (rows.some((row) => row.length > limits.columns)) throw new CannotRead('too-many-columns')
  return { rows, formulaRows: [], mergedRows: [], otherSheets: [] }
}

/** GBK has no mark, but hardly any GBK text is valid UTF-8. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function records(text: string, limits: ReadingLimits): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      to: limits.rows + 1,
      max_record_size: 1024 * 1024,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new CannotRead('broken-quotes', 'lines' in error ? `第${error.lines}行 line ${error.lines}` : '')
  }
}

/** The one that the first lines use most. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 4000)
  const counted = [',', '\t', ';'].map((sign) => ({ sign, count: start.split(sign).length }))
  return counted.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ','
}
