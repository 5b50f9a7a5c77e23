/** 导入: one file of samples or hourly values, taken whole, undone whole, and never forgotten. */
import type { HourlySeries } from './hourly.ts'
import type { RiverChief } from './river-chief.ts'
import type { Sample, SampleAuthority } from './sample.ts'
import type { SectionTarget } from './target.ts'
import type { WaterNote } from './water-note.ts'

export const IMPORT_KINDS = ['samples', 'hourly', 'demonstration'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

export interface ImportRecord {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  /** SHA-256 of the file, hexadecimal. */
  readonly fileHash: string
  readonly authority: SampleAuthority
  readonly by: string
  /** ISO 8601 with +08:00. */
  readonly at: string
  readonly sampleCount: number
  readonly hourlyCount: number
  /** Samples of earlier imports that this one corrects: they are kept, but no longer in force. */
  readonly correctedCount: number
  readonly isDemonstration: boolean
  readonly undoneAt: string | null
  readonly undoneBy: string | null
}

/** What an import brings; targets and chiefs come with the demonstration only. */
export interface WaterImport {
  readonly record: ImportRecord
  readonly samples: readonly Sample[]
  /** Ids of the samples in force that leave it for those of this import. */
  readonly corrects: readonly string[]
  readonly hourly: readonly HourlySeries[]
  readonly targets: readonly SectionTarget[]
  readonly chiefs: readonly RiverChief[]
}

/** What a change does to the water-quality data. */
export type WaterChange =
  | { readonly action: 'import'; readonly import: WaterImport }
  | { readonly action: 'undo'; readonly importId: string }
  | { readonly action: 'remove-demonstrations' }
  | { readonly action: 'note'; readonly note: WaterNote }
