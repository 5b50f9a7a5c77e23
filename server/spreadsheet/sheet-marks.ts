/** What the XML of a sheet says that its values do not: how far it reaches, which rows are computed, which cells are merged. */
import { CannotRead } from './cannot-read.ts'
import type { ReadingLimits } from './limits.ts'

export interface Area {
  /** From 0, the last ones included. */
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface SheetMarks {
  /** Rows, from 0, with a value that a formula has computed. */
  readonly formulaRows: readonly number[]
  readonly merged: readonly Area[]
}

/** More than a person merges by hand. */
const MOST_MERGES = 20_000

/** Reads by patterns and not as XML, and only to refuse or to mark: the values come from the library. */
export function sheetMarks(xml: string, limits: ReadingLimits): SheetMarks {
  let [rows, columns, row] = [0, 0, 0]
  const formulaRows = new Set<number>()
  for (const [, tag, attributes = ''] of xml.matchAll(/<(?:\w+:)?(row|c|f)\b([^>]*)>/g)) {
    if (tag === 'f') formulaRows.add(row - 1)
    else {
      const named = /\br="([A-Za-z]*)(\d*)"/.exec(attributes)
      if (named?.[2]) row = Number(named[2])
      else if (tag === 'row') row++
      rows = Math.max(rows, row)
      if (tag === 'c' && named?.[1]) columns = Math.max(columns, columnNumber(named[1]))
      if (tag === 'c' && /\bt="e"/.test(attributes)) throw new CannotRead('cell-error', `${named?.[1]}${named?.[2]}`)
      if (rows > limits.rows) throw new CannotRead('too-many-rows')
      if (columns > limits.columns) throw new CannotRead('too-many-columns')
    }
  }
  if (rows * columns > limits.cells) throw new CannotRead('too-many-cells')
  return { formulaRows: [...formulaRows].filter((each) => each >= 0), merged: mergedAreas(xml) }
}

function mergedAreas(xml: string): Area[] {
  const areas: Area[] = []
  for (const [, left = '', top = '', right = '', bottom = ''] of xml.matchAll(
    /<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g,
  )) {
    areas.push({
      top: Number(top) - 1,
      left: columnNumber(left) - 1,
      bottom: Number(bottom) - 1,
      right: columnNumber(right) - 1,
    })
    if (areas.length >= MOST_MERGES) break
  }
  return areas
}

/** `A` is 1, `XFD` 16384; a name of more letters is beyond every sheet. */
const columnNumber = (letters: string): number =>
  letters.length > 3
    ? Number.POSITIVE_INFINITY
    : [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
