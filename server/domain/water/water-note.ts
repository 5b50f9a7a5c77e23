/** 异议与核对: what a unit objects to a figure, or how two departments' figures were reconciled. Only ever added. */
import type { IndicatorId } from './indicator.ts'

export const NOTE_KINDS = ['objection', 'reconciliation'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

export interface WaterNote {
  readonly id: string
  readonly kind: NoteKind
  readonly sectionId: string
  /** `2026-10`. */
  readonly month: string
  /** Null for all of them. */
  readonly indicator: IndicatorId | null
  readonly by: string
  /** ISO 8601 with +08:00. */
  readonly at: string
  readonly text: string
}

/** The last word on a figure; undefined while two figures still differ. */
export const reconciliationOf = (
  notes: readonly WaterNote[],
  figure: { readonly sectionId: string; readonly month: string; readonly indicator: IndicatorId },
): WaterNote | undefined =>
  notes.findLast(
    ({ kind, sectionId, month, indicator }) =>
      kind === 'reconciliation' &&
      sectionId === figure.sectionId &&
      month === figure.month &&
      (indicator === null || indicator === figure.indicator),
  )
