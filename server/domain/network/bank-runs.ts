/** 两岸: which units lie on the left and right of a line as the water flows, from stretch to stretch. */
import type { Coverage } from '../coverage/coverage.ts'
import { crossingTable } from '../coverage/crossing-table.ts'
import { locateUnit } from '../coverage/locate.ts'
import { f64 } from '../typed-array.ts'
import { boxAround, lineLengthM, pointAt } from './metre-line.ts'

/** A stretch with the same unit numbers on its banks; they differ where the river itself is the border. */
export interface BankRun {
  readonly left: number
  readonly right: number
  /** Metres from the line's first vertex. */
  readonly fromM: number
  readonly toM: number
}

/** A touch of a border shorter than so many widths of the strip is no change of bank. */
const BRIEF = 4

/**
 * Runs of a line (flat metres). The banks are the units so many metres (`borderM`) to the left and to the right: where the
 * border keeps within that strip, the line forms the border. Runs meet end to end.
 */
export function bankRuns(coverage: Coverage, line: Float64Array, borderM: number): BankRun[] {
  const lengthM = lineLengthM(line)
  const { near } = crossingTable(coverage)
  near.collect(boxAround(line, borderM))
  if (near.areNone) {
    const unit = locateUnit(coverage, f64(line, 0), f64(line, 1))
    return [{ left: unit, right: unit, fromM: 0, toM: lengthM }]
  }
  return atExactCrossings(coverage, line, withoutBriefTouches(sampledRuns(coverage, line, borderM), BRIEF * borderM))
}

function sampledRuns(coverage: Coverage, line: Float64Array, borderM: number): BankRun[] {
  const runs: BankRun[] = []
  let walkedM = 0
  for (let at = 0; at + 3 < line.length; at += 2) {
    const [x, y] = [f64(line, at), f64(line, at + 1)]
    const [dx, dy] = [f64(line, at + 2) - x, f64(line, at + 3) - y]
    const edgeM = Math.hypot(dx, dy)
    const [asideX, asideY] = [(-dy / edgeM) * borderM, (dx / edgeM) * borderM]
    const steps = Math.ceil((2 * edgeM) / borderM)
    for (let step = 0; step < steps; step++) {
      const share = (step + 0.5) / steps
      const [px, py] = [x + share * dx, y + share * dy]
      const left = locateUnit(coverage, px + asideX, py + asideY)
      const right = locateUnit(coverage, px - asideX, py - asideY)
      extend(runs, { left, right, fromM: walkedM, toM: walkedM + edgeM / steps })
      walkedM += edgeM / steps
    }
  }
  return runs
}

/** Adds a run, or lengthens the last one where the banks are the same. */
function extend(runs: BankRun[], run: BankRun): void {
  const last = runs.at(-1)
  if (last === undefined || !isSameBanks(last, run)) runs.push(run)
  else runs[runs.length - 1] = { ...last, toM: run.toM }
}

const isSameBanks = (a: BankRun, b: BankRun): boolean => a.left === b.left && a.right === b.right

/**
 * Takes out, shortest first, what is brief and only touches: a stretch along a border on the way across it, and a visit from
 * which the line returns to the same banks.
 */
function withoutBriefTouches(sampled: readonly BankRun[], briefM: number): BankRun[] {
  let runs = [...sampled]
  for (;;) {
    const touches = runs.filter((run, at) => runs.length > 1 && isTouch(run, runs[at - 1], runs[at + 1], briefM))
    const [shortest] = touches.sort((a, b) => a.toM - a.fromM - (b.toM - b.fromM))
    if (shortest === undefined) return runs
    runs = withoutRun(runs, runs.indexOf(shortest))
  }
}

function isTouch(run: BankRun, before: BankRun | undefined, after: BankRun | undefined, briefM: number): boolean {
  if (run.toM - run.fromM >= briefM) return false
  const isVisit = before !== undefined && after !== undefined && isSameBanks(before, after)
  return isVisit || run.left !== run.right
}

/** Its neighbours meet in its middle, or become one. */
function withoutRun(runs: readonly BankRun[], at: number): BankRun[] {
  const [before, run, after] = [runs[at - 1], runs[at], runs[at + 1]]
  if (run === undefined) return [...runs]
  const meetM = before === undefined ? run.fromM : after === undefined ? run.toM : (run.fromM + run.toM) / 2
  const kept: BankRun[] = []
  for (const other of runs) {
    if (other === before) extend(kept, { ...other, toM: meetM })
    else if (other === after) extend(kept, { ...other, fromM: meetM })
    else if (other !== run) extend(kept, other)
  }
  return kept
}

/** Where a line goes from one unit into another the runs meet on the border itself. */
function atExactCrossings(coverage: Coverage, line: Float64Array, runs: readonly BankRun[]): BankRun[] {
  const exact: BankRun[] = []
  for (const run of runs) {
    const last = exact.at(-1)
    if (last === undefined) {
      exact.push(run)
      continue
    }
    const meetM = isCrossing(last, run) ? crossingM(coverage, line, last, run) : run.fromM
    exact[exact.length - 1] = { ...last, toM: meetM }
    exact.push({ ...run, fromM: meetM })
  }
  return exact
}

const isCrossing = (a: BankRun, b: BankRun): boolean => a.left === a.right && b.left === b.right

/** Halves the stretch between the middles of the two runs until the border lies within a millimetre. */
function crossingM(coverage: Coverage, line: Float64Array, before: BankRun, after: BankRun): number {
  const unitAt = (m: number) => locateUnit(coverage, ...pointAt(line, m))
  let [low, high] = [(before.fromM + before.toM) / 2, (after.fromM + after.toM) / 2]
  if (unitAt(low) !== before.left || unitAt(high) !== after.left) return after.fromM
  while (high - low > 1e-3) {
    const middle = (low + high) / 2
    if (unitAt(middle) === before.left) low = middle
    else high = middle
  }
  return (low + high) / 2
}
