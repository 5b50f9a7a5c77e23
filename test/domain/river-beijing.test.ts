/** The rivers that ship: what a resident of Beijing would expect of them. */
import { describe, expect, test } from 'vitest'
import { bankOf } from '#domain/river/bank'
import { buildRiverNetwork } from '#domain/river/network'
import { snapToRiver } from '#domain/river/snap'
import { traceDownstream, traceUpstream } from '#domain/river/trace'
import { readReferenceFiles } from '../../server/reference-files.ts'

const { reference } = readReferenceFiles()
const nodes = reference.nodes.features
const rivers = buildRiverNetwork({
  reaches: reference.reaches.features,
  nodes,
  sections: reference.sections.features,
  gates: reference.gates.features,
})

const TONGZHOU = '110112'
const MENTOUGOU = '110109'
const FENGTAI = '110106'
const FANGSHAN = '110111'
const DAXING = '110115'
const SANHE = '131082'
const DACHANG = '131028'
const XIANGHE = '131024'
const GUAN = '131022'

describe('the shipped network', () => {
  test('has nothing wrong: no cycle, no dead end, no island, no unknown node', () => {
    expect(rivers.problems).toEqual([])
  })

  test('brings the water of every reach to an outlet', () => {
    const outlets = new Set(
      nodes.filter(({ properties }) => properties.kind === 'outlet').map(({ properties }) => properties.id),
    )
    for (const [reach] of rivers.reaches.entries()) {
      const { reaches } = traceDownstream(rivers, { reach, fraction: 0 })
      expect(reaches.some((met) => outlets.has(rivers.reaches[met.reach]?.toNode ?? ''))).toBe(true)
    }
  })

  test('keeps 清河 and 小清河 apart: one ends in 北运河 or 潮白河, the other in 大清河 alone', () => {
    const basinsBelow = (riverId: string) => {
      const reach = rivers.reaches.findIndex((one) => one.riverId === riverId)
      return new Set(
        traceDownstream(rivers, { reach, fraction: 0 }).reaches.map((met) => rivers.reaches[met.reach]?.basin),
      )
    }
    expect(basinsBelow('qing-he')).toEqual(new Set(['北运河', '潮白河']))
    expect(basinsBelow('xiaoqing-he')).toEqual(new Set(['大清河']))
  })
})

describe('潮白河 between 通州 and 三河', () => {
  const [start] = snapToRiver(rivers, [116.79, 39.88], { maxDistanceM: 1000, candidates: 1 })

  test('has 三河 on its left bank and 通州 on its right', () => {
    expect(start?.river).toBe('潮白河')
    const [first, second] = start === undefined ? [] : traceDownstream(rivers, start).units
    expect(first).toMatchObject({ code: SANHE, bank: 'left', km: 0 })
    expect(second).toMatchObject({ code: TONGZHOU, bank: 'right', km: 0 })
  })

  test('carries a discharge past 大厂 and then 香河, out of the city from the first metre', () => {
    if (start === undefined) throw new Error('no river')
    const { units, firstOutside } = traceDownstream(rivers, start, { maxH: 72 })
    expect(units.map(({ code }) => code)).toEqual([SANHE, TONGZHOU, DACHANG, XIANGHE])
    expect(firstOutside).toMatchObject({ code: SANHE, km: 0 })
  })

  test('a yard in 燕郊 stands on the left bank, a yard in 宋庄 on the right', () => {
    if (start === undefined) throw new Error('no river')
    expect(bankOf(rivers, start.reach, [116.82, 39.9]).side).toBe('left')
    expect(bankOf(rivers, start.reach, [116.76, 39.87]).side).toBe('right')
  })
})

test('永定河 below 官厅 runs through 门头沟, 丰台, 房山 and 大兴 to 固安 in this order', () => {
  const [start] = snapToRiver(rivers, [115.666, 40.128], { maxDistanceM: 1000, candidates: 1 })
  if (start === undefined) throw new Error('no river')
  const main = traceDownstream(rivers, start).reaches.filter(({ river }) => river === '永定河')
  const order = [MENTOUGOU, FENGTAI, FANGSHAN, DAXING, GUAN].map((code) => {
    return main.findIndex(({ reach }) => {
      const properties = rivers.reaches[reach]
      return properties?.leftUnit === code || properties?.rightUnit === code
    })
  })
  expect(order.every((index) => index >= 0)).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
})

test('大兴 lies on the left of 永定河 below 卢沟桥 and 房山 on its right', () => {
  const border = rivers.reaches.filter(({ river, leftUnit, rightUnit }) => {
    return river === '永定河' && [leftUnit, rightUnit].includes(DAXING) && [leftUnit, rightUnit].includes(FANGSHAN)
  })
  expect(border.length).toBeGreaterThan(0)
  for (const { leftUnit, rightUnit } of border) expect([leftUnit, rightUnit]).toEqual([DAXING, FANGSHAN])
})

test('潮河 reaches 潮白河 through 密云水库, in weeks and not in hours', () => {
  const [start] = snapToRiver(rivers, [117.155, 40.69], { maxDistanceM: 2000, candidates: 1 })
  if (start === undefined) throw new Error('no river')
  const { reaches } = traceDownstream(rivers, start)
  const below = reaches.find(({ river }) => river === '潮白河')
  expect(below?.arrivalH.probable).toBeGreaterThan(7 * 24)
})

test('at 北关 the flood canal 运潮减河 is a diversion and 北运河 goes on', () => {
  const [start] = snapToRiver(rivers, [116.6, 40.005], { maxDistanceM: 2000, candidates: 1 })
  if (start === undefined) throw new Error('no river')
  const { reaches } = traceDownstream(rivers, start)
  const isMain = (river: string) => reaches.filter((met) => met.river === river).map((met) => met.isMain)
  expect(new Set(isMain('北运河'))).toEqual(new Set([true]))
  expect(new Set(isMain('运潮减河'))).toEqual(new Set([false]))
})

test('an observation at 东店 on 泃河 has sources up to where the river comes in from outside', () => {
  const [start] = snapToRiver(rivers, [117.018, 40.03], { maxDistanceM: 2000, candidates: 1 })
  if (start === undefined) throw new Error('no river')
  const met = new Set(traceUpstream(rivers, start).reaches.map(({ river }) => river))
  expect([...met].sort()).toEqual(['泃河', '洳河'].sort())
})
