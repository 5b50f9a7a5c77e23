/** The branches of a trace: its main stem, and the tributaries and diversions that leave it. */
import { i32, u8 } from '../typed-array.ts'
import { type RiverNetwork, reachAt } from './network.ts'
import type { ReachMet, RiverTrace, TraceDirection } from './trace.ts'
import type { WalkedRuns } from './walked-runs.ts'

/**
 * Everything met before the way leaves it again. A tributary or diversion keeps its name as far as the trace follows it, also
 * where a canal's water has long gone on in another river.
 */
export interface Branch {
  readonly kind: 'main' | 'tributary' | 'diversion'
  readonly riverId: string
  readonly river: string
  readonly riverEn: string
  /** The reach with which it begins, as the trace goes. */
  readonly reachId: string
  /** Kilometres of river from the start to where it leaves; 0 for the main stem. */
  readonly km: number
  /** The branch that it leaves; null for the main stem. */
  readonly leaves: Branch | null
}

/** The tributaries and diversions of a trace in the order met, each once. */
export function sideBranches({ reaches }: RiverTrace): Branch[] {
  const branches = new Map<string, Branch>()
  for (const { branch } of reaches) {
    if (branch.kind !== 'main' && !branches.has(branch.reachId)) branches.set(branch.reachId, branch)
  }
  return [...branches.values()]
}

/** From the main stem, which is not among them, to the branch itself. */
export function wayOf(branch: Branch): Branch[] {
  return branch.leaves === null ? [] : [...wayOf(branch.leaves), branch]
}

/** The branch of a reach off the main stem: its own where the trace leaves another by it, else that of the reach before. */
export function sideBranch(
  network: RiverNetwork,
  direction: TraceDirection,
  reach: number,
  km: number,
  before: ReachMet,
): Branch {
  if (!leavesStem(network, direction, reach, before.branch.riverId)) return before.branch
  const { id, riverId, river, riverEn } = reachAt(network, reach)
  const kind = direction === 'downstream' || network.canals.has(riverId) ? 'diversion' : 'tributary'
  return { kind, riverId, river, riverEn, reachId: id, km, leaves: before.branch }
}

/**
 * 1 for every run that the main stem comes to without leaving it, whichever way came there first: where a diversion is faster
 * than the river that it comes back to, that river is still the main stem. The walk must be the memory's last.
 */
export function markMainRuns(network: RiverNetwork, direction: TraceDirection, runs: WalkedRuns): Uint8Array {
  const { graph, memory } = network
  const { mainIn, walk } = memory
  const ways = graph[direction]
  const back = direction === 'downstream' ? graph.upstream : graph.downstream
  const isMain = new Uint8Array(runs.count)
  if (runs.count === 0) return isMain
  const reachMain = (run: number) => {
    isMain[run] = 1
    if (runs.extent[run] === 1) mainIn[i32(ways.headOfReach, i32(runs.reach, run))] = walk
  }
  const { riverId } = reachAt(network, i32(runs.reach, 0))
  reachMain(0)
  let isComplete = false
  while (!isComplete) {
    // Runs come in the order of their places; only on a cycle can the main stem come to a place after its runs.
    isComplete = u8(ways.meetsCycle, i32(ways.headOfReach, i32(runs.reach, 0))) === 0
    let found = 0
    for (let run = 1; run < runs.count; run++) {
      const reach = i32(runs.reach, run)
      if (isMain[run] === 1 || leavesStem(network, direction, reach, riverId)) continue
      if (i32(mainIn, graph.nodeCount - 1 - i32(back.headOfReach, reach)) !== walk) continue
      reachMain(run)
      found++
    }
    if (found === 0) isComplete = true
  }
  return isMain
}

/**
 * Whether a trace on a river (by id) leaves it by this reach: downstream by a diversion, upstream by a side inflow. A canal that
 * passes a reservoir goes on as itself, though from the reservoir's own river it is a diversion.
 */
function leavesStem(network: RiverNetwork, direction: TraceDirection, reach: number, riverId: string): boolean {
  if (direction === 'upstream') return u8(network.isSideInflow, reach) === 1
  return u8(network.isDiversion, reach) === 1 && reachAt(network, reach).riverId !== riverId
}
