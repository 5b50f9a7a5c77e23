/** What an official would dispute: who leads, who joins, who is told, and why not otherwise. */
import { describe, expect, it } from 'vitest'
import { routeIncident } from '#domain/routing/routing'
import {
  BDA_UNIT,
  BDA_ZONE,
  CHAOYANG,
  DAXING,
  decisionOn,
  FANGSHAN,
  factsOf,
  idsOf,
  LUCHENG,
  MIYUN,
  routingOf,
  SANHE,
  SONGZHUANG,
  TODAY,
  TONGZHOU,
  WUQING,
} from './routing-example.ts'

describe('who leads', () => {
  it('a discharge between 通州 and 三河 goes to the city, with items (四), (十) and (十四), and both banks hear of it', () => {
    const routing = routingOf({ outsideUnits: [SANHE], kinds: ['bank', 'city-border'], actUnits: [TONGZHOU] })
    expect(routing.rule).toBe('L5')
    expect(routing.lead?.id).toBe('bj-enforcement')
    expect(idsOf(routing.coOrganisers)).toEqual([
      'bj-bureau',
      'bj-monitoring',
      '110112-bureau',
      '110112-enforcement',
      '110112-monitoring',
    ])
    expect(idsOf(routing.mustNotify)).toEqual(expect.arrayContaining(['hebei-department', '131082-counterpart']))
    expect(routing.actions).toEqual(['jing-jin-ji-linkage', 'joint-monitoring'])
    expect(routing.basis.map((basis) => basis.article)).toEqual(expect.arrayContaining(['(四)', '(十)', '(十四)']))
    expect(routing.basis.map((basis) => basis.article)).toEqual(expect.arrayContaining(['第二十条', '第三十一条']))
    expect(routing.punishingAuthority?.id).toBe('110112-enforcement')
  })

  it('air across the city border cites the air law, not the water law', () => {
    const { basis } = routingOf({ outsideUnits: [WUQING], kinds: ['area', 'city-border'], medium: 'air' })
    expect(basis.map((each) => each.documentEn)).toContain('Air Pollution Prevention and Control Law')
    expect(basis.map((each) => each.documentEn)).not.toContain('Water Pollution Prevention and Control Law')
  })

  it('inspection belongs to the city, is approved by its government, and tells no one else', () => {
    const routing = routingOf({ matter: 'inspection', districts: [CHAOYANG, TONGZHOU], isCrimeSuspected: true })
    expect(routing.lead?.id).toBe('bj-bureau')
    expect(idsOf(routing.mustNotify)).toEqual(['bj-government'])
    expect(routing.coOrganisers).toEqual([])
    expect(routing.clocks).toEqual([])
  })

  it('a radiation event is held for a person and runs no clock of the reporting measures', () => {
    const routing = routingOf({ matter: 'emergency', medium: 'radiation', severity: 'major' })
    expect(routing.rule).toBe('L2')
    expect(routing.needsConfirmation).toBe(true)
    expect(routing.clocks).toEqual([])
  })

  it('a general emergency in one district is led by its bureau; a considerable one by the city with that bureau', () => {
    expect(routingOf({ matter: 'emergency' }).lead?.id).toBe('110112-bureau')
    const considerable = routingOf({ matter: 'emergency', severity: 'considerable' })
    expect(considerable.lead?.id).toBe('bj-bureau')
    expect(idsOf(considerable.coOrganisers)).toContain('110112-bureau')
  })

  it('an emergency across two districts is led by the city with both bureaus and both governments', () => {
    const routing = routingOf({ matter: 'emergency', districts: [CHAOYANG, TONGZHOU] })
    expect(routing.rule).toBe('L3')
    expect(idsOf(routing.coOrganisers)).toEqual([
      '110105-bureau',
      '110112-bureau',
      '110105-government',
      '110112-government',
      'bj-monitoring',
      '110105-monitoring',
      '110112-monitoring',
      'bj-water',
      'bj-emergency',
      'bj-police',
    ])
    expect(routing.actions).toEqual(['joint-emergency', 'joint-monitoring'])
  })

  it('across districts the district of origin keeps the first response', () => {
    const rulesOf = (districts: (typeof TONGZHOU)[]) =>
      routingOf({ matter: 'emergency', districts }).additions.map((note) => note.rule)
    expect(rulesOf([CHAOYANG, TONGZHOU])).toContain('FIRST-RESPONSE')
    expect(rulesOf([TONGZHOU])).not.toContain('FIRST-RESPONSE')
  })

  it('a water dispute across districts is investigated by the city and the river chiefs are told', () => {
    const routing = routingOf({ matter: 'dispute', districts: [CHAOYANG, TONGZHOU] })
    expect(routing.lead?.id).toBe('bj-bureau')
    expect(idsOf(routing.coOrganisers)).toContain('bj-water')
    expect(idsOf(routing.mustNotify)).toEqual(expect.arrayContaining(['110105-river-chief', '110112-river-chief']))
    expect(routing.basis.some((basis) => basis.article === '第三十一条' && basis.isQuote)).toBe(true)
  })

  it('a quiet case in one township stays with the district, which is supervised by the city', () => {
    const routing = routingOf({})
    expect(routing.rule).toBe('L10')
    expect(routing.lead).toMatchObject({ id: '110112-enforcement', name: '通州区生态环境保护综合执法队' })
    expect(idsOf(routing.coOrganisers)).toEqual(['110112104-platform'])
    expect(idsOf(routing.mustNotify)).toEqual(['bj-enforcement', '110112-water'])
  })

  it("a neighbours' dispute in one township is mediated there, and one without a known township by the district", () => {
    expect(routingOf({ matter: 'dispute' }).lead).toMatchObject({
      id: '110112104-township',
      name: '宋庄镇人民政府',
      nameEn: "Songzhuang Town People's Government",
    })
    expect(routingOf({ matter: 'dispute', townships: [] }).lead?.id).toBe('110112-bureau')
  })

  it("a section review is the city's, with the river chiefs of every level at the reach", () => {
    const routing = routingOf({ matter: 'quality-monitoring' })
    expect(routing.lead?.id).toBe('bj-monitoring')
    expect(routing.actions).toEqual(['water-review'])
    expect(idsOf(routing.mustNotify)).toEqual(
      expect.arrayContaining(['bj-river-chief', '110112-river-chief', '110112104-river-chief']),
    )
  })

  it('a source is monitored by its district, and one under a municipal permit by the city with that district', () => {
    const district = routingOf({ matter: 'source-monitoring' })
    expect([district.lead?.id, ...idsOf(district.coOrganisers)]).toEqual(['110112-monitoring'])
    expect(district.basis.some((basis) => basis.text.includes('统一承担'))).toBe(false)
    const city = routingOf({ matter: 'source-monitoring', isCityPermit: true })
    expect([city.lead?.id, ...idsOf(city.coOrganisers)]).toEqual(['bj-monitoring', '110112-monitoring'])
    expect(city.basis.some((basis) => basis.text.includes('统一承担'))).toBe(true)
  })

  it('the river-chief clause of item (十一) is cited for water only', () => {
    const cites = (medium: 'water' | 'air') =>
      routingOf({ matter: 'quality-monitoring', medium }).basis.some((basis) => basis.text.includes('河长制'))
    expect([cites('water'), cites('air')]).toEqual([true, false])
  })

  it('beyond the city penalties are cited for enforcement alone, by the measures of the day', () => {
    const cites = (matter: 'enforcement' | 'dispute', day: string) =>
      routingOf({ matter, outsideUnits: [SANHE] }, day).basis.some((basis) => basis.document.includes('行政处罚办法'))
    for (const day of ['2022-05-01', TODAY])
      expect([cites('enforcement', day), cites('dispute', day)]).toEqual([true, false])
  })

  it('enforcement monitoring is led by the station of the district of the discharge, not by the first one listed', () => {
    const routing = routingOf({
      matter: 'enforcement-monitoring',
      districts: [CHAOYANG, TONGZHOU],
      sourceUnit: TONGZHOU,
    })
    expect(routing.lead?.id).toBe('110112-monitoring')
    expect(idsOf(routing.coOrganisers)).toEqual(['bj-monitoring', '110105-monitoring'])
  })

  it('without a place nobody leads, the duty officer is asked, and nothing is sent to anyone else', () => {
    const routing = routingOf({ districts: [], townships: [], isCrimeSuspected: true })
    expect(routing).toMatchObject({ rule: 'L17', lead: null, needsConfirmation: true, coOrganisers: [] })
    expect(routing.mustNotify).toMatchObject([{ id: 'bj-duty', name: '北京市生态环境局值班人员' }])
  })

  it('a case that geometry could not settle waits for a person, whoever would lead', () => {
    expect(routingOf({ mustAsk: true }).needsConfirmation).toBe(true)
    expect(routingOf({ mustAsk: false }).needsConfirmation).toBe(false)
  })
})

