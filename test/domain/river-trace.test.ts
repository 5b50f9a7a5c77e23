import { describe, expect, test } from 'vitest'
import type { ReachProperties, ReferenceData } from '#domain/reference-data'
import { buildRiverNetwork } from '#domain/river/network'
import { snapToRiver } from '#domain/river/snap'
import { traceDownstream, traceUpstream, wayTo } from '#domain/river/trace'
import type { UnitMet } from '#domain/river/trace-units'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { BING, JIA, PLACE, reach, twoCounties, YI } from '../fixtures/two-counties.ts'

/** The invented world, with some of its reaches changed. */
function network(changes: Record<string, Partial<ReachProperties>> = {}) {
  const world = twoCounties()
  const reaches = world.reaches.features.map((reach) => {
    return { ...reach, properties: { ...reach.properties, ...changes[reach.properties.id] } }
  })
  return buildRiverNetwork(featuresOf(world, reaches))
}

function featuresOf(world: ReferenceData, reaches = world.reaches.features) {
  const { nodes, sections, gates } = world
  return { reaches, nodes: nodes.features, sections: sections.features, gates: gates.features }
}

function on(rivers: ReturnType<typeof network>, reachId: string, fraction: number) {
  const reach = rivers.reachNumber.get(reachId)
  if (reach === undefined) throw new Error(`no reach ${reachId}`)
  return { reach, fraction }
}

const ids = (met: readonly { reachId: string }[]) => met.map(({ reachId }) => reachId).sort()
const codes = (met: readonly { code: string }[]) => met.map(({ code }) => code)

