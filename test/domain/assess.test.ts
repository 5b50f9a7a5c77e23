import type { Geometry } from 'geojson'
import { describe, expect, it } from 'vitest'
import { type AssessOptions, assess } from '#domain/assess'
import type { Assessment } from '#domain/assessment'
import { isHeavyMetal } from '#domain/heavy-metal'
import { isRefusal, type Refusal } from '#domain/refusal'
import type { Report } from '#domain/report/report'
import { createWorld, type World } from '#domain/world'
import { readReferenceFiles } from '../../server/reference-files.ts'
import { BING, JIA, twoCounties, YI } from '../fixtures/two-counties.ts'

const NOW = Date.parse('2026-11-24T06:00:00Z')
const OPTIONS: AssessOptions = { nowMs: NOW, withGeometry: true }
const INVENTED_WORLD = createWorld(twoCounties(), { reference: 'ref', software: '1.2.3' })

const REPORT: Report = {
  geometry: { type: 'Point', coordinates: [116.02, 40.02] },
  crs: 'EPSG:4326',
  occurredAt: '2026-11-24T10:00:00+08:00',
  matter: 'enforcement',
  medium: 'water',
  severity: 'general',
}

const judge = (more: Partial<Report>, world: World = INVENTED_WORLD, options = OPTIONS): Assessment => {
  const assessment = assess({ ...REPORT, ...more }, world, options)
  if (isRefusal(assessment)) throw new Error(JSON.stringify(assessment))
  return assessment
}
const refusalOf = (candidate: unknown, world = INVENTED_WORLD): Refusal => {
  const answer = assess(candidate, world, OPTIONS)
  if (!isRefusal(answer)) throw new Error('was assessed')
  return answer
}
const issuesOf = (more: Record<string, unknown>): string[] => {
  const refusal = refusalOf({ ...REPORT, ...more })
  return 'issues' in refusal ? refusal.issues.map(({ pointer, code }) => `${pointer} ${code}`) : [refusal.refusal]
}

