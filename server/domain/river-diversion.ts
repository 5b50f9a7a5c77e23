/** Which of several ways on is the river, and which takes water out of it. */
import type { ReachProperties } from './reference-data.ts'
import type { RiverGraph } from './river-graph.ts'
import { i32 } from './typed-array.ts'

/**
 * 1 for every reach that leaves a forking place without being its main stem. The main stem is, in this order: the one that
 * keeps a river's id through the fork, a river before a canal, the higher order, the first id.
 */
export function markDiversions({ nodeCount, downstream, upstream }: RiverGraph, reaches: readonly ReachProperties[]) {
  const isDiversion = new Uint8Array(reaches.length)
  for (let place = 0; place < nodeCount; place++) {
    const leaving = reachesFrom(downstream, place)
    if (leaving.length < 2) continue
    const arriving = new Set(reachesFrom(upstream, nodeCount - 1 - place).map((reach) => reaches[reach]?.riverId))
    const [, ...others] = leaving.sort((a, b) => compareStems(reaches[a], reaches[b], arriving))
    for (const reach of others) isDiversion[reach] = 1
  }
  return isDiversion
}

function reachesFrom(ways: { start: Int32Array; reach: Int32Array }, place: number): number[] {
  return [...ways.reach.subarray(i32(ways.start, place), i32(ways.start, place + 1))]
}

function compareStems(
  a: ReachProperties | undefined,
  b: ReachProperties | undefined,
  arriving: ReadonlySet<string | undefined>,
): number {
  if (a === undefined || b === undefined) return 0
  return (
    Number(arriving.has(b.riverId)) - Number(arriving.has(a.riverId)) ||
    Number(a.kind === 'canal') - Number(b.kind === 'canal') ||
    b.order - a.order ||
    (a.id < b.id ? -1 : 1)
  )
}
