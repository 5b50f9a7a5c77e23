import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { edgesOf } from '../../server/datasets/border-edges.ts'
import { exactlyNoded } from '../../server/datasets/exact-noding.ts'
import { seeded } from './seeded.ts'

const polygon = (...rings: number[][][]): Polygon => ({
  type: 'Polygon',
  coordinates: rings.map((ring) => [...ring, ...ring.slice(0, 1)]),
})

/** Directed edges that nobody answers with the reverse one. */
function openEdges(geometries: Parameters<typeof exactlyNoded>[0]): string[] {
  const edges = geometries.flatMap(edgesOf)
  const keys = new Set(edges.map(({ key }) => key))
  expect(keys.size).toBe(edges.length)
  return edges.filter(({ reverseKey }) => !keys.has(reverseKey)).map(({ key }) => key)
}

describe('exact noding', () => {
  it('gives the long side of a T-junction the vertex of the two short ones', () => {
    const west = polygon([
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ])
    const southEast = polygon([
      [1, 0],
      [2, 0],
      [2, 0.5],
      [1, 0.5],
    ])
    const northEast = polygon([
      [1, 0.5],
      [2, 0.5],
      [2, 1],
      [1, 1],
    ])
    const [noded] = exactlyNoded([west, southEast, northEast])
    expect(noded?.coordinates[0]?.[0]).toContainEqual([1, 0.5])
  })

  it('leads a border through a vertex that rounding moved beside it', () => {
    const border = [
      [0, 0],
      [1, 0.333_333_1],
    ]
    const on = [0.5, 0.166_666_6]
    const below = polygon([...border, [1, -1], [0, -1]])
    const above = polygon([[0, 0], [0, 1], [1, 1], [1, 0.333_333_1], on])
    const open = openEdges(exactlyNoded([below, above]))
    expect(open.some((edge) => edge.includes('0.5,'))).toBe(false)
    expect(open.length).toBe(6)
  })

  it('turns a crossing that rounding made into a vertex of both borders', () => {
    const rising = polygon([
      [0, 0],
      [1, 1],
      [2, -1],
    ])
    const falling = polygon([
      [0, 1],
      [1, 0],
      [2, 2],
    ])
    const [first, second] = exactlyNoded([rising, falling])
    expect(first?.coordinates[0]?.[0]).toContainEqual([0.5, 0.5])
    expect(second?.coordinates[0]?.[0]).toContainEqual([0.5, 0.5])
  })

  it('drops an excursion that returns along itself', () => {
    const [noded] = exactlyNoded([
      polygon([
        [0, 0],
        [1, 0],
        [1, 1],
        [1.5, 1.5],
        [1, 1],
        [0, 1],
      ]),
    ])
    expect(noded?.coordinates[0]?.[0]?.length).toBe(5)
  })

  it('drops a ring that rounding closes', () => {
    const speck = polygon([
      [0, 0],
      [2e-7, 0],
      [0, 2e-7],
    ])
    expect(exactlyNoded([speck])[0]?.coordinates).toEqual([])
  })

  it('turns exteriors anticlockwise and holes clockwise', () => {
    const clockwise = polygon(
      [
        [0, 0],
        [0, 3],
        [3, 3],
        [3, 0],
      ],
      [
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 2],
      ],
    )
    const [noded] = exactlyNoded([clockwise])
    const areas = noded?.coordinates[0]?.map(signedArea) ?? []
    expect(areas).toEqual([9, -1])
  })

  it('keeps a random fan of triangles a coverage, wherever its centre falls between the grid points', () => {
    const random = seeded(42)
    for (let round = 0; round < 200; round++) {
      const centre = [random() * 1e-4, random() * 1e-4]
      const rim = Array.from({ length: 12 }, (_, spoke) => {
        const angle = ((spoke + random() * 0.9) * Math.PI) / 6
        return [5e-5 + 1e-3 * Math.cos(angle), 5e-5 + 1e-3 * Math.sin(angle)]
      })
      const fan = rim.map((vertex, at) => polygon([centre, vertex, rim[(at + 1) % rim.length] ?? vertex]))
      expect(openEdges(exactlyNoded(fan)).length).toBe(12)
    }
  })
})

const signedArea = (ring: number[][]): number =>
  ring.slice(1).reduce((sum, [x = 0, y = 0], at) => sum + ((ring[at]?.[0] ?? 0) * y - x * (ring[at]?.[1] ?? 0)) / 2, 0)