describe('经开区', () => {
  const bda = { districts: [BDA_UNIT], zones: [BDA_ZONE], townships: [] }

  it('alone it is led by its committee, with the district under it, and a person confirms', () => {
    const routing = routingOf(bda)
    expect(routing).toMatchObject({ rule: 'L16', needsConfirmation: true, actions: ['enforcement'] })
    expect(routing.lead).toMatchObject({ id: '110115403-committee', name: '北京经济技术开发区管理委员会' })
    expect(idsOf(routing.coOrganisers)).toEqual(['110115-bureau'])
    expect(idsOf(routing.mustNotify)).toContain('bj-bureau')
  })

  it('with 大兴 it makes two units, so the city leads', () => {
    expect(routingOf({ ...bda, districts: [BDA_UNIT, DAXING] })).toMatchObject({ rule: 'L7' })
  })

  it("a major violation in it is the city's all the same, by item (十)", () => {
    expect(routingOf({ ...bda, isMajorViolation: true })).toMatchObject({ rule: 'L8', lead: { id: 'bj-enforcement' } })
  })

  it("its quality monitoring is the city's all the same, by item (九)", () => {
    expect(routingOf({ ...bda, matter: 'quality-monitoring' }).rule).toBe('L13')
  })
})

describe('additive rules', () => {
  it('a suspected crime goes to the police of the level that handles it, with a copy to the procuratorate', () => {
    expect(idsOf(routingOf({ isCrimeSuspected: true }).mustNotify)).toEqual(
      expect.arrayContaining(['110112-police', '110112-procuratorate']),
    )
    const across = routingOf({ isCrimeSuspected: true, districts: [CHAOYANG, TONGZHOU] })
    expect(idsOf(across.mustNotify)).toEqual(expect.arrayContaining(['bj-police', 'bj-procuratorate']))
    expect(idsOf(across.mustNotify)).not.toContain('110112-police')
  })

  it("a township that mediates has its district's police as the same level", () => {
    const routing = routingOf({ matter: 'dispute', isCrimeSuspected: true })
    expect(idsOf(routing.mustNotify)).toContain('110112-police')
  })

  it("a municipal decision is reported to the Party committee and government; a district's own is not", () => {
    expect(idsOf(routingOf({ districts: [CHAOYANG, TONGZHOU] }).mustNotify)).toEqual(
      expect.arrayContaining(['bj-party-committee', 'bj-government']),
    )
    expect(idsOf(routingOf({}).mustNotify)).not.toContain('bj-party-committee')
  })

  it('a boundary river calls for joint monitoring with simultaneous samples, and a river inside one district does not', () => {
    const bank = routingOf({ districts: [DAXING, FANGSHAN], kinds: ['bank'] })
    expect(bank.actions).toContain('joint-monitoring')
    expect(bank.basis.map((basis) => basis.article)).toContain('7.1.2.1')
    expect(routingOf({ kinds: ['bank'] }).actions).not.toContain('joint-monitoring')
  })

  it('the manager of another zone is told, and the district keeps the case', () => {
    const CAPITAL_AIRPORT = { code: 'x', name: '首都机场', nameEn: 'Capital Airport' }
    const airport = { ...BDA_ZONE, code: '110113000', kind: 'airport', manager: CAPITAL_AIRPORT }
    const routing = routingOf({ zones: [airport] })
    expect(routing.mustNotify).toContainEqual({ id: '110113000-manager', name: '首都机场', nameEn: 'Capital Airport' })
    expect(routing.lead?.id).toBe('110112-enforcement')
  })

  it("a rule that is Jiehe's own choice says so, and one that is law does not", () => {
    const { additions } = routingOf({ isCrimeSuspected: true })
    expect(additions.find((note) => note.rule === 'A4')?.zh).toMatch(/系统设定/)
    expect(additions.find((note) => note.rule === 'A1')?.zh).not.toMatch(/系统设定/)
  })
})

