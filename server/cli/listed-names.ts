/** A list in one cell, `school; hospital` or `school|hospital`: the columns of tables hold texts only. */
export const listedNames = (cell: string): string[] => cell.split(/[\s,;|，；、]+/).filter((name) => name !== '')
