import { describe, expect, test } from 'vitest'
import { buildRiverGraph, type ReachEnds, type RiverGraph } from '#domain/river/graph'
import { type ReachCosts, WalkMemory, walkRiver } from '#domain/river/walk'
import { seededRandom } from '../../server/bench/seeded-random.ts'

/** A network with its costs, by the numbers that were given. */
interface Case extends ReachEnds {
  readonly lengthM: readonly number[]
  readonly earliestH: readonly number[]
  readonly isOpen: readonly boolean[]
}

interface Limits {
  readonly maxM: number
  readonly maxH: number
  readonly throughClosed: boolean
}

const NO_LIMITS: Limits = { maxM: Number.POSITIVE_INFINITY, maxH: Number.POSITIVE_INFINITY, throughClosed: false }
const PROBABLE_TO_EARLIEST = 3

describe('the walk equals brute force', () => {
  const kinds = ['tree', 'diversions', 'cycles', 'islands', 'tangle'] as const
  for (const kind of kinds) {
    test(`on 150 random networks with ${kind}, both ways, with and without limits and closed reaches`, () => {
      const random = seededRandom(kind.length)
      for (let round = 0; round < 150; round++) {
        const given = randomCase(kind, random)
        const start = { given: Math.floor(random() * given.fromNode.length), progress: random() < 0.3 ? 0 : random() }
        const limits = {
          maxM: random() < 0.5 ? Number.POSITIVE_INFINITY : random() * 8000,
          maxH: random() < 0.5 ? Number.POSITIVE_INFINITY : random() * 4,
          throughClosed: random() < 0.3,
        }
        for (const direction of ['downstream', 'upstream'] as const) {
          const walked = byReach(walk(given, direction, start, limits))
          const expected = byReach(keepEarliestWays(given, direction, start, limits))
          expect([...walked.keys()].sort()).toEqual([...expected.keys()].sort())
          for (const [key, met] of walked) {
            const oracle = expected.get(key)
            for (const figure of ['distanceM', 'earliestH', 'probableH', 'extent'] as const) {
              expect(met[figure]).toBeCloseTo(oracle?.[figure] ?? Number.NaN, 9)
            }
          }
        }
      }
    })
  }
})

describe('the order of places', () => {
  test('every reach of a network without cycles runs from a lower place to a higher one', () => {
    const random = seededRandom(11)
    for (let round = 0; round < 200; round++) {
      const given = randomCase('diversions', random)
      const { downstream, placeOfNode, closingReaches } = buildRiverGraph(given)
      expect(closingReaches).toEqual([])
      expect(new Set(placeOfNode).size).toBe(given.nodeCount)
      for (const [reach, node] of given.fromNode.entries()) {
        expect(at(placeOfNode, node)).toBeLessThan(at(placeOfNode, at(given.toNode, reach)))
      }
      expect([...downstream.meetsCycle].every((mark) => mark === 0)).toBe(true)
    }
  })

  test('a tributary basin is one run of neighbouring places that ends at its mouth', () => {
    const random = seededRandom(12)
    const given = randomCase('tree', random)
    const graph = buildRiverGraph(given)
    for (let node = 0; node < given.nodeCount; node++) {
      const places = basinOf(given, node).map((member) => at(graph.placeOfNode, member))
      expect(Math.max(...places)).toBe(at(graph.placeOfNode, node))
      expect(Math.max(...places) - Math.min(...places)).toBe(places.length - 1)
    }
  })

  test('a walk below a cycle is linear, only a walk that can come to it needs the heap', () => {
    // 0 > 1 > 2 > 1 is a cycle; 2 > 3 > 4 lies below it.
    const graph = buildRiverGraph(ends(5, [0, 1, 2, 2, 3], [1, 2, 1, 3, 4]))
    const meets = (node: number) => graph.downstream.meetsCycle[at(graph.placeOfNode, node)]
    expect([0, 1, 2, 3, 4].map(meets)).toEqual([1, 1, 1, 0, 0])
    expect(graph.closingReaches).toHaveLength(1)
  })
})

