/** 导入: a file of samples or hourly values is previewed, taken whole or not at all, and undone whole. */
import { z } from 'zod'
import { SAMPLE_AUTHORITIES } from '#domain/water/sample'
import { IMPORT_KINDS } from '#domain/water/water-import'
import { endpoint } from './endpoint.ts'
import { plainText } from './fields.ts'

const FileKind = z.enum(['samples', 'hourly'])

/** 20 MB of file are a little over 27 million signs of base64. */
const LARGEST_CONTENT = 28_000_000

export const WaterFile = z
  .object({
    fileName: plainText(200).min(1),
    /** The file itself, base64: XLSX, or CSV in UTF-8, UTF-16 or GBK. What it is decides, not its name. */
    content: z.base64().min(1).max(LARGEST_CONTENT),
    kind: FileKind.default('samples'),
    /** Whose measurements they are: a district's never take the place of the city's. */
    authority: z.enum(SAMPLE_AUTHORITIES),
    /** Written where the file does not say who measured. */
    measuredBy: plainText(60).default(''),
    /** 更正: values that differ from those in force take their place; otherwise a difference is a fault. */
    isCorrection: z.boolean().default(false),
  })
  .meta({ id: 'WaterFile' })

/** Something about a row: why it cannot be taken, or what a reader should know. */
const RowIssue = z
  .object({
    /** As the sheet counts, from 1; 0 for the file as a whole. */
    row: z.int(),
    field: z.string(),
    code: z.string(),
    zh: z.string(),
    en: z.string(),
  })
  .meta({ id: 'WaterRowIssue' })

const WaterImport = z
  .object({
    id: z.string(),
    kind: z.enum(IMPORT_KINDS),
    fileName: z.string(),
    fileHash: z.string(),
    authority: z.enum(SAMPLE_AUTHORITIES),
    by: z.string(),
    at: z.string(),
    sampleCount: z.int(),
    hourlyCount: z.int(),
    correctedCount: z.int(),
    isDemonstration: z.boolean(),
    undoneAt: z.string().nullable(),
    undoneBy: z.string().nullable(),
  })
  .meta({ id: 'WaterImport' })

export const readImportTemplate = endpoint({
  method: 'GET',
  path: '/api/water/import-template',
  summary: { zh: '导入模板（Excel 或 CSV）', en: 'The template to fill in (Excel or CSV)' },
  input: { query: z.object({ kind: FileKind.default('samples'), format: z.enum(['xlsx', 'csv']).default('xlsx') }) },
  /** The file itself, base64; its name is in Chinese. */
  output: z.object({ fileName: z.string(), mediaType: z.string(), content: z.string() }),
  status: 200,
  refuses: [],
})

export const previewWaterImport = endpoint({
  method: 'POST',
  path: '/api/water/import-previews',
  summary: { zh: '预览一次导入，不保存', en: 'What an import would bring; stores nothing' },
  input: { body: WaterFile },
  output: z.object({
    /** SHA-256 of the file, to be sent along when it is imported. */
    hash: z.string(),
    canImport: z.boolean(),
    rowCount: z.int(),
    sampleCount: z.int(),
    hourlyCount: z.int(),
    correctedCount: z.int(),
    sectionIds: z.array(z.string()),
    /** First and last time measured; null where nothing can be taken. */
    from: z.string().nullable(),
    to: z.string().nullable(),
    /** The first 500 of each; the counts are whole. */
    refused: z.array(RowIssue),
    refusedCount: z.int(),
    warnings: z.array(RowIssue),
    warningCount: z.int(),
  }),
  status: 200,
  refuses: ['unreadable-file', 'no-boundaries-for-date'],
  bodyLimit: LARGEST_CONTENT + 64 * 1024,
})

export const importWater = endpoint({
  method: 'POST',
  path: '/api/water/imports',
  summary: { zh: '导入预览过的文件（全部或全不）', en: 'Import the file that was previewed, whole or not at all' },
  input: {
    body: WaterFile.extend({
      /** Made by the client; the same file sent again under it is answered by what was kept. */
      id: z.uuid().toLowerCase(),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
    }).meta({ id: 'WaterImportDraft' }),
  },
  output: WaterImport,
  status: 201,
  refuses: [
    'unreadable-file',
    'import-refused',
    'file-changed',
    'already-imported',
    'id-taken',
    'stale',
    'no-boundaries-for-date',
  ],
  bodyLimit: LARGEST_CONTENT + 64 * 1024,
})

export const listWaterImports = endpoint({
  method: 'GET',
  path: '/api/water/imports',
  summary: { zh: '导入记录，含已撤销的', en: 'Imports, the newest first, with those undone since' },
  input: {},
  output: z.object({ imports: z.array(WaterImport) }),
  status: 200,
  refuses: [],
})

export const undoWaterImport = endpoint({
  method: 'DELETE',
  path: '/api/water/imports/{id}',
  summary: { zh: '整体撤销一次导入', en: 'Undo an import whole; what it had corrected is in force again' },
  input: { path: z.object({ id: z.string().min(1).max(60) }) },
  output: WaterImport,
  status: 200,
  refuses: ['import-not-found', 'import-corrected', 'stale'],
})
