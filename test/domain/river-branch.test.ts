/** Main stem, tributaries, diversions, what stands on them, and where their hours come from. */
import { describe, expect, test } from 'vitest'
import type { ReachProperties } from '#domain/reference-data'
import { traceAlternatives } from '#domain/river/alternatives'
import { sideBranches, wayOf } from '#domain/river/branch'
import { LEADING_EDGE_SHARE, peakVelocityMS } from '#domain/river/jobson'
import { placeAt } from '#domain/river/line'
import { buildRiverNetwork, inStates, type RiverNetwork, type RiverSiteFeature } from '#domain/river/network'
import { type NetworkState, statesOn } from '#domain/river/network-state'
import { traceDownstream, traceUpstream } from '#domain/river/trace'
import { entryOf, exitOf } from '#domain/river/trace-units'
import { originsIn, type ReachHydraulics, TRAVEL_TIME_DEFAULTS } from '#domain/river/travel-time'
import { BING, INVENTED, JIA, PLACE, twoCounties, YI } from '../fixtures/two-counties.ts'

const HYDRAULICS: ReachHydraulics = {
  drainageAreaM2: 390e6,
  meanAnnualDischargeM3s: 4.5,
  dischargeM3s: { low: 1, mean: 3.35, high: 20 },
}

describe('upstream', () => {
  test('界河 is the main stem by its order, and 支河 its tributary, whichever is faster', () => {
    const trace = traceUpstream(network(), on('jie-3', 0.5))
    expect(mainOf(trace)).toEqual(['jie-1', 'jie-2', 'jie-3'])
    expect(sideBranches(trace)).toMatchObject([{ kind: 'tributary', river: '支河', reachId: 'zhi-2' }])
  })

  test('of two reaches of one order the larger drainage area is the main stem, known of both; else the longer way', () => {
    const same = { 'zhi-1': { order: 4, lengthM: 100 }, 'zhi-2': { order: 4 } }
    expect(mainOf(traceUpstream(network(same), on('jie-3', 0.5)))).toEqual(['jie-1', 'jie-2', 'jie-3'])
    const longer = { ...same, 'zhi-1': { order: 4, lengthM: 90_000 } }
    expect(mainOf(traceUpstream(network(longer), on('jie-3', 0.5)))).toEqual(['jie-3', 'zhi-1', 'zhi-2'])
    const areas = (zhi: number) =>
      new Map([
        ['zhi-2', { ...HYDRAULICS, drainageAreaM2: zhi }],
        ['jie-2', { ...HYDRAULICS, drainageAreaM2: 500e6 }],
      ])
    expect(mainOf(traceUpstream(network(same, areas(900e6)), on('jie-3', 0.5)))).toEqual(['jie-3', 'zhi-1', 'zhi-2'])
    expect(mainOf(traceUpstream(network(longer, areas(100e6)), on('jie-3', 0.5)))).toEqual(['jie-1', 'jie-2', 'jie-3'])
  })

  test('a canal that comes back is a diversion by name, and the river above its head is still the main stem', () => {
    const short = { 'qu-1': { lengthM: 10 }, 'qu-2': { lengthM: 10 } }
    const trace = traceUpstream(network(short), on('jie-6', 0.5))
    expect(mainOf(trace)).toEqual(['jie-1', 'jie-2', 'jie-3', 'jie-4', 'jie-5', 'jie-6'])
    expect(sideBranches(trace).map(({ kind, river }) => [kind, river])).toEqual([
      ['diversion', '引渠'],
      ['tributary', '支河'],
    ])
  })

  test('a trace that starts on the canal has the canal and then its river as main stem', () => {
    expect(mainOf(traceUpstream(network(), on('qu-2', 0.5)))).toEqual(['jie-1', 'jie-2', 'jie-3', 'qu-1', 'qu-2'])
  })
})

