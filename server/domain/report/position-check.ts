/** Whether a position can be what its label says: the mistakes people make with coordinates, each with its remedy. */
import { isProjected, type ProjectedSystem } from '../coordinate-system.ts'
import type { FieldIssue } from '../refusal.ts'
import type { CoordinateSystem } from './report.ts'

/** What contradicts the label in a finite position: swapped axes, degrees for metres, a zone prefix. Null when nothing does. */
export function positionIssue(x: number, y: number, crs: CoordinateSystem, pointer: string): PositionIssue | null {
  const problem = isProjected(crs) ? projectedProblem(x, y, crs) : geographicProblem(x, y)
  return problem === null ? null : { pointer, ...problem }
}

export interface PositionIssue extends FieldIssue {
  readonly code: PositionMistake
}
export type PositionMistake =
  | 'swapped-coordinates'
  | 'metres-not-degrees'
  | 'degrees-not-metres'
  | 'zone-prefixed-easting'
  | 'zone-missing'
  | 'out-of-range'
type Problem = Omit<PositionIssue, 'pointer'>

function geographicProblem(lon: number, lat: number): Problem | null {
  if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return null
  if (Math.abs(lon) <= 90 && Math.abs(lat) <= 180) {
    return {
      code: 'swapped-coordinates',
      zh: `纬度写在了前面（${lon}, ${lat}）：请按“经度, 纬度”填写，即 [${lat}, ${lon}]。`,
      en: `Latitude comes first (${lon}, ${lat}): write longitude, latitude, that is [${lat}, ${lon}].`,
    }
  }
  if (Math.abs(lon) > 1000 || Math.abs(lat) > 1000) {
    return {
      code: 'metres-not-degrees',
      zh: `坐标 (${lon}, ${lat}) 不是度，像是投影坐标（米）：请把 crs 写成 EPSG:4548、EPSG:4527 或 EPSG:4549。`,
      en: `(${lon}, ${lat}) is not in degrees and looks projected: label it EPSG:4548, EPSG:4527 or EPSG:4549.`,
    }
  }
  return {
    code: 'out-of-range',
    zh: `坐标 (${lon}, ${lat}) 超出范围：经度为 -180 至 180 度，纬度为 -90 至 90 度。`,
    en: `(${lon}, ${lat}) is out of range: longitude runs from -180 to 180 degrees, latitude from -90 to 90.`,
  }
}

/** Eastings within 500 km of the central meridian and northings of China's mainland (18 to 54 N). */
const isEasting = (value: number): boolean => value > 0 && value < 1_000_000
const isNorthing = (value: number): boolean => value > 1_900_000 && value < 6_000_000
/** Eight digits that begin with the number of a 3-degree zone of China (25 to 45). */
const zoneOf = (easting: number): number | null =>
  easting >= 25_000_000 && easting < 46_000_000 ? Math.floor(easting / 1_000_000) : null

function projectedProblem(x: number, y: number, crs: ProjectedSystem): Problem | null {
  const isZoned = crs === 'EPSG:4527'
  const isInRange = isZoned ? zoneOf(x) === 39 : isEasting(x)
  if (isInRange && isNorthing(y)) return null
  if (Math.abs(x) <= 180 && Math.abs(y) <= 180) {
    return {
      code: 'degrees-not-metres',
      zh: `坐标 (${x}, ${y}) 像是经纬度，而 ${crs} 的单位是米：请把 crs 写成它真正的坐标系，例如 EPSG:4490。`,
      en: `(${x}, ${y}) looks like degrees, but ${crs} is in metres: label it with its true system, such as EPSG:4490.`,
    }
  }
  if (isNorthing(x) && (isEasting(y) || zoneOf(y) !== null)) {
    return {
      code: 'swapped-coordinates',
      zh: `北坐标写在了前面（${x}, ${y}）：请按“东坐标, 北坐标”填写，即 [${y}, ${x}]。`,
      en: `The northing comes first (${x}, ${y}): write easting, northing, that is [${y}, ${x}].`,
    }
  }
  if (isNorthing(y)) return zoneProblem(x, crs)
  return {
    code: 'out-of-range',
    zh: `坐标 (${x}, ${y}) 超出 ${crs} 的范围：请核对东坐标与北坐标（米）。`,
    en: `(${x}, ${y}) is out of the range of ${crs}: check the easting and the northing, in metres.`,
  }
}

/** The northing is sound and the easting is not: nearly always a zone number that is there or is not. */
function zoneProblem(easting: number, crs: ProjectedSystem): Problem {
  const zone = zoneOf(easting)
  if (zone === 39) {
    return {
      code: 'zone-prefixed-easting',
      zh: `东坐标 ${easting} 带有带号 39，而 ${crs} 不带带号：请把 crs 写成 EPSG:4527，或去掉带号并写成 EPSG:4548。`,
      en: `The easting ${easting} carries zone number 39, which ${crs} has not: label it EPSG:4527, or drop the 39 and label it EPSG:4548.`,
    }
  }
  if (crs === 'EPSG:4527' && isEasting(easting)) {
    return {
      code: 'zone-missing',
      zh: `东坐标 ${easting} 没有带号 39，而 EPSG:4527 带有带号：请把 crs 写成 EPSG:4548。`,
      en: `The easting ${easting} lacks zone number 39, which EPSG:4527 has: label it EPSG:4548.`,
    }
  }
  return {
    code: 'out-of-range',
    zh: `东坐标 ${easting} 超出 ${crs} 的范围${zone === null ? '' : `（带号 ${zone}）`}：请核对坐标系与带号。`,
    en: `The easting ${easting} is out of the range of ${crs}${zone === null ? '' : ` (zone ${zone})`}: check the system and the zone.`,
  }
}
