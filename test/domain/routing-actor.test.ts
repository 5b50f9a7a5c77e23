/** Bodies: an id says place and role, a name is found again from the id, in Chinese and English. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { actorAt, actorName } from '#domain/routing/actor'
import { PLACES } from '#domain/routing/actor-place'
import { CHAOYANG, decisionOn, factsOf, SANHE, SONGZHUANG, TONGZHOU, WUQING } from './routing-example.ts'

describe('bodies', () => {
  it('are named by place and role', () => {
    expect(actorAt('110112', 'bureau')).toEqual({
      id: '110112-bureau',
      name: '通州区生态环境局',
      nameEn: 'Tongzhou District Ecology and Environment Bureau',
    })
    expect(actorName('bj-enforcement')).toEqual({
      zh: '北京市生态环境保护综合执法总队',
      en: 'Beijing Ecology and Environment Enforcement Corps',
    })
    expect(actorName('hebei-department')?.zh).toBe('河北省生态环境厅')
    expect(actorName('tianjin-department')?.zh).toBe('天津市生态环境局')
    expect(actorName('131082-counterpart')).toEqual({
      zh: '三河市生态环境主管部门',
      en: 'Sanhe City ecology and environment authority',
    })
    expect(actorName('mee')?.zh).toBe('生态环境部')
  })

  it('of a township need its name, and a subdistrict has an office where a town has a government', () => {
    expect(actorName('110112104-township', { zh: '宋庄镇', en: 'Songzhuang Town' })).toEqual({
      zh: '宋庄镇人民政府',
      en: "Songzhuang Town People's Government",
    })
    expect(actorName('110105012-township', { zh: '建外街道', en: 'Jianwai Subdistrict' })).toEqual({
      zh: '建外街道办事处',
      en: 'Jianwai Subdistrict Office',
    })
  })

  it('in the 经开区 are its committee, except those of justice', () => {
    expect(actorAt('110115403', 'enforcement').id).toBe('110115403-committee')
    expect(actorAt('110115403', 'police').id).toBe('110115403-police')
  })

  it('with an id that no role explains have no name', () => {
    for (const id of ['', 'bj', '-bureau', '110112-', '110112-toString', '110112-postman'])
      expect(actorName(id)).toBeNull()
  })

  it('that routing names are found again by their id alone, wherever the place is known', () => {
    const townships = [SONGZHUANG]
    const facts = factsOf({
      districts: [CHAOYANG, TONGZHOU],
      outsideUnits: [SANHE, WUQING],
      townships,
      kinds: ['city-border'],
      isCrimeSuspected: true,
    })
    for (const matter of ['emergency', 'enforcement', 'dispute', 'quality-monitoring'] as const) {
      const { lead, coOrganisers, mustNotify } = decisionOn({ ...facts, matter }).routing
      for (const actor of [...(lead === null ? [] : [lead]), ...coOrganisers, ...mustNotify])
        expect(actorName(actor.id)?.zh).toBe(actor.name)
    }
  })

  it('have a Chinese and an English name in every district and county of the reference set', () => {
    for (const layer of ['districts', 'counties']) {
      const url = new URL(`../../data/geojson/${layer}.geojson`, import.meta.url)
      const units: { properties: { code: string; name: string; nameEn: string } }[] = JSON.parse(
        readFileSync(url, 'utf8'),
      ).features
      for (const { properties } of units)
        expect(PLACES[properties.code]).toEqual({ zh: properties.name, en: properties.nameEn })
    }
  })
})
