/** 导入水质数据: read a file, say what it would bring, take it whole, undo it whole. */
import { createHash } from 'node:crypto'
import { waterImported, waterImportUndone } from '#domain/change'
import { isRefusal, type Refusal } from '#domain/refusal'
import { shanghaiIso } from '#domain/shanghai-time'
import type { RowIssue } from '#domain/water/import/table'
import type { ImportRecord, WaterImport } from '#domain/water/water-import'
import { type FileReading, readWaterFile, type WaterFileDraft } from './read-water-file.ts'
import type { Surroundings } from './surroundings.ts'

export interface ImportPreview extends FileReading {
  readonly hash: string
}

export async function previewImport(draft: WaterFileDraft, at: Surroundings): Promise<ImportPreview | Refusal> {
  const reading = await readWaterFile(draft, '', at)
  return isRefusal(reading) ? reading : { ...reading, hash: hashOf(draft) }
}

export async function importWater(
  draft: WaterFileDraft & { readonly id: string; readonly hash: string },
  by: string,
  at: Surroundings,
): Promise<ImportRecord | Refusal> {
  const hash = hashOf(draft)
  if (hash !== draft.hash) return { refusal: 'file-changed', hash }
  const known = await at.water.importById(draft.id)
  if (known !== undefined) return known.fileHash === hash ? known : { refusal: 'id-taken', id: draft.id, number: null }
  const same = await at.water.importByHash(hash)
  if (same !== undefined) return { refusal: 'already-imported', id: same.id, fileName: same.fileName }
  const reading = await readWaterFile(draft, draft.id, at)
  if (isRefusal(reading)) return reading
  if (reading.refused.length > 0) return importRefused(reading.refused)
  const brought = importOf(draft, hash, reading, by, shanghaiIso(at.nowMs()))
  if (brought.record.sampleCount + brought.record.hourlyCount === 0) return importRefused([NOTHING_NEW])
  const committed = await at.commit(waterImported(brought))
  return isRefusal(committed) ? committed : brought.record
}

export async function undoImport(id: string, by: string, at: Surroundings): Promise<ImportRecord | Refusal> {
  const record = await at.water.importById(id)
  // What the demonstration brought leaves with the demonstration.
  if (record === undefined || record.undoneAt !== null || record.isDemonstration)
    return { refusal: 'import-not-found', id }
  const correctedBy = await at.water.correctedBy(id)
  if (correctedBy.length > 0) return { refusal: 'import-corrected', id, correctedBy }
  const undoneAt = shanghaiIso(at.nowMs())
  const committed = await at.commit(waterImportUndone(record, by, undoneAt))
  return isRefusal(committed) ? committed : { ...record, undoneAt, undoneBy: by }
}

const hashOf = ({ content }: WaterFileDraft): string => createHash('sha256').update(content).digest('hex')

function importOf(
  draft: WaterFileDraft & { readonly id: string },
  fileHash: string,
  { samples, corrects, hourly }: FileReading,
  by: string,
  at: string,
): WaterImport {
  const { id, kind, fileName, authority } = draft
  const hourlyCount = hourly.reduce((sum, { values }) => sum + values.length, 0)
  const counts = { sampleCount: samples.length, hourlyCount, correctedCount: corrects.length }
  return {
    record: {
      ...{ id, kind, fileName, fileHash, authority, by, at, ...counts },
      ...{ isDemonstration: false, undoneAt: null, undoneBy: null },
    },
    ...{ samples, corrects, hourly, targets: [], chiefs: [] },
  }
}

/** More would not be read; the preview lists them. */
const MOST_ISSUES = 20

function importRefused(refused: readonly RowIssue[]): Refusal {
  const issues = refused.slice(0, MOST_ISSUES).map(({ row, field, code, zh, en }) => ({
    pointer: `/rows/${row}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    code,
    zh: row === 0 ? zh : `第 ${row} 行：${zh}`,
    en: row === 0 ? en : `Row ${row}: ${en}`,
  }))
  return { refusal: 'import-refused', count: refused.length, issues }
}

const NOTHING_NEW: RowIssue = {
  ...{ row: 0, field: '', code: 'nothing-new' },
  zh: '文件中的数据库中都已有，没有可导入的。',
  en: 'Everything in the file is there already; there is nothing to import.',
}
