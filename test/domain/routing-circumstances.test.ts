/** What a report may say besides: kind of source, circumstances of article 4, key source, time of discovery. */
import { describe, expect, it } from 'vitest'
import { Assessment, Report } from '#contract/assessments'
import { SENSITIVITIES, SOURCE_KINDS } from '#domain/report/report'
import { BDA_UNIT, BDA_ZONE, CHAOYANG, idsOf, routingOf, TONGZHOU } from './routing-example.ts'

const toldOf = (change: Parameters<typeof routingOf>[0]) => idsOf(routingOf(change).mustNotify)
const ACROSS = [CHAOYANG, TONGZHOU]

describe('departments by the kind of source', () => {
  it('hazardous goods on the road bring police, transport and emergency management of the district that leads', () => {
    expect(toldOf({ sourceKind: 'hazardous-transport' })).toEqual(
      expect.arrayContaining(['110112-police', '110112-transport', '110112-emergency']),
    )
  })

  it('a spilled tanker in two districts makes the transport commission a co-organiser, beside police and emergency', () => {
    const routing = routingOf({ matter: 'emergency', districts: ACROSS, sourceKind: 'hazardous-transport' })
    expect(idsOf(routing.coOrganisers)).toEqual(expect.arrayContaining(['bj-police', 'bj-emergency', 'bj-transport']))
    expect(idsOf(routing.mustNotify).filter((id) => /transport|police|emergency/.test(id))).toEqual([])
  })

  it('dust brings construction and urban management enforcement, farming the agriculture authority, a vehicle transport', () => {
    const dust = toldOf({ medium: 'air', sourceKind: 'dust' })
    expect(dust).toEqual(expect.arrayContaining(['110112-housing', '110112-urban-enforcement']))
    expect(toldOf({ sourceKind: 'agriculture' })).toContain('110112-agriculture')
    expect(toldOf({ medium: 'air', sourceKind: 'mobile' })).toContain('110112-transport')
  })

  it('a case that the city leads goes to the departments of the city', () => {
    expect(toldOf({ medium: 'air', districts: ACROSS, sourceKind: 'dust' })).toEqual(
      expect.arrayContaining(['bj-housing', 'bj-urban-enforcement']),
    )
  })

  it('each kind cites item (十五) and owns to being a setting of Jiehe', () => {
    for (const sourceKind of SOURCE_KINDS) {
      const { additions, basis } = routingOf({ medium: 'noise', sourceKind })
      expect(additions.find(({ rule }) => rule === 'A4')?.zh).toMatch(/系统设定/)
      expect(basis.map(({ article }) => article)).toContain('(十五)')
    }
  })

  it('an unnamed kind, routine monitoring and radiation bring nobody', () => {
    const none = toldOf({ medium: 'air' })
    expect(none.filter((id) => /transport|housing|agriculture|urban/.test(id))).toEqual([])
    expect(toldOf({ matter: 'quality-monitoring', medium: 'air', sourceKind: 'dust' })).not.toContain('bj-housing')
    expect(toldOf({ medium: 'radiation', sourceKind: 'hazardous-transport' })).toEqual(toldOf({ medium: 'radiation' }))
  })
})

describe('circumstances of article 4 that a report names', () => {
  const undetermined = { matter: 'emergency', severity: 'undetermined' } as const

  it('each of them makes an undetermined event one that is reported as major, to the ministry too, led by the city', () => {
    for (const sensitivity of SENSITIVITIES) {
      const routing = routingOf({ ...undetermined, sensitive: [sensitivity] })
      expect(routing.clocks.map(({ limitH }) => limitH)).toEqual([1, 2, null])
      expect(routing.clocks[1]?.basis).toBe('《突发环境事件信息报告办法》第四条')
      expect(idsOf(routing.mustNotify)).toContain('mee')
      expect(routing.lead?.id).toBe('bj-bureau')
    }
  })

  it('the clock names what is met, with the item of the article, in both languages', () => {
    const { clocks } = routingOf({ ...undetermined, isHeavyMetal: true, sensitive: ['school', 'public-impact'] })
    expect(clocks[1]?.what).toMatch(/情形：（二）学校、（三）重金属或类金属、（五）可能引发群体性事件或较大社会影响$/)
    expect(clocks[1]?.whatEn).toMatch(/Met: \(2\) a school, \(3\) a heavy metal or metalloid, \(5\) /)
  })

  it('a graded event by a school keeps the 4 h of its level behind a strict 2 h that is marked as a setting', () => {
    const { clocks } = routingOf({ matter: 'emergency', sensitive: ['school'] })
    expect(clocks.map(({ limitH }) => limitH)).toEqual([2, 4, null])
    expect(clocks[0]?.basis).toMatch(/系统设定/)
  })

  it('a possible effect across the province is a matter of reporting, and by itself no crossing', () => {
    const routing = routingOf({ ...undetermined, sensitive: ['cross-province'] })
    expect(routing.rule).toBe('L4')
    expect(routing.actions).not.toContain('jing-jin-ji-linkage')
  })

  it('they change nothing where there is no emergency', () => {
    expect(routingOf({ sensitive: SENSITIVITIES })).toEqual(routingOf({}))
  })
})