describe('downstream', () => {
  test('a discharge on the border reach concerns both counties at once, each on its own bank, and 丙县 below', () => {
    const rivers = network()
    const { units } = traceDownstream(rivers, on(rivers, 'jie-2', 0.5))
    expect(units.map(({ code, bank }) => [code, bank])).toEqual([
      [YI, 'left'],
      [JIA, 'right'],
      [BING, 'both'],
    ])
    expect(units[0]?.km).toBe(0)
    expect(units[2]?.km).toBeCloseTo(13.9, 1)
  })

  test('a discharge inside 甲县 meets 乙县 only where the river becomes the border', () => {
    const rivers = network()
    const { units } = traceDownstream(rivers, on(rivers, 'jie-1', 0))
    const metYi = units.find(({ code }) => code === YI)
    expect(units[0]).toMatchObject({ code: JIA, bank: 'both', km: 0 })
    expect(metYi).toMatchObject({ bank: 'left', reachId: 'jie-2' })
    expect(metYi?.km).toBeCloseTo((rivers.reaches[on(rivers, 'jie-1', 0).reach]?.lengthM ?? 0) / 1000, 9)
  })

  test('the start reach counts only from the place of the discharge', () => {
    const rivers = network()
    const { reaches } = traceDownstream(rivers, on(rivers, 'jie-3', 0.25))
    expect(reaches[0]).toMatchObject({ reachId: 'jie-3', fromFraction: 0.25, toFraction: 1, fromKm: 0 })
  })

  test('the diversion canal is followed and marked, and the river it comes back to is still the main stem', () => {
    const rivers = network()
    const { reaches } = traceDownstream(rivers, on(rivers, 'jie-3', 0))
    expect(ids(reaches)).toEqual(['jie-3', 'jie-4', 'jie-5', 'jie-6', 'qu-1', 'qu-2'])
    expect(ids(reaches.filter(({ isMain }) => !isMain))).toEqual(['qu-1', 'qu-2'])
  })

  test('the water leaves the city where 丙县 begins', () => {
    const rivers = network()
    const { firstOutside } = traceDownstream(rivers, on(rivers, 'jie-4', 0))
    expect(firstOutside).toMatchObject({ code: BING })
    expect(firstOutside?.km).toBeCloseTo(5.56, 2)
  })

  test('water that comes from outside leaves the city where it leaves it, not where it came from', () => {
    const rivers = network({ 'jie-1': { leftUnit: BING, rightUnit: BING } })
    const { units, firstOutside } = traceDownstream(rivers, on(rivers, 'jie-1', 0))
    expect(units[0]).toMatchObject({ code: BING, km: 0 })
    expect(firstOutside).toMatchObject({ code: BING, reachId: 'jie-5' })
  })

  test('water that is outside already and stays there does not leave the city', () => {
    const rivers = network()
    expect(traceDownstream(rivers, on(rivers, 'jie-5', 0)).firstOutside).toBeNull()
  })

  test('on a reach that is itself the city border the water has left at kilometre 0', () => {
    const rivers = network({ 'jie-3': { leftUnit: BING } })
    expect(traceDownstream(rivers, on(rivers, 'jie-3', 0.5)).firstOutside).toMatchObject({
      code: BING,
      km: 0,
      bank: 'left',
    })
  })

  test('a trace that stops before the city border does not leave the city', () => {
    const rivers = network()
    expect(traceDownstream(rivers, on(rivers, 'jie-4', 0), { maxKm: 5 }).firstOutside).toBeNull()
  })

  test('a limit in kilometres falls inside a reach, at exactly that kilometre', () => {
    const rivers = network()
    const { reaches } = traceDownstream(rivers, on(rivers, 'jie-3', 0), { maxKm: 8 })
    expect(Math.max(...reaches.map(({ toKm }) => toKm))).toBeCloseTo(8, 9)
    expect(ids(reaches)).toEqual(['jie-3', 'jie-4', 'qu-1'])
  })

  test('a limit in hours counts the leading edge, not the probable arrival', () => {
    const rivers = network()
    const whole = traceDownstream(rivers, on(rivers, 'jie-5', 0))
    const edge = whole.reaches.find(({ reachId }) => reachId === 'jie-6')?.arrivalH.earliest ?? 0
    const cut = traceDownstream(rivers, on(rivers, 'jie-5', 0), { maxH: edge / 2 })
    expect(cut.reaches).toHaveLength(1)
    expect(cut.reaches[0]?.toFraction).toBeCloseTo(0.5, 9)
  })

  test('earliest is 0.89 of the hours at high flow, probable is the hours at the asked flow', () => {
    const rivers = network()
    const start = on(rivers, 'jie-5', 0)
    const metres = rivers.reaches[start.reach]?.lengthM ?? 0
    const hoursAt = (flow: 'low' | 'mean' | 'high') => {
      return traceDownstream(rivers, start, { flow }).reaches.find(({ reachId }) => reachId === 'jie-6')?.arrivalH
    }
    expect(hoursAt('mean')?.earliest).toBeCloseTo((0.89 * metres) / 1.0 / 3600, 9)
    expect(hoursAt('mean')?.probable).toBeCloseTo(metres / 0.4 / 3600, 9)
    expect(hoursAt('low')?.probable).toBeCloseTo(metres / 0.18 / 3600, 9)
    expect(hoursAt('high')?.probable).toBeCloseTo(metres / 1.0 / 3600, 9)
  })

  test('sections and gates are met in order, those upstream of the discharge are not', () => {
    const rivers = network()
    const fromAbove = traceDownstream(rivers, on(rivers, 'jie-3', 0))
    expect(fromAbove.sections.map(({ id }) => id)).toEqual(['middle', 'border'])
    expect(fromAbove.gates.map(({ id }) => id)).toEqual(['canal-gate'])
    expect(fromAbove.sections[0]?.km).toBeCloseTo(2.78, 2)
    expect(traceDownstream(rivers, on(rivers, 'jie-3', 0.6)).sections.map(({ id }) => id)).toEqual(['border'])
  })

  test('the way to a reach names every reach between', () => {
    const rivers = network()
    const trace = traceDownstream(rivers, on(rivers, 'zhi-1', 0.5))
    expect(wayTo(trace, 'qu-2')).toEqual(['zhi-1', 'zhi-2', 'jie-3', 'qu-1', 'qu-2'])
    expect(wayTo(trace, 'jie-1')).toEqual([])
  })
})

describe('gates and dry beds', () => {
  test('a shut canal is not followed; what it would carry water to is told as potential', () => {
    const rivers = network({ 'qu-1': { state: 'gated' } })
    const trace = traceDownstream(rivers, on(rivers, 'jie-3', 0))
    expect(trace.stoppedAt).toEqual(['qu-1'])
    expect(ids(trace.reaches.filter(({ isPotential }) => isPotential))).toEqual(['qu-1', 'qu-2'])
    expect(trace.gates).toEqual([])
    expect(trace.potentialUnits).toEqual([])
  })

  test('a dry border reach keeps the pollution in 甲县: nobody below is met, 乙县 and 丙县 are potential', () => {
    const rivers = network({ 'jie-2': { state: 'dry' } })
    const trace = traceDownstream(rivers, on(rivers, 'jie-1', 0.5))
    expect(codes(trace.units)).toEqual([JIA])
    expect(codes(trace.potentialUnits)).toEqual([YI, BING])
    expect(trace.firstOutside).toBeNull()
    expect(wayTo(trace, 'jie-3')).toEqual(['jie-1', 'jie-2', 'jie-3'])
  })

  test('a discharge into a dry bed meets nobody by water', () => {
    const rivers = network({ 'zhi-2': { state: 'dry' } })
    const trace = traceDownstream(rivers, on(rivers, 'zhi-2', 0.5))
    expect(trace.units).toEqual([])
    expect(codes(trace.potentialUnits)).toEqual([YI, JIA, BING])
  })

  test('upstream, what lies above a shut gate is only a potential source', () => {
    const rivers = network({ 'zhi-2': { state: 'gated' } })
    const trace = traceUpstream(rivers, on(rivers, 'jie-3', 0.5))
    expect(ids(trace.reaches.filter(({ isPotential }) => !isPotential))).toEqual(['jie-1', 'jie-2', 'jie-3'])
    expect(ids(trace.reaches.filter(({ isPotential }) => isPotential))).toEqual(['zhi-1', 'zhi-2'])
  })
})

