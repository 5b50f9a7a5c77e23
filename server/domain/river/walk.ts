/**
 * The walk along a river graph that every trace is made of: one pass that carries distance and hours together.
 *
 * A place is reached at the moment of the leading edge: of several ways to it that stay within the limits the one with the
 * earliest hour counts, and distance and probable hour are those of that same way. Where no cycle can be met, places are
 * taken in the order of their numbers and the walk is linear in what it reaches; elsewhere it is Dijkstra's.
 */

import { f64, i32, u8 } from '../typed-array.ts'
import { type Frontier, OrderedFrontier, TimedFrontier } from './frontier.ts'
import type { RiverGraph, WaysOn } from './graph.ts'
import { type WalkEnd, WalkedRuns } from './walked-runs.ts'

/** What it takes to pass each reach, by reach number. All finite, none negative. */
export interface ReachCosts {
  readonly lengthM: Float64Array
  /** Hours of the leading edge, the fastest credible passage. */
  readonly earliestH: Float64Array
  readonly probableH: Float64Array
  /** 1 where water flows; 0 where a gate or a dry bed holds it back; 2 where it flows and `WalkLimits.stops` has an end. */
  readonly isOpen: Uint8Array
}

/** A place on a reach; `progress` is the share of it, 0 to 1, that lies behind the walker when they set out. */
export interface WalkStart {
  readonly reach: number
  readonly progress: number
}

export interface WalkLimits {
  /** Metres of river; `Infinity` for no limit. */
  readonly maxM: number
  /** Hours of the leading edge; `Infinity` for no limit. */
  readonly maxH: number
  /** True to go on through closed reaches, as if every gate were open. */
  readonly throughClosed: boolean
  /**
   * By reach, the share of it, 0 to 1 as the walk goes, at which the walk ends there, or `NOT_ENTERED`; `isOpen` is 2, or 0,
   * on each.
   */
  readonly stops?: ReadonlyMap<number, number>
}

/** A stop in front of a reach: it is not met at all, whereas a stop at 0 meets its first point. */
export const NOT_ENTERED = -1

/** Memory that walks reuse: one walk at a time, and its runs hold until the next. */
export class WalkMemory {
  readonly runs = new WalkedRuns()
  readonly ordered: OrderedFrontier
  readonly timed: TimedFrontier
  /** The walk that last reached each place; figures of other walks are stale. */
  readonly reachedIn: Int32Array
  readonly distanceM: Float64Array
  readonly earliestH: Float64Array
  readonly probableH: Float64Array
  readonly arrivedBy: Int32Array
  /** The walk whose main stem last came to each place. */
  readonly mainIn: Int32Array
  walk = 0

  constructor(graph: RiverGraph) {
    this.ordered = new OrderedFrontier(graph.nodeCount)
    this.timed = new TimedFrontier(graph.nodeCount)
    this.reachedIn = new Int32Array(graph.nodeCount)
    this.distanceM = new Float64Array(graph.nodeCount)
    this.earliestH = new Float64Array(graph.nodeCount)
    this.probableH = new Float64Array(graph.nodeCount)
    this.arrivedBy = new Int32Array(graph.nodeCount)
    this.mainIn = new Int32Array(graph.nodeCount)
  }
}

/** Walks `ways` from `start` until the limits; the result is `memory.runs`. */
export function walkRiver(
  ways: WaysOn,
  costs: ReachCosts,
  start: WalkStart,
  limits: WalkLimits,
  memory: WalkMemory,
): WalkedRuns {
  const { runs } = memory
  const head = i32(ways.headOfReach, start.reach)
  const frontier = u8(ways.meetsCycle, head) === 1 ? memory.timed : memory.ordered
  runs.clear()
  frontier.clear()
  memory.walk++
  if (leaveStart(costs, start, limits, memory)) {
    arriveFromStart(head, costs, start, memory)
    frontier.add(head, f64(memory.earliestH, head))
    spread(ways, costs, limits, memory, frontier)
  }
  return runs
}

/** Records run 0; true when its far end lies within the limits and water passes it. */
function leaveStart(costs: ReachCosts, start: WalkStart, limits: WalkLimits, { runs }: WalkMemory): boolean {
  if (u8(costs.isOpen, start.reach) === 0 && !limits.throughClosed) {
    runs.closed.push(start.reach)
    return false
  }
  const lengthM = f64(costs.lengthM, start.reach)
  const earliestH = f64(costs.earliestH, start.reach)
  const extent = furthest(-start.progress * lengthM, -start.progress * earliestH, lengthM, earliestH, limits)
  const stop = limits.stops?.get(start.reach) ?? -1
  if (stop < start.progress || stop > extent) {
    runs.add(start.reach, -1, 0, 0, 0, extent)
    return extent === 1
  }
  runs.add(start.reach, -1, 0, 0, 0, stop)
  runs.ends.push(endOn(start.reach, stop, costs, { distanceM: 0, earliestH: 0, probableH: 0 }, stop - start.progress))
  return false
}