describe('monitoring of a source', () => {
  const leadOf = (isKeySource: boolean | null, isCityPermit: boolean) =>
    routingOf({ matter: 'source-monitoring', isKeySource, isCityPermit }).lead?.id

  it('a key source is the city’s whoever granted its permit, any other the district’s', () => {
    expect([leadOf(true, false), leadOf(true, true)]).toEqual(['bj-monitoring', 'bj-monitoring'])
    expect([leadOf(false, false), leadOf(false, true)]).toEqual(['110112-monitoring', '110112-monitoring'])
  })

  it('where nobody said, the permit stands for it as in older decisions, and the answer asks to check it', () => {
    expect([leadOf(null, true), leadOf(null, false)]).toEqual(['bj-monitoring', '110112-monitoring'])
    const notes = (isKeySource: boolean | null) =>
      routingOf({ matter: 'source-monitoring', isKeySource }).additions.map(({ rule }) => rule)
    expect(notes(null)).toContain('KEY-SOURCE')
    expect(notes(false)).not.toContain('KEY-SOURCE')
  })
})

describe('what an answer owns to', () => {
  it('its row is a design rule, and its clocks say where and why they start', () => {
    const emergency = { matter: 'emergency', discoveredAt: '2026-03-02T02:00:00Z' } as const
    const routing = routingOf({ ...emergency, isDiscoveryKnown: false })
    expect(routing.mark).toBe('design')
    expect(routing.clocks[0]).toMatchObject({ startsAt: '2026-03-02T10:00:00+08:00', startsFrom: 'occurred' })
    expect(routingOf(emergency).clocks[0]).toMatchObject({ startsFrom: 'discovered' })
  })

  it('who punishes is provisional while a person must place the incident, and only then', () => {
    const asked = routingOf({ actUnits: [TONGZHOU], mustAsk: true }).punishingAuthority
    expect(asked).toMatchObject({ id: '110112-enforcement', isProvisional: true })
    expect([asked?.zh, asked?.en]).toEqual([expect.stringMatching(/^暂定/), expect.stringMatching(/^Provisional/)])
    expect(routingOf({ actUnits: [TONGZHOU] }).punishingAuthority?.isProvisional).toBe(false)
    const bda = { districts: [BDA_UNIT], townships: [], zones: [BDA_ZONE], actUnits: [BDA_UNIT] }
    expect(routingOf(bda)).toMatchObject({ needsConfirmation: true, punishingAuthority: { isProvisional: false } })
  })
})

describe('the wire', () => {
  const report = {
    geometry: { type: 'Point', coordinates: [116.7, 39.9] },
    crs: 'EPSG:4326',
    occurredAt: '2026-11-24T10:00:00+08:00',
    matter: 'emergency',
    medium: 'water',
    severity: 'undetermined',
  }

  it('takes a report without any of the new facts, and with all of them', () => {
    const facts = { discoveredAt: report.occurredAt, isKeySource: false, sourceKind: 'mobile', sensitive: ['school'] }
    expect(Report.parse(report)).toEqual(report)
    expect(Report.parse({ ...report, ...facts })).toEqual({ ...report, ...facts })
    expect(Report.safeParse({ ...report, sensitive: ['kindergarten'] }).success).toBe(false)
  })

  it('still reads an answer that was stored before marks, starts and provisional authorities', () => {
    const { mark: _, clocks, punishingAuthority, ...routing } = routingOf({ matter: 'emergency', actUnits: [TONGZHOU] })
    const older = {
      ...routing,
      clocks: clocks.map(({ startsAt: _, startsFrom: __, ...clock }) => clock),
      punishingAuthority: punishingAuthority && { ...punishingAuthority, isProvisional: undefined },
    }
    expect(Assessment.shape.routing.safeParse(older).error).toBeUndefined()
  })
})
