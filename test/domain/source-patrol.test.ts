import { describe, expect, it } from 'vitest'
import { buildAtlas } from '#domain/atlas'
import { checkNetwork } from '#domain/network/check-network'
import { findNoMansLand, noMansLand } from '#domain/patrol/no-mans-land'
import { PATROL_DEFAULTS } from '#domain/patrol/patrol-settings'
import type { ReferenceData } from '#domain/reference-data'
import { readReferenceFiles } from '../../server/reference-files.ts'
import { INVENTED, PLACE, reach, twoCounties, YI } from '../fixtures/two-counties.ts'
import { atlasOf, DAY } from './source-world.ts'

const find = (reference: ReferenceData, settings = PATROL_DEFAULTS) => findNoMansLand(atlasOf(reference), settings)
const METRES_PER_DEGREE_LAT = 111_040

/** 乙县 and its town end `east` degrees east of the border river, from A to C. */
function withSeam(east: number): ReferenceData {
  const world = twoCounties()
  for (const { features } of [world.districts, world.townships]) {
    for (const { properties, geometry } of features) {
      if (!properties.code.startsWith(YI) || geometry.type !== 'Polygon') continue
      geometry.coordinates = geometry.coordinates.map((ring) =>
        ring.map(([lon = 0, lat = 0]) =>
          lon === 116.1 && lat > 40.04 && lat < 40.16 ? [lon + east, lat] : [lon, lat],
        ),
      )
    }
  }
  return world
}

it('in a world without faults nobody has to patrol anything', () => {
  expect(find(twoCounties())).toEqual([])
})

describe('a seam between two counties', () => {
  const places = find(withSeam(0.0002))

  it('is a sliver with its area and its neighbours', () => {
    const slivers = places.filter(({ kind }) => kind === 'sliver')
    const [sliver] = slivers.filter(({ id }) => id.startsWith('gap:districts'))
    // A strip of 0.0002 degrees, full width over 0.1 degrees, a triangle of half a width over the 0.05 degrees at either end.
    const widthM = 0.0002 * METRES_PER_DEGREE_LAT * 0.7675
    const expected = widthM * METRES_PER_DEGREE_LAT * (0.1 + 0.05 / 2 + 0.05 / 2)
    expect(sliver?.areaM2 ?? 0).toBeGreaterThan(expected * 0.98)
    expect(sliver?.areaM2 ?? 0).toBeLessThan(expected * 1.02)
    expect(sliver?.units.map(({ name }) => name).toSorted()).toEqual(['乙县', '甲县'])
  })

  it('takes the bank of the river with it: a strip that belongs to nobody, as long as the seam is', () => {
    const strips = places.filter(({ kind }) => kind === 'river-strip')
    expect(strips.map(({ id }) => id.split(':')[1]).toSorted()).toEqual(['jie-2', 'jie-3', 'jie-4'])
    expect(strips.every(({ text }) => text.zh.includes('不在任何单位界内'))).toBe(true)
    const longest = strips[0]?.lengthM ?? 0
    expect(longest).toBeGreaterThan(0.049 * METRES_PER_DEGREE_LAT)
    expect(longest).toBeLessThan(0.051 * METRES_PER_DEGREE_LAT)
  })

  it('wide as a county it is no seam but a unit that the data lacks', () => {
    const wide = find(withSeam(0.05)).filter(({ id }) => id.startsWith('gap:districts'))
    expect(wide.map(({ kind }) => kind)).toEqual(['unclear-owner'])
  })

  it('below the tolerance nothing is told', () => {
    expect(find(withSeam(0.0002), { ...PATROL_DEFAULTS, leastAreaM2: 1e9, leastLengthM: 1e9 })).toEqual([])
  })
})

describe('layers that disagree', () => {
  it('a town that ends short of its county leaves ground to nobody; one that reaches beyond it is an overlap', () => {
    const short = twoCounties()
    const beyond = twoCounties()
    for (const { properties, geometry } of short.townships.features) {
      if (properties.code !== '110192001' || geometry.type !== 'Polygon') continue
      geometry.coordinates = geometry.coordinates.map((ring) =>
        ring.map(([lon = 0, lat = 0]) => [lon === 116.2 ? 116.19 : lon, lat]),
      )
    }
    for (const { properties, geometry } of beyond.townships.features) {
      if (properties.code !== '110192001' || geometry.type !== 'Polygon') continue
      geometry.coordinates = geometry.coordinates.map((ring) =>
        ring.map(([lon = 0, lat = 0]) => [lon, lat === 40 && lon > 116.15 ? 39.99 : lat]),
      )
    }
    const strip = 0.01 * 0.2 * METRES_PER_DEGREE_LAT ** 2 * 0.765
    const [left] = find(short)
    expect(left).toMatchObject({ id: `sliver:${YI}`, kind: 'sliver' })
    expect((left?.areaM2 ?? 0) / strip).toBeCloseTo(1, 1)
    const [over] = find(beyond)
    expect(over).toMatchObject({ id: 'overlap:110192001:130991', kind: 'overlap' })
    expect(over?.text.zh).toContain('乙镇的界线伸入丙县')
  })
})