describe('a report that cannot be judged', () => {
  it('nothing at all is unlabelled first of all', () => {
    expect([undefined, null, 7, 'text', [], {}].map((candidate) => refusalOf(candidate).refusal)).toEqual(
      Array.from({ length: 6 }, () => 'unknown-crs'),
    )
  })

  it('every field that is wrong is named at once, with its remedy in both languages', () => {
    const refusal = refusalOf({ crs: 'EPSG:4326' })
    if (refusal.refusal !== 'invalid-report') throw new Error(refusal.refusal)
    expect(refusal.issues.map(({ pointer }) => pointer).sort()).toEqual([
      '/geometry',
      '/matter',
      '/medium',
      '/occurredAt',
      '/severity',
    ])
    for (const { zh, en } of refusal.issues) {
      expect(zh).toMatch(/请/)
      expect(en).toMatch(/: /)
    }
  })

  const WRONG: readonly (readonly [Record<string, unknown>, string])[] = [
    [{ matter: 'enforce' }, '/matter unknown-code'],
    [{ medium: 'fire' }, '/medium unknown-code'],
    [{ severity: undefined }, '/severity field-missing'],
    [{ uncertaintyM: -1 }, '/uncertaintyM uncertainty-range'],
    [{ uncertaintyM: Number.NaN }, '/uncertaintyM uncertainty-range'],
    [{ uncertaintyM: '50' }, '/uncertaintyM uncertainty-range'],
    [{ isMajorViolation: 'yes' }, '/isMajorViolation not-a-flag'],
    [{ pollutant: 'x'.repeat(101) }, '/pollutant text-too-long'],
    [{ filings: {} }, '/filings not-a-list'],
    [{ filings: [{ unit: JIA, filedAt: '2026-02-30T10:00:00+08:00' }] }, '/filings/0/filedAt no-such-date'],
    [{ filings: [{ filedAt: '2026-02-20T10:00:00+08:00' }] }, '/filings/0/unit unit-missing'],
    [{ filings: [{ unit: '999999', filedAt: '2026-02-20T10:00:00+08:00' }] }, '/filings/0/unit unknown-code'],
    [{ occurredAt: undefined }, '/occurredAt field-missing'],
    [{ occurredAt: 'yesterday' }, '/occurredAt not-an-instant'],
    [{ occurredAt: '2026-11-24' }, '/occurredAt not-an-instant'],
    [{ occurredAt: '2026-11-24T10:00:00' }, '/occurredAt offset-missing'],
    [{ occurredAt: '2026-02-30T10:00:00+08:00' }, '/occurredAt no-such-date'],
    [{ occurredAt: '2025-02-29T10:00:00+08:00' }, '/occurredAt no-such-date'],
    [{ occurredAt: '2026-11-24T24:30:00+08:00' }, '/occurredAt no-such-date'],
    [{ occurredAt: '2026-13-01T10:00:00+08:00' }, '/occurredAt no-such-date'],
    [{ occurredAt: '2026-11-24T14:06:00+08:00' }, '/occurredAt in-the-future'],
    [{ discoveredAt: '2026-11-24T09:59:59+08:00' }, '/discoveredAt before-occurrence'],
    [{ discoveredAt: '2026-11-24T14:06:00+08:00' }, '/discoveredAt in-the-future'],
    [{ discoveredAt: '2026-11-24T11:00:00' }, '/discoveredAt offset-missing'],
    [{ discoveredAt: '2026-11-24T01:00:00Z', occurredAt: 'yesterday' }, '/occurredAt not-an-instant'],
    [{ isKeySource: 1 }, '/isKeySource not-a-flag'],
    [{ sourceKind: 'ship' }, '/sourceKind unknown-code'],
    [{ sensitive: 'school' }, '/sensitive not-a-list'],
    [{ sensitive: ['school', 'kindergarten'] }, '/sensitive unknown-code'],
    [{ sensitive: [null] }, '/sensitive unknown-code'],
    [{ geometry: { type: 'Point', coordinates: [40.02, 116.02] } }, '/geometry/coordinates swapped-coordinates'],
    [{ geometry: { type: 'Point', coordinates: [0, 51.5] } }, '/geometry/coordinates too-far'],
    [{ geometry: { type: 'Point', coordinates: [121.47, 31.23] } }, '/geometry/coordinates too-far'],
  ]

  it.each(WRONG.map(([more, code]) => [code, more] as const))('%s', (code, more) => {
    expect(issuesOf(more)).toEqual([code])
  })

  it('discovered at the very moment of the occurrence, or written in another offset, is not before it', () => {
    const discoveries = ['2026-11-24T10:00:00+08:00', '2026-11-24T02:00:00Z']
    for (const discoveredAt of discoveries) expect(judge({ discoveredAt }).routing.rule).toBe('L10')
  })

  it('clocks start at the discovery, and without one at the occurrence, which is said only where a clock runs', () => {
    const emergency = { matter: 'emergency', discoveredAt: '2026-11-24T12:30:00+08:00' } as const
    const isSaid = (more: Partial<Report>) => judge(more).caveats.some(({ zh }) => zh.includes('未报发现时间'))
    expect(judge(emergency).routing.clocks[0]).toMatchObject({ startsAt: emergency.discoveredAt })
    expect(judge({ matter: 'emergency' }).routing.clocks[0]).toMatchObject({ startsAt: REPORT.occurredAt })
    expect([isSaid({ matter: 'emergency' }), isSaid(emergency), isSaid({})]).toEqual([true, false, false])
  })

  it('what the report says of source and circumstances reaches the decision, and a thing said twice counts once', () => {
    const { routing } = judge({
      ...{ matter: 'emergency', severity: 'undetermined', sourceKind: 'agriculture' },
      sensitive: ['school', 'school'],
    })
    expect(routing.mustNotify.some(({ id }) => id.endsWith('-agriculture'))).toBe(true)
    expect(routing.clocks.filter(({ what }) => /（二）学校$/.test(what))).toHaveLength(1)
  })

  it('five minutes of a fast clock are forgiven', () => {
    expect(judge({ occurredAt: '2026-11-24T14:04:59+08:00' }).routing.rule).toBe('L10')
  })

  it('a leap day that exists is a day', () => {
    expect(judge({ occurredAt: '2024-02-29T23:59:59.5Z' }).routing.rule).toBe('L10')
  })

  it('a GCJ-02 position taken for WGS 84 would be in the other county; labelled, it is not', () => {
    const geometry: Geometry = { type: 'Point', coordinates: [116.104, 40.1912] }
    expect(judge({ geometry, medium: 'noise' }).units[0]?.code).toBe(YI)
    expect(judge({ geometry, medium: 'noise', crs: 'GCJ-02' }).units[0]?.code).toBe(JIA)
  })
})

