/** Building a network from 100,000 segments that share no vertex, and what three million reaches take in memory. */
import { buildAtlas } from '../domain/atlas.ts'
import { type BuiltNetwork, buildNetwork, type NetworkInput } from '../domain/network/build-network.ts'
import { NETWORK_DEFAULTS } from '../domain/network/settings.ts'
import { buildRiverGraph } from '../domain/river/graph.ts'
import { readReferenceFiles } from '../reference-files.ts'
import { type BrokenLayer, brokenLayer, HUNDRED_THOUSAND } from './broken-layer.ts'
import { generateLargeNetwork, THREE_MILLION } from './large-network.ts'
import { plainNodeCount } from './plain-network.ts'
import { atLeast, atMost, type BenchReport, compare, median, ratioTo } from './round.ts'

export async function run(): Promise<BenchReport> {
  const layer = brokenLayer(HUNDRED_THOUSAND)
  mustFindEveryJoint(buildNetwork(inputOf(layer, null)), layer)
  const units = buildAtlas(readReferenceFiles().reference, DAY).districts
  const seconds: number[] = []
  const cpuSeconds: number[] = []
  let built = buildNetwork(inputOf(layer, units))
  for (let round = 0; round < ROUNDS; round++) {
    const before = performance.now()
    const cpuBefore = process.cpuUsage()
    built = buildNetwork(inputOf(layer, units))
    seconds.push((performance.now() - before) / 1000)
    const { user, system } = process.cpuUsage(cpuBefore)
    cpuSeconds.push((user + system) / 1e6)
  }
  const sample = brokenLayer(SAMPLE)
  mustFindEveryJoint(buildNetwork(inputOf(sample, null)), sample)
  const comparison = await compare('segments built, small layer', [
    { name: 'jiehe: the whole build', batch: () => segmentsOf(sample, buildNetwork(inputOf(sample, null))) },
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

/**
 * Every line is one reach, and the ends drawn apart are joined at exactly the places that were drawn. (The seeds are such that no
 * end lies by chance on another line, which would rightly be a joint of its own.)
 */
function mustFindEveryJoint({ reaches, nodes }: BuiltNetwork, { lines, placeCount }: BrokenLayer): void {
  const found = [reaches.features.length, nodes.features.length]
  if (found[0] !== lines.length || found[1] !== placeCount) {
    throw new Error(`${found} reaches and nodes, not ${lines.length} and ${placeCount}`)
  }
}

function largeGraph(): { reachCount: number; megabytes: number } {
  const network = generateLargeNetwork(THREE_MILLION)
  const before = process.memoryUsage().arrayBuffers
  const { reachCount, downstream } = buildRiverGraph(network)
  const megabytes = (process.memoryUsage().arrayBuffers - before) / 2 ** 20
  if (downstream.reach.length !== reachCount) throw new Error('the large graph lost reaches')
  return { reachCount, megabytes }
}
