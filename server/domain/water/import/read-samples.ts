/** A whole sheet of samples, row by row, so that whoever reads a long one can let others come in between. */
import type { Sample } from '../sample.ts'
import { type Header, readHeader } from './header.ts'
import { type ReadRow, type RowContext, readSampleRow } from './sample-row.ts'
import { isBlankRow, type RowIssue, type Table } from './table.ts'

/** What a file would bring. Nothing of it may be taken while `refused` is not empty. */
export interface SampleReading {
  readonly samples: readonly PlacedSample[]
  readonly refused: readonly RowIssue[]
  readonly warnings: readonly RowIssue[]
  /** Rows that hold something, below the header. */
  readonly rowCount: number
}

/** A sample and the row, from 1, that it stands in. */
export interface PlacedSample {
  readonly sample: Sample
  readonly row: number
}

/** Yields after every row; returns the reading. */
export function* readSamples(table: Table, at: RowContext): Generator<void, SampleReading> {
  const header = readHeader(table)
  if ('issues' in header) return { samples: [], refused: header.issues, warnings: [], rowCount: 0 }
  if (header.indicators.length === 0) return { samples: [], refused: [NO_INDICATOR], warnings: [], rowCount: 0 }
  const samples: PlacedSample[] = []
  const refused: RowIssue[] = []
  const warnings: RowIssue[] = [...header.warnings, ...aboutTable(table, header)]
  const firstRowOf = new Map<string, number>()
  let rowCount = 0
  for (let place = header.firstRow; place < table.rows.length; place++) {
    const cells = table.rows[place] ?? []
    if (isBlankRow(cells)) continue
    rowCount++
    const read = withoutRepeat(readSampleRow(cells, place + 1, header, at), place + 1, firstRowOf)
    if (read.sample !== undefined) samples.push({ sample: read.sample, row: place + 1 })
    refused.push(...read.refused)
    warnings.push(...read.warnings)
    yield
  }
  if (rowCount === 0) refused.push(NO_ROWS)
  return { samples, refused, warnings, rowCount }
}

function withoutRepeat(read: ReadRow, row: number, firstRowOf: Map<string, number>): ReadRow {
  if (read.sample === undefined) return read
  const { sectionId, sampledAt, origin } = read.sample
  const key = `${sectionId} ${sampledAt} ${origin}`
  const first = firstRowOf.get(key)
  if (first !== undefined) return { refused: [repeated(row, first)], warnings: [] }
  firstRowOf.set(key, row)
  return read
}

const repeated = (row: number, first: number): RowIssue => ({
  ...{ row, field: '', code: 'duplicate-row' },
  zh: `与第 ${first} 行是同一断面、同一时间、同一监测方式：请只保留一行。`,
  en: `The same section, time and way of measuring as row ${first}: keep one of them.`,
})

/** What the table says of itself that a reader should know before trusting it. */
function aboutTable({ formulaRows, mergedRows, otherSheets }: Table, { firstRow }: Header): RowIssue[] {
  const computed = formulaRows.filter((row) => row >= firstRow).map((row) => computedRow(row + 1))
  const merged = mergedRows.filter((row) => row >= firstRow).map((row) => mergedRow(row + 1))
  return [...otherSheets.map(otherSheet), ...computed, ...merged]
}

const computedRow = (row: number): RowIssue => ({
  ...{ row, field: '', code: 'formula' },
  zh: '这一行有公式：读取的是文件中保存的计算结果，请核对。',
  en: 'This row holds formulas: the results stored in the file were read; check them.',
})

const mergedRow = (row: number): RowIssue => ({
  ...{ row, field: '', code: 'merged-cells' },
  zh: '这一行有合并单元格：合并区域内各行都按同一内容读取，请核对。',
  en: 'This row has merged cells: each row of the merged area was read with the same content; check it.',
})

const otherSheet = (name: string): RowIssue => ({
  ...{ row: 0, field: name, code: 'other-sheet' },
  zh: `工作表“${name}”未读取：每个文件只读第一个有内容的工作表。`,
  en: `The sheet "${name}" was not read: only the first sheet with content is.`,
})

export const NO_INDICATOR: RowIssue = {
  ...{ row: 0, field: '', code: 'no-indicator' },
  zh: '表头中没有任何监测指标：请用指标名称（如 氨氮）、符号（NH3-N）或编码（w21003）作列名。',
  en: 'The header names no indicator: use its name (氨氮), symbol (NH3-N) or code (w21003).',
}

export const NO_ROWS: RowIssue = {
  ...{ row: 0, field: '', code: 'no-rows' },
  zh: '表头下面没有数据。',
  en: 'There is nothing below the header.',
}