describe('the day of the incident', () => {
  it('before the plan there are no rules', () => {
    expect(refusalOf({ ...REPORT, occurredAt: '2019-03-03T23:59:59+08:00' })).toMatchObject({
      refusal: 'no-rules-for-date',
      date: '2019-03-03',
      firstDate: '2019-03-04',
    })
  })

  it('before the first boundaries there are none', () => {
    expect(refusalOf({ ...REPORT, occurredAt: '2010-01-01T00:00:00Z' })).toMatchObject({
      refusal: 'no-boundaries-for-date',
      firstDate: '2015-12-01',
    })
  })

  it('is a day of Beijing: late on the 3rd in UTC is the 4th there', () => {
    expect(judge({ occurredAt: '2019-03-03T16:00:00Z' }).routing.ruleSet.validFrom).toBe('2019-03-04')
  })
})

describe('an assessment', () => {
  const onBank: Geometry = { type: 'Point', coordinates: [116.1005, 40.08] }

  it('is the same for the same report, world and moment', () => {
    expect(judge({ geometry: onBank })).toEqual(judge({ geometry: onBank }))
  })

  it('is made of JSON and nothing else', () => {
    const assessment = judge({ geometry: onBank })
    expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment)
  })

  it('names the version of everything it rests on', () => {
    expect(judge({}).dataVersions).toEqual({
      boundaries: '2015-12-01',
      reference: 'ref',
      rules: expect.any(String),
      thresholds: 'crossing-2019',
      travelTime: expect.any(String),
      software: '1.2.3',
    })
  })

  it('explains each row of the table up to the one that matched', () => {
    const { because, routing } = judge({ geometry: onBank })
    expect(because.at(-1)).toMatchObject({ rule: routing.rule, matched: true })
    expect(because.slice(0, -1).every(({ matched }) => !matched)).toBe(true)
  })

  it('draws every fact of place, bank and water, and none in a batch', () => {
    const drawn = judge({ geometry: onBank, uncertaintyM: 20 })
    const kinds = drawn.units.flatMap(({ evidence }) => evidence).filter(({ geometry }) => geometry !== undefined)
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['boundary', 'bank', 'trace', 'section', 'exit']))
    const batch = judge({ geometry: onBank }, INVENTED_WORLD, { nowMs: NOW, withGeometry: false })
    expect(batch.units.flatMap(({ evidence }) => evidence).some(({ geometry }) => geometry !== undefined)).toBe(false)
    expect(batch.crossing).toEqual(drawn.crossing)
  })

  it('draws the way of the water from the place to where it leaves the city', () => {
    const { units } = judge({ geometry: { type: 'Point', coordinates: [116.06, 40.175] } })
    const trace = units.find(({ code }) => code === BING)?.evidence.find(({ kind }) => kind === 'trace')
    expect(trace?.reachIds).toEqual(['jie-1', 'jie-2', 'jie-3', 'jie-4', 'jie-5'])
    expect(trace?.geometry).toMatchObject({ type: 'MultiLineString' })
    const lines = trace?.geometry?.type === 'MultiLineString' ? trace.geometry.coordinates : []
    expect(lines[0]?.[0]).toEqual([116.06, 40.175])
    expect(lines.at(-1)?.at(-1)).toEqual([116.1, 40])
    expect(trace?.sectionIds).toEqual(['middle', 'border'])
    const sections = units.find(({ code }) => code === BING)?.evidence.find(({ kind }) => kind === 'section')
    expect(sections?.zh).toBe('途经监测断面：中段断面、京冀断面。')
    expect(sections?.geometry).toMatchObject({
      type: 'MultiPoint',
      coordinates: [
        [116.1, expect.closeTo(40.075, 6)],
        [116.1, expect.closeTo(40.005, 6)],
      ],
    })
  })

  it('draws the part of an area that lies in each unit', () => {
    const ring = [
      [116.08, 40.17],
      [116.12, 40.17],
      [116.12, 40.19],
      [116.08, 40.19],
      [116.08, 40.17],
    ]
    const { units } = judge({ geometry: { type: 'Polygon', coordinates: [ring] }, medium: 'soil' })
    const shares = units.filter(({ level }) => level === 'district').flatMap(({ evidence }) => evidence)
    expect(shares.map(({ kind, geometry }) => `${kind} ${geometry?.type}`)).toEqual(['share Polygon', 'share Polygon'])
  })

  it('probabilities and shares are parts of one, and reached units have hours', () => {
    for (const { probability, share, how, arrivalH } of judge({ geometry: onBank, uncertaintyM: 200 }).units) {
      expect(probability).toBeGreaterThanOrEqual(0)
      expect(probability).toBeLessThanOrEqual(1)
      if (share !== undefined) expect(share).toBeLessThanOrEqual(1)
      if (how.includes('downstream')) expect(arrivalH?.earliest).toBeGreaterThan(0)
    }
  })
})

