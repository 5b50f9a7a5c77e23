/** Small layers of lines, in metres from a corner in the plain of Beijing. */
import type { UnitLayer } from '#domain/atlas'
import { fromMetres } from '#domain/coordinate-system'
import { buildCoverage, type Coverage, type InvalidCoverage } from '#domain/coverage/coverage'
import { type BuiltNetwork, buildNetwork, type NetworkInput } from '#domain/network/build-network'
import { NETWORK_DEFAULTS, type NetworkSettings } from '#domain/network/settings'
import type { SourceLine } from '#domain/network/source-line'
import type { JurisdictionProperties, ReachProperties } from '#domain/reference-data'
import { INVENTED } from '../fixtures/two-counties.ts'

export type Place = readonly [eastM: number, northM: number]

/** The corner from which all places are counted, EPSG:4548. */
export const CORNER = [450_000, 4_420_000] as const

export const at = ([east, north]: Place): [number, number] => [CORNER[0] + east, CORNER[1] + north]

export function line(id: string, places: readonly Place[], given: Partial<SourceLine> = {}): SourceLine {
  return {
    ...{
      id,
      riverId: id,
      name: '',
      nameEn: '',
      from: null,
      to: null,
      kind: 'river',
      basin: '',
      basinEn: '',
      widthM: null,
    },
    metres: Float64Array.from(places.flatMap(at)),
    ...given,
  }
}

type Given = Partial<Omit<NetworkInput, 'settings'>> & { settings?: Partial<NetworkSettings> }

export function build(lines: readonly SourceLine[], { settings, ...given }: Given = {}): BuiltNetwork {
  const usual: NetworkSettings = { ...NETWORK_DEFAULTS, provenance: INVENTED, ...settings }
  const built = buildNetwork({ lines, units: null, outlets: [], mends: [], ...given, settings: usual })
  if ('refusal' in built) throw new Error(built.en)
  return built
}

export const reachesOf = ({ reaches }: BuiltNetwork): ReachProperties[] =>
  reaches.features.map(({ properties }) => properties)

export const idsOf = (network: BuiltNetwork): string[] =>
  reachesOf(network)
    .map(({ id }) => id)
    .sort()

export const problemIds = ({ problems }: BuiltNetwork): string[] =>
  problems.features.map(({ properties }) => properties.id).sort()

/** `a@0 > b@0` for every reach whose lower node is another's upper node. */
export function flows(network: BuiltNetwork): string[] {
  const reaches = reachesOf(network)
  return reaches
    .flatMap((one) => reaches.filter(({ fromNode }) => fromNode === one.toNode).map(({ id }) => `${one.id} > ${id}`))
    .sort()
}

/** Units as rectangles that share their edges vertex by vertex. */
export function unitsOf(areas: Readonly<Record<string, readonly Place[]>>): UnitLayer {
  const given = Object.entries(areas).map(([code, places]) => {
    const ring = [...places, ...places.slice(0, 1)].map(at)
    return { code, geometry: { type: 'Polygon' as const, coordinates: [ring] } }
  })
  const inDegrees = given.map(({ code, geometry }) => ({
    code,
    geometry: {
      ...geometry,
      coordinates: geometry.coordinates.map((ring) => ring.map(([x, y]) => [...fromMetres(x, y)])),
    },
  }))
  return {
    units: [undefined, ...given.map(({ code }) => unit(code))],
    metres: sound(buildCoverage(given)),
    degrees: sound(buildCoverage(inDegrees)),
  }
}

function sound(built: Coverage | InvalidCoverage): Coverage {
  if (!('faults' in built)) return built
  throw new Error('the invented units are no coverage')
}

function unit(code: string): JurisdictionProperties {
  const name = `${code}区`
  return {
    ...INVENTED,
    code,
    name,
    nameEn: code,
    level: 'district',
    parent: `${code.slice(0, 2)}0000`,
    province: `${code.slice(0, 2)}0000`,
    fullName: name,
  }
}
