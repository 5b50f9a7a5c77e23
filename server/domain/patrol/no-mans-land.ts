/** 无主地带巡查清单: what belongs to nobody, or to two, before anything happens there. */
import type { Atlas } from '../atlas.ts'
import { networkCheckOf } from '../network/check-network.ts'
import { gapPlaces } from './coverage-gaps.ts'
import { driftedBoundaries } from './drifted-boundaries.ts'
import { mismatchPlaces } from './layer-mismatch.ts'
import { PATROL_KINDS, type PatrolPlace } from './patrol-place.ts'
import { PATROL_DEFAULTS, type PatrolSettings } from './patrol-settings.ts'
import { riverStrips } from './river-strips.ts'
import { unclearOwners } from './unclear-owners.ts'

/** The list of an edition of the atlas, made once; rivers first, then works on them, then ground, the largest first. */
export function noMansLand(atlas: Atlas): readonly PatrolPlace[] {
  const known = LISTS.get(atlas)
  if (known !== undefined) return known
  const places = findNoMansLand(atlas, PATROL_DEFAULTS)
  LISTS.set(atlas, places)
  return places
}

const LISTS = new WeakMap<Atlas, readonly PatrolPlace[]>()

export function findNoMansLand(atlas: Atlas, settings: PatrolSettings): PatrolPlace[] {
  const places = [
    ...riverStrips(atlas, settings),
    ...driftedBoundaries(atlas, networkCheckOf(atlas), settings),
    ...unclearOwners(atlas),
    ...gapPlaces(atlas, settings),
    ...mismatchPlaces(atlas, settings),
  ]
  const rank = ({ kind }: PatrolPlace) => PATROL_KINDS.indexOf(kind)
  const size = ({ lengthM, areaM2 }: PatrolPlace) => lengthM ?? areaM2 ?? Number.MAX_VALUE
  return places.sort((a, b) => rank(a) - rank(b) || size(b) - size(a) || (a.id < b.id ? -1 : 1))
}