describe('because', () => {
  it('every row before the one that matched says which condition failed, what it expected and what it found', () => {
    const { because } = decisionOn(factsOf({ districts: [CHAOYANG, TONGZHOU] }))
    expect(because.map((trace) => trace.rule)).toEqual(['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7'])
    expect(because.at(4)).toEqual({
      rule: 'L5',
      matched: false,
      conditions: [{ fact: 'leavesCity', operator: 'is', expected: true, actual: false, held: false }],
      zh: '不适用L5（涉及市外的其他事项）：涉及市外应为是，实为否。',
      en: 'L5 (any other matter that reaches beyond the city) does not apply: reaches beyond the city must be yes, but is no.',
    })
    expect(because.at(-1)?.conditions).toEqual([
      { fact: 'matter', operator: 'is', expected: 'enforcement', actual: 'enforcement', held: true },
      { fact: 'districtCount', operator: 'at-least', expected: 2, actual: 2, held: true },
    ])
  })

  it('the same row explains different facts differently, also when asked again', () => {
    const reasonFor = (townships: number) =>
      decisionOn(
        factsOf({ matter: 'dispute', districts: Array(townships).fill(TONGZHOU), outsideUnits: [] }),
      ).because.find((trace) => trace.rule === 'L6')?.zh
    expect(reasonFor(1)).toMatch(/实为1。$/)
    expect(reasonFor(0)).toMatch(/实为0。$/)
    expect(reasonFor(1)).toMatch(/实为1。$/)
  })
})

