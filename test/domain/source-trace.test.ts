import { describe, expect, it } from 'vitest'
import { kilometreAt } from '#domain/river/kilometre'
import { reachAt } from '#domain/river/network'
import { snapToReach } from '#domain/river/snap'
import { traceSources } from '#domain/source/trace-sources'
import type { SectionTarget } from '#domain/water/target'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { BING, JIA, twoCounties, YI } from '../fixtures/two-counties.ts'
import {
  aFinding,
  aQuestion,
  aReading,
  atlasOf,
  HOUR_MS,
  NOON_MS,
  plainHours,
  pointAtKm,
  SETTINGS,
} from './source-world.ts'

const atlas = atlasOf()
const { rivers } = atlas
const kmOf = (reachId: string, lon: number, lat: number) => {
  const reach = rivers.reachNumber.get(reachId) ?? -1
  return kilometreAt(rivers, snapToReach(rivers, reach, [lon, lat]))
}
const SECTION_KM = kmOf('jie-4', 116.1, 40.005)
const MIDDLE_KM = kmOf('jie-3', 116.1, 40.075)
const hoursToSection = (km: number) => plainHours(rivers, 'jie', km, SECTION_KM)
const only = <T>(values: readonly T[]): T => {
  expect(values).toHaveLength(1)
  return values[0] as T
}
const incidents = (parts: Parameters<typeof aQuestion>[1]) =>
  traceSources(aQuestion(atlas, parts)).candidates.filter(({ kind }) => kind === 'incident')

describe('the window in which a source would have had to discharge', () => {
  it('is the time of measuring less the hours of the leading edge and of water at low flow, on 200 random places', () => {
    const random = seededRandom(7)
    for (let trial = 0; trial < 200; trial++) {
      const km = random() * (SECTION_KM - 0.01)
      const [lon, lat] = pointAtKm(atlas, 'jie', km)
      const finding = aFinding(1, { lon, lat, occurredMs: NOON_MS - 200 * HOUR_MS })
      const { way, window } = only(incidents({ findings: [finding] }))
      const plain = hoursToSection(km)
      expect(way.km).toBeCloseTo(plain.km, 3)
      expect((NOON_MS - window.toMs) / HOUR_MS).toBeCloseTo(plain.earliestH, 3)
      expect((NOON_MS - window.fromMs) / HOUR_MS).toBeCloseTo(plain.latestH, 3)
      expect(way.probableH).toBeGreaterThan(way.earliestH)
      expect(way.probableH).toBeLessThan(way.latestH)
    }
  })

  it('a report from after the window is no source, one from within it counts in full, one from before it less', () => {
    const [lon, lat] = pointAtKm(atlas, 'jie', MIDDLE_KM)
    const { earliestH, latestH } = hoursToSection(MIDDLE_KM)
    const at = (hoursAgo: number) =>
      incidents({ findings: [aFinding(1, { lon, lat, occurredMs: NOON_MS - hoursAgo * HOUR_MS })] })
    expect(at(earliestH - 0.1)).toEqual([])
    expect(only(at(earliestH + 0.1)).timing).toBe(1)
    expect(only(at(latestH - 0.1)).timing).toBe(1)
    expect(only(at(latestH + 0.1)).timing).toBe(SETTINGS.earlierTiming)
    expect(at((SETTINGS.pastDays + 1) * 24)).toEqual([])
  })
})

describe('what cannot be a source', () => {
  const before = { occurredMs: NOON_MS - 30 * HOUR_MS }

  it('downstream of the section, on the canal that leaves above it, far from every river, or in the air', () => {
    expect(incidents({ findings: [aFinding(1, { ...before, lat: 39.97 })] })).toEqual([])
    expect(incidents({ findings: [aFinding(1, { ...before, lon: 116.06, lat: 40.01 })] })).toEqual([])
    expect(incidents({ findings: [aFinding(1, { ...before, lon: 116.02, lat: 40.19 })] })).toEqual([])
    expect(incidents({ findings: [aFinding(1, { ...before, medium: 'air' })] })).toEqual([])
  })

  it('nothing is found above a closed gate, nor beyond the hours asked for', () => {
    const reference = twoCounties()
    for (const { properties } of reference.reaches.features) {
      if (properties.id === 'jie-3') Object.assign(properties, { state: 'gated' })
    }
    const findings = [aFinding(1, { ...before, lat: 40.12 })]
    expect(traceSources(aQuestion(atlasOf(reference), { findings })).candidates).toEqual([])
    expect(incidents({ findings, maxH: 1 })).toEqual([])
    expect(incidents({ findings, maxH: 72 })).toHaveLength(1)
  })
})

describe('whose a candidate is', () => {
  it('the bank is told as the water flows, and the unit is the one that holds the place', () => {
    const at = (lon: number) =>
      only(incidents({ findings: [aFinding(1, { lon, occurredMs: NOON_MS - 10 * HOUR_MS })] }))
    expect(at(116.102)).toMatchObject({ bank: 'left', unitCode: YI })
    expect(at(116.098)).toMatchObject({ bank: 'right', unitCode: JIA })
    expect(at(116.1001).bank).toBe('both')
  })

  it('the tributary that nobody watches comes in on the left, at its mouth', () => {
    const found = traceSources(aQuestion(atlas)).candidates
    const mouth = only(found.filter(({ kind }) => kind === 'tributary'))
    expect(mouth).toMatchObject({
      id: 'tributary:zhi-2',
      name: '支河汇入口',
      unitCode: YI,
      bank: 'left',
      pollutant: SETTINGS.unknown,
    })
    expect(mouth.point[1]).toBeCloseTo(40.1, 6)
    expect(mouth.way.km).toBeCloseTo(SECTION_KM - kmOf('jie-3', 116.1, 40.1), 3)
  })
})

