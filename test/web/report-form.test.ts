/** The report form: what is sent of it, what is missing, and what survives a reload. */
import { describe, expect, test } from 'vitest'
import { Report } from '#contract/assessments'
import { COORDINATE_SYSTEMS } from '#domain/report/report'
import { problemOf } from '../../web/api/problem-error.ts'
import { WORDS } from '../../web/locales/index.ts'
import { clientId } from '../../web/report/client-id.ts'
import { fieldProblems, problemText } from '../../web/report/field-problems.ts'
import { emptyForm, type Form, isUntouched, wallClock } from '../../web/report/form.ts'
import { missingIn, reportOf } from '../../web/report/report-of-form.ts'
import { reportOfText, textOfReport } from '../../web/report/stored-report.ts'
import { isSamePlace, typedPlace } from '../../web/report/typed-place.ts'
import type { Draft } from '../../web/view/view.ts'

const ID = '3f1c2d4e-5a6b-4c7d-8e9f-0a1b2c3d4e5f'
/** 2026-11-24 14:05 in Beijing. */
const NOW_MS = Date.UTC(2026, 10, 24, 6, 5)
const form = (given: Partial<Form> = {}): Form => ({ ...emptyForm(ID, NOW_MS), ...given })
const pointAt = (lon: number, lat: number): Draft => ({
  geometry: { type: 'Point', coordinates: [lon, lat] },
  uncertaintyM: 20,
})
const CHAOBAI = pointAt(116.75215, 39.95814)

describe('what is sent', () => {
  test('without a place or without a time there is nothing to judge', () => {
    expect(reportOf(form(), null)).toBeNull()
    expect(reportOf(form({ occurredAt: '' }), CHAOBAI)).toBeNull()
  })

  test('a place clicked on the map is sent in WGS 84, the time with the offset of Beijing', () => {
    expect(reportOf(form(), CHAOBAI)).toEqual({
      geometry: CHAOBAI.geometry,
      crs: 'EPSG:4326',
      uncertaintyM: 20,
      occurredAt: '2026-11-24T14:05:00+08:00',
      matter: 'enforcement',
      medium: 'water',
      severity: 'undetermined',
    })
  })

  test('a typed point is sent as typed, in its own coordinate system', () => {
    const typed = form({ crs: 'GCJ-02', x: '116.7582', y: '39.9594' })
    const place = typedPlace(typed)
    if (place.kind !== 'place') throw new Error('not a place')
    const sent = reportOf(typed, pointAt(...place.lonLat))
    expect(sent).toMatchObject({ crs: 'GCJ-02', geometry: { type: 'Point', coordinates: [116.7582, 39.9594] } })
  })

  test('once the point has been moved on the map, what was typed is not sent', () => {
    const typed = form({ crs: 'GCJ-02', x: '116.7582', y: '39.9594' })
    expect(reportOf(typed, CHAOBAI)).toMatchObject({ crs: 'EPSG:4326', geometry: CHAOBAI.geometry })
  })

  test('numbers that cannot be a place are not judged as the place before them', () => {
    expect(reportOf(form({ x: 'abc', y: '39.9' }), CHAOBAI)).toBeNull()
    expect(reportOf(form({ x: '39.9', y: '116.7' }), CHAOBAI)).toBeNull()
  })

  test('flags, pollutant and complete filings go along; an unfinished filing does not', () => {
    const filings = [
      { unit: '110112', filedAt: '2026-11-24T10:00' },
      { unit: '110113', filedAt: '' },
    ]
    const sent = reportOf(form({ isCityPermit: true, pollutant: ' 氨氮 ', filings }), CHAOBAI)
    expect(sent).toMatchObject({
      isCityPermit: true,
      pollutant: '氨氮',
      filings: [{ unit: '110112', filedAt: '2026-11-24T10:00:00+08:00' }],
    })
    expect(sent).not.toHaveProperty('isMajorViolation')
  })

  test('circumstances go along only where the matter turns on them, whatever was ticked before', () => {
    const given = { keySource: 'no', sourceKind: 'dust', sensitive: ['school', 'residents'] } as const
    const sent = (matter: Form['matter']) => {
      const { isKeySource, sourceKind, sensitive } =
        reportOf(form({ ...given, sensitive: [...given.sensitive], matter }), CHAOBAI) ?? {}
      return { isKeySource, sourceKind, sensitive }
    }
    expect(sent('emergency')).toEqual({ sourceKind: 'dust', sensitive: ['school', 'residents'] })
    expect(sent('enforcement')).toEqual({ sourceKind: 'dust' })
    expect(sent('source-monitoring')).toEqual({ isKeySource: false })
    expect(sent('inspection')).toEqual({})
  })

  test('what is unknown is not sent, a time of discovery is, with its offset', () => {
    const sent = reportOf(form({ matter: 'source-monitoring', discoveredAt: '2026-11-24T14:30' }), CHAOBAI)
    expect(sent).toMatchObject({ discoveredAt: '2026-11-24T14:30:00+08:00' })
    for (const field of ['isKeySource', 'sourceKind', 'sensitive']) expect(sent).not.toHaveProperty(field)
  })

  test('whatever can be filled in is a report by the contract', () => {
    for (const crs of COORDINATE_SYSTEMS) expect(Report.safeParse(reportOf(form({ crs }), CHAOBAI)).success).toBe(true)
  })
})

