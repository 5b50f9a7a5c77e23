/** 河网检查: the network in use, put through the builder again: what it would find wrong, and where rivers left their borders. */
import type { Atlas } from '../atlas.ts'
import { toMetres } from '../coordinate-system.ts'
import type { ReachFeature } from '../reference-data.ts'
import { type BuiltNetwork, buildNetwork } from './build-network.ts'
import type { Mend } from './mend.ts'
import type { DeclaredOutlet } from './outlets.ts'
import { NETWORK_DEFAULTS, type NetworkSettings } from './settings.ts'
import type { SourceLine } from './source-line.ts'

/** The reaches keep their ids as lines, so that a mend made here fits the next build of the same lines. */
export function checkNetwork({ rivers, districts, validFrom }: Atlas, mends: readonly Mend[] = []): BuiltNetwork {
  const { reaches } = rivers.features
  const provenance = { accuracyM: 0, source: '', licence: '', validFrom, validTo: null, schematic: false }
  const settings: NetworkSettings = { ...NETWORK_DEFAULTS, orientation: 'from-to', provenance }
  const lines = reaches.map(lineOf)
  const built = buildNetwork({ lines, units: districts, outlets: outletsOf(reaches), mends, settings })
  if ('refusal' in built) throw new Error(built.en)
  return built
}

/** The check of an edition of the atlas without mends, made once. */
export function networkCheckOf(atlas: Atlas): BuiltNetwork {
  const known = CHECKS.get(atlas)
  if (known !== undefined) return known
  const check = checkNetwork(atlas)
  CHECKS.set(atlas, check)
  return check
}

const CHECKS = new WeakMap<Atlas, BuiltNetwork>()

function lineOf({ properties, geometry }: ReachFeature): SourceLine {
  const { id, riverId, river, riverEn, fromNode, toNode, kind, basin, basinEn, widthM } = properties
  const metres = geometry.coordinates.flatMap(([lon = Number.NaN, lat = Number.NaN]) => [...toMetres(lon, lat)])
  return {
    ...{ id, riverId, name: river, nameEn: riverEn, from: fromNode, to: toNode, kind, basin, basinEn, widthM },
    metres: Float64Array.from(metres),
  }
}

/** Where a reach ends and none begins the water leaves the data: that is known, not wrong. */
function outletsOf(reaches: readonly ReachFeature[]): DeclaredOutlet[] {
  const left = new Set(reaches.map(({ properties }) => properties.fromNode))
  return reaches.flatMap(({ properties }) => (left.has(properties.toNode) ? [] : { lineId: properties.id }))
}
