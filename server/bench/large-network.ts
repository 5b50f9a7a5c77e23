/**
 * A river network the size of a continent, fixed by a seed.
 *
 * Scheidegger's model (1967): every place of a row drains to one of the two places below it, by the toss of a coin. Its basins
 * follow Hack's law as real rivers do, with long main stems and countless short tributaries. Some places also divert water to
 * the other neighbour. Nodes are shuffled, so that nothing is in a good order by luck.
 */
import { seededRandom } from './seeded-random.ts'

export interface LargeNetwork {
  readonly nodeCount: number
  readonly fromNode: Int32Array
  readonly toNode: Int32Array
  readonly lengthM: Float64Array
  readonly earliestH: Float64Array
  readonly probableH: Float64Array
}

export interface LargeNetworkSize {
  readonly columns: number
  readonly rows: number
  /** Share of places that divert water. */
  readonly diversionShare: number
  readonly seed: number
}

export const THREE_MILLION: LargeNetworkSize = { columns: 2000, rows: 1501, diversionShare: 0.001, seed: 2019 }

export function generateLargeNetwork({ columns, rows, diversionShare, seed }: LargeNetworkSize): LargeNetwork {
  const random = seededRandom(seed)
  const nodeCount = columns * rows
  const shuffled = shuffle(nodeCount, random)
  const fromNode: number[] = []
  const toNode: number[] = []
  for (let place = 0; place < nodeCount - columns; place++) {
    const row = Math.floor(place / columns)
    const below = [place + columns, (row + 1) * columns + ((place + 1) % columns)].map((index) => shuffled[index] ?? 0)
    const tossed = random() < 0.5 ? below : below.toReversed()
    const ways = random() < diversionShare ? tossed : tossed.slice(0, 1)
    for (const to of ways) {
      fromNode.push(shuffled[place] ?? 0)
      toNode.push(to)
    }
  }
  const lengthM = Float64Array.from(fromNode, () => 200 + 2800 * random())
  return {
    nodeCount,
    fromNode: Int32Array.from(fromNode),
    toNode: Int32Array.from(toNode),
    lengthM,
    earliestH: lengthM.map((metres) => (0.89 * metres) / 0.9 / 3600),
    probableH: lengthM.map((metres) => metres / 0.35 / 3600),
  }
}

/** Fisher and Yates. */
function shuffle(count: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const kept = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = kept
  }
  return order
}
