/** Traces that stop at a feature, against the plain definition on random networks with cycles, diversions and islands. */
import { describe, expect, test } from 'vitest'
import type { ReachProperties } from '#domain/reference-data'
import { isRefusal } from '#domain/refusal'
import { buildRiverNetwork, type RiverNetwork } from '#domain/river/network'
import type { RiverPlace } from '#domain/river/snap'
import { type RiverTrace, type TraceDirection, traceDownstream, traceUpstream } from '#domain/river/trace'
import { findTraceEnd, type TraceEnd } from '#domain/river/trace-end'
import { traceToEnd } from '#domain/river/trace-to-end'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { BING, JIA, reach, twoCounties, YI } from '../fixtures/two-counties.ts'

describe('a trace to a feature of 界河', () => {
  const rivers = buildRiverNetwork(featuresOf())

  test('a trace to a section ends at it: the section is the last thing met, and nothing below it is', () => {
    const trace = to(rivers, 'downstream', on(rivers, 'jie-1', 0.5), 'middle')
    expect(trace.points.at(-1)).toMatchObject({ id: 'middle', km: trace.end?.km })
    expect(trace.reaches.at(-1)).toMatchObject({ reachId: 'jie-3', toKm: trace.end?.km })
    expect(trace.units.map(({ code }) => code)).toEqual([JIA, YI])
  })

  test('a trace down to a node ends there on every way, and the diversion that does not come to it goes on', () => {
    const trace = to(rivers, 'downstream', on(rivers, 'jie-3', 0), 'D')
    expect(new Set(trace.reaches.map(({ reachId }) => reachId))).toEqual(
      new Set(['jie-3', 'jie-4', 'qu-1', 'qu-2', 'jie-6']),
    )
    expect(trace.end?.place).toEqual(on(rivers, 'jie-4', 1))
  })

  test('a trace to the border of 丙县 meets 丙县 on no reach', () => {
    const trace = to(rivers, 'downstream', on(rivers, 'jie-1', 0.5), BING)
    expect(trace.units.map(({ code }) => code)).toEqual([JIA, YI])
    expect(trace.end?.km).toBeGreaterThan(0)
  })

  test('from within a unit the trace ends where the water leaves it', () => {
    const trace = to(rivers, 'downstream', on(rivers, 'jie-2', 0.5), JIA)
    expect(trace.reaches.map(({ reachId }) => reachId)).toEqual(['jie-2', 'jie-3', 'jie-4', 'qu-1'])
    expect(trace.end?.km).toBeCloseTo(13.9, 1)
  })

  test('water that never leaves a unit is traced to the end of the river', () => {
    const trace = to(rivers, 'downstream', on(rivers, 'jie-5', 0.5), BING)
    expect(trace.end).toBeNull()
    expect(trace.reaches.at(-1)?.reachId).toBe('jie-6')
  })

  test('a reach is the last one met, and is met whole', () => {
    const trace = to(rivers, 'upstream', on(rivers, 'jie-4', 0.5), 'jie-2')
    expect(trace.reaches.map(({ reachId }) => reachId).sort()).toEqual(['jie-2', 'jie-3', 'jie-4', 'zhi-1', 'zhi-2'])
    expect(trace.reaches.find(({ reachId }) => reachId === 'jie-2')).toMatchObject({ fromFraction: 0, toFraction: 1 })
  })

  test('a trace from a section to itself is 0 km long', () => {
    const section = rivers.points[on(rivers, 'jie-3', 0).reach]?.[0]
    const start = on(rivers, 'jie-3', section?.fraction ?? Number.NaN)
    for (const direction of ['downstream', 'upstream'] as const) {
      const trace = to(rivers, direction, start, 'middle')
      expect(trace.end?.km).toBe(0)
      expect(trace.sections.map(({ id }) => id)).toEqual(['middle'])
    }
  })

  test('a limit in front of the end is no refusal: the end is not met', () => {
    const end = findTraceEnd(rivers, 'border')
    const trace = end && traceToEnd(rivers, 'downstream', on(rivers, 'jie-3', 0), end, { maxKm: 3 })
    expect(trace).toMatchObject({ end: null })
  })

  test('a closed reach in front of the end is no refusal: the trace says where it stopped', () => {
    const dry = buildRiverNetwork(featuresOf({ 'jie-3': { state: 'dry' } }))
    expect(to(dry, 'downstream', on(dry, 'jie-2', 0), 'border')).toMatchObject({ end: null, stoppedAt: ['jie-3'] })
  })
})

