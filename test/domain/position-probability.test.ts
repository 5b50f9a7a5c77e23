import { describe, expect, it } from 'vitest'
import { buildCoverage, type Coverage } from '#domain/coverage/coverage'
import { locateUnit } from '#domain/coverage/locate'
import { normalCdf, owensT } from '#domain/owens-t'
import { positionProbability } from '#domain/position-probability'
import { seededRandom } from '../../server/bench/seeded-random.ts'

type Corner = readonly [number, number]
const unit = (code: string, ...corners: Corner[]) => {
  const ring = [...corners, ...corners.slice(0, 1)].map(([x, y]) => [x, y])
  return { code, geometry: { type: 'Polygon' as const, coordinates: [ring] } }
}
const coverageOf = (...units: ReturnType<typeof unit>[]): Coverage => {
  const built = buildCoverage(units)
  if ('faults' in built) throw new Error(JSON.stringify(built.faults))
  return built
}

/** Two squares of 20 km that share the line x = 0. */
const straight = coverageOf(
  unit('west', [-20_000, -10_000], [0, -10_000], [0, 10_000], [-20_000, 10_000]),
  unit('east', [0, -10_000], [20_000, -10_000], [20_000, 10_000], [0, 10_000]),
)

describe('Owen’s T', () => {
  /** The definition, by the midpoint rule. */
  const defined = (h: number, a: number, steps = 200_000): number => {
    let sum = 0
    for (let i = 0; i < steps; i++) {
      const x = (a * (i + 0.5)) / steps
      sum += Math.exp((-h * h * (1 + x * x)) / 2) / (1 + x * x)
    }
    return (sum * a) / steps / (2 * Math.PI)
  }

  it.each([
    [0.0625, 0.25],
    [0.001, 1],
    [0.3, 3],
    [2, 0.5],
    [1, 1.0001],
    [0.5, 11],
    [4.78125, 0.0625],
    [5, 1],
    [7.5, 2],
  ])('T(%d, %d) is the integral that defines it', (h, a) => {
    expect(owensT(h, a * h)).toBeCloseTo(defined(h, a), 6)
    expect(owensT(h, -a * h)).toBeCloseTo(-defined(h, a), 6)
  })

  it('of an infinite line is half the tail beyond it', () => {
    for (const h of [0, 0.001, 0.3, 1, 2.5]) expect(2 * owensT(h, 50)).toBeCloseTo(1 - normalCdf(h), 6)
  })

  it('normalCdf has the tabulated values', () => {
    expect(normalCdf(0)).toBeCloseTo(0.5, 8)
    expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 6)
    expect(normalCdf(-1.959963984540054)).toBeCloseTo(0.025, 6)
    expect(normalCdf(3)).toBeCloseTo(0.99865010196837, 6)
  })
})

describe('a place near a straight border', () => {
  const probability = (x: number, sigmaM: number) => positionProbability(straight, x, 0, sigmaM).byUnit

  it('30 m inside with a standard error of 50 m is 73 to 27', () => {
    expect(probability(30, 50).get(2)).toBeCloseTo(0.7257, 4)
    expect(probability(30, 50).get(1)).toBeCloseTo(0.2743, 4)
  })

  it('300 m inside with a standard error of 50 m lies where it is drawn', () => {
    expect(probability(300, 50).get(2)).toBe(1)
    expect(positionProbability(straight, 300, 0, 50).borderM).toBe(Number.POSITIVE_INFINITY)
  })

  it('exactly on the border is even, whichever unit the tie rule names', () => {
    expect(probability(0, 50).get(1)).toBeCloseTo(0.5, 6)
    expect(probability(0, 50).get(2)).toBeCloseTo(0.5, 6)
  })

  it('without any error lies where it is drawn', () => {
    expect([...probability(1e-6, 0)]).toEqual([[2, 1]])
    expect([...probability(0, 0)]).toEqual([[2, 1]])
  })

  it('tells how far the border is', () => {
    expect(positionProbability(straight, -30, 4, 50).borderM).toBeCloseTo(30, 3)
  })
})

describe('a place where many borders meet', () => {
  it('at the common corner of four equal quarters has a quarter in each', () => {
    const square = (code: string, x: number, y: number) =>
      unit(code, [x, y], [x + 1000, y], [x + 1000, y + 1000], [x, y + 1000])
    const four = coverageOf(square('a', -1000, -1000), square('b', 0, -1000), square('c', -1000, 0), square('d', 0, 0))
    const { byUnit } = positionProbability(four, 0, 0, 50)
    for (const number of [1, 2, 3, 4]) expect(byUnit.get(number)).toBeCloseTo(0.25, 6)
  })

  it('agrees with 200,000 seeded throws on crooked borders, an island, and the outside', () => {
    const crooked = coverageOf(
      unit('a', [0, 0], [300, 40], [220, 300], [260, 500], [0, 520]),
      unit('b', [300, 40], [600, 0], [640, 480], [260, 500], [220, 300]),
    )
    const random = seededRandom(5)
    for (const [x, y, sigmaM] of [
      [240, 290, 60],
      [221, 300, 90],
      [20, 10, 120],
      [260, 500, 40],
      [700, 200, 150],
    ] as const) {
      const { byUnit } = positionProbability(crooked, x, y, sigmaM)
      const thrown = [0, 0, 0]
      for (let i = 0; i < 200_000; i++) {
        const radius = sigmaM * Math.sqrt(-2 * Math.log(1 - random()))
        const angle = 2 * Math.PI * random()
        const found = locateUnit(crooked, x + radius * Math.cos(angle), y + radius * Math.sin(angle))
        thrown[found] = (thrown[found] ?? 0) + 1 / 200_000
      }
      for (const number of [0, 1, 2]) {
        expect(Math.abs((byUnit.get(number) ?? 0) - (thrown[number] ?? 0)), `${x},${y}: ${number}`).toBeLessThan(0.005)
      }
      expect([...byUnit.values()].reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6)
    }
  })
})
