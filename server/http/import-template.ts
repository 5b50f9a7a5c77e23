/** The template to fill in, as a workbook or as CSV that Excel opens without spoiling its Chinese. */
import writeWorkbook from 'write-excel-file/node'
import type { KnownSection } from '#domain/water/import/section-name'
import type { Cell } from '#domain/water/import/table'
import { hourlyTemplate, sampleTemplate } from '#domain/water/import/template'

export interface TemplateFile {
  readonly fileName: string
  readonly mediaType: string
  /** Base64. */
  readonly content: string
}

export async function importTemplate(
  kind: 'samples' | 'hourly',
  format: 'xlsx' | 'csv',
  sections: readonly KnownSection[],
): Promise<TemplateFile> {
  const example = sections.find(({ name }) => name === '马驹桥') ?? sections[0] ?? { id: '', name: '', river: '' }
  const rows = kind === 'samples' ? sampleTemplate(example) : hourlyTemplate(example)
  const name = kind === 'samples' ? '水质监测导入模板' : '水质小时值导入模板'
  return format === 'csv'
    ? { fileName: `${name}.csv`, mediaType: 'text/csv', content: Buffer.from(csvOf(rows)).toString('base64') }
    : { fileName: `${name}.xlsx`, mediaType: XLSX, content: (await workbookOf(rows, sections)).toString('base64') }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** With the mark by which Excel knows UTF-8. */
const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => quoted(String(cell ?? ''))).join(',')).join('\r\n')}\r\n`

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The second sheet lists the sections, so that nobody has to guess a code. */
function workbookOf(rows: readonly (readonly Cell[])[], sections: readonly KnownSection[]): Promise<Buffer> {
  const listed: Cell[][] = [
    ['断面编码', '断面名称', '河流名称'],
    ...sections.map(({ id, name, river }) => [id, name, river]),
  ]
  const columns = (rows[0] ?? []).map((name) => ({ width: Math.max(10, String(name).length * 2 + 2) }))
  return writeWorkbook([
    { sheet: '监测数据', data: rows.map(styled), columns, stickyRowsCount: 1 },
    { sheet: '断面编码表', data: listed.map(styled), columns: [{ width: 14 }, { width: 20 }, { width: 14 }] },
  ]).toBuffer()
}

const styled = (row: readonly Cell[], at: number) =>
  row.map((cell) =>
    typeof cell === 'number'
      ? { value: cell, type: Number }
      : { value: String(cell ?? ''), type: String, ...(at === 0 && { fontWeight: 'bold' as const }) },
  )
