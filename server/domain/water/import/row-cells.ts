/** One row of a sheet by the fields of its header, and how what is wrong with a field is said. */
import type { Field, Header } from './header.ts'
import type { Cell, RowIssue } from './table.ts'

export interface RowCells {
  readonly cellOf: (field: Field) => Cell | undefined
  readonly issue: (field: Field, wrong: Omit<RowIssue, 'row' | 'field'>) => RowIssue
  /** The field by which this sheet names its sections. */
  readonly sectionField: Field
}

export function rowCells(cells: readonly Cell[], row: number, { fields }: Header): RowCells {
  return {
    cellOf: (field) => cells[fields.get(field)?.column ?? -1],
    issue: (field, { code, zh, en }) => ({ row, field: fields.get(field)?.header ?? '断面名称', code, zh, en }),
    sectionField: fields.has('section-code') ? 'section-code' : 'section-name',
  }
}
