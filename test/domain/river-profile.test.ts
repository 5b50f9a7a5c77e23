/** Profiles and section pairs of the rivers that ship, and of the world small enough to draw on paper. */
import { describe, expect, test } from 'vitest'
import { sideBranches } from '#domain/river/branch'
import { buildRiverNetwork } from '#domain/river/network'
import { riverProfile } from '#domain/river/profile'
import { allSectionPairs, sectionPairs } from '#domain/river/section-pairs'
import { traceDownstream, traceUpstream } from '#domain/river/trace'
import { readReferenceFiles } from '../../server/reference-files.ts'
import { BING, JIA, twoCounties, YI } from '../fixtures/two-counties.ts'

const { reference } = readReferenceFiles()
const rivers = buildRiverNetwork({
  reaches: reference.reaches.features,
  nodes: reference.nodes.features,
  sections: reference.sections.features,
  gates: reference.gates.features,
})

const invented = twoCounties()
const drawn = buildRiverNetwork({
  reaches: invented.reaches.features,
  nodes: invented.nodes.features,
  sections: invented.sections.features,
  gates: invented.gates.features,
})

describe('the profile of a river', () => {
  test('凉水河 takes 新凤河 and then 萧太后河, and runs from 丰台 by 朝阳 and 大兴 to 通州', () => {
    const profile = riverProfile(rivers, 'liangshui-he')
    expect(profile?.inflows.map(({ river }) => river)).toEqual(['新凤河', '萧太后河'])
    expect([...new Set(profile?.bands.map(({ code }) => code))]).toEqual(['110106', '110105', '110115', '110112'])
    expect(profile?.points.map(({ name }) => name)).toEqual([
      '大红门闸',
      '马驹桥',
      '马驹桥闸',
      '张家湾闸',
      '许各庄',
      '榆林庄(凉水河口)',
    ])
  })

  test('潮白河 below 牛栏山 has 三河, 大厂 and 香河 on its left and 通州 on its right', () => {
    const bands = riverProfile(rivers, 'chaobai-he')?.bands ?? []
    expect(bands.filter(({ code }) => code.startsWith('13')).map(({ code, bank }) => [code, bank])).toEqual([
      ['131082', 'left'],
      ['131028', 'left'],
      ['131024', 'left'],
      ['131024', 'both'],
    ])
    expect(bands.find(({ code }) => code === '110112')?.bank).toBe('right')
  })

  test('北运河 begins where 温榆河 and 通惠河 meet, and 运潮减河 ends in 潮白河', () => {
    expect(riverProfile(rivers, 'beiyun-he')?.inflows.map(({ river }) => river)).toEqual(['温榆河', '通惠河', '凉水河'])
    expect(riverProfile(rivers, 'chaobai-he')?.inflows).toContainEqual(
      expect.objectContaining({ river: '运潮减河', isCanal: true }),
    )
  })

  test('reaches follow one another without a gap, bands cover each bank once, on every river', () => {
    for (const riverId of new Set(rivers.reaches.map((reach) => reach.riverId))) {
      const profile = riverProfile(rivers, riverId)
      if (profile === null) throw new Error(`no profile of ${riverId}`)
      expect(profile.reaches[0]?.fromKm).toBe(0)
      expect(profile.reaches.at(-1)?.toKm).toBeCloseTo(profile.lengthKm, 9)
      for (const [index, { toKm }] of profile.reaches.slice(0, -1).entries()) {
        expect(profile.reaches[index + 1]?.fromKm).toBe(toKm)
      }
      for (const bank of ['left', 'right'] as const) {
        const covered = profile.bands
          .filter((band) => band.bank === 'both' || band.bank === bank)
          .reduce((sum, { fromKm, toKm }) => sum + toKm - fromKm, 0)
        expect(covered).toBeCloseTo(profile.lengthKm, 6)
      }
      const own = rivers.reaches.filter((reach) => reach.riverId === riverId)
      expect(profile.reaches.map(({ reachId }) => reachId).sort()).toEqual(own.map(({ id }) => id).sort())
    }
  })

  test('from the mouth every kilometre is what it is not from the source', () => {
    const [down, up] = [riverProfile(drawn, 'jie'), riverProfile(drawn, 'jie', 'mouth')]
    const lengthKm = down?.lengthKm ?? Number.NaN
    expect(up?.points.map(({ id, km }) => [id, km])).toEqual(down?.points.map(({ id, km }) => [id, lengthKm - km]))
    expect(up?.reaches[0]?.fromKm).toBeCloseTo(lengthKm, 9)
    expect(up?.reaches.at(-1)?.toKm).toBeCloseTo(0, 9)
  })

  test('界河 takes 支河 at B and the canal at E, and gives the canal at C', () => {
    const profile = riverProfile(drawn, 'jie')
    expect(profile?.inflows.map(({ riverId, isCanal }) => [riverId, isCanal])).toEqual([
      ['zhi', false],
      ['qu', true],
    ])
    expect(profile?.outflows.map(({ reachId }) => reachId)).toEqual(['qu-1'])
    expect(profile?.bands.map(({ code, bank }) => [code, bank])).toEqual([
      [JIA, 'both'],
      [YI, 'left'],
      [JIA, 'right'],
      [BING, 'both'],
    ])
  })

  test('a river that the network does not have has none', () => {
    expect(riverProfile(rivers, 'chang-jiang')).toBeNull()
  })
})

