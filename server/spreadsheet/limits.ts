/** What a file may cost before it is refused; every reader of spreadsheets can be made to take gigabytes or to hang. */

const MIB = 1024 * 1024

export interface ReadingLimits {
  readonly fileBytes: number
  /** Of all parts of a workbook together, counted while they are inflated. */
  readonly inflatedBytes: number
  readonly parts: number
  readonly rows: number
  readonly columns: number
  /** Highest row times rightmost column: a lone cell far out would make millions of empty ones. */
  readonly cells: number
  readonly answerBytes: number
  /** Heap of the reading process. */
  readonly heapMiB: number
  readonly wallMs: number
}

export const READING_LIMITS: ReadingLimits = {
  fileBytes: 20 * MIB,
  inflatedBytes: 256 * MIB,
  parts: 1000,
  rows: 100_000,
  columns: 200,
  cells: 4_000_000,
  answerBytes: 128 * MIB,
  heapMiB: 768,
  wallMs: 45_000,
}
