/**
 * 漂移: where a border river has left the legal boundary line. The line of the law stays where it was drawn, so both are kept:
 * the banks follow the legal line, and each stretch that strayed is told with its line and with the river's.
 */
import type { UnitLayer } from '../atlas.ts'
import type { Metres } from '../coordinate-system.ts'
import type { Coverage } from '../coverage/coverage.ts'
import { f64, i32 } from '../typed-array.ts'
import type { BankRun } from './bank-runs.ts'
import { lineLengthM, pointAt } from './metre-line.ts'
import type { NetworkSettings } from './settings.ts'
import type { SurveyedReach } from './split-reaches.ts'

export interface Drift {
  /** The source line, by number. */
  readonly line: number
  /** Codes of the two units that the legal line parts. */
  readonly units: readonly [string, string]
  /** The greatest distance of the river from the legal line. */
  readonly driftM: number
  readonly river: readonly Metres[]
  readonly legal: readonly Metres[]
}

/**
 * The stretches between border stretches of one pair of units that lie in one of the two, at most `driftM` from the border and
 * beyond `borderM`: nearer, line and border are not told apart.
 */
export function findDrifts(
  surveyed: readonly SurveyedReach[],
  { metres: coverage }: UnitLayer,
  { borderM, driftM }: Pick<NetworkSettings, 'borderM' | 'driftM'>,
): Drift[] {
  const borders = new Map<number, Int32Array>()
  return surveyed.flatMap((reach) => {
    return reach.runs.flatMap((run, at) => {
      const pair = strayedFrom(run, reach.runs[at - 1], reach.runs[at + 1])
      if (pair === null) return []
      const key = Math.min(...pair) * coverage.codes.length + Math.max(...pair)
      const border = borders.get(key) ?? borderBetween(coverage, pair)
      borders.set(key, border)
      const drift = driftOf(reach, run, pair, border, coverage)
      return drift.driftM > borderM && drift.driftM <= driftM ? drift : []
    })
  })
}

type Pair = readonly [number, number]

/** The pair of units whose border the run has left: on both sides of it, or on one where the reach begins or ends. */
function strayedFrom(run: BankRun, before: BankRun | undefined, after: BankRun | undefined): Pair | null {
  if (run.left !== run.right) return null
  const around = [before, after].filter((other) => other !== undefined)
  const [first] = around
  if (first === undefined || !around.every((other) => isOnBorder(other, run.left) && hasBanks(other, first)))
    return null
  return [first.left, first.right]
}

const isOnBorder = ({ left, right }: BankRun, unit: number) => left !== right && (left === unit || right === unit)
const hasBanks = (one: BankRun, other: BankRun) => one.left === other.left && one.right === other.right

function borderBetween({ segments }: Coverage, [one, other]: Pair): Int32Array {
  const found: number[] = []
  for (let s = 0; s < segments.count; s++) {
    const [left, right] = [i32(segments.left, s), i32(segments.right, s)]
    if ((left === one && right === other) || (left === other && right === one)) found.push(s)
  }
  return Int32Array.from(found)
}

/** How far apart the places are at which the drift is measured. */
const STEP_M = 25

function driftOf(
  { line, metres }: SurveyedReach,
  { fromM, toM }: BankRun,
  [left, right]: Pair,
  border: Int32Array,
  coverage: Coverage,
): Drift {
  const steps = Math.ceil((toM - fromM) / STEP_M)
  const places = Array.from({ length: steps + 1 }, (_, step) => pointAt(metres, fromM + (step / steps) * (toM - fromM)))
  const feet = places.map((place) => footOnBorder(coverage, border, place))
  const driftM = feet.reduce((most, { distanceM }) => Math.max(most, distanceM), 0)
  const [first, last] = [feet.at(0), feet.at(-1)]
  const legal = first && last ? borderPath(coverage, border, first, last) : []
  const units = [coverage.codes[left] ?? '', coverage.codes[right] ?? ''] as const
  return { line: i32(line.line, edgeAt(metres, fromM)), units, driftM, river: places, legal }
}

interface BorderFoot {
  readonly segment: number
  readonly place: Metres
  readonly distanceM: number
}

function footOnBorder({ segments }: Coverage, border: Int32Array, [x, y]: Metres): BorderFoot {
  let nearest: BorderFoot = { segment: -1, place: [x, y], distanceM: Number.POSITIVE_INFINITY }
  for (const segment of border) {
    const [ax, ay] = [f64(segments.x0, segment), f64(segments.y0, segment)]
    const [dx, dy] = [f64(segments.x1, segment) - ax, f64(segments.y1, segment) - ay]
    const share = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
    const place: Metres = [ax + share * dx, ay + share * dy]
    const distanceM = Math.hypot(place[0] - x, place[1] - y)
    if (distanceM < nearest.distanceM) nearest = { segment, place, distanceM }
  }
  return nearest
}

/** The legal line from one foot to another: along the border, or straight where the border between is in two parts. */
function borderPath({ segments }: Coverage, border: Int32Array, from: BorderFoot, to: BorderFoot): Metres[] {
  if (from.segment === to.segment) return [from.place, to.place]
  const ends = (s: number): [Metres, Metres] => [
    [f64(segments.x0, s), f64(segments.y0, s)],
    [f64(segments.x1, s), f64(segments.y1, s)],
  ]
  const ways = new Map<string, number[]>()
  for (const segment of border) {
    for (const end of ends(segment)) ways.set(`${end}`, [...(ways.get(`${end}`) ?? []), segment])
  }
  const reachedFrom = new Map<number, { segment: number; by: Metres } | null>([[from.segment, null]])
  for (const [segment] of reachedFrom) {
    if (segment === to.segment) break
    for (const end of ends(segment)) {
      for (const next of ways.get(`${end}`) ?? []) {
        if (!reachedFrom.has(next)) reachedFrom.set(next, { segment, by: end })
      }
    }
  }
  const inner: Metres[] = []
  for (let at = reachedFrom.get(to.segment); at; at = reachedFrom.get(at.segment)) inner.unshift(at.by)
  return [from.place, ...inner, to.place]
}

/** The edge on which a place so many metres along lies. */
function edgeAt(metres: Float64Array, alongM: number): number {
  let edge = 0
  while (2 * edge + 5 < metres.length && lineLengthM(metres.subarray(0, 2 * edge + 4)) <= alongM) edge++
  return edge
}
