import { describe, expect, test } from 'vitest'
import { buildRiverNetwork, type RiverFeatures } from '#domain/river/network'
import { areUsable, defaultVelocities, TRAVEL_TIME_DEFAULTS, travelHours } from '#domain/river/travel-time'
import { node, reach, twoCounties } from '../fixtures/two-counties.ts'

function features(changes: Partial<RiverFeatures> = {}): RiverFeatures {
  const { reaches, nodes, sections, gates } = twoCounties()
  return {
    reaches: reaches.features,
    nodes: nodes.features,
    sections: sections.features,
    gates: gates.features,
    ...changes,
  }
}

const problemsOf = (changes: Partial<RiverFeatures>) => buildRiverNetwork(features(changes)).problems

test('the river across a reservoir takes a reservoir’s hours, the river below its dam does not', () => {
  const nodes = features().nodes.map((one) =>
    one.properties.id === 'tributarySource' ? node('tributarySource', 'reservoir') : one,
  )
  const { reaches, costs, reachNumber } = buildRiverNetwork(features({ nodes }))
  const velocityOf = (id: string) => {
    const number = reachNumber.get(id) ?? -1
    return (reaches[number]?.lengthM ?? Number.NaN) / (costs.mean.probableH[number] ?? Number.NaN) / 3600
  }
  expect(velocityOf('zhi-1')).toBeCloseTo(TRAVEL_TIME_DEFAULTS.reservoirMS.mean, 12)
  expect(velocityOf('zhi-2')).toBeCloseTo(TRAVEL_TIME_DEFAULTS.riverMS[1].mean, 12)
})

describe('what is wrong with a network is told with its ids', () => {
  test('the invented world has nothing wrong', () => {
    expect(problemsOf({})).toEqual([])
  })

  test('a cycle is told as the loop of its reaches, in the direction of flow', () => {
    const back = reach('back-1', 'E', 'B')
    const [cycle] = problemsOf({ reaches: [...features().reaches, back] }).filter(({ problem }) => problem === 'cycle')
    const loop = cycle?.problem === 'cycle' ? cycle.reachIds : []
    const turned = [...loop.slice(loop.indexOf('back-1')), ...loop.slice(0, loop.indexOf('back-1'))]
    expect(turned[0]).toBe('back-1')
    expect(turned[1]).toBe('jie-3')
    expect([4, 5]).toContain(turned.length)
  })

  test('a river that ends at a node which is no outlet is a dead end', () => {
    const nodes = features().nodes.map((one) => (one.properties.id === 'outlet' ? node('outlet', 'mouth') : one))
    expect(problemsOf({ nodes })).toContainEqual({ problem: 'dead-end', nodeId: 'outlet' })
  })

  test('reaches that no outlet drains are an island; those that hang on an outlet are not', () => {
    const reaches = features().reaches.filter(({ properties }) => properties.id !== 'zhi-2')
    const problems = problemsOf({ reaches })
    expect(problems).toContainEqual({ problem: 'island', reachIds: ['zhi-1'] })
    expect(problems).toContainEqual({ problem: 'dead-end', nodeId: 'dam' })
    expect(problems).toHaveLength(2)
  })

  test('a reach to a node that nobody drew is kept, and told', () => {
    const nodes = features().nodes.filter(({ properties }) => properties.id !== 'dam')
    expect(problemsOf({ nodes })).toEqual([{ problem: 'unknown-node', nodeId: 'dam', reachIds: ['zhi-1', 'zhi-2'] }])
  })

  test('a section on a reach that does not exist is left out, and told', () => {
    const sections = features().sections.map((section) => {
      return { ...section, properties: { ...section.properties, reachId: 'nowhere-1' } }
    })
    const rivers = buildRiverNetwork(features({ sections }))
    expect(rivers.points.flat().map(({ id }) => id)).toEqual(['canal-gate'])
    expect(rivers.problems).toContainEqual({ problem: 'unknown-reach', pointId: 'middle', reachId: 'nowhere-1' })
  })

  test('a reach without a line or without a length is left out, and told', () => {
    const point = reach('jie-7', 'outlet', 'outlet')
    const noLine = { ...point, geometry: { ...point.geometry, coordinates: [[116.1, 39.9]] } }
    const noLength = reach('jie-8', 'E', 'outlet', { lengthM: Number.NaN })
    const rivers = buildRiverNetwork(features({ reaches: [...features().reaches, noLine, noLength] }))
    expect(rivers.reaches).toHaveLength(10)
    expect(rivers.problems).toEqual([
      { problem: 'unusable-reach', reachId: 'jie-7' },
      { problem: 'unusable-reach', reachId: 'jie-8' },
    ])
  })

  test('of two reaches with one id the first is kept', () => {
    const rivers = buildRiverNetwork(features({ reaches: [...features().reaches, reach('jie-1', 'dam', 'B')] }))
    expect(rivers.reaches[rivers.reachNumber.get('jie-1') ?? -1]?.fromNode).toBe('source')
    expect(rivers.problems).toEqual([{ problem: 'repeated-reach', reachId: 'jie-1' }])
  })

  test('no river at all is a network too', () => {
    const rivers = buildRiverNetwork({ reaches: [], nodes: [], sections: [], gates: [] })
    expect(rivers.reaches).toEqual([])
    expect(rivers.problems).toEqual([])
  })
})