describe('downstream', () => {
  test('where the canal is faster, the river that it comes back to is still the main stem', () => {
    const trace = traceDownstream(network({ 'qu-1': { lengthM: 10 }, 'qu-2': { lengthM: 10 } }), on('jie-3', 0))
    expect(mainOf(trace)).toEqual(['jie-3', 'jie-4', 'jie-5', 'jie-6'])
    expect(trace.reaches.find(({ reachId }) => reachId === 'jie-6')?.beforeId).toBe('qu-2')
  })

  test('everything on the canal says which branch it lies on, and that it left 界河', () => {
    const { gates } = traceDownstream(network(), on('jie-3', 0))
    expect(gates[0]?.branch).toMatchObject({ kind: 'diversion', river: '引渠', riverEn: expect.any(String) })
    expect(gates[0] && wayOf(gates[0].branch).map(({ river }) => river)).toEqual(['引渠'])
    expect(gates[0]?.branch.leaves).toMatchObject({ kind: 'main', river: '界河' })
  })

  test('a unit has the points at which the water comes in and leaves, upstream the other way round', () => {
    const rivers = network()
    const [down, up] = [traceDownstream(rivers, on('jie-1', 0.5)), traceUpstream(rivers, on('jie-6', 0.5))]
    const pointOf = ({ reach, fraction }: { reach: number; fraction: number }) => placeAt(rivers.lines, reach, fraction)
    const yi = down.units.find(({ code }) => code === YI)
    expect(yi && [pointOf(entryOf('downstream', yi)), pointOf(exitOf('downstream', yi))]).toEqual([PLACE.A, PLACE.D])
    const same = up.units.find(({ code }) => code === YI)
    expect(same && pointOf(entryOf('upstream', same))).toEqual(PLACE.D)
    const jia = down.units.find(({ code }) => code === JIA)
    expect(jia && pointOf(entryOf('downstream', jia))).toEqual([expect.closeTo(116.075, 9), expect.closeTo(40.165, 9)])
  })
})

test('outfalls, intakes and sites are met in order with sections and gates, each with its kind', () => {
  const rivers = buildRiverNetwork({
    ...featuresOf(),
    sites: [site('intake', 40.02, 'jie-4'), site('outfall', 40.09, 'jie-3'), site('site', 39.97, 'jie-5')],
  })
  const { points, sections, gates } = traceDownstream(rivers, on('jie-3', 0))
  const onRiver = points.filter(({ branch }) => branch.kind === 'main')
  expect(onRiver.map(({ kind }) => kind)).toEqual(['outfall', 'section', 'intake', 'section', 'site'])
  expect(sections.length + gates.length).toBe(points.length - 3)
})

describe('hours', () => {
  test('a reach of known discharge takes the hours of Jobson 1996, and says so', () => {
    const hydraulics = new Map([['jie-5', HYDRAULICS]])
    const rivers = network({}, hydraulics)
    const start = on('jie-5', 0)
    const below = traceDownstream(rivers, start, { flow: 'low' }).reaches.find(({ reachId }) => reachId === 'jie-6')
    const metres = rivers.reaches[start.reach]?.lengthM ?? Number.NaN
    const at = (dischargeM3s: number) => peakVelocityMS({ ...HYDRAULICS, dischargeM3s })
    expect(below?.arrivalH.probable).toBeCloseTo(metres / at(1).probable / 3600, 9)
    expect(below?.arrivalH.earliest).toBeCloseTo((LEADING_EDGE_SHARE * metres) / at(20).maximum / 3600, 9)
    expect(originsIn(below?.originBits ?? 0)).toEqual(['jobson-1996'])
  })

  test('measured velocities go before Jobson, Jobson before defaults, and a way over all three names all three', () => {
    const hydraulics = new Map([
      ['jie-3', HYDRAULICS],
      ['jie-4', HYDRAULICS],
    ])
    const observed = new Map([['jie-3', { low: 0.1, mean: 0.2, high: 0.3 }]])
    const source = { settings: TRAVEL_TIME_DEFAULTS, observed, hydraulics }
    const rivers = buildRiverNetwork(featuresOf(), source)
    const origins = traceDownstream(rivers, on('jie-3', 0)).reaches.map(({ reachId, originBits }) => {
      return [reachId, originsIn(originBits).join()]
    })
    expect(Object.fromEntries(origins)).toMatchObject({
      'jie-3': '',
      'jie-4': 'observed',
      'jie-5': 'observed,jobson-1996',
      'jie-6': expect.stringContaining('observed'),
    })
    const sections = traceDownstream(rivers, on('jie-3', 0)).sections
    expect(sections.map(({ originBits }) => originsIn(originBits))).toEqual([['observed'], ['observed', 'jobson-1996']])
  })

  test('in a reservoir the equations for free-flowing rivers are not used', () => {
    const { nodes, ...features } = featuresOf()
    const ponds = nodes.map((node) => ({ ...node, properties: { ...node.properties, kind: 'reservoir' as const } }))
    const source = { settings: TRAVEL_TIME_DEFAULTS, observed: new Map(), hydraulics: new Map([['jie-5', HYDRAULICS]]) }
    const rivers = buildRiverNetwork({ ...features, nodes: ponds }, source)
    expect(originsIn(rivers.originBits[on('jie-5', 0).reach] ?? 0)).toEqual(['default'])
  })

  test('discharges that fall as the flow rises, or are none, are not used, and told', () => {
    const falling = { ...HYDRAULICS, dischargeM3s: { low: 3, mean: 2, high: 4 } }
    const dry = { ...HYDRAULICS, dischargeM3s: { low: 0, mean: 2, high: 4 } }
    for (const hydraulics of [falling, dry]) {
      const rivers = network({}, new Map([['jie-5', hydraulics]]))
      expect(rivers.problems).toEqual([{ problem: 'unusable-hydraulics', reachId: 'jie-5' }])
      expect(rivers.costs).toEqual(network().costs)
    }
  })
})

