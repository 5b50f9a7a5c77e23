/** 评价报告 as a workbook: 断面, 逐月矩阵, 排名, 本区域贡献, 河长, 说明. Numbers are cells, with all their digits. */
import writeWorkbook, { type Cell, type Sheet } from 'write-excel-file/node'
import { method, overall, warnings } from './review-sentences.ts'
import {
  chiefTable,
  contributionTable,
  matrixTable,
  type ReportCell,
  type ReportColumn,
  type ReportTable,
  rankingTable,
  sectionTable,
} from './review-tables.ts'
import { printable, type ReviewAnswer, reportTitle } from './review-words.ts'

export function reviewWorkbook(review: ReviewAnswer, madeOn: string): Promise<Buffer> {
  const tables = [sectionTable, matrixTable, rankingTable, contributionTable, chiefTable].map((table) => table(review))
  return writeWorkbook([...tables.map(tableSheet), aboutSheet(review, madeOn)], {
    fontFamily: '宋体',
    fontSize: 11,
  }).toBuffer()
}

const tableSheet = ({ name, columns, rows }: ReportTable): Sheet<Buffer> => ({
  sheet: name,
  data: [
    columns.map(({ head }) => ({ ...textCell(head), fontWeight: 'bold', backgroundColor: '#E8EEF4', wrap: true })),
    ...rows.map((row) => row.map((cell, place) => cellOf(cell, columns[place]))),
  ],
  columns: columns.map(({ width }) => ({ width: width * 2 + 2 })),
  stickyRowsCount: 1,
  orientation: 'landscape',
})

function aboutSheet(review: ReviewAnswer, madeOn: string): Sheet<Buffer> {
  const lines = [reportTitle(review), ...warnings(review), ...overall(review)]
  const worst = review.worst === null ? [] : [review.worst.text.zh]
  const all = [...lines, ...worst, ...method(review), `${madeOn}由界河生成。`]
  return { sheet: '说明', data: all.map((line) => [{ ...textCell(line), wrap: true }]), columns: [{ width: 110 }] }
}

function cellOf(cell: ReportCell, column: ReportColumn | undefined): Cell {
  if (cell === null) return null
  if (typeof cell === 'string') return textCell(cell)
  const decimals = column?.decimals
  if (decimals === undefined) return { value: cell, type: Number }
  return { value: cell, type: Number, format: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` }
}

/**
 * Text is written as text and never as a formula. What begins like a formula also gets an apostrophe, so that it stays text
 * when the sheet is saved as CSV and opened again.
 */
function textCell(text: string) {
  const clean = printable(text)
  return { value: /^[=+\-@\t\r]/.test(clean) ? `'${clean}` : clean, type: String }
}