describe('upstream', () => {
  test('an observation below the confluence has sources on both branches', () => {
    const rivers = network()
    const { reaches, units } = traceUpstream(rivers, on(rivers, 'jie-3', 0.4))
    expect(ids(reaches)).toEqual(['jie-1', 'jie-2', 'jie-3', 'zhi-1', 'zhi-2'])
    expect(reaches[0]).toMatchObject({ fromFraction: 0, toFraction: 0.4, fromKm: 0 })
    expect(codes(units).sort()).toEqual([JIA, YI])
  })

  test('an observation in 丙县 traces back into the city through the river and through the canal', () => {
    const rivers = network()
    const { units, reaches } = traceUpstream(rivers, on(rivers, 'jie-6', 0.5))
    expect(codes(units)).toEqual([BING, YI, JIA])
    expect(reaches).toHaveLength(10)
  })

  test('sections above are met at their distance up the river', () => {
    const rivers = network()
    const above = traceUpstream(rivers, on(rivers, 'jie-4', 1)).sections
    expect(above.map(({ id }) => id)).toEqual(['border', 'middle'])
    expect(above[0]?.km).toBeCloseTo(0.556, 2)
    expect(above[1]?.km).toBeCloseTo(8.34, 2)
  })

  test('the hours up from a place are the hours down to it', () => {
    const rivers = network()
    const up = traceUpstream(rivers, on(rivers, 'jie-5', 1))
    const down = traceDownstream(rivers, on(rivers, 'zhi-1', 0))
    const upThroughAll = up.reaches.find(({ reachId }) => reachId === 'zhi-1')
    const zhi1 = down.reaches[1]?.arrivalH
    const jie6 = down.reaches.find(({ reachId }) => reachId === 'jie-6')?.arrivalH
    expect(upThroughAll?.arrivalH.earliest).toBeCloseTo((jie6?.earliest ?? 0) - (zhi1?.earliest ?? 0), 9)
  })
})

describe('against every single way', () => {
  test('units, kilometres and hours are those of the earliest of all ways, on 300 random networks', () => {
    const random = seededRandom(21)
    for (let round = 0; round < 300; round++) {
      const rivers = randomRivers(random)
      const start = { reach: Math.floor(random() * rivers.reaches.length), fraction: random() }
      const open = everyWay(rivers, start, () => true)
      const flowing = everyWay(rivers, start, ({ state }) => state === 'flowing')
      const trace = traceDownstream(rivers, start)
      const hours = trace.units.map(({ arrivalH }) => arrivalH.earliest)
      expect(hours).toEqual(hours.toSorted((a, b) => a - b))
      expect(trace.units.map(figures).sort()).toEqual(figuresOf(flowing))
      const potential = new Map([...open].filter(([code]) => !flowing.has(code)))
      expect(trace.potentialUnits.map(figures).sort()).toEqual(figuresOf(potential))
    }
  })

  test('a unit that a later reach of the list meets earlier is told by that earlier way', () => {
    // By the canal 丙县 is 20 km away at 0.8 m/s; by the river, which the list may hold later, 10 km at 1.0 m/s.
    const rivers = network({ 'qu-1': { lengthM: 20_000 }, 'jie-4': { lengthM: 10_000 } })
    const metBing = traceDownstream(rivers, on(rivers, 'jie-3', 1)).units.find(({ code }) => code === BING)
    expect(metBing).toMatchObject({ reachId: 'jie-5', km: 10, isMain: true })
    const byCanal = network({ 'qu-1': { lengthM: 2_000 }, 'jie-4': { lengthM: 10_000 } })
    const earlier = traceDownstream(byCanal, on(byCanal, 'jie-3', 1)).units.find(({ code }) => code === BING)
    expect(earlier).toMatchObject({ reachId: 'qu-2', km: 2, isMain: false })
  })
})

