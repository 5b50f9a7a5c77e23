import { booleanPointInPolygon, distance } from '@turf/turf'
import { describe, expect, it } from 'vitest'
import type { ReachFeature } from '#domain/reference-data'
import { districtsAndCounties, edgesOf, gates, keyOf, nodes, pair, reaches, sections } from './reference-set.ts'

const nodeById = new Map(nodes.map((node) => [node.properties.id, node]))
const reachById = new Map(reaches.map((reach) => [reach.properties.id, reach]))
const unitByCode = new Map(districtsAndCounties.map((unit) => [unit.properties.code, unit]))
const borderOwner = new Map(districtsAndCounties.flatMap(edgesOf).map(({ from, to, unit }) => [keyOf(from, to), unit]))
const leaving = grouped(({ properties }) => properties.fromNode)
const arriving = grouped(({ properties }) => properties.toNode)
const rivers = grouped(({ properties }) => properties.riverId)

describe('the network', () => {
  it('has 38 rivers', () => {
    expect(rivers.size).toBe(38)
  })

  it('draws each reach from its first node to its last, vertex for vertex', () => {
    for (const { properties, geometry } of reaches) {
      const ends = [properties.fromNode, properties.toNode].map((id) => nodeById.get(id)?.geometry.coordinates)
      expect([geometry.coordinates[0], geometry.coordinates.at(-1)], properties.id).toEqual(ends)
    }
  })

  it('never lets water end but at an outlet', () => {
    const deadEnds = reaches.filter(({ properties }) => !leaving.has(properties.toNode))
    expect(deadEnds.map(({ properties }) => nodeById.get(properties.toNode)?.properties.kind)).toEqual(
      deadEnds.map(() => 'outlet'),
    )
    expect(deadEnds.length).toBeGreaterThan(7)
  })

  it('never lets water come back', () => {
    for (const { properties } of reaches) {
      expect(downstreamOf(properties.toNode), properties.id).not.toContain(properties.fromNode)
    }
  })

  it('uses every node, and names it', () => {
    for (const { properties } of nodes) {
      expect(leaving.has(properties.id) || arriving.has(properties.id), properties.id).toBe(true)
      expect(properties.name).not.toBe('')
    }
  })

  it.each([
    ['清河', '温榆河'],
    ['坝河', '温榆河'],
    ['小中河', '温榆河'],
    ['通惠河', '北运河'],
    ['温榆河', '北运河'],
    ['凉水河', '北运河'],
    ['新凤河', '凉水河'],
    ['萧太后河', '凉水河'],
    ['南沙河', '温榆河'],
    ['东沙河', '北沙河'],
    ['亮马河', '坝河'],
    ['北小河', '坝河'],
    ['清水河', '永定河'],
    ['汤河', '白河'],
    ['怀河', '潮白河'],
    ['雁栖河', '怀河'],
    ['洳河', '泃河'],
    ['刺猬河', '小清河'],
    ['运潮减河', '潮白河'],
    ['南护城河', '通惠河'],
    ['永定河引水渠', '南护城河'],
    ['京密引水渠', '永定河引水渠'],
  ])('%s shares its mouth with %s', (tributary, receiving) => {
    const mouth = lastReach(tributary).properties.toNode
    expect(leaving.get(mouth)?.map(({ properties }) => properties.river)).toContain(receiving)
  })

  it.each([
    ['潮河', '潮白河'],
    ['白河', '潮白河'],
    ['白河', '京密引水渠'],
    ['妫水河', '永定河'],
    ['京密引水渠', '怀河'],
  ])('water of %s reaches %s through the reservoir', (above, below) => {
    const reached = downstreamOf(firstReach(above).properties.fromNode)
    expect(reached).toContain(firstReach(below).properties.toNode)
  })

  it('takes 运潮减河 out of the water that arrives at 北关', () => {
    const intake = firstReach('运潮减河').properties.fromNode
    expect(nodeById.get(intake)?.properties.kind).toBe('diversion')
    expect(new Set(arriving.get(intake)?.map(({ properties }) => properties.river))).toEqual(
      new Set(['温榆河', '通惠河']),
    )
  })

  it('is drawn west to east along 通惠河, and north to south along 潮白河 and 永定河', () => {
    expect(span('通惠河').east).toBeGreaterThan(0.2)
    expect(span('潮白河').north).toBeLessThan(-0.5)
    expect(span('永定河').north).toBeLessThan(-0.7)
  })
})

describe('a reach', () => {
  it('follows the one before it, with the chainage counted from the river’s first point', () => {
    for (const ownReaches of rivers.values()) {
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

describe('sections and gates', () => {
  it('lie within 5 m of the reach that they name (a long piece is drawn straight, not as a great circle)', () => {
    for (const { properties, geometry } of [...sections, ...gates]) {
      const reach = reachById.get(properties.reachId)
      if (reach === undefined) throw new Error(`${properties.name} lies on no reach`)
      expect(reach.properties.riverId).toBe(properties.riverId)
      expect(distanceToLineM(geometry.coordinates, reach), properties.name).toBeLessThan(5)
    }
  })

  it('say that their places are not official', () => {
    for (const { properties } of [...sections, ...gates]) expect(properties.note).toContain('非官方坐标')
  })
})

function grouped(by: (reach: ReachFeature) => string): Map<string, ReachFeature[]> {
  const groups = new Map<string, ReachFeature[]>()
  for (const reach of reaches) groups.set(by(reach), [...(groups.get(by(reach)) ?? []), reach])
  return groups
}

function downstreamOf(node: string): Set<string> {
  const [reached, waiting] = [new Set<string>(), [node]]
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    for (const { properties } of leaving.get(here) ?? []) {
      if (!reached.has(properties.toNode)) waiting.push(properties.toNode)
      reached.add(properties.toNode)
    }
  }
  return reached
}

function ownReaches(river: string): ReachFeature[] {
  return reaches.filter(({ properties }) => properties.river === river)
}

function firstReach(river: string): ReachFeature {
  const [first] = ownReaches(river)
  if (first === undefined) throw new Error(`no river ${river}`)
  return first
}

function lastReach(river: string): ReachFeature {
  return ownReaches(river).at(-1) ?? firstReach(river)
}

function span(river: string): { east: number; north: number } {
  const [west, south] = pair(firstReach(river).geometry.coordinates[0])
  const [east, north] = pair(lastReach(river).geometry.coordinates.at(-1))
  return { east: east - west, north: north - south }
}

const unitAt = (place: readonly number[]): string | undefined =>
  [...unitByCode.values()].find((unit) => booleanPointInPolygon([...place], unit))?.properties.code

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

function distanceToLineM(point: readonly number[], { geometry }: ReachFeature): number {
  const [lon, lat] = pair(point)
  const eastM = 111_320 * Math.cos((lat * Math.PI) / 180)
  const local = geometry.coordinates.map((vertex) => [
    (pair(vertex)[0] - lon) * eastM,
    (pair(vertex)[1] - lat) * 111_320,
  ])
  const distances = local.slice(1).map((to, at) => {
    const [[x0, y0], [x1, y1]] = [pair(local[at]), pair(to)]
    const squared = (x1 - x0) ** 2 + (y1 - y0) ** 2
    const share = Math.min(1, Math.max(0, -(x0 * (x1 - x0) + y0 * (y1 - y0)) / squared))
    return Math.hypot(x0 + share * (x1 - x0), y0 + share * (y1 - y0))
  })
  return Math.min(...distances)
}
