/** Tracing a network of three million reaches, beside the plain way: adjacency in a Map and Dijkstra with a heap. */
import { buildRiverGraph, type RiverGraph } from '../domain/river/graph.ts'
import { placeAt } from '../domain/river/line.ts'
import { buildRiverNetwork, type RiverNetwork } from '../domain/river/network.ts'
import { snapToRiver } from '../domain/river/snap.ts'
import { type TraceDirection, traceDownstream } from '../domain/river/trace.ts'
import { type ReachCosts, WalkMemory, walkRiver } from '../domain/river/walk.ts'
import type { WalkedRuns } from '../domain/river/walked-runs.ts'
import { readReferenceFiles } from '../reference-files.ts'
import { generateLargeNetwork, type LargeNetwork, THREE_MILLION } from './large-network.ts'
import { createPlainTracer, type PlainTracer } from './plain-trace.ts'
import { atLeast, atMost, type BenchReport, type Comparison, compare, median, ratioTo } from './round.ts'
import { seededRandom } from './seeded-random.ts'

interface Question {
  readonly title: string
  readonly direction: TraceDirection
  readonly maxM: number
  /** Reach numbers at whose upper end (downstream) or lower end (upstream) the walk starts. */
  readonly starts: readonly number[]
}

export async function run(): Promise<BenchReport> {
  const shipped = shippedRivers()
  const onShipped = await measureShipped(shipped)
  const network = generateLargeNetwork(THREE_MILLION)
  const before = performance.now()
  const graph = buildRiverGraph(network)
  const buildS = (performance.now() - before) / 1000
  const ours = createWalker(graph, network)
  const down = sample(graph, () => true, 1000)
  const up = sample(graph, (reach) => ours('upstream', reach, KM_100).count >= 500, 200)
  const questions: Question[] = [
    { title: '100 km downstream', direction: 'downstream', maxM: KM_100, starts: down },
    { title: 'downstream to the outlet', direction: 'downstream', maxM: Number.POSITIVE_INFINITY, starts: down },
    { title: '100 km upstream', direction: 'upstream', maxM: KM_100, starts: up },
  ]
  const medianMs = Object.fromEntries(questions.map((question) => [question.title, medianUs(question, ours) / 1000]))
  const comparisons = [...onShipped, ...(await contest(questions, graph, network))]
  return {
    name: 'trace',
    comparisons,
    targets: [
      ...comparisons.map((found) => atLeast(`${found.title}, times ${PLAIN}`, 5, ratioTo(found, PLAIN))),
      atMost('downstream to the outlet, median ms', 1, medianMs['downstream to the outlet'] ?? Number.NaN),
      atMost('100 km upstream, median ms', 2, medianMs['100 km upstream'] ?? Number.NaN),
    ],
    facts: {
      'shipped reaches': shipped.reaches.length,
      'shipped: whole trace 72 h downstream, us': meanUs((i) =>
        traceDownstream(shipped, placeOn(shipped, i), { maxH: 72 }),
      ),
      'shipped: snap within 2 km, us': meanUs((i) => snapToRiver(shipped, besideRiver(shipped, i), SNAP)),
      'large reaches': graph.reachCount,
      'large: graph built in s': buildS,
      'large: reaches met by 100 km upstream, median': median(up.map((reach) => ours('upstream', reach, KM_100).count)),
      ...Object.fromEntries(Object.entries(medianMs).map(([title, ms]) => [`large: ${title}, median us`, ms * 1000])),
    },
  }
}

const KM_100 = 100_000
const SNAP = { maxDistanceM: 2000, candidates: 3 }
const PLAIN = 'Map + heap Dijkstra'

function shippedRivers(): RiverNetwork {
  const { reference } = readReferenceFiles()
  return buildRiverNetwork({
    reaches: reference.reaches.features,
    nodes: reference.nodes.features,
    sections: reference.sections.features,
    gates: reference.gates.features,
  })
}

/** The same walk on the rivers of Beijing, from every reach. */
async function measureShipped({ graph, costs }: RiverNetwork): Promise<Comparison[]> {
  const starts = [...graph.givenReach.keys()]
  const network: LargeNetwork = {
    nodeCount: graph.nodeCount,
    fromNode: graph.upstream.headOfReach.map((place) => graph.nodeCount - 1 - place),
    toNode: graph.downstream.headOfReach,
    lengthM: costs.mean.lengthM,
    earliestH: costs.mean.earliestH,
    probableH: costs.mean.probableH,
  }
  const questions: Question[] = [
    { title: 'Beijing: downstream to the outlet', direction: 'downstream', maxM: Number.POSITIVE_INFINITY, starts },
    { title: 'Beijing: upstream to every source', direction: 'upstream', maxM: Number.POSITIVE_INFINITY, starts },
  ]
  return contest(questions, buildRiverGraph(network), network)
}

