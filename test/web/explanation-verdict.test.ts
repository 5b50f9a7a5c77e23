import { describe, expect, it } from 'vitest'
import type { CrossingKind } from '#domain/assessment'
import { decidingUnit, leadSentence, verdictSentence } from '../../web/explanation/verdict.ts'
import { WORDS } from '../../web/locales/index.ts'
import { judged, unit } from './explanation-examples.ts'

const chinese = { words: WORDS['zh-CN'], locale: 'zh-CN' } as const
const english = { words: WORDS.en, locale: 'en' } as const

const tongzhou = unit('110112', '通州区', { how: ['area', 'bank'] })
const sanhe = unit('131082', '三河市', { how: ['area', 'bank'] })
const xianghe = unit('131024', '香河县', {
  how: ['downstream'],
  certainty: 'probable',
  probability: 0.9,
  arrivalH: { earliest: 2.86, probable: 8.03 },
})
const zone = unit('110115403', '北京经济技术开发区', { level: 'zone', how: ['overlay'], probability: 0.8 })

describe('the verdict in one sentence', () => {
  it('names both banks, what lies downstream with its first arrival, and the province', () => {
    const found = judged([tongzhou, sanhe, xianghe], { outcome: 'crosses', kinds: ['bank', 'updown', 'city-border'] })
    expect(verdictSentence(found, chinese)).toBe(
      '跨界：通州区 | 三河市 两岸；顺流影响香河县，最早约 2.9 小时到达；涉及市外（河北省）。',
    )
    expect(verdictSentence(found, english)).toBe(
      'Crosses borders: Tongzhou District | Sanhe City on the two banks; downstream Xianghe County, reached after about 2.9 h at the earliest; reaches beyond the city (Hebei).',
    )
  })

  it('says that an area lies across districts, whatever banks it touches', () => {
    const found = judged([tongzhou, sanhe], { outcome: 'crosses', kinds: ['area', 'bank'] })
    expect(verdictSentence(found, chinese)).toBe('跨界：横跨通州区、三河市。')
  })

  it('names the first three units downstream in order of arrival, and counts them all', () => {
    const later = [5, 4, 3, 2].map((hours) =>
      unit(`13102${hours}`, `县${hours}`, { how: ['downstream'], arrivalH: { earliest: hours, probable: hours } }),
    )
    const found = judged([tongzhou, ...later], { outcome: 'crosses', kinds: ['updown'] })
    expect(verdictSentence(found, chinese)).toBe(
      '跨界：在通州区；顺流影响县2、县3、县4等 4 个区县，最早约 2 小时到达。',
    )
  })

  it('says within one district which, and which managed zone lies over it', () => {
    expect(verdictSentence(judged([tongzhou, zone], { kinds: ['overlay'] }), chinese)).toBe(
      '辖区内：全部在通州区；涉及北京经济技术开发区。',
    )
  })

  it('leaves a possible zone out while it does not count', () => {
    expect(verdictSentence(judged([tongzhou, zone]), chinese)).toBe('辖区内：全部在通州区。')
  })

  it('gives the candidates with their probabilities when a person must say', () => {
    const found = judged(
      [unit('110105', '朝阳区', { probability: 0.78 }), unit('110113', '顺义区', { probability: 0.22 })],
      { outcome: 'ask' },
    )
    expect(verdictSentence(found, chinese)).toBe('待人工确认：可能在朝阳区（78%），或在顺义区（22%）。')
  })

  it('says that a place lies in no unit on record', () => {
    expect(verdictSentence(judged([], { outcome: 'ask' }), chinese)).toBe('待人工确认：此处不在已收录的区县内。')
  })

  it('speaks of the city border where no unit beyond it is known', () => {
    const found = judged([tongzhou], { outcome: 'crosses', kinds: ['city-border'] })
    expect(verdictSentence(found, chinese)).toBe('跨界：在通州区；涉及市界。')
  })

  const KINDS: readonly CrossingKind[] = ['area', 'bank', 'updown', 'overlay', 'city-border']
  const everySet = Array.from({ length: 2 ** KINDS.length }, (_, bits) => KINDS.filter((_, at) => bits & (1 << at)))

  it('is a whole sentence in its own language for every outcome and every set of kinds', () => {
    for (const outcome of ['crosses', 'within-one', 'ask'] as const)
      for (const kinds of everySet) {
        const found = judged([tongzhou, sanhe, xianghe, zone], { outcome, kinds })
        expect(verdictSentence(found, chinese)).toMatch(/^[^a-zA-Z]+：[^a-zA-Z]+。$/)
        expect(verdictSentence(found, chinese)).not.toMatch(/undefined|（）|；；|：；|在。/)
        expect(verdictSentence(found, english)).toMatch(/^[A-Z][^\u4e00-\u9fff]+: [^\u4e00-\u9fff]+\.$/)
      }
  })
})

describe('who leads', () => {
  it('is said plainly, as a proposal while a person must confirm, or as open', () => {
    expect(leadSentence(judged([]), chinese)).toBe('由北京市生态环境局牵头')
    expect(leadSentence(judged([], {}, { needsConfirmation: true }), chinese)).toBe(
      '拟由北京市生态环境局牵头，须人工确认',
    )
    expect(leadSentence(judged([], {}, { lead: null }), chinese)).toBe('牵头单位须人工确定')
    expect(leadSentence(judged([]), english)).toBe('Beijing Ecology and Environment Bureau leads')
  })
})

describe('how sure the verdict is', () => {
  it('of a crossing is how sure its second unit is, since one unit makes no crossing', () => {
    expect(decidingUnit(judged([tongzhou, xianghe], { outcome: 'crosses' }))?.name).toBe('香河县')
  })

  it('of one district is how sure that district is; a source upstream counts for nothing', () => {
    const upstream = unit('110105', '朝阳区', { how: ['upstream'], probability: 1 })
    expect(decidingUnit(judged([upstream, tongzhou]))?.name).toBe('通州区')
  })

  it('is unknown without a unit', () => {
    expect(decidingUnit(judged([]))).toBeNull()
  })
})