describe('an end to which no water goes', () => {
  const island = reach('far-1', 'A', 'B', { riverId: 'far', fromNode: 'f1', toNode: 'f2' })
  const features = featuresOf()
  const rivers = buildRiverNetwork({ ...features, reaches: [...features.reaches, island] })

  test.each([
    ['downstream', 'jie-5', 'middle', 'upstream'],
    ['upstream', 'jie-2', 'border', 'downstream'],
    ['downstream', 'jie-1', 'zhi-1', 'other-branch'],
    ['downstream', 'jie-1', 'far-1', 'not-connected'],
    ['upstream', 'jie-6', 'f2', 'not-connected'],
  ] as const)('going %s from %s, %s is refused: it lies %s', (direction, startId, endId, lies) => {
    const end = findTraceEnd(rivers, endId)
    expect(end && traceToEnd(rivers, direction, on(rivers, startId, 0.5), end)).toEqual({
      refusal: 'not-upstream',
      direction,
      endId,
      lies,
    })
  })

  test('what the network does not know is no end', () => {
    expect(findTraceEnd(rivers, 'nowhere')).toBeNull()
    expect(findTraceEnd(rivers, '')).toBeNull()
  })
})

test('reaches, kilometres, hours, ends, order and refusals are those of the definition, on 600 random networks', () => {
  const random = seededRandom(31)
  let refused = 0
  let met = 0
  for (let round = 0; round < 600; round++) {
    const rivers = randomRivers(random)
    const start = { reach: Math.floor(random() * rivers.reaches.length), fraction: random() }
    const direction = random() < 0.5 ? ('downstream' as const) : ('upstream' as const)
    const maxKm = random() < 0.5 ? Number.POSITIVE_INFINITY : 40 * random()
    const end = randomEnd(rivers, random)
    const answer = traceToEnd(rivers, direction, start, end, { maxKm })
    const defined = define(rivers, direction, start, end, maxKm)
    const staysWithin = end.kind === 'unit' && touches(at(rivers.reaches, start.reach), end.id)
    if (isRefusal(answer)) {
      refused++
      expect(defined.isConnected).toBe(false)
      expect(answer.lies).toBe(whereByDefinition(rivers, direction, start, end))
      continue
    }
    expect(defined.isConnected || staysWithin).toBe(true)
    const flowing = answer.reaches.filter(({ isPotential }) => !isPotential)
    expect(flowing.map((one) => [one.reachId, rounded(one.fromKm), rounded(one.toKm)].join()).sort()).toEqual(
      defined.met,
    )
    expect(answer.end && [rounded(answer.end.km), rounded(answer.end.arrivalH.earliest)]).toEqual(defined.end)
    expect([...flowing.filter((one) => one.isMain)].map(({ reachId }) => reachId).sort()).toEqual(defined.main)
    for (const list of [answer.points, answer.units]) {
      const hours = list.map(({ arrivalH }) => arrivalH.earliest)
      expect(hours).toEqual(hours.toSorted((a, b) => a - b))
    }
    if (answer.end !== null) met++
  }
  expect(refused).toBeGreaterThan(100)
  expect(met).toBeGreaterThan(100)
})

function featuresOf(changes: Record<string, Partial<ReachProperties>> = {}) {
  const { reaches, nodes, sections, gates } = twoCounties()
  const changed = reaches.features.map((one) => {
    return { ...one, properties: { ...one.properties, ...changes[one.properties.id] } }
  })
  return { reaches: changed, nodes: nodes.features, sections: sections.features, gates: gates.features }
}

function on(rivers: RiverNetwork, reachId: string, fraction: number): RiverPlace {
  const number = rivers.reachNumber.get(reachId)
  if (number === undefined) throw new Error(`no reach ${reachId}`)
  return { reach: number, fraction }
}

function to(rivers: RiverNetwork, direction: TraceDirection, start: RiverPlace, endId: string): RiverTrace {
  const end = findTraceEnd(rivers, endId)
  if (end === null) throw new Error(`no feature ${endId}`)
  const trace = traceToEnd(rivers, direction, start, end)
  if (isRefusal(trace)) throw new Error(`refused: ${trace.lies}`)
  return trace
}