const placeOn = ({ reaches }: RiverNetwork, i: number) => ({ reach: i % reaches.length, fraction: 0.5 })

function besideRiver(rivers: RiverNetwork, i: number): [number, number] {
  const [lon, lat] = placeAt(rivers.lines, i % rivers.reaches.length, 0.5)
  return [lon + 0.005 * Math.sin(i), lat + 0.005 * Math.cos(i)]
}

/** Mean CPU microseconds of 20,000 calls after 5,000 to warm up. */
function meanUs(work: (i: number) => unknown): number {
  for (let i = 0; i < 5000; i++) work(i)
  const before = process.cpuUsage()
  const calls = 20_000
  for (let i = 0; i < calls; i++) work(i)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / calls
}

type Walker = (direction: TraceDirection, reach: number, maxM: number) => WalkedRuns

function createWalker(graph: RiverGraph, network: LargeNetwork): Walker {
  const inOrder = (values: Float64Array) => Float64Array.from(graph.givenReach, (given) => values[given] ?? 0)
  const costs: ReachCosts = {
    lengthM: inOrder(network.lengthM),
    earliestH: inOrder(network.earliestH),
    probableH: inOrder(network.probableH),
    isOpen: new Uint8Array(graph.reachCount).fill(1),
  }
  const memory = new WalkMemory(graph)
  return (direction, reach, maxM) => {
    const limits = { maxM, maxH: Number.POSITIVE_INFINITY, throughClosed: false }
    return walkRiver(graph[direction], costs, { reach, progress: 0 }, limits, memory)
  }
}

/** The same reaches with the same figures, or the bench is worth nothing. */
function mustAgree({ title, direction, maxM, starts }: Question, graph: RiverGraph, ours: Walker, plain: PlainTracer) {
  for (const start of starts.slice(0, 100)) {
    const runs = ours(direction, start, maxM)
    const expected = new Map(plain(direction, graph.givenReach[start] ?? -1, maxM).map((met) => [met.reach, met]))
    let agreeing = 0
    for (let index = 0; index < runs.count; index++) {
      const same = expected.get(graph.givenReach[runs.reach[index] ?? -1] ?? -1)
      const agrees = same?.earliestH === runs.earliestH[index] && same?.distanceM === runs.distanceM[index]
      if (agrees && same?.probableH === runs.probableH[index]) agreeing++
    }
    if (agreeing !== expected.size || agreeing !== runs.count) throw new Error(`${title}: start ${start} differs`)
  }
}

async function contest(
  questions: readonly Question[],
  graph: RiverGraph,
  network: LargeNetwork,
): Promise<Comparison[]> {
  const ours = createWalker(graph, network)
  const plain = createPlainTracer(network)
  const comparisons: Comparison[] = []
  for (const question of questions) {
    mustAgree(question, graph, ours, plain)
    const { title, direction, maxM, starts } = question
    comparisons.push(
      await compare(title, [
        { name: 'jiehe', batch: inTurn(starts, (start) => ours(direction, start, maxM)) },
        { name: PLAIN, batch: inTurn(starts, (start) => plain(direction, graph.givenReach[start] ?? -1, maxM)) },
      ]),
    )
  }
  return comparisons
}

/** Twenty starts a batch, round and round. */
function inTurn(starts: readonly number[], work: (start: number) => unknown): () => number {
  let next = 0
  return () => {
    const batch = 20
    for (let i = 0; i < batch; i++) work(starts[next++ % starts.length] ?? -1)
    return batch
  }
}

function medianUs({ direction, maxM, starts }: Question, ours: Walker): number {
  const times = starts.map((start) => {
    const before = performance.now()
    ours(direction, start, maxM)
    return (performance.now() - before) * 1000
  })
  return median(times)
}

function sample(graph: RiverGraph, isWanted: (reach: number) => boolean, count: number): number[] {
  const random = seededRandom(7)
  const chosen: number[] = []
  while (chosen.length < count) {
    const reach = Math.floor(random() * graph.reachCount)
    if (isWanted(reach)) chosen.push(reach)
  }
  return chosen
}
