import { describe, expect, it } from 'vitest'
import { LEGAL_BASES } from '#domain/law/legal-basis'
import { WATER_BASES } from '#domain/law/legal-basis-water'
import { articleText, citedDocuments, clockBasisText } from '../../web/explanation/citation.ts'
import { clockStates } from '../../web/explanation/clock-state.ts'
import type { Clock, Passage } from '../../web/explanation/judged.ts'
import { organisationOf } from '../../web/explanation/organisation.ts'
import { unitsByRole } from '../../web/explanation/units-by-role.ts'
import { evidenceId, factOf } from '../../web/explanation/use-evidence-choice.ts'
import { dateTimeText, durationText } from '../../web/locales/moment.ts'
import { bodyName, unitName } from '../../web/locales/names.ts'
import { hoursText, percentText } from '../../web/locales/quantity.ts'
import { judged, unit } from './explanation-examples.ts'

const MINUTE_MS = 60_000
const NOW = Date.parse('2026-11-24T14:00:00+08:00')
const clock = (what: string, dueAt: string | null): Clock => ({ what, whatEn: what, limitH: null, dueAt, basis: '' })

describe('the clocks', () => {
  it('stand by due time, with those that say "promptly" last and in their own order', () => {
    const found = clockStates(
      [
        clock('及时甲', null),
        clock('晚', '2026-11-24T18:00:00+08:00'),
        clock('及时乙', null),
        clock('早', '2026-11-24T13:00:00+08:00'),
        clock('紧', '2026-11-24T14:59:00+08:00'),
      ],
      NOW,
    )
    expect(found.map(({ clock, state }) => `${clock.what} ${state}`)).toEqual([
      '早 overdue',
      '紧 soon',
      '晚 running',
      '及时甲 prompt',
      '及时乙 prompt',
    ])
  })

  it('is not overdue at the very moment it is due, and is a millisecond later', () => {
    const due = [clock('此刻', '2026-11-24T14:00:00+08:00')]
    expect(clockStates(due, NOW)[0]?.state).toBe('soon')
    expect(clockStates(due, NOW + 1)[0]?.state).toBe('overdue')
  })
})

describe('times as people read them', () => {
  it('are those of Shanghai, whatever the offset they came with', () => {
    expect(dateTimeText('2026-11-24T06:05:00Z', 'zh-CN')).toBe('2026年11月24日 14:05')
    expect(dateTimeText('2026-11-24T06:05:00Z', 'en')).toBe('24 Nov 2026, 14:05')
  })

  it('write midnight as 00:00 of the day that begins', () => {
    expect(dateTimeText('2026-11-24T00:00:00+08:00', 'zh-CN')).toBe('2026年11月24日 00:00')
  })

  it('give a duration by its two largest units, rounded down, either side of the limit', () => {
    expect(durationText(80 * MINUTE_MS, 'zh-CN')).toBe('1小时20分钟')
    expect(durationText(-(2 * 1440 + 3 * 60 + 59) * MINUTE_MS, 'zh-CN')).toBe('2天3小时')
    expect(durationText(1440 * MINUTE_MS, 'zh-CN')).toBe('1天')
    expect(durationText(1, 'zh-CN')).toBe('0分钟')
    expect(durationText(61 * MINUTE_MS, 'en')).toBe('1 h 1 min')
  })
})

describe('numbers as people read them', () => {
  it('never round a doubt away', () => {
    expect(percentText(0.99999)).toBe('99.9%')
    expect(percentText(1)).toBe('100%')
    expect(percentText(0.0001)).toBe('<0.1%')
    expect(percentText(0)).toBe('0%')
    expect(percentText(0.7263)).toBe('72.6%')
  })

  it('give hours to a tenth below ten', () => {
    expect(hoursText(2.86)).toBe('2.9')
    expect(hoursText(9.96)).toBe('10')
    expect(hoursText(12.4)).toBe('12')
  })
})

describe('the organisation', () => {
  const body = (id: string) => ({ id, name: id })

  it('hangs partners by place below the lead, and keeps Tianjin and Hebei apart', () => {
    const { routing } = judged(
      [],
      {},
      {
        coOrganisers: ['110112-bureau', 'bj-water', '110112-monitoring', '131082-counterpart'].map(body),
        mustNotify: ['bj-government', 'hebei-department', '120114-counterpart', 'mee'].map(body),
      },
    )
    const found = organisationOf(routing)
    expect(found.acting.map(({ place, actors }) => [place, actors.length])).toEqual([
      ['110112', 2],
      ['bj', 1],
    ])
    expect(found.told.map(({ place }) => place)).toEqual(['bj', 'mee'])
    expect(found.outsideActing.map(({ id }) => id)).toEqual(['131082-counterpart'])
    expect(found.outsideTold.map(({ id }) => id)).toEqual(['hebei-department', '120114-counterpart'])
  })

  it('names nobody twice: who leads is no partner, who acts is not told', () => {
    const { routing } = judged(
      [],
      {},
      {
        coOrganisers: ['bj-bureau', '110112-bureau'].map(body),
        mustNotify: ['bj-bureau', '110112-bureau', 'bj-water'].map(body),
      },
    )
    const found = organisationOf(routing)
    const all = [...found.acting, ...found.told].flatMap(({ actors }) => actors.map(({ id }) => id))
    expect(all).toEqual(['110112-bureau', 'bj-water'])
  })

  it('puts a township with its district, and the 经开区 by itself', () => {
    const { routing } = judged([], {}, { coOrganisers: ['110112005-township', '110115403-committee'].map(body) })
    expect(organisationOf(routing).acting.map(({ place }) => place)).toEqual(['110112', '110115403'])
  })
})