describe('the rules of the day', () => {
  it('before the plan of 2019-03-04 there are no rules, and the refusal says since when', () => {
    expect(routeIncident(factsOf(), '2019-03-03')).toEqual({
      refusal: 'no-rules-for-date',
      date: '2019-03-03',
      firstDate: '2019-03-04',
    })
    expect(decisionOn(factsOf(), '2019-03-04').routing.ruleSet).toEqual({
      version: 'beijing-2019.2',
      validFrom: '2019-03-04',
    })
  })

  it('a case of June 2023 cites the penalty measures of 2010, one of July those of 2023', () => {
    const documents = (day: string) =>
      routingOf({ districts: [CHAOYANG, TONGZHOU] }, day).basis.map((basis) => basis.document)
    expect(documents('2023-06-30')).toContain('环境行政处罚办法（2010年）')
    expect(documents('2023-06-30')).not.toContain('生态环境行政处罚办法')
    expect(documents('2023-07-01')).toContain('生态环境行政处罚办法')
    expect(documents('2023-07-01')).not.toContain('环境行政处罚办法（2010年）')
  })

  it('the emergency response law changes on 2024-11-01, and its new article number is marked as unverified', () => {
    const law = (day: string) =>
      routingOf({ matter: 'emergency', districts: [CHAOYANG, TONGZHOU] }, day).basis.filter((basis) =>
        basis.document.includes('突发事件应对法'),
      )
    expect(law('2024-10-31')).toMatchObject([{ article: '第七条', status: 'verified', isQuote: true }])
    expect(law('2024-11-01')).toMatchObject([{ status: 'memory', isQuote: false }])
  })
})

