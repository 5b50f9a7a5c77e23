import { distance } from '@turf/turf'
import { describe, expect, it } from 'vitest'
import { vertexKey } from '../../server/datasets/border-edges.ts'
import { borderPath } from '../../server/datasets/border-path.ts'
import type { Border } from '../../server/datasets/unit-borders.ts'

const border = (from: number[], to: number[]): Border => ({
  ...{ from, to, key: `${vertexKey(from)} ${vertexKey(to)}`, reverseKey: `${vertexKey(to)} ${vertexKey(from)}` },
  ...{ lengthDeg: Math.hypot((to[0] ?? 0) - (from[0] ?? 0), (to[1] ?? 0) - (from[1] ?? 0)), left: 'a', right: 'b' },
})

const bothWays = (from: number[], to: number[]): Border[] => [border(from, to), border(to, from)]

describe('the way along borders', () => {
  it('is empty from a vertex to itself', () => {
    expect(borderPath([0, 0], [0, 0], bothWays([0, 0], [1, 0]))).toEqual([])
  })

  it('is refused as a fault of the table when the borders do not connect', () => {
    expect(() => borderPath([0, 0], [9, 9], bothWays([0, 0], [1, 0]))).toThrow('no border leads to 9,9')
  })

  it('is as short as the best of all ways through a small grid with random gaps', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const borders = gridWithGaps(seed)
      const best = shortestByExhaustion(borders)
      const walk = () => borderPath([0, 0], [2, 2], borders)
      if (best === Number.POSITIVE_INFINITY) expect(walk).toThrow()
      else expect(walk().reduce((sum, { from, to }) => sum + distance(from, to), 0)).toBeCloseTo(best, 9)
    }
  })

  it('goes from start to end without a jump', () => {
    const path = borderPath([0, 0], [2, 2], gridWithGaps(7))
    expect([path[0]?.from, path.at(-1)?.to]).toEqual([
      [0, 0],
      [2, 2],
    ])
    expect(path.slice(1).map(({ from }) => from)).toEqual(path.slice(0, -1).map(({ to }) => to))
  })
})

/** A 3 by 3 grid of vertices; a bit of the seed's hash decides whether each of the twelve borders is there. */
function gridWithGaps(seed: number): Border[] {
  const pieces = [0, 1, 2].flatMap((x) =>
    [0, 1].flatMap((y) => [
      { from: [x, y], to: [x, y + 1] },
      { from: [y, x], to: [y + 1, x] },
    ]),
  )
  return pieces
    .filter((_, at) => ((seed * 2_654_435_761) >>> at) % 4 !== 0)
    .flatMap(({ from, to }) => bothWays(from, to))
}

function shortestByExhaustion(borders: readonly Border[], here = '0,0', seen: readonly string[] = []): number {
  if (here === '2,2') return 0
  const ways = borders.filter(({ from, to }) => vertexKey(from) === here && !seen.includes(vertexKey(to)))
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...ways.map(({ from, to }) => distance(from, to) + shortestByExhaustion(borders, vertexKey(to), [...seen, here])),
  )
}
