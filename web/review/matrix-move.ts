/** Where a key takes the focus within the matrix. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** Null for a key that is not the matrix's. The edges hold. */
export const movedBy = (
  key: string,
  { row, column }: CellPlace,
  size: { readonly rows: number; readonly columns: number },
): CellPlace | null => {
  const within = (value: number, count: number) => Math.min(Math.max(0, value), Math.max(0, count - 1))
  const to = (nextRow: number, nextColumn: number) => ({
    row: within(nextRow, size.rows),
    column: within(nextColumn, size.columns),
  })
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'Home':
      return to(row, 0)
    case 'End':
      return to(row, size.columns - 1)
    default:
      return null
  }
}
