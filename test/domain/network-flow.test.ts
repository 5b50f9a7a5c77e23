import { describe, expect, it } from 'vitest'
import { circuits, components } from '#domain/network/connected'
import { riverOrder } from '#domain/network/river-order'
import type { SourceLine } from '#domain/network/source-line'
import { seeded } from '../data/seeded.ts'
import { at, build, line, reachesOf } from './network-lines.ts'

function randomEdges(seed: number, nodeCount: number, edgeCount: number) {
  const random = seeded(seed)
  const nodes = () => Int32Array.from({ length: edgeCount }, () => Math.floor(random() * nodeCount))
  return { nodeCount, fromNode: nodes(), toNode: nodes() }
}

/** Whether one node can be reached from another, by trying for as long as anything changes. */
function reachability({ nodeCount, fromNode, toNode }: ReturnType<typeof randomEdges>): boolean[][] {
  const reaches = Array.from({ length: nodeCount }, (_, a) => Array.from({ length: nodeCount }, (_, b) => a === b))
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (const row of reaches) {
      for (const [edge, from] of fromNode.entries()) {
        const to = toNode[edge] ?? 0
        if (row[from] !== true || row[to] === true) continue
        row[to] = true
        isChanged = true
      }
    }
  }
  return reaches
}

describe('cycles and connected parts', () => {
  it.each([1, 2, 3, 4, 5, 6])('are those that trying every way finds (seed %i)', (seed) => {
    const edges = randomEdges(seed, 24, 12 + 5 * seed)
    const reaches = reachability(edges)
    const circuit = circuits(edges)
    for (let a = 0; a < 24; a++) {
      for (let b = 0; b < 24; b++) {
        expect(circuit[a] === circuit[b]).toBe(reaches[a]?.[b] === true && reaches[b]?.[a] === true)
      }
    }
    const { fromNode, toNode } = edges
    const eitherWay = reachability({
      nodeCount: 24,
      fromNode: Int32Array.from([...fromNode, ...toNode]),
      toNode: Int32Array.from([...toNode, ...fromNode]),
    })
    const part = components(edges)
    for (let a = 0; a < 24; a++) {
      for (let b = 0; b < 24; b++) expect(part[a] === part[b]).toBe(eitherWay[a]?.[b] === true)
    }
  })

  it('a chain of 200,000 reaches needs no deep recursion', () => {
    const count = 200_000
    const fromNode = Int32Array.from({ length: count }, (_, node) => node)
    const chain = { nodeCount: count + 1, fromNode, toNode: fromNode.map((node) => node + 1) }
    expect(new Set(circuits(chain)).size).toBe(count + 1)
  })
})

describe('the way along a river', () => {
  it.each([1, 2, 3, 4])(
    'chainage is the longest way in the river above, Strahler’s order his rule (seed %i)',
    (seed) => {
      const random = seeded(seed)
      // Water runs from lower to higher numbers, so there is no cycle.
      const edges = Array.from({ length: 40 }, () =>
        [Math.floor(random() * 25), Math.floor(random() * 25)].sort((a, b) => a - b),
      )
      const ways = edges.filter(([a, b]) => a !== b)
      const flow = {
        nodeCount: 25,
        fromNode: Int32Array.from(ways, ([a = 0]) => a),
        toNode: Int32Array.from(ways, ([, b = 0]) => b),
        lengthM: Float64Array.from(ways, () => 1 + Math.floor(random() * 100)),
        river: Int32Array.from(ways, () => Math.floor(random() * 2)),
      }
      const above = (reach: number) =>
        [...flow.toNode.keys()].filter((other) => flow.toNode[other] === flow.fromNode[reach])
      const chainage = (reach: number): number => {
        const own = above(reach).filter((other) => flow.river[other] === flow.river[reach])
        return Math.max(0, ...own.map((other) => chainage(other) + (flow.lengthM[other] ?? 0)))
      }
      const strahler = (reach: number): number => {
        const orders = above(reach).map(strahler)
        const most = Math.max(0, ...orders)
        return Math.max(1, most + (orders.filter((order) => order === most).length > 1 ? 1 : 0))
      }
      const order = riverOrder(flow)
      expect([...order.chainageM]).toEqual(ways.map((_, reach) => chainage(reach)))
      expect([...order.strahler]).toEqual(ways.map((_, reach) => strahler(reach)))
      for (const river of [0, 1]) {
        const numbers = [...order.sequence].filter((_, reach) => flow.river[reach] === river).sort((a, b) => a - b)
        expect(numbers).toEqual(numbers.map((_, index) => index + 1))
      }
    },
  )
})

describe('the flow from declared outlets', () => {
  /** A lattice of lines drawn in random directions, some of them missing. */
  function lattice(seed: number): SourceLine[] {
    const random = seeded(seed)
    const lines: SourceLine[] = []
    for (let x = 0; x < 7; x++) {
      for (let y = 0; y < 7; y++) {
        for (const [dx, dy] of [
          [1, 0],
          [0, 1],
        ] as const) {
          if (random() < 0.25 || x + dx > 6 || y + dy > 6) continue
          const ends = [
            [x * 1000, y * 1000],
            [(x + dx) * 1000, (y + dy) * 1000],
          ] as const
          lines.push(line(`l${x}${y}${dx}`, random() < 0.5 ? ends : ends.toReversed()))
        }
      }
    }
    return lines
  }

  it.each([1, 2, 3, 4, 5])('everything that hangs together with the outlet drains to it (seed %i)', (seed) => {
    const network = build(lattice(seed), { settings: { orientation: 'outlets' }, outlets: [{ place: at([10, 10]) }] })
    const outlet = network.nodes.features.find(({ properties }) => properties.kind === 'outlet')?.properties.id
    const reaches = reachesOf(network)
    const grow = (known: ReadonlySet<string>, isDown: boolean): Set<string> => {
      const grown = new Set(known)
      for (const { fromNode, toNode } of reaches) {
        if (grown.has(toNode)) grown.add(fromNode)
        if (!isDown && grown.has(fromNode)) grown.add(toNode)
      }
      return grown.size === known.size ? grown : grow(grown, isDown)
    }
    const hangsTogether = grow(new Set([outlet ?? '']), false)
    expect(hangsTogether.size).toBeGreaterThan(20)
    expect(grow(new Set([outlet ?? '']), true)).toEqual(hangsTogether)
  })
})
