/** Reporting over the wire: saved once, judged as shown before, found again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isRefusal } from '#domain/refusal'
import { readDemonstrations } from '../../server/demonstration-drafts.ts'
import { loadDemonstrations } from '../../server/usecase/load-demonstrations.ts'
import { aReport, idOf } from '../fixtures/incidents.ts'
import { ON_THE_BORDER_RIVER, type TestServer, testServer } from '../fixtures/server.ts'

let server: TestServer
beforeEach(async () => {
  server = await testServer()
})
afterEach(() => server.close())

const report = aReport({ geometry: { type: 'Point', coordinates: [...ON_THE_BORDER_RIVER] }, uncertaintyM: 30 })
const draft = (n: number, parts: object = {}) => ({
  id: idOf(n),
  title: '潮白河排污',
  description: '',
  report,
  ...parts,
})
const total = async (query = '') =>
  ((await (await server.ask(`/api/incidents?limit=1${query}`)).json()) as { total: number }).total

it('what was shown before saving is what is saved', async () => {
  const shown = await (await server.post('/api/assessments', report)).json()
  const saved = (await (await server.post('/api/incidents', draft(1))).json()) as Record<string, unknown>
  expect(saved.assessment).toEqual(shown)
  expect(saved).toMatchObject({ number: 'JH-20261124-0001', reportedAt: '2026-11-24T12:00:00+08:00', version: 1 })
  expect(await (await server.ask(`/api/incidents/${idOf(1)}`)).json()).toEqual(saved)
})

it('an assessment stores nothing', async () => {
  await server.post('/api/assessments', report)
  expect([await total(), await server.at.changes.lastSequence()]).toEqual([0, 0])
})

describe('the same id', () => {
  it('with the same content is saved once and answered alike, also when both come at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => server.post('/api/incidents', draft(1))))
    const later = await server.post('/api/incidents', draft(1))
    expect([...answers, later].map((answer) => answer.status)).toEqual([201, 201, 201, 201])
    const bodies = await Promise.all([...answers, later].map((answer) => answer.json()))
    for (const body of bodies) expect(body).toEqual(bodies[0])
    expect(await total()).toBe(1)
  })

  it('written in capitals is the same id', async () => {
    const id = 'abcdefab-1234-4abc-8def-abcdefabcdef'
    await server.post('/api/incidents', draft(1, { id: id.toUpperCase() }))
    expect(await (await server.post('/api/incidents', draft(1, { id }))).json()).toMatchObject({ id })
    expect(await total()).toBe(1)
  })

  it('with other content is refused and changes nothing', async () => {
    await server.post('/api/incidents', draft(1))
    for (const parts of [{ title: '别的' }, { description: '别的' }, { report: { ...report, uncertaintyM: 31 } }]) {
      const answer = await server.post('/api/incidents', draft(1, parts))
      expect([answer.status, await answer.json()]).toMatchObject([
        409,
        { type: '/problems/id-taken', number: 'JH-20261124-0001' },
      ])
    }
    expect(await (await server.ask(`/api/incidents/${idOf(1)}`)).json()).toMatchObject({ title: '潮白河排污' })
  })
})

it('a report in another coordinate system keeps its own numbers and is placed in WGS 84', async () => {
  const gcj = aReport({ geometry: { type: 'Point', coordinates: [116.75, 39.95] }, crs: 'GCJ-02' })
  const saved = (await (await server.post('/api/incidents', draft(1, { report: gcj }))).json()) as {
    location: { coordinates: number[] }
    report: unknown
  }
  expect(saved.report).toEqual(gcj)
  const [lon = 0, lat = 0] = saved.location.coordinates
  expect(lon).toBeCloseTo(116.744, 3)
  expect(lat).toBeCloseTo(39.9487, 3)
})

it('a mistake within the report is pointed at within the draft', async () => {
  const answer = await server.post(
    '/api/incidents',
    draft(1, { report: { ...report, occurredAt: '2026-02-30T00:00:00+08:00' } }),
  )
  expect(await answer.json()).toMatchObject({ errors: [{ pointer: '/report/occurredAt' }] })
})

it('the history of an incident says who did what and why', async () => {
  await server.post('/api/incidents', draft(1))
  expect(await (await server.ask(`/api/incidents/${idOf(1)}/changes`)).json()).toEqual({
    changes: [
      {
        sequence: 1,
        at: '2026-11-24T12:00:00+08:00',
        by: 'local',
        why: '上报：潮白河排污',
        kind: 'incident-reported',
        incidentIds: [idOf(1)],
      },
    ],
  })
})

describe('demonstrations', () => {
  it('are loaded into an empty database, marked, and removed together without touching anything else', async () => {
    expect(await loadDemonstrations([draft(1), draft(2)], server.at)).toEqual({ loaded: 2 })
    expect(await server.at.incidents.byId(idOf(1))).toMatchObject({ reportedAt: '2026-11-24T10:30:00+08:00' })
    await server.post('/api/incidents', draft(3))
    expect(await (await server.ask(`/api/incidents/${idOf(1)}`)).json()).toMatchObject({ isDemonstration: true })
    const removed = await server.ask('/api/demonstrations', { method: 'DELETE' })
    expect(await removed.json()).toEqual({ removed: 2 })
    expect([await total(), (await server.ask(`/api/incidents/${idOf(3)}`)).status]).toEqual([1, 200])
  })

  it('are not loaded where anything has happened, also when it is gone', async () => {
    await loadDemonstrations([draft(1)], server.at)
    await server.ask('/api/demonstrations', { method: 'DELETE' })
    expect(await loadDemonstrations([draft(1)], server.at)).toEqual({ loaded: 0 })
    expect(await total()).toBe(0)
  })

  it('as shipped can all be judged, and show every kind of crossing and every outcome', async () => {
    const drafts = readDemonstrations()
    expect(drafts.length).toBeGreaterThanOrEqual(40)
    expect(await loadDemonstrations(drafts, server.at)).toEqual({ loaded: drafts.length })
    const { incidents } = await server.at.incidents.list({ sort: 'number', order: 'asc', limit: 500, offset: 0 })
    expect(new Set(incidents.flatMap(({ kinds }) => kinds)).size).toBe(5)
    expect(new Set(incidents.map(({ outcome }) => outcome)).size).toBe(3)
  })

  it('are loaded all or none', async () => {
    const wrong = draft(2, { report: { ...report, occurredAt: '1949-10-01T00:00:00+08:00' } })
    expect(isRefusal(await loadDemonstrations([draft(1), wrong], server.at))).toBe(true)
    expect(await total()).toBe(0)
  })

  it('removing none is no change', async () => {
    expect(await (await server.ask('/api/demonstrations', { method: 'DELETE' })).json()).toEqual({ removed: 0 })
    expect(await server.at.changes.lastSequence()).toBe(0)
  })
})

it('the list filters by what the assessment found', async () => {
  await server.post('/api/incidents', draft(1))
  expect(await total('&unit=131082')).toBe(1)
  expect(await total('&unit=110105')).toBe(0)
  expect(await total('&bbox=116.7,39.9,116.8,40')).toBe(1)
  expect(await total('&bbox=115,39,115.1,39.1')).toBe(0)
  expect(await total(`&q=${encodeURIComponent('潮白河 三河')}`)).toBe(1)
})

describe('the river Chaobai between Tongzhou and Sanhe', () => {
  it('leads by both banks to the county that lies downstream', async () => {
    const [lon, lat] = ON_THE_BORDER_RIVER
    const trace = await (
      await server.ask(`/api/rivers/trace?lon=${lon}&lat=${lat}&crs=EPSG:4326&direction=downstream&maxKm=40`)
    ).json()
    expect(trace).toMatchObject({ snapped: { river: '潮白河' }, exit: { toName: '三河市', km: 0 } })
    const units = (trace as { units: { name: string; km: number }[] }).units
    expect(units.map((unit) => unit.name)).toEqual(
      expect.arrayContaining(['三河市', '通州区', '大厂回族自治县', '香河县']),
    )
    expect(units.map((unit) => unit.km)).toEqual(units.map((unit) => unit.km).toSorted((a, b) => a - b))
  })
})