describe('degenerate networks', () => {
  test('a reach that flows into its own beginning is walked once', () => {
    const given = simple(ends(1, [0], [0]), [1000])
    const met = walk(given, 'downstream', { given: 0, progress: 0.25 }, NO_LIMITS)
    expect(met.map(({ distanceM }) => distanceM)).toEqual([0, 750])
    expect(buildRiverGraph(given).closingReaches).toEqual([0])
  })

  test('reaches without length cost nothing and are walked through', () => {
    const given = simple(ends(4, [0, 1, 2], [1, 2, 3]), [0, 0, 0])
    const met = walk(given, 'downstream', { given: 0, progress: 0 }, { ...NO_LIMITS, maxM: 0, maxH: 0 })
    expect(met.map(({ extent }) => extent)).toEqual([1, 1, 1])
  })

  test('two reaches between the same two places are both met', () => {
    const given = simple(ends(4, [0, 1, 1, 2], [1, 2, 2, 3]), [100, 500, 300, 100])
    const met = byReach(walk(given, 'downstream', { given: 0, progress: 0 }, NO_LIMITS))
    expect(met.size).toBe(4)
    expect(met.get('3 visit 1')?.distanceM).toBe(400)
  })

  test('a limit at exactly the end of a reach stops there and does not enter the next', () => {
    const given = simple(ends(3, [0, 1], [1, 2]), [1000, 1000])
    const met = walk(given, 'downstream', { given: 0, progress: 0 }, { ...NO_LIMITS, maxM: 1000 })
    expect(met.map(({ given: reach, extent }) => [reach, extent])).toEqual([[0, 1]])
  })

  test('a walk leaves nothing behind for the next', () => {
    const random = seededRandom(5)
    const given = randomCase('cycles', random)
    const graph = buildRiverGraph(given)
    const memory = new WalkMemory(graph)
    for (let round = 0; round < 50; round++) {
      const start = { given: Math.floor(random() * given.fromNode.length), progress: random() }
      const limits = { ...NO_LIMITS, maxM: random() * 9000 }
      const direction = random() < 0.5 ? 'downstream' : 'upstream'
      expect(walk(given, direction, start, limits, memory)).toEqual(walk(given, direction, start, limits))
    }
  })

  test('more runs than the first buffer holds are all kept', () => {
    const nodes = Array.from({ length: 2000 }, (_, node) => node)
    const given = simple(ends(2000, nodes.slice(0, -1), nodes.slice(1)), Array(1999).fill(1))
    const met = walk(given, 'downstream', { given: 0, progress: 0 }, NO_LIMITS)
    expect(met).toHaveLength(1999)
    expect(met.at(-1)?.distanceM).toBe(1998)
  })
})

interface Met {
  /** Reach as given. */
  readonly given: number
  readonly distanceM: number
  readonly earliestH: number
  readonly probableH: number
  readonly extent: number
}

function walk(
  given: Case,
  direction: 'downstream' | 'upstream',
  start: { given: number; progress: number },
  limits: Limits,
  memory?: WalkMemory,
): Met[] {
  const graph = buildRiverGraph(given)
  const reach = graph.givenReach.indexOf(start.given)
  const from = { reach, progress: start.progress }
  const runs = walkRiver(graph[direction], costsOf(given, graph), from, limits, memory ?? new WalkMemory(graph))
  return Array.from({ length: runs.count }, (_, run) => ({
    given: at(graph.givenReach, at(runs.reach, run)),
    distanceM: at(runs.distanceM, run),
    earliestH: at(runs.earliestH, run),
    probableH: at(runs.probableH, run),
    extent: at(runs.extent, run),
  }))
}

function costsOf(given: Case, graph: RiverGraph): ReachCosts {
  const inOrder = (values: readonly number[]) => Float64Array.from(graph.givenReach, (reach) => at(values, reach))
  return {
    lengthM: inOrder(given.lengthM),
    earliestH: inOrder(given.earliestH),
    probableH: inOrder(given.earliestH).map((hours) => PROBABLE_TO_EARLIEST * hours),
    isOpen: Uint8Array.from(graph.givenReach, (reach) => (given.isOpen[reach] === true ? 1 : 0)),
  }
}

interface Label {
  readonly distanceM: number
  readonly earliestH: number
}

/**
 * The definition, without an order, a queue or a graph: every place keeps the earliest of the ways that end there within the
 * limits, all places at once, for as many rounds as there are places.
 */