describe('a typed place', () => {
  test('easting and northing of EPSG:4548 at the central meridian lie on 117 degrees', () => {
    const place = typedPlace({ crs: 'EPSG:4548', x: '500000', y: '4427757' })
    if (place.kind !== 'place') throw new Error('not a place')
    expect(place.lonLat[0]).toBeCloseTo(117, 9)
    expect(place.lonLat[1]).toBeCloseTo(39.98, 1)
  })

  test('degrees labelled as metres and swapped axes are told apart, with the remedy', () => {
    const metres = typedPlace({ crs: 'EPSG:4548', x: '116.75', y: '39.95' })
    const swapped = typedPlace({ crs: 'EPSG:4326', x: '39.95', y: '116.75' })
    expect(metres).toMatchObject({ kind: 'misplaced', mistake: 'degrees-not-metres' })
    expect(swapped).toMatchObject({ kind: 'misplaced', mistake: 'swapped-coordinates' })
  })

  test('the remedy speaks of the fields of the form, by the names they have there, and not of the API', () => {
    for (const { report, terms } of Object.values(WORDS)) {
      for (const sentence of Object.values(report.misplaced)) expect(sentence).not.toMatch(/\bcrs\b|EPSG/)
      expect(report.misplaced['degrees-not-metres'].toLowerCase()).toContain(report.coordinateSystem.toLowerCase())
      expect(report.misplaced['zone-prefixed-easting']).toContain(terms.coordinateSystems['EPSG:4527'])
      expect(report.misplaced['zone-missing']).toContain(terms.coordinateSystems['EPSG:4548'])
    }
  })

  test('half a coordinate is no place yet; letters, an infinity or hexadecimal digits beyond range are none', () => {
    expect(typedPlace({ crs: 'EPSG:4326', x: '116.7', y: ' ' }).kind).toBe('none')
    expect(typedPlace({ crs: 'EPSG:4326', x: '116.7', y: '3九' }).kind).toBe('not-numbers')
    expect(typedPlace({ crs: 'EPSG:4326', x: 'Infinity', y: '39' }).kind).toBe('not-numbers')
  })

  test('the six decimals of the address bar are the same place, ten metres away is another', () => {
    const typed = typedPlace({ crs: 'EPSG:4326', x: '116.75215049', y: '39.95813951' })
    expect(isSamePlace(typed, pointAt(116.75215, 39.95814))).toBe(true)
    expect(isSamePlace(typed, pointAt(116.75225, 39.95814))).toBe(false)
    expect(isSamePlace(typed, null)).toBe(false)
  })
})

