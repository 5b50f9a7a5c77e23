/** Building a network from 100,000 segments that share no vertex, and what three million reaches take in memory. */
import { buildAtlas } from '../domain/atlas.ts'
import { toMetres } from '../domain/coordinate-system.ts'
import { type BuiltNetwork, buildNetwork, type NetworkInput } from '../domain/network/build-network.ts'
import { NETWORK_DEFAULTS } from '../domain/network/settings.ts'
import type { SourceLine } from '../domain/network/source-line.ts'
import type { ReachFeature } from '../domain/reference-data.ts'
import { buildRiverGraph } from '../domain/river/graph.ts'
import { readReferenceFiles } from '../reference-files.ts'
import { type BrokenLayer, brokenLayer, HUNDRED_THOUSAND } from './broken-layer.ts'
import { generateLargeNetwork, THREE_MILLION } from './large-network.ts'
import { plainNodeCount } from './plain-network.ts'
import { atLeast, atMost, type BenchReport, compare, median, ratioTo } from './round.ts'

export async function run(): Promise<BenchReport> {
  const layer = brokenLayer(HUNDRED_THOUSAND)
  mustFindEveryJoint(buildLayer(layer), layer)
  const units = buildAtlas(readReferenceFiles().reference, DAY).districts
  const seconds: number[] = []
  const cpuSeconds: number[] = []
  let built = buildLayer(layer, units)
  for (let round = 0; round < ROUNDS; round++) {
    const before = performance.now()
    const cpuBefore = process.cpuUsage()
    built = buildLayer(layer, units)
    seconds.push((performance.now() - before) / 1000)
    const { user, system } = process.cpuUsage(cpuBefore)
    cpuSeconds.push((user + system) / 1e6)
  }
  const sample = brokenLayer(SAMPLE)
  mustFindEveryJoint(buildLayer(sample), sample)
  const comparison = await compare('segments built, small layer', [
    { name: 'jiehe: the whole build', batch: () => segmentsOf(sample, buildLayer(sample)) },
    { name: PLAIN, batch: () => segmentsOf(sample, plainNodeCount(sample.lines, NETWORK_DEFAULTS.snapM)) },
  ])
  const { reachCount, megabytes } = largeGraph()
  return {
    name: 'network',
    comparisons: [comparison],
    targets: [
      atMost('network of 100,000 segments, median s', 10, median(seconds)),
      atLeast(`segments per CPU second, times ${PLAIN}`, 2, ratioTo(comparison, PLAIN)),
      atMost('graph of 3 million reaches, MB', 512, megabytes),
    ],
    facts: {
      segments: layer.segmentCount,
      lines: layer.lines.length,
      reaches: built.reaches.features.length,
      nodes: built.nodes.features.length,
      problems: built.problems.features.length,
      'build, fastest s': Math.min(...seconds),
      'build, median CPU s': median(cpuSeconds),
      'peak resident MB': Math.round(process.resourceUsage().maxRSS / 1024),
      'large graph, reaches': reachCount,
      'large graph, MB': megabytes,
    },
  }
}

const DAY = '2026-01-01'
const ROUNDS = 5
const SAMPLE = { columns: 21, rows: 21, segmentsPerLine: 10, seed: 7 }
const PLAIN = 'Flatbush + Turf, nodes only'

const segmentsOf = ({ segmentCount }: BrokenLayer, _result: unknown): number => segmentCount

function inputOf({ lines }: BrokenLayer, units: NetworkInput['units']): NetworkInput {
  const provenance = { accuracyM: 30, source: 'seeded', licence: '', validFrom: DAY, validTo: null, schematic: true }
  return { lines, units, outlets: [], mends: [], settings: { ...NETWORK_DEFAULTS, provenance } }
}

function buildLayer(layer: BrokenLayer, units: NetworkInput['units'] = null): BuiltNetwork {
  const built = buildNetwork(inputOf(layer, units))
  if ('refusal' in built) throw new Error(built.en)
  return built
}

