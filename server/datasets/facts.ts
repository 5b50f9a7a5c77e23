/** The authored tables in `data/facts`: one CSV per table, a header row, UTF-8. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

export type Row<Column extends string> = Readonly<Record<Column, string>>

/** The rows of one table. Throws when a named column is missing, since the table is ours. */
export function readFacts<Column extends string>(table: string, columns: readonly Column[]): Row<Column>[] {
  const file = new URL(`../../data/facts/${table}.csv`, import.meta.url)
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true, comment: '#' })
  return rows.map((row, at) => {
    const missing = columns.filter((column) => row[column] === undefined)
    if (missing.length > 0) throw new Error(`${table}.csv, row ${at + 1}: no column ${missing.join(', ')}`)
    return row as Row<Column>
  })
}
