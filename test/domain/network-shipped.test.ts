/** What the builder finds wrong with the shipped rivers: each of these was looked at, and is true of the data. */
import { describe, expect, it } from 'vitest'
import { buildAtlas } from '#domain/atlas'
import { buildNetwork } from '#domain/network/build-network'
import { NETWORK_DEFAULTS } from '#domain/network/settings'
import { readSourceLines, USUAL_KEYS } from '#domain/network/source-line'
import { readReferenceFiles } from '../../server/reference-files.ts'

const DAY = '2026-11-24'
const { reference } = readReferenceFiles()
const atlas = buildAtlas(reference, DAY)
const provenance = { accuracyM: 30, source: 'shipped', licence: '', validFrom: DAY, validTo: null, schematic: true }
const lines = atlas.rivers.features.reaches.flatMap(({ geometry, properties }) => {
  const read = readSourceLines({ geometry, properties: { ...properties } }, 'EPSG:4326', {
    ...USUAL_KEYS,
    ...{ name: 'river', from: 'fromNode', to: 'toNode' },
  })
  return Array.isArray(read) ? read : []
})
const built = buildNetwork({
  ...{ lines, units: atlas.districts, outlets: [], mends: [] },
  settings: { ...NETWORK_DEFAULTS, provenance },
})
if ('refusal' in built) throw new Error(built.en)
const problems = built.problems.features.map(({ properties }) => properties)
const of = (kind: string) => problems.filter((problem) => problem.kind === kind)

describe('the shipped rivers', () => {
  it('are read whole', () => {
    expect(lines).toHaveLength(atlas.rivers.features.reaches.length)
  })

  it('cross without a vertex where 京密引水渠 passes over rivers, and where two schematic lines cut across one another', () => {
    const pairs = of('crossing').map(({ lineIds }) => lineIds.map((id) => id.replace(/-\d+$/, '')).join(' × '))
    expect(pairs.sort()).toEqual([
      'ba-he × liangma-he',
      'bai-he-baxia × jingmi-yinshuiqu',
      'beisha-he × jingmi-yinshuiqu',
      'dongsha-he × jingmi-yinshuiqu',
      'jingmi-yinshuiqu × nansha-he',
      'jingmi-yinshuiqu × yanqi-he',
      'nan-huchenghe × tonghui-he',
    ])
  })

  it('form one cycle, where 南护城河 cuts across 通惠河 before it joins its head', () => {
    expect(of('cycle').map(({ lineIds }) => lineIds)).toEqual([['nan-huchenghe-08', 'tonghui-he-01']])
  })

  it('leave the legal line by more than line and border are inaccurate, in five places', () => {
    expect(
      of('drift')
        .map(({ lineIds }) => lineIds[0]?.replace(/-\d+$/, ''))
        .sort(),
    ).toEqual(['feng-he', 'liangshui-he', 'liangshui-he', 'nan-huchenghe', 'xinfeng-he'])
    for (const { measureM } of of('drift')) expect(measureM).toBeGreaterThan(NETWORK_DEFAULTS.borderM)
  })

  it('have no islands: 拒马河, 大石河, 小清河, 天堂河, 龙河, 凤河 and 泃河 go on beyond the province', () => {
    expect(of('island')).toEqual([])
  })

  it('have nothing else wrong', () => {
    expect(new Set(problems.map(({ kind }) => kind))).toEqual(new Set(['crossing', 'cycle', 'drift']))
  })
})
