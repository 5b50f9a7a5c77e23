/** Which of several ways on takes water out of the river. */
import type { ReachProperties } from '../reference-data.ts'
import { i32 } from '../typed-array.ts'
import type { RiverGraph, WaysOn } from './graph.ts'

/**
 * 1 for every reach that leaves a forking place as a diversion: a canal where a river goes on, or, where only canals leave,
 * those that are not the canal which arrives. The arms of a river that splits by itself are no diversions.
 */
export function markDiversions({ nodeCount, downstream, upstream }: RiverGraph, reaches: readonly ReachProperties[]) {
  const isDiversion = new Uint8Array(reaches.length)
  const canals = canalRivers(reaches)
  const riverOf = (reach: number) => reaches[reach]?.riverId ?? ''
  for (let place = 0; place < nodeCount; place++) {
    const leaving = reachesFrom(downstream, place)
    if (leaving.length < 2) continue
    const arriving = new Set(reachesFrom(upstream, nodeCount - 1 - place).map(riverOf))
    const hasRiver = leaving.some((reach) => !canals.has(riverOf(reach)))
    const goesOn = (reach: number) => (hasRiver ? !canals.has(riverOf(reach)) : arriving.has(riverOf(reach)))
    for (const reach of leaving) isDiversion[reach] = goesOn(reach) ? 0 : 1
  }
  return isDiversion
}

/** Ids of the rivers that are canals: a canal's first reach inside a reservoir is drawn as river and still is the canal. */
export const canalRivers = (reaches: readonly ReachProperties[]): ReadonlySet<string> =>
  new Set(reaches.filter(({ kind }) => kind === 'canal').map(({ riverId }) => riverId))

/** The reaches that leave a place in one direction of travel. */
export function reachesFrom({ start, reach }: WaysOn, place: number): number[] {
  return [...reach.subarray(i32(start, place), i32(start, place + 1))]
}
