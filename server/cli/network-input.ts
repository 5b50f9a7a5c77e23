/** What the network command reads: lines, outlets and mends. What is wrong with a file comes as issues. */
import { existsSync, readFileSync } from 'node:fs'
import { toMetres, toWgs84 } from '#domain/coordinate-system'
import { type Mend, readMends } from '#domain/network/mend'
import type { DeclaredOutlet } from '#domain/network/outlets'
import { type LineKeys, readSourceLines, type SourceLine } from '#domain/network/source-line'
import { type FieldIssue, isRefusal } from '#domain/refusal'
import { readCoordinateSystem } from '#domain/report/coordinate-label'
import { positionIssue } from '#domain/report/position-check'
import type { CoordinateSystem } from '#domain/report/report'
import { englishName } from '../datasets/english-name.ts'
import { type ReadableRow, readReports } from './read-reports.ts'

/** One feature that cannot be used. */
export interface UnusableRow {
  readonly row: number
  readonly issue: FieldIssue
}

export interface LinesRead {
  readonly lines: readonly SourceLine[]
  readonly unusable: readonly UnusableRow[]
}

/** A file that is cut short or is no GeoJSON makes no network: half of a river would look like a whole one. */
export interface BrokenFile {
  readonly file: string
  readonly issue: FieldIssue
}

export const isBroken = (read: object): read is BrokenFile => 'file' in read && 'issue' in read

/** Throws where the file cannot be read at all. */
export async function readLineFile(
  file: string,
  crs: CoordinateSystem | undefined,
  keys: LineKeys,
): Promise<LinesRead | BrokenFile> {
  const lines: SourceLine[] = []
  const unusable: UnusableRow[] = []
  for await (const row of readReports(file)) {
    if ('issue' in row) return { file, issue: row.issue }
    const read = linesOfRow(row, crs, keys)
    if (Array.isArray(read)) lines.push(...read.map(withEnglishName))
    else unusable.push({ row: row.row, issue: read })
  }
  return { lines, unusable }
}

function linesOfRow(row: ReadableRow, crs: CoordinateSystem | undefined, keys: LineKeys): SourceLine[] | FieldIssue {
  const system = crsOf(row, crs)
  return typeof system === 'string' ? readSourceLines(row, system, keys) : system
}

/** The label of the feature goes before the one of the command. */
function crsOf({ properties }: ReadableRow, crs: CoordinateSystem | undefined): CoordinateSystem | FieldIssue {
  const read = readCoordinateSystem(properties.crs ?? crs)
  if (!isRefusal(read)) return read
  const [issue] = 'issues' in read ? read.issues : []
  return issue ?? { pointer: '/crs', code: read.refusal, zh: '坐标系无效。', en: 'The coordinate system is not valid.' }
}

function withEnglishName(line: SourceLine): SourceLine {
  const { name, nameEn, basin, basinEn } = line
  return {
    ...line,
    nameEn: nameEn || (name === '' ? '' : englishName(name)),
    basinEn: basinEn || (basin === '' ? '' : englishName(basin)),
  }
}

/** A file that exists holds points; anything else is a list of line ids. */
export async function readOutlets(
  given: string | undefined,
  crs: CoordinateSystem | undefined,
): Promise<DeclaredOutlet[] | BrokenFile> {
  if (given === undefined) return []
  if (!existsSync(given)) return given.split(',').map((id) => ({ lineId: id.trim() }))
  const outlets: DeclaredOutlet[] = []
  for await (const row of readReports(given)) {
    const outlet = 'issue' in row ? row.issue : outletOfRow(row, crs)
    if ('code' in outlet) return { file: given, issue: outlet }
    outlets.push(outlet)
  }
  return outlets
}

function outletOfRow(row: ReadableRow, crs: CoordinateSystem | undefined): DeclaredOutlet | FieldIssue {
  const system = crsOf(row, crs)
  if (typeof system !== 'string') return system
  const place = pointOf(row.geometry)
  if (place === null) return NOT_A_POINT
  return positionIssue(...place, system, '/geometry/coordinates') ?? { place: toMetres(...toWgs84(...place, system)) }
}

function pointOf(geometry: unknown): [number, number] | null {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry) || geometry.type !== 'Point')
    return null
  const [x, y]: unknown[] = 'coordinates' in geometry && Array.isArray(geometry.coordinates) ? geometry.coordinates : []
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null
}

const NOT_A_POINT = {
  pointer: '/geometry',
  code: 'not-a-point',
  zh: '出口应为点（Point）。',
  en: 'An outlet is a point (Point).',
}

/** Throws where the file cannot be read. */
export function readMendFile(file: string | undefined): Mend[] | BrokenFile {
  if (file === undefined) return []
  const value = parse(readFileSync(file, 'utf8'))
  if (value instanceof SyntaxError) {
    const issue = {
      pointer: '',
      code: 'not-json',
      zh: `不是有效的 JSON：${value.message}`,
      en: `Not valid JSON: ${value.message}`,
    }
    return { file, issue }
  }
  const mends = readMends(value)
  if (Array.isArray(mends)) return mends
  const [issue] = mends.issues
  return { file, issue: issue ?? { pointer: '', code: 'not-a-mend', zh: '', en: '' } }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return error
    throw error
  }
}