describe('edge cases', () => {
  it("1: a point on a district line without effect beyond is the source district's, and the other one is told", () => {
    const routing = routingOf({ districts: [TONGZHOU], gateUnits: [CHAOYANG] })
    expect(routing.rule).toBe('L10')
    expect(idsOf(routing.mustNotify)).toContain('110105-bureau')
    expect(idsOf(routing.coOrganisers)).not.toContain('110105-bureau')
  })

  it('2: a pipe on the 大兴 bank of the 永定河 is led by the city and punished in 大兴', () => {
    const routing = routingOf({ districts: [DAXING, FANGSHAN], kinds: ['bank'], actUnits: [DAXING], townships: [] })
    expect(routing.lead?.id).toBe('bj-enforcement')
    expect(routing.punishingAuthority?.id).toBe('110115-enforcement')
  })

  it('2: without effect beyond 大兴 the district keeps it and the other bank is told', () => {
    const routing = routingOf({ districts: [DAXING], gateUnits: [FANGSHAN], actUnits: [DAXING] })
    expect(routing.lead?.id).toBe('110115-enforcement')
    expect(idsOf(routing.mustNotify)).toContain('110111-bureau')
  })

  it('3, 4, 12: without a flow to another unit the case stays in one district', () => {
    expect(routingOf({ kinds: [] }).rule).toBe('L10')
  })

  it('5: two townships of one district never make a municipal case', () => {
    const townships = [SONGZHUANG, LUCHENG]
    expect(routingOf({ townships }).lead?.id).toBe('110112-enforcement')
    expect(routingOf({ townships, matter: 'dispute' })).toMatchObject({ rule: 'L11', lead: { id: '110112-bureau' } })
  })

  it('6: a spill by the reservoir in one district reports within 2 h, and who leads follows the level', () => {
    const spill = { matter: 'emergency', districts: [MIYUN], isDrinkingWaterZone: true } as const
    expect(routingOf(spill)).toMatchObject({
      rule: 'L4',
      lead: { id: '110118-bureau' },
      clocks: [{ limitH: 2 }, {}, {}],
    })
    expect(routingOf({ ...spill, severity: 'undetermined' }).lead?.id).toBe('bj-bureau')
  })

  it('7: an event that grows into a second district is routed anew and its clock is not reset', () => {
    const before = routingOf({ matter: 'emergency' })
    const after = routingOf({ matter: 'emergency', districts: [TONGZHOU, CHAOYANG] })
    expect([before.rule, after.rule]).toEqual(['L4', 'L3'])
    const due = (routing: typeof before) => routing.clocks.find((clock) => clock.limitH === 4)?.dueAt
    expect(due(after)).toBe(due(before))
    expect(routingOf({ districts: [TONGZHOU, CHAOYANG] }).rule).toBe('L7')
  })

  it('8: with its source in 河北 the city leads, the province is told, and nobody of Beijing punishes there', () => {
    const laishui = { code: '130623', name: '涞水县', nameEn: 'Laishui County' }
    const routing = routingOf({
      districts: [FANGSHAN],
      outsideUnits: [{ ...laishui, province: '130000' }],
      kinds: ['updown', 'city-border'],
      actUnits: [laishui],
      isMajorViolation: true,
    })
    expect(routing.lead?.id).toBe('bj-enforcement')
    expect(idsOf(routing.mustNotify)).toEqual(expect.arrayContaining(['hebei-department', '130623-counterpart']))
    expect(routing.punishingAuthority?.id).toBe('130623-counterpart')
    expect(idsOf(routing.coOrganisers).every((id) => id.startsWith('bj-') || id.startsWith('11'))).toBe(true)
  })

  it('8: what lies wholly outside Beijing is taken up by the bureau, not by its enforcement team, once confirmed', () => {
    const routing = routingOf({ districts: [], townships: [], outsideUnits: [SANHE], kinds: ['city-border'] })
    expect(routing).toMatchObject({ rule: 'L5', lead: { id: 'bj-bureau' }, needsConfirmation: true })
  })

  it('9: a general emergency in 通州 above 河北 reports within 2 h, for it may cross the province', () => {
    const routing = routingOf({ matter: 'emergency', kinds: ['updown', 'city-border'], outsideUnits: [SANHE] })
    expect(routing.clocks[0]).toMatchObject({ limitH: 2, dueAt: '2026-03-02T12:00:00+08:00' })
    expect(routing.actions).toContain('jing-jin-ji-linkage')
    expect(idsOf(routing.mustNotify)).toContain('mee')
  })

  it("10: a tanker's districts are those it polluted: two named, two act, no third", () => {
    const routing = routingOf({ matter: 'emergency', districts: [CHAOYANG, TONGZHOU], townships: [] })
    expect(idsOf(routing.coOrganisers).filter((id) => id.endsWith('-bureau'))).toEqual([
      '110105-bureau',
      '110112-bureau',
    ])
  })

  it("11: a plume over two districts is the city's, and under a municipal permit also in one", () => {
    expect(routingOf({ medium: 'air', districts: [CHAOYANG, TONGZHOU] }).rule).toBe('L7')
    expect(routingOf({ medium: 'air', isCityPermit: true })).toMatchObject({
      rule: 'L9',
      lead: { id: 'bj-enforcement' },
    })
  })

  it('13, 14: of two districts that filed the first keeps the punishment, whatever the order of the list', () => {
    const filings = [
      { unit: '110105', filedAt: '2026-03-02T09:00:00+08:00' },
      { unit: '110112', filedAt: '2026-03-02T00:30:00Z' },
    ]
    const across = { districts: [CHAOYANG, TONGZHOU], actUnits: [CHAOYANG, TONGZHOU] }
    expect(routingOf({ ...across, filings }).punishingAuthority?.id).toBe('110112-enforcement')
    expect(routingOf({ ...across, filings: filings.toReversed() }).punishingAuthority?.id).toBe('110112-enforcement')
    expect(routingOf({ ...across, filings }, '2023-06-30').punishingAuthority?.id).toBe('bj-enforcement')
  })

  it('15: an enforcement case never carries inspection along', () => {
    const { routing } = decisionOn(factsOf({ isMajorViolation: true, districts: [CHAOYANG, TONGZHOU] }))
    expect(routing.actions).not.toContain('inspection')
    expect(routing.additions.map((note) => note.rule)).not.toContain('A2')
  })

  it('19: an emergency of undetermined level is never taken as general', () => {
    const plain = routingOf({ matter: 'emergency', severity: 'undetermined' })
    expect(plain.clocks.map((clock) => clock.limitH)).not.toContain(4)
    const metal = routingOf({ matter: 'emergency', severity: 'undetermined', isHeavyMetal: true })
    expect(metal.lead?.id).toBe('bj-bureau')
  })

  it('20: a district that holds the gate is told and does not act', () => {
    const routing = routingOf({ districts: [TONGZHOU], gateUnits: [CHAOYANG], kinds: ['updown'] })
    expect(idsOf(routing.mustNotify)).toContain('110105-bureau')
    expect(idsOf([...routing.coOrganisers, routing.lead ?? { id: '' }])).not.toContain('110105-bureau')
  })

  it('21: the city bureau is the provincial level: a major event is due at the ministry 1 h after the city hears of it', () => {
    const { clocks } = routingOf({ matter: 'emergency', severity: 'major' })
    expect(clocks[0]).toMatchObject({ limitH: 1, dueAt: '2026-03-02T11:00:00+08:00' })
  })
})

