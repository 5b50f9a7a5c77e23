/** Tracing a network of three million reaches, beside the plain way: adjacency in a Map and Dijkstra with a heap. */
import FlatQueue from 'flatqueue'
import { buildRiverGraph, type RiverGraph } from '../domain/river-graph.ts'
import { type ReachCosts, type WalkedRuns, WalkMemory, walkRiver } from '../domain/river-walk.ts'
import { generateLargeNetwork, type LargeNetwork, THREE_MILLION } from './large-network.ts'
import { atLeast, atMost, type BenchReport, compare, median, ratioTo } from './round.ts'
import { seededRandom } from './seeded-random.ts'

type Direction = 'downstream' | 'upstream'

interface Question {
  readonly title: string
  readonly direction: Direction
  readonly maxM: number
  /** Reach numbers at whose upper end (downstream) or lower end (upstream) the walk starts. */
  readonly starts: readonly number[]
}

export async function run(): Promise<BenchReport> {
  const network = generateLargeNetwork(THREE_MILLION)
  const before = performance.now()
  const graph = buildRiverGraph(network)
  const buildS = (performance.now() - before) / 1000
  const ours = createWalker(graph, network)
  const plain = createPlainTracer(network)
  const down = sample(graph, () => true, 1000)
  const up = sample(graph, (reach) => drains(ours('upstream', reach, 100_000), 500), 200)
  const questions: Question[] = [
    { title: '100 km downstream', direction: 'downstream', maxM: 100_000, starts: down },
    { title: 'downstream to the outlet', direction: 'downstream', maxM: Number.POSITIVE_INFINITY, starts: down },
    { title: '100 km upstream', direction: 'upstream', maxM: 100_000, starts: up },
  ]
  const comparisons = []
  const medians = new Map<string, number>()
  for (const question of questions) {
    mustAgree(question, graph, ours, plain)
    medians.set(question.title, medianUs(question, ours))
    comparisons.push(await contest(question, graph, ours, plain))
  }
  const medianMs = (title: string) => (medians.get(title) ?? Number.NaN) / 1000
  return {
    name: 'trace',
    comparisons,
    targets: [
      ...comparisons.map((found) => atLeast(`${found.title}, times Map + heap`, 5, ratioTo(found, PLAIN))),
      atMost('downstream to the outlet, median ms', 1, medianMs('downstream to the outlet')),
      atMost('100 km upstream, median ms', 2, medianMs('100 km upstream')),
    ],
    facts: {
      reaches: graph.reachCount,
      'graph built in s': buildS,
      'reaches met by 100 km upstream, median': median(up.map((reach) => ours('upstream', reach, 100_000).count)),
      ...Object.fromEntries([...medians].map(([title, us]) => [`${title}, median us`, us])),
    },
  }
}

const PLAIN = 'Map + heap Dijkstra'

type Walker = (direction: Direction, reach: number, maxM: number) => WalkedRuns

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

interface PlainWay {
  readonly reach: number
  readonly to: number
  readonly lengthM: number
  readonly earliestH: number
  readonly probableH: number
}

interface PlainMet {
  readonly reach: number
  readonly distanceM: number
  readonly earliestH: number
  readonly probableH: number
}

type PlainTracer = (direction: Direction, givenReach: number, maxM: number) => PlainMet[]

/** What one writes first, and the oracle of this bench. It reads reaches by the numbers they were given. */
function createPlainTracer(network: LargeNetwork): PlainTracer {
  const ways = {
    downstream: plainWays(network, network.fromNode, network.toNode),
    upstream: plainWays(network, network.toNode, network.fromNode),
  }
  return (direction, givenReach, maxM) => {
    const tail = (direction === 'downstream' ? network.fromNode : network.toNode)[givenReach]
    const first = ways[direction].get(tail ?? -1)?.find(({ reach }) => reach === givenReach)
    return first === undefined ? [] : plainTrace(ways[direction], first, maxM)
  }
}

function plainWays(network: LargeNetwork, from: Int32Array, to: Int32Array): Map<number, PlainWay[]> {
  const ways = new Map<number, PlainWay[]>()
  for (const [reach, node] of from.entries()) {
    const way: PlainWay = {
      reach,
      to: to[reach] ?? 0,
      lengthM: network.lengthM[reach] ?? 0,
      earliestH: network.earliestH[reach] ?? 0,
      probableH: network.probableH[reach] ?? 0,
    }
    const known = ways.get(node)
    if (known === undefined) ways.set(node, [way])
    else known.push(way)
  }
  return ways
}

function plainTrace(ways: Map<number, PlainWay[]>, first: PlainWay, maxM: number): PlainMet[] {
  const met: PlainMet[] = [{ reach: first.reach, distanceM: 0, earliestH: 0, probableH: 0 }]
  const best = new Map<number, { distanceM: number; earliestH: number; probableH: number }>()
  const settled = new Set<number>()
  const queue = new FlatQueue<number>()
  const reachNode = (way: PlainWay, distanceM: number, earliestH: number, probableH: number) => {
    const arrival = {
      distanceM: distanceM + way.lengthM,
      earliestH: earliestH + way.earliestH,
      probableH: probableH + way.probableH,
    }
    if (arrival.distanceM > maxM || arrival.earliestH >= (best.get(way.to)?.earliestH ?? Number.POSITIVE_INFINITY))
      return
    best.set(way.to, arrival)
    queue.push(way.to, arrival.earliestH)
  }
  reachNode(first, 0, 0, 0)
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const label = best.get(node)
    if (settled.has(node) || label === undefined) continue
    settled.add(node)
    for (const way of ways.get(node) ?? []) {
      met.push({ reach: way.reach, ...label })
      reachNode(way, label.distanceM, label.earliestH, label.probableH)
    }
  }
  return met
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
  { title, direction, maxM, starts }: Question,
  graph: RiverGraph,
  ours: Walker,
  plain: PlainTracer,
) {
  let next = 0
  let nextPlain = 0
  const few = 20
  return compare(title, [
    {
      name: 'jiehe',
      batch: () => {
        for (let i = 0; i < few; i++) ours(direction, starts[next++ % starts.length] ?? 0, maxM)
        return few
      },
    },
    {
      name: PLAIN,
      batch: () => {
        for (let i = 0; i < few; i++) {
          plain(direction, graph.givenReach[starts[nextPlain++ % starts.length] ?? 0] ?? 0, maxM)
        }
        return few
      },
    },
  ])
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

function drains(runs: WalkedRuns, atLeastReaches: number): boolean {
  return runs.count >= atLeastReaches
}
