/** Whether the rings of a (multi)polygon bound an area: closed, of some size, not crossing, holes within, parts apart. */

import type { Place } from '../place.ts'
import type { FieldIssue } from '../refusal.ts'
import { f64 } from '../typed-array.ts'
import type { GeometryPaths, Path } from './geometry-paths.ts'
import { firstRingCrossing, type RingCrossing, sideOfRing } from './ring-crossing.ts'

const MOST_AREA_M2 = 40_000e6
/** Area over length squared below which only rounding is left: a strip 1 cm wide and 10 km long has 2.5e-7. */
const FLATNESS = 1e-12

export function areaIssues(parts: GeometryPaths['parts'], places: Place['parts']): FieldIssue[] {
  const paths = parts.flat()
  const misshapen = paths.flatMap(ringIssues)
  if (misshapen.length > 0) return misshapen
  const flat = paths.filter(({ xy }) => ringArea(xy) <= FLATNESS * ringLength(xy) ** 2)
  if (flat.length > 0) return flat.map(({ pointer }) => noArea(pointer))
  const crossing = firstRingCrossing(paths.map(({ xy }) => xy))
  if (crossing !== null) return [crosses(crossing, paths)]
  const misplaced = [...parts.flatMap(strayHoles), ...nestedParts(parts)]
  if (misplaced.length > 0) return misplaced
  const areaM2 = places.reduce((sum, [outer]) => sum + (outer === undefined ? 0 : ringArea(outer.metres)), 0)
  return areaM2 > MOST_AREA_M2 ? [tooWide(paths[0]?.pointer ?? '', areaM2)] : []
}

/** Unsigned area in the square of the ring's unit; relative to the first position to keep its digits. */
function ringArea(xy: Float64Array): number {
  const [originX, originY] = [f64(xy, 0), f64(xy, 1)]
  let twice = 0
  for (let at = 0; at + 3 < xy.length; at += 2) {
    twice += (f64(xy, at) - originX) * (f64(xy, at + 3) - originY)
    twice -= (f64(xy, at + 2) - originX) * (f64(xy, at + 1) - originY)
  }
  return Math.abs(twice) / 2
}

function ringLength(xy: Float64Array): number {
  let length = 0
  for (let at = 0; at + 3 < xy.length; at += 2) {
    length += Math.hypot(f64(xy, at + 2) - f64(xy, at), f64(xy, at + 3) - f64(xy, at + 1))
  }
  return length
}

function ringIssues({ pointer, xy }: Path): FieldIssue[] {
  if (xy.length < 8) return [tooFew(pointer, xy.length / 2)]
  const last = xy.length - 2
  const isClosed = xy[0] === xy[last] && xy[1] === xy[last + 1]
  return isClosed ? [] : [notClosed(pointer, xy)]
}

/** A hole belongs inside its outer ring; it may touch it in single points. */
function strayHoles([outer, ...holes]: readonly Path[]): FieldIssue[] {
  if (outer === undefined) return []
  return holes.filter((hole) => isAnyOutside(hole.xy, outer.xy)).map(({ pointer }) => holeOutside(pointer))
}

function isAnyOutside(ring: Float64Array, outer: Float64Array): boolean {
  for (let at = 0; at < ring.length; at += 2) {
    if (sideOfRing(outer, f64(ring, at), f64(ring, at + 1)) < 0) return true
  }
  return false
}

/** Parts that do not cross lie apart or one in the other; the second only within a hole of the first. */
function nestedParts(parts: GeometryPaths['parts']): FieldIssue[] {
  return parts.flatMap((part, index) => {
    const isNested = parts.some((other, at) => at !== index && liesIn(part[0], other))
    return isNested && part[0] !== undefined ? [partInside(part[0].pointer)] : []
  })
}

function liesIn(ring: Path | undefined, [outer, ...holes]: readonly Path[]): boolean {
  if (ring === undefined || outer === undefined) return false
  return isAnyInside(ring.xy, outer.xy) && !holes.some((hole) => isAnyInside(ring.xy, hole.xy))
}

function isAnyInside(ring: Float64Array, outer: Float64Array): boolean {
  for (let at = 0; at < ring.length; at += 2) {
    const side = sideOfRing(outer, f64(ring, at), f64(ring, at + 1))
    if (side !== 0) return side > 0
  }
  return false
}

const tooFew = (pointer: string, count: number): FieldIssue => ({
  pointer,
  code: 'too-few-positions',
  zh: `环只有 ${count} 个坐标：至少要 4 个，且首尾相同。`,
  en: `The ring has ${count} positions: it needs at least 4, the last equal to the first.`,
})

function notClosed(pointer: string, xy: Float64Array): FieldIssue {
  const first = `[${xy[0]}, ${xy[1]}]`
  const last = `[${xy[xy.length - 2]}, ${xy[xy.length - 1]}]`
  return {
    pointer,
    code: 'ring-not-closed',
    zh: `环没有闭合：首点为 ${first}，末点为 ${last}。请在末尾重复首点。`,
    en: `The ring is not closed: it starts at ${first} and ends at ${last}. Repeat the first position at the end.`,
  }
}

const noArea = (pointer: string): FieldIssue => ({
  pointer,
  code: 'zero-area',
  zh: '环围出的面积为零：请改用点或线，或核对坐标。',
  en: 'The ring encloses no area: use a point or a line, or check the coordinates.',
})

function crosses({ x, y, rings: [one, other] }: RingCrossing, paths: readonly Path[]): FieldIssue {
  const at = `(${Number(x.toFixed(7))}, ${Number(y.toFixed(7))})`
  const pointer = paths[one]?.pointer ?? ''
  if (one === other) {
    return {
      pointer,
      code: 'self-crossing',
      zh: `环在 ${at} 处与自身相交或相接：请把它画成不自交的环。`,
      en: `The ring crosses or touches itself at ${at}: draw it so that it does not.`,
    }
  }
  return {
    pointer,
    code: 'rings-crossing',
    zh: `两个环在 ${at} 处相交或有重合的边：洞须在外环之内，各部分不得重叠。`,
    en: `Two rings cross or share an edge at ${at}: holes must lie within the outer ring and parts must not overlap.`,
  }
}

const holeOutside = (pointer: string): FieldIssue => ({
  pointer,
  code: 'hole-outside',
  zh: '洞不在外环之内：第一个环应是外环，其余是它里面的洞。',
  en: 'The hole does not lie within the outer ring: the first ring is the outer one, the others are holes in it.',
})

const partInside = (pointer: string): FieldIssue => ({
  pointer,
  code: 'parts-overlap',
  zh: '这一部分落在另一部分之内：请去掉重复的部分。',
  en: 'This part lies within another part: remove what is doubled.',
})

const tooWide = (pointer: string, areaM2: number): FieldIssue => ({
  pointer,
  code: 'too-large',
  zh: `面积为 ${Math.round(areaM2 / 1e6)} 平方千米，上限为 ${MOST_AREA_M2 / 1e6} 平方千米：请核对坐标，或分成几起。`,
  en: `The area is ${Math.round(areaM2 / 1e6)} km2 and the limit is ${MOST_AREA_M2 / 1e6} km2: check the coordinates, or report it in parts.`,
})
