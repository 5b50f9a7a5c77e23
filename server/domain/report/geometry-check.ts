/**
 * The place of a report: its geometry checked, in WGS 84 for the map and in EPSG:4548 metres for every computation.
 *
 * Taken: Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon. Limits (design choices, stated in each
 * message): 10,000 vertices, 500 km from end to end, 40,000 km2. Either winding of a ring is taken.
 */

import { isProjected, toMetres, toWgs84 } from '../coordinate-system.ts'
import { boundsOf, type Place, type PlacePath } from '../place.ts'
import type { FieldIssue } from '../refusal.ts'
import { f64 } from '../typed-array.ts'
import { areaIssues } from './area-validity.ts'
import { type GeometryPaths, type GeometryType, type Path, readPaths } from './geometry-paths.ts'
import { positionIssue } from './position-check.ts'
import type { CoordinateSystem } from './report.ts'

const MOST_EXTENT_M = 500_000

export function checkGeometry(
  geometry: unknown,
  crs: CoordinateSystem,
  pointer = '/geometry',
): Place | { readonly issues: readonly FieldIssue[] } {
  const paths = readPaths(geometry, pointer)
  if ('issues' in paths) return paths
  const misplaced = positionIssues(paths, crs)
  if (misplaced.length > 0) return { issues: misplaced }
  const dimension = DIMENSION[paths.type]
  const parts = paths.parts.map((part) => part.map((path) => project(path, crs)))
  const issues = [...extentIssues(parts, pointer), ...shapeIssues(dimension, paths, parts)]
  return issues.length > 0 ? { issues } : { dimension, type: paths.type, parts }
}

const DIMENSION: Record<GeometryType, 0 | 1 | 2> = {
  Point: 0,
  MultiPoint: 0,
  LineString: 1,
  MultiLineString: 1,
  Polygon: 2,
  MultiPolygon: 2,
}

/** The first position that contradicts the label speaks for the others: they nearly always share the mistake. */
function positionIssues({ type, parts }: GeometryPaths, crs: CoordinateSystem): FieldIssue[] {
  for (const path of parts.flat()) {
    for (let at = 0; at < path.xy.length; at += 2) {
      const pointer = type === 'Point' ? path.pointer : `${path.pointer}/${at / 2}`
      const issue = positionIssue(f64(path.xy, at), f64(path.xy, at + 1), crs, pointer)
      if (issue !== null) return [issue]
    }
  }
  return []
}

function project({ xy }: Path, crs: CoordinateSystem): PlacePath {
  const degrees = new Float64Array(xy.length)
  for (let at = 0; at < xy.length; at += 2) {
    const [lon, lat] = toWgs84(f64(xy, at), f64(xy, at + 1), crs)
    degrees[at] = lon
    degrees[at + 1] = lat
  }
  return { degrees, metres: metresOf(degrees, isProjected(crs) ? Number.POSITIVE_INFINITY : LONGEST_EDGE_DEGREES) }
}

/** About a kilometre. An edge of that length that is straight in degrees bends by 2 cm in the plane. */
const LONGEST_EDGE_DEGREES = 0.01
/** An edge round the world is refused later; it need not be drawn finely. */
const MOST_PIECES = 1000

/** An edge is straight in the report's own system (RFC 7946, 3.1.1), so a long one is projected in pieces. */
function metresOf(degrees: Float64Array, longestDegrees: number): Float64Array {
  const metres: number[] = []
  for (let at = 0; at < degrees.length; at += 2) {
    const [lon, lat] = [f64(degrees, at), f64(degrees, at + 1)]
    const isLast = at + 2 >= degrees.length
    const [east, north] = isLast ? [0, 0] : [f64(degrees, at + 2) - lon, f64(degrees, at + 3) - lat]
    const pieces = Math.min(MOST_PIECES, Math.max(1, Math.ceil(Math.hypot(east, north) / longestDegrees)))
    for (let piece = 0; piece < pieces; piece++) {
      metres.push(...toMetres(lon + (east * piece) / pieces, lat + (north * piece) / pieces))
    }
  }
  return Float64Array.from(metres)
}

function extentIssues(parts: Place['parts'], pointer: string): FieldIssue[] {
  const [west, south, east, north] = boundsOf({ parts })
  if (east - west > 180) return [crossesAntimeridian(pointer)]
  // The plane of EPSG:4548 is meaningless on the other side of the world; the sphere is good enough for a limit.
  const widthM = (east - west) * 111_320 * Math.cos((((south + north) / 2) * Math.PI) / 180)
  const extentM = Math.hypot(widthM, (north - south) * 111_320)
  return extentM > MOST_EXTENT_M ? [tooLarge(pointer, extentM)] : []
}

function shapeIssues(dimension: 0 | 1 | 2, { parts }: GeometryPaths, places: Place['parts']): FieldIssue[] {
  if (dimension === 0) return parts.flat().flatMap(({ pointer, xy }) => (xy.length === 0 ? [tooShort(pointer, 1)] : []))
  if (dimension === 1) return parts.flat().flatMap(lineIssues)
  return areaIssues(parts, places)
}

function lineIssues({ pointer, xy }: Path): FieldIssue[] {
  if (xy.length < 4) return [tooShort(pointer, 2)]
  const isMoving = xy.some((value, at) => value !== f64(xy, at % 2))
  return isMoving ? [] : [noLength(pointer)]
}

const tooShort = (pointer: string, least: number): FieldIssue => ({
  pointer,
  code: 'too-few-positions',
  zh: `至少要有 ${least} 个坐标：请补全。`,
  en: `At least ${least} position${least > 1 ? 's are' : ' is'} needed: complete it.`,
})

const noLength = (pointer: string): FieldIssue => ({
  pointer,
  code: 'zero-length',
  zh: '线的所有坐标都相同，长度为零：请改用点，或补上线的另一端。',
  en: 'All positions of the line are the same, so it has no length: use a point, or add the other end.',
})

const crossesAntimeridian = (pointer: string): FieldIssue => ({
  pointer,
  code: 'antimeridian',
  zh: '图形跨越 180 度经线：请核对经度的正负号；本系统只覆盖北京及周边。',
  en: 'The geometry spans the antimeridian: check the signs of the longitudes; only Beijing and its neighbours are covered.',
})

const tooLarge = (pointer: string, extentM: number): FieldIssue => ({
  pointer,
  code: 'too-large',
  zh: `图形长达 ${Math.round(extentM / 1000)} 千米，上限为 ${MOST_EXTENT_M / 1000} 千米：请核对坐标，或分成几起。`,
  en: `The geometry is ${Math.round(extentM / 1000)} km long and the limit is ${MOST_EXTENT_M / 1000} km: check the coordinates, or report it in parts.`,
})