/** Nine nodes, fourteen reaches any way round, a third of them canals, one in seven closed, one section on each of four. */
function randomRivers(random: () => number): RiverNetwork {
  const pickUnit = () => `1101${Math.floor(random() * 4)}`
  const reaches = Array.from({ length: 14 }, (_, index) => {
    const from = Math.floor(random() * 9)
    const isBack = random() < 0.15
    const to = isBack ? Math.floor(random() * 9) : Math.min(8, from + 1 + Math.floor(random() * 3))
    const leftUnit = pickUnit()
    return reach(`r${index}-1`, 'A', 'B', {
      fromNode: `n${from}`,
      toNode: `n${to}`,
      lengthM: 500 + 9000 * random(),
      order: 1 + Math.floor(random() * 4),
      kind: random() < 0.33 ? 'canal' : 'river',
      leftUnit,
      rightUnit: random() < 0.7 ? leftUnit : pickUnit(),
      state: random() < 1 / 7 ? 'gated' : 'flowing',
    })
  })
  const [pattern] = twoCounties().sections.features
  if (pattern === undefined) throw new Error('no section to copy')
  const sections = [0, 1, 2, 3].map((index) => {
    const share = random()
    return {
      ...pattern,
      properties: { ...pattern.properties, id: `s${index}`, reachId: `r${index}-1` },
      geometry: { type: 'Point' as const, coordinates: [116.1, 40.15 - 0.05 * share] },
    }
  })
  return buildRiverNetwork({ reaches, nodes: [], sections, gates: [] })
}

function randomEnd(rivers: RiverNetwork, random: () => number): TraceEnd {
  const number = Math.floor(random() * 4)
  const ids = [`r${Math.floor(random() * 14)}-1`, `n${Math.floor(random() * 9)}`, `s${number}`, `1101${number}`]
  const id = ids[Math.floor(random() * 4)] ?? ''
  return findTraceEnd(rivers, id) ?? { kind: 'reach', id: 'r0-1', name: '', number: on(rivers, 'r0-1', 0).reach }
}

interface Label {
  readonly m: number
  readonly h: number
}