function keepEarliestWays(
  given: Case,
  direction: 'downstream' | 'upstream',
  start: { given: number; progress: number },
  limits: Limits,
): Met[] {
  const [tail, head] = direction === 'downstream' ? [given.fromNode, given.toNode] : [given.toNode, given.fromNode]
  const isPassable = (reach: number) => limits.throughClosed || given.isOpen[reach] === true
  const beyond = (near: Label, reach: number, share: number): Label => ({
    distanceM: near.distanceM + share * at(given.lengthM, reach),
    earliestH: near.earliestH + share * at(given.earliestH, reach),
  })
  const extentFrom = (near: Label, reach: number, from: number) => {
    const byM = from + (limits.maxM - near.distanceM) / at(given.lengthM, reach)
    const byH = from + (limits.maxH - near.earliestH) / at(given.earliestH, reach)
    return at(given.lengthM, reach) === 0 ? 1 : Math.min(1, byM, byH)
  }
  const zero = { distanceM: 0, earliestH: 0 }
  if (!isPassable(start.given)) return []
  const firstExtent = extentFrom(zero, start.given, start.progress)
  const first = { given: start.given, ...zero, probableH: 0, extent: firstExtent }
  if (firstExtent < 1) return [first]
  const fromStart = beyond(zero, start.given, 1 - start.progress)
  let labels = new Map<number, Label>()
  for (let round = 0; round <= given.nodeCount; round++) {
    const next = new Map([[at(head, start.given), fromStart]])
    for (let reach = 0; reach < tail.length; reach++) {
      const near = labels.get(at(tail, reach))
      if (near === undefined || !isPassable(reach) || extentFrom(near, reach, 0) < 1) continue
      const far = beyond(near, reach, 1)
      const known = next.get(at(head, reach))
      if (known === undefined || far.earliestH < known.earliestH) next.set(at(head, reach), far)
    }
    labels = next
  }
  const onwards = [...tail.keys()].flatMap((reach): Met[] => {
    const near = labels.get(at(tail, reach))
    if (near === undefined || !isPassable(reach)) return []
    const extent = extentFrom(near, reach, 0)
    return extent > 0 ? [{ given: reach, ...near, probableH: PROBABLE_TO_EARLIEST * near.earliestH, extent }] : []
  })
  return [first, ...onwards]
}

/** By reach and visit: only the start reach may be met a second time, by way of a cycle. */
function byReach(met: readonly Met[]): Map<string, Met> {
  const seen = new Map<string, Met>()
  for (const one of met) {
    let visit = 1
    while (seen.has(`${one.given} visit ${visit}`)) visit++
    seen.set(`${one.given} visit ${visit}`, one)
  }
  return seen
}

function randomCase(kind: 'tree' | 'diversions' | 'cycles' | 'islands' | 'tangle', random: () => number): Case {
  const nodeCount = 2 + Math.floor(random() * 30)
  const label = shuffled(nodeCount, random)
  const from: number[] = []
  const to: number[] = []
  const join = (upper: number, lower: number) => {
    from.push(at(label, upper))
    to.push(at(label, lower))
  }
  for (let node = 0; node < nodeCount - 1; node++) {
    if (kind === 'islands' && random() < 0.3) continue
    join(node, node + 1 + Math.floor(random() * (nodeCount - node - 1)))
    if (kind !== 'tree' && random() < 0.3) join(node, node + 1 + Math.floor(random() * (nodeCount - node - 1)))
    if (kind === 'cycles' && random() < 0.2) join(node, Math.floor(random() * nodeCount))
    if (kind === 'tangle') join(Math.floor(random() * nodeCount), Math.floor(random() * nodeCount))
  }
  if (from.length === 0) join(0, 1)
  const lengthM = from.map(() => (random() < 0.15 ? 0 : random() * 3000))
  return {
    nodeCount,
    fromNode: Int32Array.from(from),
    toNode: Int32Array.from(to),
    lengthM,
    earliestH: lengthM.map((metres) => metres / 3600 / (0.2 + random())),
    isOpen: from.map(() => random() < 0.9),
  }
}

function shuffled(count: number, random: () => number): number[] {
  return Array.from({ length: count }, (_, value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value)
}

function basinOf(given: Case, mouth: number): number[] {
  const basin = new Set([mouth])
  for (const node of basin) {
    for (const [reach, lower] of given.toNode.entries()) if (lower === node) basin.add(at(given.fromNode, reach))
  }
  return [...basin]
}

function ends(nodeCount: number, from: number[], to: number[]): ReachEnds {
  return { nodeCount, fromNode: Int32Array.from(from), toNode: Int32Array.from(to) }
}

function simple(given: ReachEnds, lengthM: number[]): Case {
  return { ...given, lengthM, earliestH: lengthM.map((metres) => metres / 3600), isOpen: lengthM.map(() => true) }
}

function at(values: ArrayLike<number>, index: number): number {
  const value = values[index]
  if (value === undefined) throw new RangeError(`no value at ${index}`)
  return value
}
