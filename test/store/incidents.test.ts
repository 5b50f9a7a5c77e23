import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeDatabase, type Db, openDatabase } from '#dialect'
import { demonstrationsRemoved, incidentReported, type UnnumberedIncident } from '#domain/change'
import { type Commit, groupCommit } from '../../server/store/group-commit.ts'
import { type IncidentQuery, incidentStore } from '../../server/store/incidents.ts'
import { anAssessment, anIncident, aReport, idOf, touched } from '../fixtures/incidents.ts'

let db: Db
let commit: Commit
beforeEach(async () => {
  db = await openDatabase(':memory:')
  commit = groupCommit(db, () => {})
})
afterEach(() => closeDatabase(db))

const save = (...incidents: UnnumberedIncident[]) =>
  Promise.all(incidents.map((incident) => commit(incidentReported(incident, 'tester'))))

async function listed(query: Partial<IncidentQuery>): Promise<string[]> {
  const found = await incidentStore(db).list({ sort: 'number', order: 'asc', limit: 50, offset: 0, ...query })
  return found.incidents.map((incident) => incident.id)
}

it('a summary says where, what, whose and by when, without the long texts', async () => {
  await save(anIncident(1))
  const { incidents } = await incidentStore(db).list({ sort: 'number', order: 'asc', limit: 1, offset: 0 })
  expect(incidents[0]).toEqual({
    id: idOf(1),
    number: 'JH-20261124-0001',
    title: '潮白河排污 1',
    lon: 116.75,
    lat: 39.95,
    occurredAt: '2026-11-24T10:00:00+08:00',
    reportedAt: '2026-11-24T11:00:00+08:00',
    matter: 'enforcement',
    medium: 'water',
    severity: 'general',
    outcome: 'crosses',
    isCross: true,
    kinds: ['bank', 'city-border'],
    rule: 'L1',
    leadId: 'municipal-bureau',
    leadName: '北京市生态环境局',
    unitCodes: ['110112', '131082'],
    unitNames: ['通州区', '三河市'],
    nextDueAt: '2026-11-24T12:00:00+08:00',
    status: 'reported',
    isDemonstration: false,
  })
})

it('each filter keeps exactly those that fit', async () => {
  const air = anIncident(2, {
    report: aReport({ medium: 'air', matter: 'dispute', severity: 'major' }),
    assessment: anAssessment({
      units: [touched('110105', '朝阳区')],
      crossing: { isCross: false, kinds: [], outcome: 'within-one' },
      routing: {
        ...anAssessment().routing,
        rule: 'L9',
        lead: { id: 'district-110105', name: '朝阳区生态环境局', nameEn: 'Chaoyang Bureau' },
      },
    }),
  })
  await save(anIncident(1), air)
  expect(await listed({ medium: 'air' })).toEqual([idOf(2)])
  expect(await listed({ matter: 'enforcement' })).toEqual([idOf(1)])
  expect(await listed({ severity: 'major' })).toEqual([idOf(2)])
  expect(await listed({ outcome: 'crosses' })).toEqual([idOf(1)])
  expect(await listed({ kind: 'bank' })).toEqual([idOf(1)])
  expect(await listed({ kind: 'area' })).toEqual([])
  expect(await listed({ unit: '131082' })).toEqual([idOf(1)])
  expect(await listed({ unit: '110105' })).toEqual([idOf(2)])
  expect(await listed({ lead: 'district-110105' })).toEqual([idOf(2)])
  expect(await listed({ rule: 'L1' })).toEqual([idOf(1)])
  expect(await listed({ rule: 'L1', medium: 'air' })).toEqual([])
})

it('days are those of Beijing and both belong to the span', async () => {
  const at = (n: number, occurredAt: string) => anIncident(n, { report: aReport({ occurredAt }) })
  await save(
    at(1, '2026-11-22T23:59:59+08:00'),
    at(2, '2026-11-23T00:00:00+08:00'),
    at(3, '2026-11-24T15:59:59Z'),
    at(4, '2026-11-24T16:00:00Z'),
  )
  expect(await listed({ from: '2026-11-23', to: '2026-11-24' })).toEqual([idOf(2), idOf(3)])
})

