/** The point of a query, whatever its coordinate system, in WGS 84. */
import { type LonLat, toWgs84 } from '#domain/coordinate-system'
import type { FieldIssue, Refusal } from '#domain/refusal'
import { positionIssue } from '#domain/report/position-check'
import type { CoordinateSystem } from '#domain/report/report'

export interface PointQuery {
  readonly lon: number
  readonly lat: number
  readonly crs: CoordinateSystem
}

export function readPoint({ lon, lat, crs }: PointQuery): LonLat | Refusal {
  const issue = positionIssue(lon, lat, crs, '/query/lon')
  if (issue) return { refusal: 'invalid-report', issues: [issue] }
  const place = toWgs84(lon, lat, crs)
  return isNearBeijing(place) ? place : { refusal: 'invalid-report', issues: [farAway(place)] }
}

/** Generous: the atlas and all its rivers lie well inside. */
const isNearBeijing = ([lon, lat]: LonLat): boolean => lon > 100 && lon < 130 && lat > 30 && lat < 50

const farAway = ([lon, lat]: LonLat): FieldIssue => ({
  pointer: '/query/lon',
  code: 'far-away',
  zh: `该点（${lon.toFixed(5)}, ${lat.toFixed(5)}）远离北京，请核对经纬度顺序与坐标系。`,
  en: `The point (${lon.toFixed(5)}, ${lat.toFixed(5)}) is far from Beijing: check the order of the coordinates and their system.`,
})
