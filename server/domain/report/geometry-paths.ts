/** Reads the coordinates of a GeoJSON geometry, whatever was sent, into paths of plain numbers or says where they fail. */
import type { FieldIssue } from '../refusal.ts'

/** Vertices that one report may have. A district of the shipped set has fewer than 3,000. */
const MOST_VERTICES = 10_000

/** What is taken. A GeometryCollection is not: its members may differ in dimension, so shares would have no meaning. */
const GEOMETRY_TYPES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'] as const
export type GeometryType = (typeof GEOMETRY_TYPES)[number]

/** A run of positions: the points of a (Multi)Point, a line, or a ring. Flat x, y, x, y in the report's own system. */
export interface Path {
  readonly pointer: string
  readonly xy: Float64Array
}

/** `parts`: one per polygon, line, or set of points; each with its paths (a polygon: the outer ring, then the holes). */
export interface GeometryPaths {
  readonly type: GeometryType
  readonly parts: readonly (readonly Path[])[]
}

export function readPaths(geometry: unknown, pointer: string): GeometryPaths | { readonly issues: FieldIssue[] } {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry)) return refuse(missing(pointer))
  const type = GEOMETRY_TYPES.find((name) => name === geometry.type)
  if (type === undefined) return refuse(unknownType(pointer, geometry.type))
  const coordinates = 'coordinates' in geometry ? geometry.coordinates : undefined
  const here = `${pointer}/coordinates`
  if (vertexCount(coordinates) > MOST_VERTICES) return refuse(tooManyVertices(here, vertexCount(coordinates)))
  const issues: FieldIssue[] = []
  const parts = PARTS[type](coordinates, here, issues)
  if (issues.length === 0 && parts.every((part) => part.every((path) => path.xy.length === 0))) issues.push(empty(here))
  return issues.length > 0 ? { issues } : { type, parts }
}

const refuse = (issue: FieldIssue) => ({ issues: [issue] })

/** A report of one slip per position would drown the reader. */
const MOST_ISSUES = 5

type ReadParts = (coordinates: unknown, pointer: string, issues: FieldIssue[]) => Path[][]

const PARTS: Record<GeometryType, ReadParts> = {
  Point: (position, pointer, issues) => [[readPath([position], pointer, issues, () => pointer)]],
  MultiPoint: (positions, pointer, issues) => [[readPath(positions, pointer, issues)]],
  LineString: (positions, pointer, issues) => [[readPath(positions, pointer, issues)]],
  MultiLineString: (lines, pointer, issues) => each(lines, pointer, issues, (line, at) => [readPath(line, at, issues)]),
  Polygon: (rings, pointer, issues) => [each(rings, pointer, issues, (ring, at) => readPath(ring, at, issues))],
  MultiPolygon: (polygons, pointer, issues) =>
    each(polygons, pointer, issues, (rings, at) => each(rings, at, issues, (ring, to) => readPath(ring, to, issues))),
}

function each<T>(value: unknown, pointer: string, issues: FieldIssue[], read: (item: unknown, at: string) => T): T[] {
  if (Array.isArray(value)) return value.map((item, index) => read(item, `${pointer}/${index}`))
  issues.push(notNested(pointer))
  return []
}

function readPath(
  positions: unknown,
  pointer: string,
  issues: FieldIssue[],
  pointerOf = (index: number): string => `${pointer}/${index}`,
): Path {
  if (!Array.isArray(positions)) {
    issues.push(notNested(pointer))
    return { pointer, xy: new Float64Array(0) }
  }
  const xy = new Float64Array(positions.length * 2)
  for (let index = 0; index < positions.length; index++) {
    const issue = readPosition(positions[index], xy, index * 2, () => pointerOf(index))
    if (issue !== null && issues.push(issue) >= MOST_ISSUES) break
  }
  return { pointer, xy }
}

/** Writes x and y at `offset`; a height, if any, is left out: the place on the ground decides. */
function readPosition(position: unknown, xy: Float64Array, offset: number, pointer: () => string): FieldIssue | null {
  if (!Array.isArray(position) || position.length < 2) return notAPosition(pointer(), position)
  const [x, y]: unknown[] = position
  if (typeof x !== 'number' || typeof y !== 'number') return notAPosition(pointer(), position)
  if (!Number.isFinite(x) || !Number.isFinite(y)) return notFinite(pointer(), x, y)
  xy[offset] = x
  xy[offset + 1] = y
  return null
}

/** Counts arrays that hold numbers; cheap, so that a huge body is refused before anything is built from it. */
function vertexCount(coordinates: unknown): number {
  if (!Array.isArray(coordinates)) return 0
  if (!Array.isArray(coordinates[0])) return 1
  let count = 0
  for (const inner of coordinates) count += vertexCount(inner)
  return count
}

const missing = (pointer: string): FieldIssue => ({
  pointer,
  code: 'geometry-missing',
  zh: '没有几何图形：请给出 GeoJSON 的 geometry，例如 {"type":"Point","coordinates":[116.4,39.9]}。',
  en: 'There is no geometry: give a GeoJSON geometry, such as {"type":"Point","coordinates":[116.4,39.9]}.',
})

const unknownType = (pointer: string, type: unknown): FieldIssue => ({
  pointer: `${pointer}/type`,
  code: 'geometry-type',
  zh: `不能使用几何类型 ${JSON.stringify(type) ?? '（空）'}：请用 ${GEOMETRY_TYPES.join('、')} 之一；GeometryCollection 请拆成多起事件。`,
  en: `The geometry type ${JSON.stringify(type) ?? '(none)'} cannot be used: take one of ${GEOMETRY_TYPES.join(', ')}; report each member of a GeometryCollection on its own.`,
})

const notNested = (pointer: string): FieldIssue => ({
  pointer,
  code: 'coordinates-shape',
  zh: '坐标的层次与几何类型不符：请按 GeoJSON（RFC 7946 第 3.1 节）给出坐标数组。',
  en: 'The coordinates are not nested as the geometry type asks: give arrays as in GeoJSON (RFC 7946, section 3.1).',
})

const notAPosition = (pointer: string, value: unknown): FieldIssue => ({
  pointer,
  code: 'position-shape',
  zh: `这里应是一个坐标 [x, y]，却是 ${excerpt(value)}：请写两个数字，先经度（或东坐标）后纬度（或北坐标）。`,
  en: `A position [x, y] belongs here, not ${excerpt(value)}: write two numbers, longitude (or easting) first.`,
})

const notFinite = (pointer: string, x: number, y: number): FieldIssue => ({
  pointer,
  code: 'not-finite',
  zh: `坐标 (${x}, ${y}) 不是有限的数：请填写实际坐标。`,
  en: `(${x}, ${y}) is not a pair of finite numbers: give the real coordinates.`,
})

const empty = (pointer: string): FieldIssue => ({
  pointer,
  code: 'geometry-empty',
  zh: '几何图形是空的：请至少给出一个坐标。',
  en: 'The geometry is empty: give at least one position.',
})

const tooManyVertices = (pointer: string, count: number): FieldIssue => ({
  pointer,
  code: 'too-many-vertices',
  zh: `图形有 ${count} 个顶点，上限为 ${MOST_VERTICES}：请先简化。`,
  en: `The geometry has ${count} vertices and the limit is ${MOST_VERTICES}: simplify it first.`,
})

const excerpt = (value: unknown): string => (JSON.stringify(value) ?? 'undefined').slice(0, 40)
