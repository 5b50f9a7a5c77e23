import { booleanPointInPolygon, distance } from '@turf/turf'
import { describe, expect, it } from 'vitest'
import type { ReachFeature } from '#domain/reference-data'
import { districtsAndCounties, edgesOf, keyOf, pair, reaches, reachesBy } from './reference-set.ts'

const borderOwner = new Map(districtsAndCounties.flatMap(edgesOf).map(({ from, to, unit }) => [keyOf(from, to), unit]))

describe('a reach', () => {
  it('follows the one before it, with the chainage counted from the river’s first point', () => {
    for (const ownReaches of reachesBy(({ riverId }) => riverId).values()) {
      let [chainageM, node] = [0, ownReaches[0]?.properties.fromNode]
      ownReaches.forEach(({ properties }, at) => {
        expect([properties.sequence, properties.chainageM, properties.fromNode]).toEqual([at + 1, chainageM, node])
        chainageM += properties.lengthM
        node = properties.toNode
      })
    }
  })

  it('has its drawn length to the metre', () => {
    for (const { properties, geometry } of reaches) {
      const steps = geometry.coordinates
        .slice(1)
        .map((to, at) => distance([...pair(geometry.coordinates[at])], to) * 1000)
      expect(Math.abs(steps.reduce((sum, step) => sum + step, 0) - properties.lengthM), properties.id).toBeLessThan(1)
    }
  })

  it('never meets itself', () => {
    for (const { properties, geometry } of reaches) {
      const vertices = geometry.coordinates.map(String)
      expect(new Set(vertices).size, properties.id).toBe(vertices.length)
    }
  })

  it('that forms a boundary is the border itself: left unit on the left, right unit on the right as the water flows', () => {
    const boundary = reaches.filter(({ properties }) => properties.isBoundary)
    expect(boundary.length).toBeGreaterThan(30)
    for (const { properties, geometry } of boundary) {
      geometry.coordinates.slice(1).forEach((to, at) => {
        const from = pair(geometry.coordinates[at])
        expect(borderOwner.get(keyOf(from, to)), properties.id).toBe(properties.leftUnit)
        expect(borderOwner.get(keyOf(to, from)), properties.id).toBe(properties.rightUnit)
      })
    }
  })

  it('that forms a boundary has the left unit a step to the left of its middle, whatever the vertices say', () => {
    for (const reach of reaches.filter(({ properties }) => properties.isBoundary)) {
      const { leftUnit, rightUnit, id } = reach.properties
      const { left, right } = besideLongestPiece(reach)
      expect(unitAt(left), id).toBe(leftUnit)
      expect(unitAt(right), id).toBe(rightUnit)
    }
  })

  it('inside one unit runs through that unit, but for stretches shorter than the error of the borders', () => {
    for (const reach of reaches.filter(({ properties }) => !properties.isBoundary)) {
      const { leftUnit, id } = reach.properties
      const elsewhere = samples(reach).filter(({ place }) => unitAt(place) !== leftUnit)
      expect(
        elsewhere.reduce((sum, { lengthM }) => sum + lengthM, 0),
        id,
      ).toBeLessThan(200)
    }
  })

  it.each([
    ['永定河', '110115', '110111'],
    ['永定河', '110115', '131022'],
    ['永定河', '110107', '110109'],
    ['潮白河', '131082', '110112'],
    ['潮白河', '131028', '110112'],
    ['潮白河', '131024', '110112'],
    ['温榆河', '110113', '110105'],
    ['温榆河', '110112', '110105'],
    ['清河', '110114', '110105'],
  ])('of %s has %s on its left and %s on its right', (river, left, right) => {
    const banks = reaches
      .filter(({ properties }) => properties.river === river)
      .map(({ properties }) => `${properties.leftUnit} ${properties.rightUnit}`)
    expect(banks).toContain(`${left} ${right}`)
    expect(banks).not.toContain(`${right} ${left}`)
  })

  it.each([
    ['永定河', ['110115', '110111'], 26.3],
    ['永定河', ['110115', '131022'], 24.6],
    ['潮白河', ['131082', '110112'], 19.7],
    ['潮白河', ['131028', '110112'], 16.5],
  ])('of %s between %j follows the whole common border, %d km', (river, units, lengthKm) => {
    const shared = reaches.filter(
      ({ properties }) =>
        properties.river === river && units.includes(properties.leftUnit) && units.includes(properties.rightUnit),
    )
    const boundary = shared.filter(({ properties }) => properties.isBoundary)
    const drawnKm = boundary.reduce((sum, { properties }) => sum + properties.lengthM, 0) / 1000
    expect(Math.abs(drawnKm - lengthKm)).toBeLessThan(0.3)
  })
})

const unitAt = (place: readonly number[]): string | undefined =>
  districtsAndCounties.find((unit) => booleanPointInPolygon([...place], unit))?.properties.code

/** Points a metre to each side of the middle of the reach's longest piece. */
function besideLongestPiece({ geometry }: ReachFeature): { left: number[]; right: number[] } {
  const pieces = geometry.coordinates.slice(1).map((to, at) => ({ from: pair(geometry.coordinates[at]), to: pair(to) }))
  const [longest] = pieces.sort((a, b) => distance([...b.from], [...b.to]) - distance([...a.from], [...a.to]))
  if (longest === undefined) throw new Error('a reach has at least one piece')
  const { from, to } = longest
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  const scale = 1e-5 / Math.hypot(to[0] - from[0], to[1] - from[1])
  const [leftX, leftY] = [-(to[1] - from[1]) * scale, (to[0] - from[0]) * scale]
  return { left: [x + leftX, y + leftY], right: [x - leftX, y - leftY] }
}

/** Steps of at most 25 m with their middles. */
function samples({ geometry }: ReachFeature): { place: number[]; lengthM: number }[] {
  return geometry.coordinates.slice(1).flatMap((to, at) => {
    const [[x0, y0], [x1, y1]] = [pair(geometry.coordinates[at]), pair(to)]
    const lengthM = distance([x0, y0], [x1, y1]) * 1000
    const count = Math.ceil(lengthM / 25)
    return Array.from({ length: count }, (_, step) => {
      const share = (step + 0.5) / count
      return { place: [x0 + share * (x1 - x0), y0 + share * (y1 - y0)], lengthM: lengthM / count }
    })
  })
}