describe('heavy metals of 令17 article 4 (三)', () => {
  it.each(['汞', '总铬', '六价铬', 'Pb', 'Cr(VI)', 'Cd²⁺', '铊污染', 'mercury', 'arsenic', '重金属'])(
    '%s is one',
    (name) => {
      expect(isHeavyMetal(name)).toBe(true)
    },
  )

  it.each(['COD', '氨氮', 'NH3-N', '总磷', 'oil', 'VOCs', 'CO', 'benzene', '', 'leading edge'])(
    '%s is none',
    (name) => {
      expect(isHeavyMetal(name)).toBe(false)
    },
  )
})

describe('on the shipped data', () => {
  const { reference, version } = readReferenceFiles()
  const shipped = createWorld(reference, { reference: version, software: 'test' })
  const border = reference.reaches.features.find(
    ({ properties }) => properties.leftUnit === '131082' && properties.rightUnit === '110112',
  )
  const middle = border?.geometry.coordinates[border.geometry.coordinates.length >> 1] ?? []

  it('a discharge into the 潮白河 between 通州 and 三河 concerns both banks, and 大厂 and 香河 downstream', () => {
    const { crossing, units, routing } = judge({ geometry: { type: 'Point', coordinates: middle } }, shipped)
    expect(crossing).toEqual({ isCross: true, kinds: ['bank', 'updown', 'city-border'], outcome: 'crosses' })
    const byCode = new Map(units.map((unit) => [unit.code, unit]))
    for (const bank of ['110112', '131082']) expect(byCode.get(bank)).toMatchObject({ certainty: 'certain' })
    for (const reached of ['131028', '131024']) expect(byCode.get(reached)?.how).toEqual(['downstream'])
    expect(byCode.get('131028')?.arrivalH?.probable).toBeLessThan(byCode.get('131024')?.arrivalH?.probable ?? 0)
    expect(routing).toMatchObject({ rule: 'L5', lead: { id: 'bj-enforcement' } })
    expect(routing.mustNotify.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['hebei-department', '131082-counterpart', '131028-counterpart', '131024-counterpart']),
    )
    const articles = routing.basis.map(({ article }) => article)
    expect(articles).toEqual(expect.arrayContaining(['(四)', '(十)', '(十四)']))
  })

  it('noise in 东城 stays with the district', () => {
    const { crossing, routing } = judge(
      { geometry: { type: 'Point', coordinates: [116.412, 39.915] }, medium: 'noise' },
      shipped,
    )
    expect(crossing).toEqual({ isCross: false, kinds: [], outcome: 'within-one' })
    expect(routing.lead?.id).toBe('110101-enforcement')
  })

  it('township borders are never called certain', () => {
    const { units } = judge({ geometry: { type: 'Point', coordinates: [116.405, 39.915] }, medium: 'noise' }, shipped)
    const townships = units.filter(({ level }) => level === 'township')
    expect(townships.length).toBeGreaterThan(0)
    expect(townships.every(({ certainty }) => certainty !== 'certain')).toBe(true)
  })

  it('the same spot in every coordinate system is the same unit', () => {
    const spot = [
      ['EPSG:4326', 116.4074, 39.9042],
      ['EPSG:4490', 116.4074, 39.9042],
      ['EPSG:4548', 449324.7914, 4419060.1184],
      ['EPSG:4527', 39449324.7914, 4419060.1184],
      ['EPSG:4549', 192749.7459, 4425075.8846],
    ] as const
    const answers = spot.map(([crs, x, y]) =>
      judge({ crs, medium: 'noise', geometry: { type: 'Point', coordinates: [x, y] } }, shipped),
    )
    for (const { units } of answers)
      expect(units.map(({ code }) => code)).toEqual(answers[0]?.units.map(({ code }) => code))
  })
})