it('a box finds what meets it, its edges included, and nothing that only seems to in 32 bits', async () => {
  const line = aReport({
    geometry: {
      type: 'LineString',
      coordinates: [
        [116.1, 40],
        [116.3, 40.2],
      ],
    },
  })
  const nudge = 1e-9
  await save(anIncident(1), anIncident(2, { report: line, location: line.geometry }))
  expect(await listed({ bbox: [116.75, 39.95, 116.8, 40] })).toEqual([idOf(1)])
  expect(await listed({ bbox: [116.75 + nudge, 39.95, 116.8, 40] })).toEqual([])
  expect(await listed({ bbox: [116.29, 40.19, 116.31, 40.21] })).toEqual([idOf(2)])
  expect(await listed({ bbox: [115, 39, 118, 41] })).toEqual([idOf(1), idOf(2)])
})

it('a search needs every word, in any order, and takes signs as they are', async () => {
  await save(
    anIncident(1, { title: '100% 浓度 COD_超标' }),
    anIncident(2, { title: '100 浓度 codX超标', description: '反斜线\\在此' }),
  )
  expect(await listed({ q: '浓度 100%' })).toEqual([idOf(1)])
  expect(await listed({ q: 'cod_' })).toEqual([idOf(1)])
  expect(await listed({ q: 'COD' })).toEqual([idOf(1), idOf(2)])
  expect(await listed({ q: '线\\在' })).toEqual([idOf(2)])
  expect(await listed({ q: '三河 通州' })).toEqual([idOf(1), idOf(2)])
  expect(await listed({ q: 'jh-20261124-0002' })).toEqual([idOf(2)])
  expect(await listed({ q: `' or 1=1 --` })).toEqual([])
})

it('pages neither overlap nor leave out, also when everything is equal', async () => {
  await save(...Array.from({ length: 23 }, (_, n) => anIncident(n)))
  const pages = await Promise.all([0, 10, 20, 30].map((offset) => listed({ sort: 'reportedAt', limit: 10, offset })))
  expect(pages.map((page) => page.length)).toEqual([10, 10, 3, 0])
  expect(new Set(pages.flat()).size).toBe(23)
  expect((await incidentStore(db).list({ sort: 'number', order: 'asc', limit: 1, offset: 0 })).total).toBe(23)
})

it('severity sorts by gravity and not by spelling; what is due at no time comes last either way', async () => {
  const severities = ['considerable', 'undetermined', 'extraordinary', 'general', 'major'] as const
  await save(...severities.map((severity, n) => anIncident(n, { report: aReport({ severity }) })))
  expect(await listed({ sort: 'severity', order: 'desc' })).toEqual([2, 4, 0, 3, 1].map(idOf))
  const never = anAssessment({ routing: { ...anAssessment().routing, clocks: [] } })
  await save(anIncident(9, { assessment: never }))
  expect((await listed({ sort: 'nextDueAt', order: 'asc' })).at(-1)).toBe(idOf(9))
  expect((await listed({ sort: 'nextDueAt', order: 'desc' })).at(-1)).toBe(idOf(9))
})

it('what is removed is gone from every index', async () => {
  await save(anIncident(1, { isDemonstration: true }), anIncident(2))
  expect(await incidentStore(db).demonstrationIds()).toEqual([idOf(1)])
  await commit(demonstrationsRemoved([idOf(1)], 'tester', '2026-11-24T12:00:00+08:00'))
  expect(await listed({ unit: '131082' })).toEqual([idOf(2)])
  expect(await listed({ bbox: [115, 39, 118, 41] })).toEqual([idOf(2)])
  expect(db.$client.prepare('select count(*) from incident_boxes').pluck().get()).toBe(1)
  expect(db.$client.prepare('select count(*) from incident_units').pluck().get()).toBe(2)
})
