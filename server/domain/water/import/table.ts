/** A table as it came out of a file, before anybody has understood it. */

/** Dates of a spreadsheet come as text, `2026-01-05 09:30:00`, in the time that the sheet shows. */
export type Cell = string | number | boolean | null

export interface Table {
  readonly rows: readonly (readonly Cell[])[]
  /** Rows (from 0) whose values a formula has computed. */
  readonly formulaRows: readonly number[]
  /** Rows with cells that were merged: each has got the value of the whole. */
  readonly mergedRows: readonly number[]
  /** Names of further sheets that hold something and were not read. */
  readonly otherSheets: readonly string[]
}

/** One thing that is wrong with, or worth saying about, a row. */
export interface RowIssue {
  /** As the sheet counts, from 1; 0 for the file as a whole. */
  readonly row: number
  /** The header of the column. */
  readonly field: string
  readonly code: string
  readonly zh: string
  readonly en: string
}

/** One spelling for full-width and half-width, without blanks: for headers, names and words. */
export const plain = (cell: Cell | undefined): string =>
  cell === null || cell === undefined
    ? ''
    : String(cell)
        .normalize('NFKC')
        .replaceAll(/[\s\u200b\ufeff]/g, '')

/** Enough of a cell to recognise it by. */
export function excerpt(cell: Cell | undefined): string {
  const text = String(cell ?? '')
  return text.length > 30 ? `${text.slice(0, 30)}…` : text
}

export const isBlankRow = (row: readonly Cell[]): boolean => row.every((cell) => plain(cell) === '')