describe('the law', () => {
  it('is grouped by document, in the order of first citation', () => {
    const passage = (document: string, article: string): Passage => ({
      document,
      documentEn: `${document} in English`,
      article,
      text: '',
      isQuote: true,
      status: 'verified',
    })
    const found = citedDocuments([passage('甲', '一'), passage('乙', '二'), passage('甲', '三')])
    expect(found.map(({ document, passages }) => [document, passages.map(({ article }) => article)])).toEqual([
      ['甲', ['一', '三']],
      ['乙', ['二']],
    ])
  })

  it('has article numbers that an English reader can say', () => {
    expect(articleText('第四条', 'en')).toBe('art. 4')
    expect(articleText('第十条', 'en')).toBe('art. 10')
    expect(articleText('第八十六条', 'en')).toBe('art. 86')
    expect(articleText('第一百零三条', 'en')).toBe('art. 103')
    expect(articleText('第二十六条至第二十八条', 'en')).toBe('art. 26–28')
    expect(articleText('(十四)', 'en')).toBe('item (14)')
    expect(articleText('(十四)', 'zh-CN')).toBe('(十四)')
    expect(articleText('7.1.2.1', 'en')).toBe('7.1.2.1')
  })

  it('leaves no Chinese in the number or heading of any passage that is cited', () => {
    expect(LEGAL_BASES.length).toBeGreaterThan(20)
    for (const { article } of [...LEGAL_BASES, ...WATER_BASES])
      expect(articleText(article, 'en')).toMatch(/^[\x20-\x7e–]+$/)
  })

  it('names the clause of a clock in English, with its mark, also where it was saved without', () => {
    const basis: Passage[] = [
      { document: '办法', documentEn: 'Measures', article: '第三条', text: '', isQuote: true, status: 'verified' },
    ]
    const saved = { ...clock('报告', null), basis: '《办法》第三条、《办法》第四条（系统设定）' }
    expect(clockBasisText(saved, basis, 'en')).toBe('Measures, art. 3; Measures, art. 4 (a setting of Jiehe)')
    expect(clockBasisText(saved, basis, 'zh-CN')).toBe(saved.basis)
    expect(clockBasisText({ ...saved, basisEn: 'Order 17, art. 3' }, basis, 'en')).toBe('Order 17, art. 3')
  })
})

describe('the units', () => {
  it('stand once each, where they lie before what flows to them, and those downstream in order of arrival', () => {
    const found = unitsByRole([
      unit('131024', '远', { how: ['downstream'], arrivalH: { earliest: 9, probable: 12 } }),
      unit('131028', '近', { how: ['downstream'], arrivalH: { earliest: 3, probable: 5 } }),
      unit('110112', '地', { how: ['area', 'downstream'] }),
      unit('110105', '源', { how: ['upstream'] }),
      unit('110112005', '镇', { level: 'township' }),
      unit('110115403', '区', { level: 'zone', how: ['overlay'] }),
    ])
    expect(Object.values(found).map((units) => units.map(({ name }) => name))).toEqual([
      ['地'],
      ['近', '远'],
      ['区'],
      ['镇'],
      ['源'],
    ])
  })
})

describe('names in English', () => {
  it('are those that came with the answer', () => {
    expect(unitName({ code: '110112005', name: '马驹桥镇', nameEn: 'Majuqiao Town' }, 'en')).toBe('Majuqiao Town')
    expect(unitName({ code: '110112005', name: '马驹桥镇', nameEn: 'Majuqiao Town' }, 'zh-CN')).toBe('马驹桥镇')
  })

  it('are found by code and id for an answer of before, as far as these tell', () => {
    expect(unitName({ code: '131082', name: '三河市' }, 'en')).toBe('Sanhe City')
    expect(bodyName({ id: '110112-bureau', name: '通州区生态环境局' }, 'en')).toMatch(/^Tongzhou District Ecology/)
    expect(bodyName({ id: 'somebody', name: '某单位' }, 'en')).toBe('某单位')
  })
})

describe('a fact', () => {
  const fact = { kind: 'boundary', zh: '事实', en: 'fact' } as const
  const found = judged([unit('110112', '通州区', { evidence: [{ ...fact, zh: '另一事实' }, fact] })])

  it('is found again by its id', () => {
    expect(evidenceId('110112', 1)).toBe('110112.2')
    expect(factOf(found, evidenceId('110112', 1))).toEqual(fact)
  })

  it('that the assessment does not have is none, however its id is written', () => {
    for (const id of ['110112.3', '110112.0', '110112', '110105.1', '', '110112.x'])
      expect(factOf(found, id)).toBeUndefined()
  })
})
