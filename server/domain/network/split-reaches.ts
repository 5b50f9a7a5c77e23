/** Reaches split where a bank's unit changes. */
import type { UnitLayer } from '../atlas.ts'
import { f64, i32 } from '../typed-array.ts'
import { type BankRun, bankRuns } from './bank-runs.ts'
import type { ReachLine } from './join-pieces.ts'
import { CELLS } from './line-table.ts'

/** A reach with the codes of the units on its banks; `''` where no unit is. */
export interface BankedReach {
  readonly line: ReachLine
  readonly leftUnit: string
  readonly rightUnit: string
}

/** A reach as it was before it was split, with what runs along it: the drift is looked for here. */
export interface SurveyedReach {
  readonly line: ReachLine
  readonly metres: Float64Array
  readonly runs: readonly BankRun[]
}

export function surveyBanks(lines: readonly ReachLine[], units: UnitLayer, borderM: number): SurveyedReach[] {
  return lines.map((line) => {
    const metres = metresOf(line)
    return { line, metres, runs: bankRuns(units.metres, metres, borderM) }
  })
}

export function splitByBanks(surveyed: readonly SurveyedReach[], { metres }: UnitLayer): BankedReach[] {
  const code = (unit: number): string => metres.codes[unit] ?? ''
  return surveyed.flatMap(({ line, runs }) => {
    const kept = runs.filter(({ fromM, toM }) => runs.length === 1 || toM - fromM >= SHORTEST_M)
    const parts = cutLine(
      line,
      kept.slice(1).map(({ fromM }) => fromM),
    )
    return parts.flatMap((part, at) => {
      const run = kept[at]
      return run === undefined ? [] : [{ line: part, leftUnit: code(run.left), rightUnit: code(run.right) }]
    })
  })
}

/** Without boundaries every bank is outside. */
export const withoutBanks = (lines: readonly ReachLine[]): BankedReach[] =>
  lines.map((line) => ({ line, leftUnit: '', rightUnit: '' }))

/** A part shorter than this is a rounding of the place where the line meets the border. */
const SHORTEST_M = 1

function metresOf({ x, y }: ReachLine): Float64Array {
  const metres = new Float64Array(2 * x.length)
  for (let v = 0; v < x.length; v++) {
    metres[2 * v] = f64(x, v) / CELLS
    metres[2 * v + 1] = f64(y, v) / CELLS
  }
  return metres
}

/** The line in parts, cut so many metres along it; the cuts come in order and become vertices of both parts. */
function cutLine(whole: ReachLine, cutsM: readonly number[]): ReachLine[] {
  let rest = whole
  let passedM = 0
  const parts: ReachLine[] = []
  for (const cutM of cutsM) {
    const [before, after] = cutOnce(rest, cutM - passedM)
    parts.push(before)
    rest = after
    passedM = cutM
  }
  return [...parts, rest]
}

function cutOnce(whole: ReachLine, cutM: number): [ReachLine, ReachLine] {
  const { x, y, line, fromM, toM } = whole
  let edge = 0
  let leftM = cutM
  const edgeM = (e: number): number => Math.hypot(f64(x, e + 1) - f64(x, e), f64(y, e + 1) - f64(y, e)) / CELLS
  while (edge < line.length - 1 && leftM > edgeM(edge)) leftM -= edgeM(edge++)
  const share = Math.min(1, Math.max(0, leftM / edgeM(edge)))
  const between = (start: number, end: number): number => start + share * (end - start)
  const cutX = Math.round(between(f64(x, edge), f64(x, edge + 1)))
  const cutY = Math.round(between(f64(y, edge), f64(y, edge + 1)))
  if (cutX === f64(x, edge) && cutY === f64(y, edge)) return atVertex(whole, edge)
  if (cutX === f64(x, edge + 1) && cutY === f64(y, edge + 1)) return atVertex(whole, edge + 1)
  const cutAlongM = between(f64(fromM, edge), f64(toM, edge))
  const twice = edge + 1
  return atVertex(
    {
      x: inserted(x, twice, cutX),
      y: inserted(y, twice, cutY),
      line: Int32Array.from([...line.subarray(0, twice), i32(line, edge), ...line.subarray(twice)]),
      fromM: inserted(fromM, twice, cutAlongM),
      toM: inserted(toM, edge, cutAlongM),
    },
    twice,
  )
}

function atVertex({ x, y, line, fromM, toM }: ReachLine, vertex: number): [ReachLine, ReachLine] {
  const part = (first: number, last: number): ReachLine => ({
    x: x.slice(first, last + 1),
    y: y.slice(first, last + 1),
    line: line.slice(first, last),
    fromM: fromM.slice(first, last),
    toM: toM.slice(first, last),
  })
  return [part(0, vertex), part(vertex, x.length - 1)]
}

function inserted(values: Float64Array, at: number, value: number): Float64Array {
  const longer = new Float64Array(values.length + 1)
  longer.set(values.subarray(0, at))
  longer[at] = value
  longer.set(values.subarray(at), at + 1)
  return longer
}