/**
 * The ends drawn apart are joined at exactly the places that were drawn: ends of one place share a node, ends of two places do
 * not. An end that lies by chance on another line of its place is a joint of its own, a reach away from the others; and a node
 * that is no place is a joint by chance, and rightly one only where two lines pass within the tolerance.
 */
function mustFindEveryJoint({ reaches, nodes }: BuiltNetwork, { lines, placesOf }: BrokenLayer): void {
  const built = reaches.features.map(({ properties }) => properties)
  const placeOf = placesOfNodes(endNodes(built), lines, placesOf)
  const neighbours = new Set(
    built.flatMap(({ fromNode, toNode }) => [`${fromNode} ${toNode}`, `${toNode} ${fromNode}`]),
  )
  const firstOf = new Map<number, string>()
  for (const [node, place] of placeOf) {
    const first = firstOf.get(place) ?? node
    firstOf.set(place, first)
    if (first !== node && !neighbours.has(`${first} ${node}`)) throw new Error(`${first} and ${node} are one place`)
  }
  for (const { properties, geometry } of nodes.features) {
    const [lon = 0, lat = 0] = geometry.coordinates
    const isJoint = placeOf.has(properties.id) || linesNear(lines, toMetres(lon, lat)) > 1
    if (!isJoint) throw new Error(`the node ${properties.id} joins nothing`)
  }
}

function placesOfNodes(
  ends: ReturnType<typeof endNodes>,
  lines: BrokenLayer['lines'],
  placesOf: BrokenLayer['placesOf'],
): Map<string, number> {
  const placeOf = new Map<string, number>()
  for (const [index, { id }] of lines.entries()) {
    for (const [end, place] of (placesOf[index] ?? []).entries()) {
      const node = ends.get(id)?.[end] ?? ''
      const known = placeOf.get(node) ?? place
      if (known !== place) throw new Error(`the node ${node} is two places`)
      placeOf.set(node, place)
    }
  }
  return placeOf
}

/** By line, the node of its first and of its last reach; a reach is called by its line and the metres along it. */
function endNodes(reaches: readonly ReachFeature['properties'][]): Map<string, [first: string, last: string]> {
  const ends = new Map<string, [string, string]>()
  const along = (id: string): [line: string, fromM: number] => {
    const [line = '', fromM] = id.split('@')
    return [line, Number(fromM)]
  }
  const inOrder = reaches.map((reach) => ({ reach, at: along(reach.id) })).sort((a, b) => a.at[1] - b.at[1])
  for (const { reach, at } of inOrder) ends.set(at[0], [ends.get(at[0])?.[0] ?? reach.fromNode, reach.toNode])
  return ends
}

function linesNear(lines: BrokenLayer['lines'], [east, north]: readonly [number, number]): number {
  const isNear = ({ metres }: SourceLine): boolean => {
    for (let at = 0; at + 3 < metres.length; at += 2) {
      const [x = 0, y = 0, toX = 0, toY = 0] = metres.subarray(at, at + 4)
      const [dx, dy] = [toX - x, toY - y]
      const share = Math.min(1, Math.max(0, ((east - x) * dx + (north - y) * dy) / (dx * dx + dy * dy)))
      if (Math.hypot(x + share * dx - east, y + share * dy - north) <= NETWORK_DEFAULTS.snapM) return true
    }
    return false
  }
  return lines.filter(isNear).length
}

function largeGraph(): { reachCount: number; megabytes: number } {
  const network = generateLargeNetwork(THREE_MILLION)
  const before = process.memoryUsage().arrayBuffers
  const { reachCount, downstream } = buildRiverGraph(network)
  const megabytes = (process.memoryUsage().arrayBuffers - before) / 2 ** 20
  if (downstream.reach.length !== reachCount) throw new Error('the large graph lost reaches')
  return { reachCount, megabytes }
}