describe('a network with a cycle', () => {
  test('is traced once round, back to the place of the discharge and no further', () => {
    const world = twoCounties()
    const pump = reach('pump-1', 'D', 'B', { lengthM: 12_000, leftUnit: YI, rightUnit: YI })
    const rivers = buildRiverNetwork(featuresOf(world, [...world.reaches.features, pump]))
    const { reaches } = traceDownstream(rivers, on(rivers, 'jie-3', 0.25))
    const visits = reaches.filter(({ reachId }) => reachId === 'jie-3')
    expect(visits.map(({ fromFraction, toFraction }) => [fromFraction, toFraction])).toEqual([
      [0.25, 1],
      [0, 0.25],
    ])
    const onceRoundKm = (at(visits, 1).toKm ?? 0) - 12
    expect(onceRoundKm).toBeCloseTo((lengthOf(rivers, 'jie-3') + lengthOf(rivers, 'jie-4')) / 1000, 9)
  })
})

test('a report beside the border river is answered from its nearest point', () => {
  const rivers = network()
  const [snapped] = snapToRiver(rivers, [PLACE.C[0] + 0.001, 40.08], { maxDistanceM: 500, candidates: 3 })
  expect(snapped).toMatchObject({ reachId: 'jie-3', river: '界河' })
  expect(codes(traceDownstream(rivers, snapped ?? on(rivers, 'jie-1', 0)).units)).toEqual([YI, JIA, BING])
})

interface Entry {
  readonly km: number
  readonly earliest: number
  readonly probable: number
}

/** Follows every way there is, one by one, and keeps the earliest entry into each unit. */
function everyWay(
  rivers: ReturnType<typeof network>,
  start: { reach: number; fraction: number },
  isOpen: (reach: ReachProperties) => boolean,
): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  const follow = (reach: ReachProperties, entry: Entry, share: number) => {
    if (!isOpen(reach)) return
    for (const code of [reach.leftUnit, reach.rightUnit]) {
      if (entry.earliest < (entries.get(code)?.earliest ?? Number.POSITIVE_INFINITY)) entries.set(code, entry)
    }
    const number = rivers.reachNumber.get(reach.id) ?? -1
    const next = {
      km: entry.km + (share * reach.lengthM) / 1000,
      earliest: entry.earliest + share * at(rivers.costs.mean.earliestH, number),
      probable: entry.probable + share * at(rivers.costs.mean.probableH, number),
    }
    for (const below of rivers.reaches) if (below.fromNode === reach.toNode) follow(below, next, 1)
  }
  follow(at(rivers.reaches, start.reach), { km: 0, earliest: 0, probable: 0 }, 1 - start.fraction)
  return entries
}

/** Ten nodes, some fifteen reaches that only run to higher nodes, units at random, one reach in six closed. */
function randomRivers(random: () => number) {
  const pickUnit = () => `${random() < 0.7 ? '1101' : '1309'}0${Math.floor(random() * 5)}`
  const features = Array.from({ length: 16 }, (_, index) => {
    const from = Math.floor(random() * 9)
    const to = from + 1 + Math.floor(random() * (9 - from))
    const leftUnit = pickUnit()
    return reach(`r${index}-1`, 'A', 'B', {
      fromNode: `n${from}`,
      toNode: `n${to}`,
      lengthM: 500 + 9000 * random(),
      order: 1 + Math.floor(random() * 4),
      leftUnit,
      rightUnit: random() < 0.7 ? leftUnit : pickUnit(),
      state: random() < 1 / 6 ? 'gated' : 'flowing',
    })
  })
  return buildRiverNetwork({ reaches: features, nodes: [], sections: [], gates: [] })
}

const rounded = (value: number) => Math.round(value * 1e9) / 1e9

function figures({ code, km, arrivalH }: UnitMet) {
  return [code, rounded(km), rounded(arrivalH.earliest), rounded(arrivalH.probable)]
}

function figuresOf(entries: ReadonlyMap<string, Entry>) {
  return [...entries]
    .map(([code, { km, earliest, probable }]) => [code, rounded(km), rounded(earliest), rounded(probable)])
    .sort()
}

function lengthOf(rivers: ReturnType<typeof network>, reachId: string): number {
  return at(rivers.reaches, on(rivers, reachId, 0).reach).lengthM
}

function at<T>(values: { readonly [index: number]: T }, index: number): T {
  const value = values[index]
  if (value === undefined) throw new RangeError(`nothing at ${index}`)
  return value
}
