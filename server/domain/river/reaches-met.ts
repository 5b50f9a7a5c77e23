/** The runs of a walk as a trace tells them: fractions in the direction of flow, kilometres, hours, branches. */
import { f64, i32, u8 } from '../typed-array.ts'
import { markMainRuns, sideBranch } from './branch.ts'
import { type RiverNetwork, reachAt } from './network.ts'
import type { ReachMet, TraceDirection } from './trace.ts'
import type { ReachCosts } from './walk.ts'
import type { WalkedRuns } from './walked-runs.ts'

/** In the order walked. The runs must be those of the network's last walk. */
export function describeRuns(
  network: RiverNetwork,
  direction: TraceDirection,
  startProgress: number,
  costs: ReachCosts,
  runs: WalkedRuns,
): ReachMet[] {
  const met: ReachMet[] = []
  const isMain = markMainRuns(network, direction, runs)
  for (let run = 0; run < runs.count; run++) {
    const reach = i32(runs.reach, run)
    const parent = run === 0 ? undefined : met[i32(runs.parent, run)]
    const near = run === 0 ? startProgress : 0
    // A cycle that comes back to the start reach ends where the trace began.
    const far =
      run > 0 && reach === met[0]?.reach ? Math.min(startProgress, f64(runs.extent, run)) : f64(runs.extent, run)
    const { id, riverId, river, riverEn } = reachAt(network, reach)
    const fromM = f64(runs.distanceM, run)
    const main = met[0]?.branch ?? { kind: 'main', riverId, river, riverEn, reachId: id, km: 0, leaves: null }
    const branch =
      u8(isMain, run) === 1 || parent === undefined ? main : sideBranch(network, direction, reach, fromM / 1000, parent)
    met.push({
      reach,
      reachId: id,
      river,
      fromFraction: direction === 'downstream' ? near : 1 - far,
      toFraction: direction === 'downstream' ? far : 1 - near,
      fromKm: fromM / 1000,
      toKm: (fromM + (far - near) * f64(costs.lengthM, reach)) / 1000,
      arrivalH: { earliest: f64(runs.earliestH, run), probable: f64(runs.probableH, run) },
      branch,
      isMain: branch.kind === 'main',
      originBits: parent === undefined ? 0 : parent.originBits | u8(network.originBits, parent.reach),
      isPotential: false,
      beforeId: parent?.reachId ?? null,
    })
  }
  return met
}
