/**
 * 河道纵剖面: one river from end to end, as the ruler under a longitudinal section: reaches, units as bands, tributary mouths,
 * diversions, sections and gates, each at its kilometre.
 */
import { i32 } from '../typed-array.ts'
import { reachesFrom } from './diversion.ts'
import { type RiverNetwork, type RiverPointKind, reachAt } from './network.ts'

export type ProfileOrigin = 'source' | 'mouth'

export interface RiverProfile {
  readonly riverId: string
  readonly river: string
  readonly riverEn: string
  /** Where kilometre 0 is: the river's first point in the data, or its lower end. */
  readonly origin: ProfileOrigin
  /** As drawn; never the river's official length. */
  readonly lengthKm: number
  /** In the order of flow; `fromKm` is the upper end, so it is the larger one if kilometres count from the mouth. */
  readonly reaches: readonly ProfileReach[]
  /** By bank, in the order of flow; a unit that comes back has a band for each time. */
  readonly bands: readonly UnitBand[]
  /** Waters that come in, in the order of flow: rivers, and canals with foreign water. */
  readonly inflows: readonly RiverJoint[]
  /** Waters that leave before the river's lower end. */
  readonly outflows: readonly RiverJoint[]
  readonly points: readonly ProfilePoint[]
}

export interface ProfileReach {
  readonly reachId: string
  readonly fromKm: number
  readonly toKm: number
}

export interface UnitBand {
  readonly code: string
  readonly bank: 'left' | 'right' | 'both'
  readonly fromKm: number
  readonly toKm: number
}

/** Where another river joins or leaves. */
export interface RiverJoint {
  readonly riverId: string
  readonly river: string
  readonly riverEn: string
  readonly reachId: string
  readonly km: number
  readonly isCanal: boolean
}

export interface ProfilePoint {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly kind: RiverPointKind
  readonly reachId: string
  readonly km: number
}

/** The profile of a river by id; null if the network has no such river. */
export function riverProfile(
  network: RiverNetwork,
  riverId: string,
  origin: ProfileOrigin = 'source',
): RiverProfile | null {
  const stem = stemOf(network, riverId)
  const [first] = stem
  if (first === undefined) return null
  const lengthKm = stem.reduce((sum, reach) => sum + reachAt(network, reach).lengthM, 0) / 1000
  const kmAt = (downKm: number) => (origin === 'source' ? downKm : lengthKm - downKm)
  const stretches = measured(network, stem)
  return {
    riverId,
    river: reachAt(network, first).river,
    riverEn: reachAt(network, first).riverEn,
    origin,
    lengthKm,
    reaches: stretches.map(({ reach, fromKm, toKm }) => {
      return { reachId: reachAt(network, reach).id, fromKm: kmAt(fromKm), toKm: kmAt(toKm) }
    }),
    bands: bandsOf(network, stretches).map((band) => ({ ...band, fromKm: kmAt(band.fromKm), toKm: kmAt(band.toKm) })),
    inflows: stretches.flatMap(({ reach, fromKm }) => inflowsAt(network, reach, riverId, kmAt(fromKm))),
    outflows: stretches.slice(0, -1).flatMap(({ reach, toKm }) => outflowsAt(network, reach, riverId, kmAt(toKm))),
    points: stretches.flatMap(({ reach, fromKm, toKm }) => {
      const ordered = (network.points[reach] ?? []).toSorted((a, b) => a.fraction - b.fraction)
      return ordered.map(({ id, name, nameEn, kind, fraction }) => {
        const km = kmAt(fromKm + fraction * (toKm - fromKm))
        return { id, name, nameEn, kind, reachId: reachAt(network, reach).id, km }
      })
    }),
  }
}

/** A reach of the stem with the kilometres at its two ends, from the river's first point. */
interface Stretch {
  readonly reach: number
  readonly fromKm: number
  readonly toKm: number
}

/** The river's reaches in the order of flow; where it splits, the arm of the higher order, then the one numbered first. */
function stemOf(network: RiverNetwork, riverId: string): number[] {
  const own = [...network.reaches.keys()].filter((reach) => reachAt(network, reach).riverId === riverId)
  const sequenceOf = (reach: number) => reachAt(network, reach).sequence
  const stem: number[] = []
  let next = own.sort((a, b) => sequenceOf(a) - sequenceOf(b))[0]
  while (next !== undefined && !stem.includes(next)) {
    stem.push(next)
    next = leaving(network, next)
      .filter((reach) => reachAt(network, reach).riverId === riverId)
      .sort((a, b) => reachAt(network, b).order - reachAt(network, a).order || sequenceOf(a) - sequenceOf(b))[0]
  }
  return stem
}

function measured(network: RiverNetwork, stem: readonly number[]): Stretch[] {
  let fromKm = 0
  return stem.map((reach) => {
    const stretch = { reach, fromKm, toKm: fromKm + reachAt(network, reach).lengthM / 1000 }
    fromKm = stretch.toKm
    return stretch
  })
}

/** Neighbouring reaches with the same unit on the same bank are one band. */
function bandsOf(network: RiverNetwork, stretches: readonly Stretch[]): UnitBand[] {
  const bands: { -readonly [Key in keyof UnitBand]: UnitBand[Key] }[] = []
  for (const { reach, fromKm, toKm } of stretches) {
    const { leftUnit, rightUnit } = reachAt(network, reach)
    const banks =
      leftUnit === rightUnit
        ? ([['both', leftUnit]] as const)
        : ([
            ['left', leftUnit],
            ['right', rightUnit],
          ] as const)
    for (const [bank, code] of banks) {
      if (code === '') continue
      const open = bands.findLast((band) => band.code === code && band.bank === bank && band.toKm === fromKm)
      if (open === undefined) bands.push({ code, bank, fromKm, toKm })
      else open.toKm = toKm
    }
  }
  return bands
}

function inflowsAt(network: RiverNetwork, reach: number, riverId: string, km: number): RiverJoint[] {
  const { graph } = network
  return reachesFrom(graph.upstream, i32(graph.upstream.headOfReach, reach))
    .filter((other) => reachAt(network, other).riverId !== riverId)
    .map((other) => joint(network, other, km))
}

function outflowsAt(network: RiverNetwork, reach: number, riverId: string, km: number): RiverJoint[] {
  return leaving(network, reach)
    .filter((other) => reachAt(network, other).riverId !== riverId)
    .map((other) => joint(network, other, km))
}

const leaving = ({ graph }: RiverNetwork, reach: number): number[] =>
  reachesFrom(graph.downstream, i32(graph.downstream.headOfReach, reach))

function joint(network: RiverNetwork, reach: number, km: number): RiverJoint {
  const { id, riverId, river, riverEn } = reachAt(network, reach)
  return { riverId, river, riverEn, reachId: id, km, isCanal: network.canals.has(riverId) }
}