function arriveFromStart(head: number, costs: ReachCosts, start: WalkStart, memory: WalkMemory): void {
  const remaining = 1 - start.progress
  memory.reachedIn[head] = memory.walk
  memory.distanceM[head] = remaining * f64(costs.lengthM, start.reach)
  memory.earliestH[head] = remaining * f64(costs.earliestH, start.reach)
  memory.probableH[head] = remaining * f64(costs.probableH, start.reach)
  memory.arrivedBy[head] = 0
}

/** The hot loop. Every index comes from the graph itself, so each read is within bounds. */
function spread(ways: WaysOn, costs: ReachCosts, limits: WalkLimits, memory: WalkMemory, frontier: Frontier): void {
  const { runs, walk, reachedIn } = memory
  const { maxM, maxH } = limits
  for (let place = frontier.next(); place >= 0; place = frontier.next()) {
    const nearM = f64(memory.distanceM, place)
    const nearH = f64(memory.earliestH, place)
    const nearProbableH = f64(memory.probableH, place)
    const parent = i32(memory.arrivedBy, place)
    const end = i32(ways.start, place + 1)
    for (let entry = i32(ways.start, place); entry < end; entry++) {
      const reach = i32(ways.reach, entry)
      if (u8(costs.isOpen, reach) !== 1 && halts(reach, place, costs, limits, memory)) continue
      const farM = nearM + f64(costs.lengthM, reach)
      const farH = nearH + f64(costs.earliestH, reach)
      if (farM > maxM || farH > maxH) {
        const extent = furthest(nearM, nearH, farM - nearM, farH - nearH, limits)
        if (extent > 0) runs.add(reach, parent, nearM, nearH, nearProbableH, extent)
        continue
      }
      const run = runs.add(reach, parent, nearM, nearH, nearProbableH, 1)
      const head = i32(ways.head, entry)
      if (i32(reachedIn, head) === walk && f64(memory.earliestH, head) <= farH) continue
      reachedIn[head] = walk
      memory.distanceM[head] = farM
      memory.earliestH[head] = farH
      memory.probableH[head] = nearProbableH + f64(costs.probableH, reach)
      memory.arrivedBy[head] = run
      frontier.add(head, farH)
    }
  }
}

/** Whether the walk ends on this reach, which begins at `place`: it is closed, or has a stop. Records where. */
function halts(reach: number, place: number, costs: ReachCosts, limits: WalkLimits, memory: WalkMemory): boolean {
  const { runs } = memory
  if (u8(costs.isOpen, reach) === 0 && !limits.throughClosed) {
    runs.closed.push(reach)
    return true
  }
  const stop = limits.stops?.get(reach)
  if (stop === undefined) return false
  const near = {
    distanceM: f64(memory.distanceM, place),
    earliestH: f64(memory.earliestH, place),
    probableH: f64(memory.probableH, place),
  }
  const { distanceM, earliestH, probableH } = near
  const limit = furthest(distanceM, earliestH, f64(costs.lengthM, reach), f64(costs.earliestH, reach), limits)
  const extent = Math.min(stop, limit)
  if (extent > 0 || stop === 0) runs.add(reach, i32(memory.arrivedBy, place), distanceM, earliestH, probableH, extent)
  if (stop <= limit) runs.ends.push(endOn(reach, Math.max(0, stop), costs, near, Math.max(0, stop)))
  return true
}

/** The figures after a share of a reach. */
function endOn(
  reach: number,
  extent: number,
  costs: ReachCosts,
  near: { readonly distanceM: number; readonly earliestH: number; readonly probableH: number },
  share: number,
): WalkEnd {
  return {
    reach,
    extent,
    distanceM: near.distanceM + share * f64(costs.lengthM, reach),
    earliestH: near.earliestH + share * f64(costs.earliestH, reach),
    probableH: near.probableH + share * f64(costs.probableH, reach),
  }
}

/** Share of a reach that can be walked before a limit, 0 to 1. */
function furthest(nearM: number, nearH: number, lengthM: number, hours: number, limits: WalkLimits): number {
  const byDistance = nearM + lengthM > limits.maxM ? (limits.maxM - nearM) / lengthM : 1
  const byTime = nearH + hours > limits.maxH ? (limits.maxH - nearH) / hours : 1
  return Math.min(byDistance, byTime)
}
