/** Which units a line runs through, in order, and how much of it lies in each. */

import { f64, i32 } from '../typed-array.ts'
import type { Coverage } from './coverage.ts'
import type { Box } from './crossing-near.ts'
import type { BorderNetwork } from './crossing-network.ts'
import { placeCrossing } from './crossing-place.ts'
import { type CrossingTable, crossingTable, SLIVER_SHARE } from './crossing-table.ts'
import { locateUnit } from './locate.ts'
import { isLeft } from './side.ts'

/** How much of a line lies in one unit; `OUTSIDE` is listed like any unit. */
interface LengthShare {
  readonly unit: number
  /** Part of the whole line, 0 to 1; the shares of a line add up to 1. */
  readonly share: number
  readonly lengthM: number
}

/** A stretch of the line in one unit, in metres from the line's start. */
interface Passage {
  readonly unit: number
  readonly fromM: number
  readonly toM: number
}

export interface LineShares {
  /** By unit number. */
  readonly shares: readonly LengthShare[]
  /** In the order of the line, end to end; neighbours differ in unit. */
  readonly passages: readonly Passage[]
}

/**
 * Units along a line x, y, x, y... in the coverage's plane (metres). A line drawn on a border runs, by the tie rule of
 * coverage.ts, through the unit east (north) of it. The line may cross itself. Nothing for a line without length.
 */
export function lineShares(coverage: Coverage, line: Float64Array): LineShares {
  const stretches = stretchesAlong(coverage, crossingTable(coverage), line)
  const lengthM = stretches[stretches.length - 1]?.toM ?? 0
  if (!(lengthM > 0)) return { shares: [], passages: [] }
  const passages = joinPassages(stretches, lengthM * SLIVER_SHARE)
  return { shares: lengthShares(passages, lengthM), passages }
}

/** From crossing to crossing, however short. */
function stretchesAlong(coverage: Coverage, table: CrossingTable, line: Float64Array): Passage[] {
  if (line.length < 4) return []
  const { network, near, walk } = table
  const stretches: Passage[] = []
  near.collect(boxOf(line))
  walk.startAt(f64(line, 0), f64(line, 1))
  let unit = locateUnit(coverage, walk.qx, walk.qy)
  let fromM = 0
  let walkedM = 0
  for (let place = 2; place + 1 < line.length; place += 2) {
    walk.goTo(f64(line, place), f64(line, place + 1))
    const edgeM = Math.sqrt((walk.qx - walk.px) ** 2 + (walk.qy - walk.py) ** 2)
    if (walk.crossedCount > 0) {
      for (const { hit, alongEdge } of crossingsInOrder(table)) {
        const toM = walkedM + alongEdge * edgeM
        stretches.push({ unit, fromM, toM })
        const arc = i32(network.arcOf, hit < 0 ? ~hit : hit)
        unit ^= i32(network.left, arc) ^ i32(network.right, arc)
        fromM = toM
      }
    }
    walkedM += edgeM
  }
  stretches.push({ unit, fromM, toM: walkedM })
  return stretches
}

function boxOf(line: Float64Array): Box {
  let minX = f64(line, 0)
  let minY = f64(line, 1)
  let maxX = minX
  let maxY = minY
  for (let place = 2; place + 1 < line.length; place += 2) {
    const x = f64(line, place)
    const y = f64(line, place + 1)
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
  }
  return { minX, minY, maxX, maxY }
}

interface EdgeCrossing {
  /** As `BorderWalk.crossed` tells it. */
  readonly hit: number
  readonly alongEdge: number
}

function crossingsInOrder({ network, walk, meeting }: CrossingTable): EdgeCrossing[] {
  const crossings: EdgeCrossing[] = []
  for (let index = 0; index < walk.crossedCount; index++) {
    const hit = walk.crossed(index)
    placeCrossing(network, walk, hit < 0 ? ~hit : hit, meeting)
    crossings.push({ hit, alongEdge: meeting.alongEdge })
  }
  return crossings.sort((a, b) => compareAlongEdge(network, a, b))
}

/**
 * Which crossing comes first. Numbers cannot tell at a corner where borders meet, and need not: of two borders from one
 * vertex the angle between them decides, exactly. Seen from a vertex on the right of the edge, what lies farther round
 * to the left is crossed earlier.
 */
function compareAlongEdge({ points }: BorderNetwork, a: EdgeCrossing, b: EdgeCrossing): number {
  for (const isStartOfA of [true, false]) {
    const cornerX = f64(points, endOf(a, isStartOfA))
    const cornerY = f64(points, endOf(a, isStartOfA) + 1)
    for (const isStartOfB of [true, false]) {
      if (f64(points, endOf(b, isStartOfB)) !== cornerX) continue
      if (f64(points, endOf(b, isStartOfB) + 1) !== cornerY) continue
      const tipA = endOf(a, !isStartOfA)
      const tipB = endOf(b, !isStartOfB)
      const [ax, ay] = [f64(points, tipA), f64(points, tipA + 1)]
      const isBFartherLeft = isLeft(cornerX, cornerY, ax, ay, f64(points, tipB), f64(points, tipB + 1))
      const isCornerRight = isStartOfA === a.hit >= 0
      return isBFartherLeft === isCornerRight ? 1 : -1
    }
  }
  return a.alongEdge - b.alongEdge
}

/** Place in `points` of the start or finish of the crossed segment. */
function endOf({ hit }: EdgeCrossing, isStart: boolean): number {
  return 2 * (hit < 0 ? ~hit : hit) + (isStart ? 0 : 2)
}

/** Joins what lies in one unit; a sliver goes to the passage before it, so that passages still meet end to end. */
function joinPassages(stretches: readonly Passage[], sliverM: number): Passage[] {
  const passages: Passage[] = []
  let fromM = 0
  for (const { unit, toM } of stretches) {
    const last = passages[passages.length - 1]
    const isSliver = toM - fromM <= sliverM
    if (last === undefined && isSliver) continue
    if (last !== undefined && (isSliver || last.unit === unit)) passages[passages.length - 1] = { ...last, toM }
    else passages.push({ unit, fromM, toM })
    fromM = toM
  }
  return passages
}

function lengthShares(passages: readonly Passage[], lengthM: number): LengthShare[] {
  const lengths = new Map<number, number>()
  for (const { unit, fromM, toM } of passages) lengths.set(unit, (lengths.get(unit) ?? 0) + toM - fromM)
  return [...lengths]
    .map(([unit, sum]) => ({ unit, share: sum / lengthM, lengthM: sum }))
    .sort((a, b) => a.unit - b.unit)
}