describe('forks', () => {
  const diversionsOf = (...leaving: ReturnType<typeof reach>[]) => {
    const arriving = reach('jie-1', 'B', 'C', { kind: leaving[0]?.properties.riverId === 'jie' ? 'canal' : 'river' })
    const rivers = buildRiverNetwork(features({ reaches: [arriving, ...leaving] }))
    return rivers.reaches.filter((_, number) => rivers.isDiversion[number] === 1).map(({ id }) => id)
  }
  const canal = { kind: 'canal', order: 4 } as const

  test('a canal beside a river is a diversion, whatever its size', () => {
    expect(diversionsOf(reach('a-1', 'C', 'D', canal), reach('b-1', 'C', 'F', { order: 1 }))).toEqual(['a-1'])
  })

  test('the first reach of a canal inside a reservoir, drawn as river, belongs to the canal', () => {
    const link = reach('a-1', 'C', 'D', { order: 1 })
    expect(diversionsOf(link, reach('a-2', 'D', 'E', canal), reach('b-1', 'C', 'F'))).toEqual(['a-1'])
  })

  test('where only canals leave, the one that arrives goes on', () => {
    expect(diversionsOf(reach('jie-2', 'C', 'D', canal), reach('a-1', 'C', 'F', canal))).toEqual(['a-1'])
  })

  test('the arms of a river that splits are no diversions', () => {
    expect(diversionsOf(reach('a-1', 'C', 'D'), reach('b-1', 'C', 'F'))).toEqual([])
  })
})

describe('hours', () => {
  test('18 km at 0.4, 1.0 and 2.0 m/s take 12.5, 5.0 and 2.5 h, and the leading edge comes after 2.225 h', () => {
    const hours = travelHours(18_000, { low: 0.4, mean: 1.0, high: 2.0 }, TRAVEL_TIME_DEFAULTS)
    expect(hours.probable).toEqual({ low: 12.5, mean: 5.0, high: 2.5 })
    expect(hours.earliest).toBeCloseTo(2.225, 12)
  })

  test('measured velocities go before the defaults', () => {
    const observed = new Map([['jie-1', { low: 0.1, mean: 0.5, high: 1.25 }]])
    const rivers = buildRiverNetwork(features(), { settings: TRAVEL_TIME_DEFAULTS, observed })
    const number = rivers.reachNumber.get('jie-1') ?? -1
    const lengthM = rivers.reaches[number]?.lengthM ?? Number.NaN
    expect(rivers.costs.mean.probableH[number]).toBeCloseTo(lengthM / 0.5 / 3600, 12)
    expect(rivers.costs.mean.earliestH[number]).toBeCloseTo((0.89 * lengthM) / 1.25 / 3600, 12)
  })

  test('velocities that fall as the flow rises are not used, and told', () => {
    const observed = new Map([['jie-1', { low: 0.5, mean: 0.4, high: 1.0 }]])
    const rivers = buildRiverNetwork(features(), { settings: TRAVEL_TIME_DEFAULTS, observed })
    expect(rivers.problems).toEqual([{ problem: 'unusable-velocities', reachId: 'jie-1' }])
    expect(rivers.costs).toEqual(buildRiverNetwork(features()).costs)
  })

  test('the earliest hour is never after the probable one, at any flow', () => {
    const { costs } = buildRiverNetwork(features())
    for (const { earliestH, probableH } of Object.values(costs)) {
      for (const [number, earliest] of earliestH.entries()) expect(earliest).toBeLessThan(probableH[number] ?? 0)
    }
  })

  test('every default is usable, is marked as design, and keeps below the flood wave’s 1.0 m/s', () => {
    const { riverMS, canalMS, reservoirMS, status, note } = TRAVEL_TIME_DEFAULTS
    expect(status).toBe('design')
    expect(note.zh).toContain('设计默认值')
    for (const velocities of [...riverMS, canalMS, reservoirMS]) {
      expect(areUsable(velocities)).toBe(true)
      expect(velocities.high).toBeLessThanOrEqual(1.0)
    }
  })

  test('water is slower in a reservoir than in any river, and a larger river is not slower than a smaller one', () => {
    const inReservoir = defaultVelocities(reach('r', 'A', 'B', { order: 4 }).properties, true, TRAVEL_TIME_DEFAULTS)
    const byOrder = [1, 2, 3, 4].map((order) => {
      return defaultVelocities(reach('r', 'A', 'B', { order }).properties, false, TRAVEL_TIME_DEFAULTS).mean
    })
    expect(byOrder).toEqual(byOrder.toSorted((a, b) => a - b))
    expect(inReservoir.high).toBeLessThan(byOrder[0] ?? 0)
    const canal = reach('c', 'A', 'B', { kind: 'canal' }).properties
    expect(defaultVelocities(canal, true, TRAVEL_TIME_DEFAULTS)).toEqual(TRAVEL_TIME_DEFAULTS.canalMS)
  })
})
