/**
 * Every way the domain says no. A closed union: a new kind does not compile until it has a status and a title (http/problem.ts).
 *
 * A refusal is a value, never an exception: what is thrown is a bug or an outage.
 */
export type Refusal =
  /** The input as a whole cannot be judged; each issue names its field and the remedy. */
  | { readonly refusal: 'invalid-report'; readonly issues: readonly FieldIssue[] }
  | { readonly refusal: 'unknown-crs'; readonly crs: string | null; readonly issues: readonly FieldIssue[] }
  | { readonly refusal: 'no-rules-for-date'; readonly date: string; readonly firstDate: string }
  | { readonly refusal: 'no-boundaries-for-date'; readonly date: string; readonly firstDate: string }
  /** `nearestM`: to the nearest river however far it is; null on a day for which no river is on record. */
  | { readonly refusal: 'no-river-near'; readonly nearestM: number | null; readonly maxDistanceM: number }
  /** The asked end of a trace is nothing that the rivers of that day know. */
  | { readonly refusal: 'river-feature-not-found'; readonly id: string }
  /** No water goes from the upper to the lower of the trace's two ends; `lies` is where its end lies, seen from its start. */
  | {
      readonly refusal: 'not-upstream'
      readonly direction: 'downstream' | 'upstream'
      readonly endId: string
      readonly lies: 'upstream' | 'downstream' | 'other-branch' | 'not-connected'
    }
  | { readonly refusal: 'incident-not-found'; readonly id: string }
  /** No river, unit, section or chief of that name has water quality on record. */
  | { readonly refusal: 'unknown-subject'; readonly subject: string }
  /** Nothing was measured then; the months with data lie between the two, null without any. */
  | {
      readonly refusal: 'period-without-data'
      readonly period: string
      readonly firstMonth: string | null
      readonly lastMonth: string | null
    }
  /** A file that is no readable spreadsheet, or passes a limit: the issue's code tells which. */
  | { readonly refusal: 'unreadable-file'; readonly issues: readonly FieldIssue[] }
  /** Rows of the file cannot be taken, so none is; `count` of them, the first ones listed. */
  | { readonly refusal: 'import-refused'; readonly count: number; readonly issues: readonly FieldIssue[] }
  /** What was sent is not the file that was previewed. */
  | { readonly refusal: 'file-changed'; readonly hash: string }
  | { readonly refusal: 'already-imported'; readonly id: string; readonly fileName: string }
  | { readonly refusal: 'import-not-found'; readonly id: string }
  /** Later imports correct values of this one and must be undone first. */
  | { readonly refusal: 'import-corrected'; readonly id: string; readonly correctedBy: readonly string[] }
  /** The network of today has no such problem, or nothing is decided about it. */
  | { readonly refusal: 'network-problem-not-found'; readonly id: string }
  | { readonly refusal: 'layer-not-found'; readonly layer: string }
  | { readonly refusal: 'not-only-demonstrations'; readonly count: number }
  /** Another change reached the record first; read it again. */
  | { readonly refusal: 'stale'; readonly id: string }
  /** The client's id belongs to a record with other content; `number` where that is an incident. */
  | { readonly refusal: 'id-taken'; readonly id: string; readonly number: string | null }

/** One thing wrong with one field, with what would be right, in both languages. */
export interface FieldIssue {
  /** JSON pointer into the request body or the record, e.g. `/geometry/coordinates/0`. */
  readonly pointer: string
  readonly code: string
  readonly zh: string
  readonly en: string
}

export const isRefusal = <T>(value: T | Refusal): value is Refusal =>
  typeof value === 'object' && value !== null && 'refusal' in value