describe('what a gate would change', () => {
  test('an open gate, closed, would keep the canal without water; nothing else', () => {
    const rivers = network()
    const start = on('jie-3', 0)
    const [closed, ...others] = traceAlternatives(rivers, start, {}, traceDownstream(rivers, start))
    expect(others).toEqual([])
    expect(closed).toMatchObject({ id: 'canal-gate', name: '引渠闸', now: 'open', record: null })
    expect(closed?.lost.reachIds).toEqual(['qu-2'])
    expect(closed?.gained.reachIds).toEqual([])
  })

  test('a gate closed by a dated record, opened, would bring the water to 丙县', () => {
    const order: NetworkState = {
      reachId: 'jie-4',
      state: 'closed',
      validFrom: '2024-06-01',
      validTo: '2024-07-01',
      source: '调度令',
    }
    const shut: NetworkState = { ...order, reachId: 'qu-1', source: '登记' }
    const start = on('jie-3', 0.5)
    const inJune = inStates(network(), statesOn([order, shut], '2024-06-30'))
    const june = traceDownstream(inJune, start)
    expect(june.stoppedAt.toSorted()).toEqual(['jie-4', 'qu-1'])
    const alternatives = traceAlternatives(inJune, start, {}, june)
    const opened = alternatives.find(({ reachId }) => reachId === 'jie-4')
    expect(opened).toMatchObject({ id: 'jie-4', name: '界河', now: 'closed', record: { source: '调度令' } })
    expect(opened?.gained).toEqual({ reachIds: ['jie-4', 'jie-5', 'jie-6'], units: [BING] })
    expect(alternatives.find(({ id }) => id === 'canal-gate')?.gained.units).toEqual([BING])
    const inJuly = inStates(network(), statesOn([order, shut], '2024-07-01'))
    expect(traceDownstream(inJuly, start).stoppedAt).toEqual([])
  })

  test('a canal pumped backwards brings the water of 丙县 up to 界河', () => {
    const pumped = ['qu-1', 'qu-2'].map((reachId): NetworkState => {
      return { reachId, state: 'reversed', validFrom: '2024-06-01', validTo: null, source: '调度令' }
    })
    const rivers = inStates(network(), statesOn(pumped, '2024-06-02'))
    const start = { reach: rivers.reachNumber.get('jie-5') ?? -1, fraction: 0.5 }
    const ids = traceDownstream(rivers, start).reaches.map(({ reachId }) => reachId)
    expect(ids).toContain('qu-1')
    expect(ids).toContain('jie-4')
  })
})

function featuresOf(changes: Record<string, Partial<ReachProperties>> = {}) {
  const { reaches, nodes, sections, gates } = twoCounties()
  const changed = reaches.features.map((one) => {
    return { ...one, properties: { ...one.properties, ...changes[one.properties.id] } }
  })
  return { reaches: changed, nodes: nodes.features, sections: sections.features, gates: gates.features }
}

function network(
  changes: Record<string, Partial<ReachProperties>> = {},
  hydraulics: ReadonlyMap<string, ReachHydraulics> = new Map(),
): RiverNetwork {
  return buildRiverNetwork(featuresOf(changes), { settings: TRAVEL_TIME_DEFAULTS, observed: new Map(), hydraulics })
}

/** Reach numbers are those of the order of places, which no test here changes. */
function on(reachId: string, fraction: number) {
  return { reach: buildRiverNetwork(featuresOf()).reachNumber.get(reachId) ?? -1, fraction }
}

function site(kind: RiverSiteFeature['properties']['kind'], lat: number, reachId: string): RiverSiteFeature {
  const properties = { id: kind, name: kind, nameEn: kind, riverId: 'jie', river: '界河', riverEn: 'Jie', reachId }
  return {
    type: 'Feature',
    properties: { ...INVENTED, ...properties, kind, note: '' },
    geometry: { type: 'Point', coordinates: [116.1, lat] },
  }
}

const mainOf = ({ reaches }: { reaches: readonly { reachId: string; isMain: boolean }[] }) =>
  reaches
    .filter(({ isMain }) => isMain)
    .map(({ reachId }) => reachId)
    .sort()