/** Every node keeps the earliest of the ways to it, all at once, for as many rounds as there are nodes. */
function define(rivers: RiverNetwork, direction: TraceDirection, start: RiverPlace, end: TraceEnd, maxKm: number) {
  const isDown = direction === 'downstream'
  const near = (one: ReachProperties) => (isDown ? one.fromNode : one.toNode)
  const far = (one: ReachProperties) => (isDown ? one.toNode : one.fromNode)
  const first = at(rivers.reaches, start.reach)
  const progress = isDown ? start.fraction : 1 - start.fraction
  const stopOf = (one: ReachProperties, number: number): number | null => {
    if (end.kind === 'unit') return touches(one, end.id) === touches(first, end.id) ? null : 0
    if (end.kind === 'node') return far(one) === end.id ? 1 : null
    if (number !== end.number) return null
    return end.kind === 'reach' ? 1 : isDown ? end.fraction : 1 - end.fraction
  }
  const hoursOf = (number: number) => at(rivers.costs.mean.earliestH, number)
  const stretch = (number: number, from: number, label: Label, maxM: number) => {
    const one = at(rivers.reaches, number)
    const stop = stopOf(one, number)
    const limit = from + (maxM - label.m) / one.lengthM
    const isStop = stop !== null && stop >= from && stop <= Math.min(1, limit)
    const to = isStop ? stop : Math.min(1, limit)
    const goesOn = !isStop && limit >= 1
    return { number, from, to, label, isStop, goesOn, isEntered: !(isStop && end.kind === 'unit') && to > from }
  }
  const walk = (maxM: number, isOpen: (one: ReachProperties) => boolean) => {
    if (!isOpen(first)) return []
    const begin = stretch(start.reach, progress, { m: 0, h: 0 }, maxM)
    if (!begin.goesOn) return [begin]
    let labels = new Map<string, Label>()
    const seed = { m: (1 - progress) * first.lengthM, h: (1 - progress) * hoursOf(start.reach) }
    const onwards = () =>
      rivers.reaches.flatMap((one, number) => {
        const label = labels.get(near(one))
        return label === undefined || !isOpen(one) ? [] : [stretch(number, 0, label, maxM)]
      })
    for (let round = 0; round <= 20; round++) {
      const next = new Map([[far(first), seed]])
      for (const { number, goesOn, label } of onwards()) {
        const one = at(rivers.reaches, number)
        const h = label.h + hoursOf(number)
        if (goesOn && h < (next.get(far(one))?.h ?? Number.POSITIVE_INFINITY)) {
          next.set(far(one), { m: label.m + one.lengthM, h })
        }
      }
      labels = next
    }
    return [begin, ...onwards()]
  }
  const runs = walk(maxKm * 1000, ({ state }) => state === 'flowing')
  const ends = runs
    .filter(({ isStop }) => isStop)
    .map(({ number, from, to, label }) => ({
      km: label.m / 1000 + ((to - from) * at(rivers.reaches, number).lengthM) / 1000,
      h: label.h + (to - from) * hoursOf(number),
    }))
    .sort((a, b) => a.h - b.h || a.km - b.km)
  const isMet = ({ isEntered, isStop, number }: (typeof runs)[number], index: number) =>
    index === 0 || isEntered || (isStop && end.kind !== 'unit' && stopOf(at(rivers.reaches, number), number) === 0)
  const met = runs.filter(isMet)
  const kmOf = ({ number, from, to, label }: (typeof runs)[number], index: number) => {
    // A cycle that comes back to the start reach ends where the trace began.
    const last = index > 0 && number === start.reach ? Math.min(progress, to) : to
    const km = label.m / 1000
    return [
      at(rivers.reaches, number).id,
      rounded(km),
      rounded(km + ((last - from) * at(rivers.reaches, number).lengthM) / 1000),
    ].join()
  }
  const leaves = isDown ? rivers.isDiversion : rivers.isSideInflow
  const mainNodes = new Set<string>()
  const main = new Set<number>()
  for (let round = 0; round <= met.length; round++) {
    for (const [index, { number, to }] of met.entries()) {
      const one = at(rivers.reaches, number)
      const isOnStem = at(leaves, number) === 0 || (isDown && one.riverId === first.riverId)
      if (index > 0 && !(isOnStem && mainNodes.has(near(one)))) continue
      main.add(index)
      if (to === 1) mainNodes.add(far(one))
    }
  }
  const [firstEnd] = ends
  return {
    isConnected: walk(Number.POSITIVE_INFINITY, () => true).some(({ isStop }) => isStop),
    met: met.map(kmOf).sort(),
    main: [...main].map((index) => at(rivers.reaches, at(met, index).number).id).sort(),
    end: firstEnd === undefined ? null : [rounded(firstEnd.km), rounded(firstEnd.h)],
  }
}

function whereByDefinition(rivers: RiverNetwork, direction: TraceDirection, start: RiverPlace, end: TraceEnd) {
  const opposite = direction === 'downstream' ? 'upstream' : 'downstream'
  if (define(rivers, opposite, start, end, Number.POSITIVE_INFINITY).isConnected) return opposite
  const nodes = new Set([at(rivers.reaches, start.reach).fromNode])
  for (let round = 0; round < 20; round++) {
    for (const { fromNode, toNode } of rivers.reaches) {
      if (nodes.has(fromNode) || nodes.has(toNode)) nodes.add(fromNode).add(toNode)
    }
  }
  const isEnd = (one: ReachProperties, number: number) => {
    if (end.kind === 'unit') return touches(one, end.id)
    return end.kind === 'node' ? one.fromNode === end.id || one.toNode === end.id : number === end.number
  }
  const isConnected = rivers.reaches.some((one, number) => isEnd(one, number) && nodes.has(one.fromNode))
  return isConnected ? 'other-branch' : 'not-connected'
}

function touches({ leftUnit, rightUnit }: ReachProperties, code: string): boolean {
  return leftUnit === code || rightUnit === code
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6

function at<T>(values: { readonly [index: number]: T }, index: number): T {
  const value = values[index]
  if (value === undefined) throw new RangeError(`nothing at ${index}`)
  return value
}

test('without an end the trace is the same as ever', () => {
  const rivers = buildRiverNetwork(featuresOf())
  expect(traceDownstream(rivers, on(rivers, 'jie-1', 0)).end).toBeNull()
  expect(traceUpstream(rivers, on(rivers, 'jie-6', 1)).end).toBeNull()
})