describe('what is missing', () => {
  test('an untouched form lacks its place and its title, nothing else', () => {
    expect([...missingIn(form(), null).keys()]).toEqual(['geometry', 'title'])
  })

  test('blanks are no title, and a title of 121 characters is too long', () => {
    expect(missingIn(form({ title: '  ' }), CHAOBAI).get('title')).toBe('title')
    expect(missingIn(form({ title: '河'.repeat(121) }), CHAOBAI).get('title')).toBe('titleTooLong')
    expect(missingIn(form({ title: '河'.repeat(120) }), CHAOBAI).size).toBe(0)
  })

  test('a filing without its unit or its time is pointed at by its number', () => {
    const filings = [
      { unit: '110112', filedAt: '2026-11-24T10:00' },
      { unit: '', filedAt: '2026-11-24T10:00' },
    ]
    expect([...missingIn(form({ title: 'x', filings }), CHAOBAI).keys()]).toEqual(['filings/1'])
  })
})

describe('what survives a reload', () => {
  test('form and draft come back as they were', () => {
    const unsaved = { form: form({ title: '潮白河', filings: [{ unit: '110112', filedAt: '' }] }), draft: CHAOBAI }
    expect(reportOfText(textOfReport(unsaved))).toEqual(unsaved)
    expect(reportOfText(textOfReport({ ...unsaved, draft: null }))).toEqual({ ...unsaved, draft: null })
  })

  test('nothing, torn text and the form of another version are no report', () => {
    const older = JSON.stringify({ form: { ...form(), medium: 'lava' }, place: null, uncertaintyM: null })
    for (const text of [null, '', '{"form":', 'null', '{}', older]) expect(reportOfText(text)).toBeNull()
  })

  test('the time that fills itself in is nothing to lose, a typed letter is', () => {
    expect(isUntouched(emptyForm(clientId(), NOW_MS + 1e9))).toBe(true)
    expect(isUntouched(form({ description: 'a' }))).toBe(false)
    expect(isUntouched(form({ isCityPermit: true }))).toBe(false)
  })

  test('the clock on the wall is that of Beijing, past midnight too', () => {
    expect(wallClock(Date.UTC(2026, 10, 24, 16, 30))).toBe('2026-11-25T00:30')
  })
})

describe('an incident’s id', () => {
  test('has the version and the variant of a random UUID, whatever the bytes', () => {
    for (const byte of [0, 255])
      expect(clientId((bytes) => bytes.fill(byte))).toMatch(/^.{8}-.{4}-4.{3}-[89ab].{3}-.{12}$/)
    expect(new Set(Array.from({ length: 1000 }, () => clientId())).size).toBe(1000)
  })
})

describe('what the server finds wrong', () => {
  const issue = (pointer: string, detail: string) => ({ pointer, code: 'x', detail, detailEn: `en ${detail}` })
  const problem = problemOf(422, {
    type: '/problems/invalid-report',
    status: 422,
    title: '报告不能研判',
    titleEn: 'The report cannot be judged',
    errors: [
      issue('/report/geometry/coordinates/0', '一'),
      issue('/crs', '二'),
      issue('/filings/3/filedAt', '三'),
      issue('', '四'),
    ],
  })

  test('stands at its field, for the live report and for the saved one', () => {
    expect([...fieldProblems(problem, 'zh-CN')]).toEqual([
      ['geometry', '一 二'],
      ['filings/3', '三'],
      ['', '四'],
    ])
  })

  test('is said in the language of the reader', () => {
    expect(fieldProblems(problem, 'en').get('filings/3')).toBe('en 三')
    expect(problemText(problemOf(500, null), 'zh-CN')).not.toMatch(/server/)
  })

  test('without fields concerns the report as a whole', () => {
    expect([...fieldProblems(problemOf(503, null), 'en').keys()]).toEqual([''])
  })
})