describe('who punishes', () => {
  const across = { districts: [CHAOYANG, TONGZHOU] }

  it("acts in two districts are the city's to punish, an act in one is that district's however far it is felt", () => {
    expect(routingOf({ ...across, actUnits: [CHAOYANG, TONGZHOU] }).punishingAuthority?.id).toBe('bj-enforcement')
    expect(routingOf({ ...across, actUnits: [CHAOYANG] }).punishingAuthority?.id).toBe('110105-enforcement')
  })

  it('a major violation is punished by the city, since item (十) gives it the 查处', () => {
    expect(routingOf({ isMajorViolation: true, actUnits: [TONGZHOU] }).punishingAuthority?.id).toBe('bj-enforcement')
  })

  it('a filing by a unit that the incident does not touch decides nothing', () => {
    const filings = [
      { unit: '110118', filedAt: '2026-03-01T09:00:00+08:00' },
      { unit: '110105', filedAt: '2026-03-02T09:00:00+08:00' },
    ]
    expect(routingOf({ ...across, actUnits: [TONGZHOU], filings }).punishingAuthority?.id).toBe('110112-enforcement')
  })

  it('one file alone, even opened twice, leaves the place of the act to decide', () => {
    const filings = [
      { unit: '110105', filedAt: '2026-03-01T09:00:00+08:00' },
      { unit: '110105', filedAt: '2026-03-02T09:00:00+08:00' },
    ]
    expect(routingOf({ ...across, actUnits: [TONGZHOU], filings }).punishingAuthority?.id).toBe('110112-enforcement')
  })

  it("a file of the city counts as the city's", () => {
    const filings = [
      { unit: '110112', filedAt: '2026-03-02T09:00:00+08:00' },
      { unit: '110000', filedAt: '2026-03-01T09:00:00+08:00' },
    ]
    expect(routingOf({ filings }).punishingAuthority?.id).toBe('bj-enforcement')
  })

  it('monitoring and inspection punish nobody, nor does an act whose place is unknown', () => {
    expect(routingOf({ matter: 'quality-monitoring', actUnits: [TONGZHOU] }).punishingAuthority).toBeNull()
    expect(routingOf({ matter: 'inspection', actUnits: [TONGZHOU] }).punishingAuthority).toBeNull()
    expect(routingOf({ ...across, actUnits: [] }).punishingAuthority).toBeNull()
  })

  it('an enforcement case of one district whose act was not placed is presumed there, and says that it is presumed', () => {
    const { punishingAuthority } = routingOf({ actUnits: [] })
    expect(punishingAuthority).toMatchObject({ id: '110112-enforcement', zh: expect.stringMatching(/系统设定/) })
    expect(routingOf({ actUnits: [TONGZHOU] }).punishingAuthority?.zh).not.toMatch(/系统设定/)
    expect(routingOf({ matter: 'dispute', actUnits: [] }).punishingAuthority).toBeNull()
  })

  it("a municipal permit does not carry the city's power beyond the city", () => {
    const beyond = { code: '131082', name: '三河市', nameEn: 'Sanhe City' }
    const routing = routingOf({ isCityPermit: true, outsideUnits: [SANHE], actUnits: [beyond] })
    expect(routing.punishingAuthority).toMatchObject({ id: '131082-counterpart', name: '三河市生态环境主管部门' })
  })

  it('facts go in unchanged', () => {
    const facts = Object.freeze(factsOf({ filings: Object.freeze([]) }))
    routeIncident(facts, TODAY)
    expect(facts).toEqual(factsOf())
  })
})
