/** A table of the report in Word: as wide as the text, its head repeated on every page. */
import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx'
import { cellText, type ReportCell, type ReportColumn, type ReportTable } from './review-tables.ts'
import { printable } from './review-words.ts'
import { TEXT_WIDTH_TWIPS } from './word-blocks.ts'

/** 五号 is 10.5 pt; a table of nine columns needs 小五, 9 pt. Half points. */
const SIZE = 18

export function wordTable({ columns, rows }: ReportTable): Table {
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  const columnWidths = columns.map(({ width }) => Math.floor((width / total) * TEXT_WIDTH_TWIPS))
  const head = columns.map((column, place) => cell(column.head, true, columnWidths[place]))
  return new Table({
    width: { size: TEXT_WIDTH_TWIPS, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths,
    rows: [
      new TableRow({ tableHeader: true, children: head }),
      ...rows.map((row) => bodyRow(row, columns, columnWidths)),
    ],
  })
}

/** A row stays on one page. */
function bodyRow(row: readonly ReportCell[], columns: readonly ReportColumn[], widths: readonly number[]): TableRow {
  const children = columns.map((column, place) => cell(cellText(row[place] ?? null, column), false, widths[place]))
  return new TableRow({ cantSplit: true, children })
}

function cell(text: string, isHead: boolean, width: number | undefined): TableCell {
  const children = [new TextRun({ text: printable(text), size: SIZE, bold: isHead })]
  return new TableCell({
    ...(width !== undefined && { width: { size: width, type: WidthType.DXA } }),
    ...(isHead && { shading: { fill: 'E8EEF4' } }),
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children })],
  })
}
