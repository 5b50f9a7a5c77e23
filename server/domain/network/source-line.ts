/** 源线: one polyline of any layer, in the metres of EPSG:4548, with the few attributes that a network is made from. */
import type { Position } from 'geojson'
import { fromMetres, toMetres, toWgs84 } from '../coordinate-system.ts'
import type { FieldIssue } from '../refusal.ts'
import { positionIssue } from '../report/position-check.ts'
import type { CoordinateSystem } from '../report/report.ts'

export interface SourceLine {
  /** Of the source; without one it is made from the coordinates, so that it is the same at the next build. */
  readonly id: string
  /** What joins lines to one river; the line's own id where the source names none. Never the name. */
  readonly riverId: string
  readonly name: string
  /** From `riverEn`, `nameEn` or OpenStreetMap's `name:en`; `''` where the source has none. */
  readonly nameEn: string
  /** Names of the nodes it runs from and to, where the source has them. */
  readonly from: string | null
  readonly to: string | null
  readonly kind: 'river' | 'canal'
  readonly basin: string
  readonly basinEn: string
  readonly widthM: number | null
  /** Flat easting, northing, metres of EPSG:4548, in the order of the source. */
  readonly metres: Float64Array
}

/** The names that the layer gives to its attributes. */
export interface LineKeys {
  readonly id: string
  readonly river: string
  readonly name: string
  readonly from: string
  readonly to: string
}

export const USUAL_KEYS: LineKeys = { id: 'id', river: 'riverId', name: 'name', from: 'from', to: 'to' }

export interface LineFeature {
  readonly geometry: unknown
  readonly properties: Readonly<Record<string, unknown>>
  readonly id?: string | number
}

/** Where a network is built: 900 km around Beijing, within which exact integer arithmetic in centimetres holds. */
export const PLANE = { minX: 50_000, minY: 3_950_000, sideM: 900_000 } as const

/** The lines of a feature (one for each part), or what is wrong with it. Nothing is half read. */
export function readSourceLines(
  feature: LineFeature,
  crs: CoordinateSystem,
  keys: LineKeys,
): SourceLine[] | FieldIssue {
  const parts = partsOf(feature.geometry)
  if (parts === null) return NOT_A_LINE
  const metres: Float64Array[] = []
  for (const part of parts) {
    const projected = projectLine(part, crs)
    if ('pointer' in projected) return projected
    metres.push(projected)
  }
  const text = (key: string) => textOf(feature.properties[key])
  const given = text(keys.id) ?? textOf(feature.id)
  return metres.map((line, index) => {
    const part = metres.length === 1 ? '' : `/${index + 1}`
    const id = given === null ? `line-${fingerprint(line)}` : `${given}${part}`
    return {
      ...{ id, riverId: text(keys.river) ?? given ?? id, name: text(keys.name) ?? '' },
      ...{ nameEn: text('riverEn') ?? text('nameEn') ?? text('name:en') ?? '', basinEn: text('basinEn') ?? '' },
      ...{ from: text(keys.from), to: text(keys.to), metres: line },
      ...{ kind: kindOf(feature.properties), basin: text('basin') ?? '', widthM: widthOf(feature.properties) },
    }
  })
}

function partsOf(geometry: unknown): unknown[][] | null {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry)) return null
  if (!('coordinates' in geometry) || !Array.isArray(geometry.coordinates)) return null
  const parts: unknown[] = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
  const isLine = geometry.type === 'LineString' || geometry.type === 'MultiLineString'
  return isLine && parts.length > 0 && parts.every((part) => Array.isArray(part)) ? parts : null
}

function projectLine(part: readonly unknown[], crs: CoordinateSystem): Float64Array | FieldIssue {
  const metres = new Float64Array(2 * part.length)
  for (const [index, position] of part.entries()) {
    const pointer = `/geometry/coordinates/${index}`
    if (!isPosition(position)) return { pointer, ...NOT_A_POSITION }
    const [x = Number.NaN, y = Number.NaN] = position
    const issue = positionIssue(x, y, crs, pointer)
    if (issue !== null) return issue
    const [east, north] = toMetres(...toWgs84(x, y, crs))
    if (!isInPlane(east, north)) return { pointer, ...outOfPlane(x, y) }
    metres[2 * index] = east
    metres[2 * index + 1] = north
  }
  return metres
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1])

/** Written so that what is not a number lies outside. */
const isInPlane = (east: number, north: number): boolean =>
  east > PLANE.minX && east < PLANE.minX + PLANE.sideM && north > PLANE.minY && north < PLANE.minY + PLANE.sideM

function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** OpenStreetMap's `waterway`, or the `kind` of our own layer. */
function kindOf({ kind, waterway }: Readonly<Record<string, unknown>>): SourceLine['kind'] {
  return ['canal', 'ditch', 'drain'].includes(String(kind ?? waterway)) ? 'canal' : 'river'
}

function widthOf({ widthM, width }: Readonly<Record<string, unknown>>): number | null {
  const value = Number(widthM ?? width ?? Number.NaN)
  return Number.isFinite(value) && value > 0 ? value : null
}

/** FNV-1a over the centimetres, in base 36: the same line has the same name at every build. */
function fingerprint(metres: Float64Array): string {
  let hash = 0x811c9dc5
  for (const value of metres) hash = Math.imul(hash ^ Math.round(value * 100), 0x01000193) >>> 0
  return hash.toString(36)
}

const NOT_A_LINE = {
  pointer: '/geometry',
  code: 'not-a-line',
  zh: '几何不是线：河网只接受 LineString 或 MultiLineString。',
  en: 'The geometry is no line: a network takes LineString or MultiLineString.',
}

const NOT_A_POSITION = {
  code: 'not-a-position',
  zh: '坐标不是两个有限的数。',
  en: 'The position is not two finite numbers.',
}

function outOfPlane(x: number, y: number) {
  const [west, south] = fromMetres(PLANE.minX, PLANE.minY)
  return {
    code: 'out-of-plane',
    zh: `(${x}, ${y}) 不在北京周边 900 公里范围内（西南角约 ${west.toFixed(1)}, ${south.toFixed(1)}）：请核对坐标系。`,
    en: `(${x}, ${y}) is outside the 900 km around Beijing (south-west corner about ${west.toFixed(1)}, ${south.toFixed(1)}): check the coordinate system.`,
  }
}