describe('section pairs', () => {
  const namesOf = (unit: string) =>
    sectionPairs(rivers, unit).map(({ outflow, inflows }) => {
      return [outflow.name, ...inflows.map(({ section }) => section.name)]
    })

  test('通州 is measured below its border on 北运河 and at 牛牧屯 on 潮白河', () => {
    expect(namesOf('110112')).toEqual([
      ['北运河出境', '沙窝', '马驹桥', '高碑店闸', '羊坊闸', '沙河闸'],
      ['牛牧屯', '沙窝', '苏庄', '高碑店闸', '羊坊闸', '沙河闸'],
    ])
  })

  test('the water of 北运河 that comes to 牛牧屯 comes by 运潮减河, that of 潮白河 by the main stem', () => {
    const inflows = sectionPairs(rivers, '110112').find(({ outflow }) => outflow.name === '牛牧屯')?.inflows
    const viaOf = (name: string) => inflows?.find(({ section }) => section.name === name)?.via.map(({ river }) => river)
    expect(viaOf('沙河闸')).toEqual(['运潮减河'])
    expect(viaOf('羊坊闸')).toEqual(['运潮减河', '清河'])
    expect(viaOf('苏庄')).toEqual([])
  })

  test('密云 is measured at 古北口 as 潮河 comes in, 门头沟 at 沿河城 as 永定河 does: each the first below the border', () => {
    expect(namesOf('110118')).toEqual([['辛庄桥', '古北口']])
    expect(namesOf('110109')).toEqual([['三家店', '沿河城']])
    const [pair] = sectionPairs(rivers, '110118')
    expect(pair?.inflows[0]).toMatchObject({ stands: 'border', origins: ['default'] })
    expect(pair?.inflows[0]?.km).toBeCloseTo(20.5, 1)
  })

  test('房山 measures 拒马河 that comes back to it after 涞水 as one way: 大沙地 to 张坊', () => {
    expect(namesOf('110111')).toContainEqual(['张坊', '大沙地'])
  })

  test('an outflow is downstream of each of its inflows by just its kilometres and hours, in every unit', () => {
    for (const pairs of allSectionPairs(rivers).values()) {
      for (const { outflow, inflows } of pairs) {
        for (const { section, km, travelH } of inflows) {
          const met = traceDownstream(rivers, section).sections.find(({ id }) => id === outflow.id)
          expect(met?.km).toBeCloseTo(km, 6)
          expect(met?.arrivalH.earliest).toBeCloseTo(travelH.earliest, 6)
          expect(met?.arrivalH.probable).toBeCloseTo(travelH.probable, 6)
          expect(travelH.earliest).toBeLessThan(travelH.probable)
        }
      }
    }
  })

  test('甲县 and 乙县 share 京冀断面, the last before 丙县; nobody measured what comes in', () => {
    for (const unit of [JIA, YI]) {
      expect(sectionPairs(drawn, unit)).toMatchObject([{ outflow: { id: 'border' }, stands: 'inside', inflows: [] }])
    }
    expect(sectionPairs(drawn, BING)).toEqual([])
  })
})

describe('water that crosses basins', () => {
  const start = (reachId: string) => ({ reach: rivers.reachNumber.get(reachId) ?? -1, fraction: 0.5 })
  const diversionsOf = (trace: ReturnType<typeof traceDownstream>) =>
    sideBranches(trace)
      .filter(({ kind }) => kind === 'diversion')
      .map(({ river }) => river)

  test.each([
    ['yongding-he-01', ['永定河引水渠', '运潮减河']],
    ['chao-he-01', ['京密引水渠', '运潮减河']],
    ['wenyu-he-03', ['运潮减河']],
  ])('down from %s it leaves by %j', (reachId, names) => {
    expect(diversionsOf(traceDownstream(rivers, start(reachId)))).toEqual(names)
  })

  test.each([
    ['tonghui-he-03', ['永定河引水渠', '京密引水渠']],
    ['chaobai-he-11', ['运潮减河', '永定河引水渠', '京密引水渠']],
  ])('up from %s it came by %j', (reachId, names) => {
    expect(diversionsOf(traceUpstream(rivers, start(reachId)))).toEqual(names)
  })
})
