/** An XLSX file as a table: the first sheet that holds anything. */
import readWorksheets from 'read-excel-file/node'
import type { Cell, Table } from '#domain/water/import/table'
import { CannotRead } from './cannot-read.ts'
import type { ReadingLimits } from './limits.ts'
import { type Area, type SheetMarks, sheetMarks } from './sheet-marks.ts'
import { packedAgain, type WorkbookPart, workbookParts } from './workbook-parts.ts'

export async function readWorkbook(zip: Buffer, limits: ReadingLimits): Promise<Table> {
  const parts = workbookParts(zip, limits)
  if (!parts.some(({ name }) => name === 'xl/workbook.xml')) throw new CannotRead('not-a-spreadsheet')
  for (const { bytes } of parts) if (declaresEntities(bytes)) throw new CannotRead('unsafe-xml')
  const marksOf = new Map(
    parts.filter(isSheet).map((part) => [part.name, sheetMarks(part.bytes.toString('latin1'), limits)]),
  )
  const sheets = await readWorksheets(packedAgain(parts)).catch(cannotRead)
  const at = sheets.findIndex(({ data }) => data.length > 0)
  const rows = (sheets[at]?.data ?? []).map((row) => row.map(cellOf))
  const marks = marksOf.get(fileOfSheet(parts, at)) ?? NOTHING_MARKED
  return {
    rows: filled(rows, marks.merged),
    formulaRows: marks.formulaRows,
    mergedRows: mergedRows(marks.merged, rows.length),
    otherSheets: sheets.filter(({ data }, n) => n !== at && data.length > 0).map(({ sheet }) => sheet),
  }
}

const NOTHING_MARKED: SheetMarks = { formulaRows: [], merged: [] }

const isSheet = ({ name }: WorkbookPart): boolean => /^xl\/worksheets\/[^/]+\.xml$/i.test(name)

const declaresEntities = (bytes: Buffer): boolean => bytes.includes('<!DOCTYPE') || bytes.includes('<!ENTITY')

/** Why a library stumbled over a file is of no use to people. */
function cannotRead(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    throw new CannotRead('took-too-much-memory')
  }
  throw new CannotRead('damaged-file')
}

/** The file of the n-th sheet, by the workbook's own list. */
function fileOfSheet(parts: readonly WorkbookPart[], at: number): string {
  const text = (name: string) => parts.find((part) => part.name === name)?.bytes.toString('utf8') ?? ''
  const sheet = [...text('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^>]*\br:id="([^"]+)"/g)][at]?.[1] ?? ''
  for (const [relationship] of text('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    if (!relationship.includes(`Id="${sheet}"`)) continue
    const target = /\bTarget="([^"]+)"/.exec(relationship)?.[1] ?? ''
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`
  }
  return ''
}

/** A date as the sheet shows it, to the second: the library gives its clock as if it were Greenwich's. */
function cellOf(value: unknown): Cell {
  if (value instanceof Date) {
    const shown = new Date(Math.round(value.getTime() / 1000) * 1000)
    return Number.isNaN(shown.getTime()) ? null : shown.toISOString().slice(0, 19).replace('T', ' ')
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** What is merged says the same of each of its cells; a title across the sheet does not matter, being above the header. */
function filled(rows: Cell[][], merged: readonly Area[]): Cell[][] {
  for (const { top, left, bottom, right } of merged) {
    const value = rows[top]?.[left] ?? null
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row++) {
      const cells = rows[row] ?? []
      for (let column = left; column <= Math.min(right, cells.length - 1); column++) cells[column] = value
    }
  }
  return rows
}

const mergedRows = (merged: readonly Area[], count: number): number[] => {
  const marked = new Set<number>()
  for (const { top, bottom } of merged) for (let row = top; row <= Math.min(bottom, count - 1); row++) marked.add(row)
  return [...marked].toSorted((a, b) => a - b)
}
