/** Which of several waters that meet is the main stem, and which are its tributaries. */
import type { ReachProperties } from '../reference-data.ts'
import { f64, i32 } from '../typed-array.ts'
import { canalRivers, reachesFrom } from './diversion.ts'
import type { RiverGraph } from './graph.ts'
import type { ReachHydraulics } from './travel-time.ts'

/**
 * 1 for every reach that does not bring the main stem to the node at its lower end. The main stem comes by a river before a
 * canal, then by the reach of the higher order, then from the larger drainage area if that is known of all that meet, else by
 * the longer way from its source. A canal brings foreign water: it is the main stem of nothing but itself.
 */
export function markSideInflows(
  graph: RiverGraph,
  reaches: readonly ReachProperties[],
  hydraulics: ReadonlyMap<string, ReachHydraulics> = new Map(),
): Uint8Array {
  const { nodeCount, downstream, upstream } = graph
  const isSideInflow = new Uint8Array(reaches.length)
  const canals = canalRivers(reaches)
  const riverOf = (reach: number) => reaches[reach]?.riverId ?? ''
  const isCanal = (reach: number) => canals.has(riverOf(reach))
  const orderOf = (reach: number) => reaches[reach]?.order ?? 0
  const aboveM = longestWaysM(graph, reaches)
  for (let place = 0; place < nodeCount; place++) {
    const arriving = reachesFrom(upstream, nodeCount - 1 - place)
    const sizes = sizesOf(arriving, reaches, hydraulics) ?? arriving.map((reach) => f64(aboveM, reach))
    const sizeOf = new Map(arriving.map((reach, index) => [reach, sizes[index] ?? 0]))
    const leaving = new Set(reachesFrom(downstream, place).map(riverOf))
    const isForeign = (reach: number) => isCanal(reach) && leaving.size > 0 && !leaving.has(riverOf(reach))
    const [main, ...others] = arriving.sort((a, b) => {
      const byOrigin = Number(isForeign(a)) - Number(isForeign(b)) || Number(isCanal(a)) - Number(isCanal(b))
      return byOrigin || orderOf(b) - orderOf(a) || (sizeOf.get(b) ?? 0) - (sizeOf.get(a) ?? 0) || a - b
    })
    for (const reach of others) isSideInflow[reach] = 1
    if (main !== undefined && isForeign(main)) isSideInflow[main] = 1
  }
  return isSideInflow
}

/** Drainage areas of the reaches, m²; null unless known of each. */
function sizesOf(
  reaches: readonly number[],
  properties: readonly ReachProperties[],
  hydraulics: ReadonlyMap<string, ReachHydraulics>,
): number[] | null {
  const areas = reaches.map((reach) => hydraulics.get(properties[reach]?.id ?? '')?.drainageAreaM2)
  return areas.every((area) => area !== undefined) ? areas : null
}

/** Metres from the farthest source to the lower end of each reach; reaches that close a cycle are not walked. */
function longestWaysM({ nodeCount, downstream }: RiverGraph, reaches: readonly ReachProperties[]): Float64Array {
  const toPlaceM = new Float64Array(nodeCount)
  const throughM = new Float64Array(reaches.length)
  for (let place = 0; place < nodeCount; place++) {
    for (const reach of reachesFrom(downstream, place)) {
      const farM = f64(toPlaceM, place) + (reaches[reach]?.lengthM ?? 0)
      const head = i32(downstream.headOfReach, reach)
      throughM[reach] = farM
      if (head > place) toPlaceM[head] = Math.max(f64(toPlaceM, head), farM)
    }
  }
  return throughM
}