/** On the border, 850 m into 乙县, and on the border again. */
const BULGE = [
  [116.1, 40.09],
  [116.11, 40.075],
  [116.1, 40.06],
] as const

describe('rivers and their borders', () => {
  it('a border river that bulges 850 m into one county has drifted, with both lines drawn', () => {
    const world = twoCounties()
    const bulge = reach('jie-3', 'B', 'C', { leftUnit: YI, rightUnit: YI, order: 4, widthM: 60 }, BULGE)
    const features = world.reaches.features.map((each) =>
      each.properties.id === 'jie-3' ? { ...bulge, properties: { ...each.properties, ...bulge.properties } } : each,
    )
    const [place, ...more] = find({ ...world, reaches: { ...world.reaches, features } }).filter(
      ({ kind }) => kind === 'drifted-boundary',
    )
    expect(more).toEqual([])
    expect(place?.text.zh).toMatch(/最远 8[45]\d 米/)
    expect(place?.geometry.type).toBe('MultiLineString')
    expect(place?.units.map(({ name }) => name).toSorted()).toEqual(['乙县', '甲县'])
  })

  it('a reach for which the data names no unit on a bank is a strip, whole', () => {
    const world = twoCounties()
    for (const { properties } of world.reaches.features)
      if (properties.id === 'jie-2') Object.assign(properties, { leftUnit: '' })
    const [strip] = find(world)
    expect(strip).toMatchObject({ kind: 'river-strip' })
    expect(strip?.text.zh).toContain('数据未载明一岸或两岸的单位')
  })

  it('a gate on a border river has two owners until they agree; one inside a county has one', () => {
    const world = twoCounties()
    const gate = world.gates.features[0]
    if (gate === undefined) throw new Error('the world has lost its gate')
    const properties = { ...gate.properties, id: 'border-gate', name: '界闸', reachId: 'jie-2' }
    world.gates.features.push({ ...gate, properties, geometry: { type: 'Point', coordinates: [...PLACE.A] } })
    expect(find(world).map(({ id }) => id)).toEqual(['owner:border-gate'])
  })

  it('a gate inside a county, but as near to the border as its position is uncertain, is unclear too', () => {
    const world = twoCounties()
    for (const each of world.gates.features) Object.assign(each.properties, { ...INVENTED, accuracyM: 900 })
    expect(find(world).map(({ id }) => id)).toEqual(['owner:canal-gate'])
  })
})

describe('the shipped data', () => {
  const atlas = buildAtlas(readReferenceFiles().reference, DAY)

  it('gives a list that a patrol can work off: places with a sentence, none of them absurd, made once', () => {
    const places = noMansLand(atlas)
    expect(noMansLand(atlas)).toBe(places)
    expect(places.length).toBeGreaterThan(3)
    expect(places.length).toBeLessThan(60)
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length)
    for (const { units, point, text, kind } of places) {
      expect(units.length, text.zh).toBeGreaterThan(0)
      expect(point[0]).toBeGreaterThan(115)
      expect(point[1]).toBeLessThan(42)
      expect(text.zh).not.toMatch(/NaN|undefined/)
      if (kind === 'drifted-boundary') expect(units).toHaveLength(2)
    }
  })

  it('the network in use shows the builder canals that cross rivers, and keeps its reaches as lines', () => {
    const { problems } = checkNetwork(atlas)
    const crossings = problems.features.filter(({ properties }) => properties.kind === 'crossing')
    expect(crossings.some(({ properties }) => properties.lineIds.some((id) => id.startsWith('jingmi-yinshuiqu')))).toBe(
      true,
    )
    const ids = new Set(atlas.rivers.reaches.map(({ id }) => id))
    expect(problems.features.flatMap(({ properties }) => properties.lineIds).filter((id) => !ids.has(id))).toEqual([])
  })
})
