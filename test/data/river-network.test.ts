import { describe, expect, it } from 'vitest'
import type { ReachFeature } from '#domain/reference-data'
import { nodes, pair, reaches, reachesBy } from './reference-set.ts'

const nodeById = new Map(nodes.map((node) => [node.properties.id, node]))
const leaving = reachesBy(({ fromNode }) => fromNode)
const arriving = reachesBy(({ toNode }) => toNode)
const rivers = reachesBy(({ riverId }) => riverId)

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