describe('the ranking', () => {
  const early = { occurredMs: NOON_MS - 12 * HOUR_MS }

  it('is the weighted sum that the settings show, and nearer, named and repeated rank higher', () => {
    const [lon, lat] = pointAtKm(atlas, 'jie', MIDDLE_KM)
    const { weights, halfKm, pastInFull } = SETTINGS
    const findings = [
      aFinding(1, { ...early, lon, lat, pollutant: '氨氮' }),
      aFinding(2, { occurredMs: NOON_MS - 100 * 24 * HOUR_MS, lon, lat: lat + 0.002, pollutant: '石油类' }),
    ]
    const [first, second] = incidents({ findings })
    const near = 2 ** (-(SECTION_KM - MIDDLE_KM) / halfKm)
    const expected =
      weights.nearness * near + weights.pollutant + weights.timing * (first?.timing ?? 0) + weights.past / pastInFull
    expect(first?.id).toBe('incident:incident-1')
    expect(first?.score).toBeCloseTo(expected, 3)
    expect(second?.pollutant).toBe(0)
    expect(second?.score).toBeLessThan(first?.score ?? 0)
  })

  it('a clean section between makes a candidate above it less likely and says so; a sample of another day does not', () => {
    const findings = [aFinding(1, { ...early, lat: 40.12, occurredMs: NOON_MS - 40 * HOUR_MS })]
    const plain = only(incidents({ findings }))
    const passedMs = NOON_MS - hoursToSection(MIDDLE_KM).earliestH * HOUR_MS
    const clean = only(incidents({ findings, readings: [aReading('middle', passedMs, 0.2)] }))
    expect(clean.score).toBeCloseTo(plain.score * SETTINGS.cleanBetween, 2)
    expect(clean.reasons.at(-1)?.zh).toContain('超标始于其下游')
    const old = only(incidents({ findings, readings: [aReading('middle', NOON_MS - 30 * 24 * HOUR_MS, 0.2)] }))
    expect(old.score).toBe(plain.score)
  })

  it('a section that was bad itself is a candidate, and what lies below it is less likely', () => {
    const readings = [aReading('middle', NOON_MS - 8 * HOUR_MS, 3)]
    const below = [aFinding(1, { ...early, lat: 40.03 })]
    const { candidates } = traceSources(aQuestion(atlas, { readings, findings: below }))
    expect(candidates[0]).toMatchObject({ id: 'section:middle', kind: 'section', pollutant: 1 })
    const alone = only(incidents({ findings: below }))
    const with_ = only(candidates.filter(({ kind }) => kind === 'incident'))
    expect(with_.score).toBeCloseTo(alone.score * SETTINGS.badAbove, 2)
  })

  it('bad is judged by the target of the section: 1.2 mg/L of ammonia misses III and meets IV', () => {
    const readings = [aReading('middle', NOON_MS - 8 * HOUR_MS, 1.2)]
    const target: SectionTarget = {
      sectionId: 'middle',
      target: 'IV',
      validFrom: '2019-01-01',
      source: '',
      status: 'design',
    }
    const sections = (targets: ReadonlyMap<string, SectionTarget>) =>
      traceSources(aQuestion(atlas, { readings, targets })).candidates.filter(({ kind }) => kind === 'section')
    expect(sections(new Map())).toHaveLength(1)
    expect(sections(new Map([['middle', target]]))).toEqual([])
  })
})

describe('the request to the units upstream', () => {
  it('names them nearest first and asks each for the time when its water left', () => {
    const { request, measured } = traceSources(aQuestion(atlas, { readings: [aReading('border', NOON_MS, 2.4)] }))
    expect(measured?.measured.value).toBe(2.4)
    expect(request.to.map(({ code }) => code).toSorted()).toEqual([JIA, YI].toSorted())
    expect(request.to.map(({ code }) => code)).not.toContain(BING)
    expect(request.text.zh).toContain('氨氮 2.4 mg/L，劣Ⅴ类（要求Ⅲ类）')
    const farthest = hoursToSection(0).latestH
    const left = new Date(NOON_MS - farthest * HOUR_MS + 8 * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ')
    expect(request.text.zh).toContain(left)
  })

  it('without a reading near the asked time there is still a request, and it names no value', () => {
    const { measured, request } = traceSources(
      aQuestion(atlas, { readings: [aReading('border', NOON_MS - 48 * HOUR_MS, 2.4)] }),
    )
    expect(measured).toBeNull()
    expect(request.text.zh).not.toContain('mg/L')
  })
})

it('the main stem of the drawing is as long as its reaches', () => {
  const stem = [...rivers.reaches.keys()]
    .map((reach) => reachAt(rivers, reach))
    .filter(({ riverId }) => riverId === 'jie')
  expect(SECTION_KM).toBeLessThan(stem.reduce((sum, { lengthM }) => sum + lengthM, 0) / 1000)
})
