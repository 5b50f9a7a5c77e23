/** Reads a file of reports of any size, row by row: GeoJSON, newline-delimited GeoJSON or CSV. */
import { extname } from 'node:path'
import type { FieldIssue } from '#domain/refusal'
import { withoutSeparator } from './feature-row.ts'
import { fileText } from './file-text.ts'
import { readCsv } from './read-reports-csv.ts'
import { readGeoJson } from './read-reports-geojson.ts'
import { readLines } from './read-reports-lines.ts'

/** What stands in one row: something to assess, or the reason why it cannot even be read. */
export type ReportRow = ReadableRow | UnreadableRow

export interface ReadableRow {
  /** Number of the feature, from 1, or of the line. */
  readonly row: number
  readonly geometry: unknown
  /** The row's own properties, kept in the answer. */
  readonly properties: Readonly<Record<string, unknown>>
  readonly id?: string | number
  readonly raw: string
}

interface UnreadableRow {
  readonly row: number
  readonly issue: FieldIssue
  readonly raw: string
}

/** Throws where the file cannot be read at all; what is wrong inside it comes as rows. */
export async function* readReports(path: string): AsyncGenerator<ReportRow> {
  const [first, text] = await peek(fileText(path))
  switch (formatOf(path, first)) {
    case 'csv':
      return yield* readCsv(text)
    case 'lines':
      return yield* readLines(text)
    case 'geojson':
      return yield* readGeoJson(text)
  }
}

type Format = 'csv' | 'lines' | 'geojson'

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.ndjson': 'lines',
  '.jsonl': 'lines',
  '.geojsonl': 'lines',
  '.geojsons': 'lines',
}

const JSON_EXTENSION = /\.(geo)?json$/i

/** The name tells, or else the beginning: a first line that is a whole object by itself begins one object a line. */
function formatOf(path: string, beginning: string): Format {
  const named = BY_EXTENSION[extname(path).toLowerCase()]
  if (named !== undefined) return named
  const start = withoutSeparator(beginning.trimStart())
  if (!JSON_EXTENSION.test(path) && !/^[{[]/.test(start)) return 'csv'
  const firstLine = start.slice(0, start.search(/[\r\n]|$/))
  return isFeature(firstLine) ? 'lines' : 'geojson'
}

function isFeature(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Feature'
  } catch {
    return false
  }
}

/** The first piece, and the whole again. */
async function peek(pieces: AsyncGenerator<string>): Promise<[string, AsyncGenerator<string>]> {
  const first = await pieces.next()
  const beginning = first.done === true ? '' : first.value
  async function* whole(): AsyncGenerator<string> {
    if (beginning !== '') yield beginning
    yield* pieces
  }
  return [beginning, whole()]
}
