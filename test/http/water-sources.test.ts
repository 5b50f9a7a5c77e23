import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listNoMansLand, listSameEvents, traceSources } from '#contract/water-sources'
import { waterImported } from '#domain/change'
import { isRefusal } from '#domain/refusal'
import type { Medium } from '#domain/report/report'
import { sectionPlaces } from '#domain/review/section-place'
import { pointAtKm } from '../domain/source-world.ts'
import { idOf } from '../fixtures/incidents.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'
import { anImport, aSample } from '../fixtures/water.ts'

let server: TestServer

const MEASURED_AT = '2026-11-24T09:30:00+08:00'
/** On the 潮白河, on the banks of two provinces. */
const ON_CHAOBAI = { left: [116.7782, 39.9309], right: [116.776, 39.9309] } as const

beforeAll(async () => {
  server = await testServer()
  const sample = (n: number, sectionId: string, value: number, sampledAt: string, isReleased = true) =>
    aSample(n, {
      sectionId,
      sampledAt,
      isReleased,
      measurements: [{ indicator: 'cod', value, isBelowDetection: false }],
    })
  const samples = [sample(1, 'section-17', 46, MEASURED_AT), sample(2, 'section-16', 52, '2026-11-23T20:00:00+08:00')]
  await server.at.commit(waterImported(anImport(1, { samples })))
})
afterAll(() => server.close())

async function report(
  n: number,
  coordinates: readonly [number, number],
  occurredAt: string,
  parts: { medium?: Medium; pollutant?: string } = {},
) {
  const { medium = 'water', pollutant } = parts
  const geometry = { type: 'Point', coordinates }
  const facts = { geometry, crs: 'EPSG:4326', occurredAt, matter: 'enforcement', medium, severity: 'general' }
  const body = {
    id: idOf(n),
    title: `来水异常 ${n}`,
    description: '',
    report: { ...facts, ...(pollutant && { pollutant }) },
  }
  const answer = await server.post('/api/incidents', body)
  expect(answer.status, await answer.clone().text()).toBe(201)
}

/** So many kilometres up the 凉水河 from 许各庄. */
function aboveSection(km: number): readonly [number, number] {
  const atlas = server.at.world.atlasAsOf('2026-11-24')
  if (isRefusal(atlas)) throw new Error('no atlas')
  const section = sectionPlaces(atlas).find(({ id }) => id === 'section-17')
  return pointAtKm(atlas, 'liangshui-he', (section?.km ?? 0) - km)
}

const sources = (query: string) => server.ask(`/api/water/sources?${query}`)
const ASKED = `section=section-17&indicator=cod&at=${encodeURIComponent(MEASURED_AT)}`

describe('GET /api/water/sources', () => {
  it('ranks what is on record above the section, with window, unit, bank and reasons in two languages', async () => {
    await report(1, aboveSection(5), '2026-11-23T18:00:00+08:00', { pollutant: '化学需氧量' })
    await report(2, aboveSection(20), '2026-11-01T18:00:00+08:00')
    const body = traceSources.output.parse(await (await sources(ASKED)).json())
    expect(body.section).toMatchObject({ id: 'section-17', name: '许各庄', isDemonstration: false })
    expect(body.measured).toEqual({ value: 46, unit: 'mg/L', at: MEASURED_AT })
    const scores = body.candidates.map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    const [near, far] = [1, 2].map((n) => body.candidates.find(({ id }) => id === `incident:${idOf(n)}`))
    expect(near?.score).toBeGreaterThan(far?.score ?? 1)
    expect(near?.reasons.map(({ zh }) => zh).join()).toContain('化学需氧量')
    expect(near?.reasons.every(({ zh, en }) => zh !== '' && en !== '')).toBe(true)
    expect(Date.parse(near?.window.from ?? '')).toBeLessThan(Date.parse(near?.window.to ?? ''))
    expect(Date.parse(near?.window.to ?? '')).toBeLessThan(Date.parse(MEASURED_AT))
    expect(body.request.to.map(({ name }) => name)).toContain('通州区')
    expect(body.request.text.zh).toContain('化学需氧量 46 mg/L')
    expect(body.settings.every(({ zh }) => zh.includes('设计'))).toBe(true)
  })

  it('a section that no river has is refused; a time without an offset does not fit', async () => {
    const unknown = await sources(`section=section-99&indicator=cod&at=${encodeURIComponent(MEASURED_AT)}`)
    expect(unknown.status).toBe(404)
    expect(await unknown.json()).toMatchObject({ type: expect.stringContaining('unknown-subject') })
    expect((await sources('section=section-17&indicator=cod&at=2026-11-24T09:30:00')).status).toBe(400)
    expect((await sources(`${ASKED}&maxH=1000`)).status).toBe(400)
  })

  it('where nothing was measured there is a request all the same, without a value', async () => {
    const body = traceSources.output.parse(await (await sources(ASKED.replace('cod', 'lead'))).json())
    expect(body.measured).toBeNull()
    expect(body.request.to.length).toBeGreaterThan(0)
  })
})

describe('GET /api/water/same-events', () => {
  it('two banks in two provinces report one event; an old one and one in the air are left out', async () => {
    await report(11, [...ON_CHAOBAI.left], '2026-11-22T08:00:00+08:00', { pollutant: '氨氮' })
    await report(12, [...ON_CHAOBAI.right], '2026-11-22T10:00:00+08:00')
    await report(13, [...ON_CHAOBAI.right], '2026-11-22T10:00:00+08:00', { medium: 'air' })
    const ask = async (days: number) => {
      const { groups } = listSameEvents.output.parse(
        await (await server.ask(`/api/water/same-events?days=${days}`)).json(),
      )
      return groups.filter(({ unitNames }) => unitNames.includes('三河市'))
    }
    const [group, ...more] = await ask(30)
    expect(more).toEqual([])
    expect(group?.unitNames.toSorted()).toEqual(['三河市', '通州区'])
    expect(group?.incidents.map(({ id }) => id)).toEqual([idOf(11), idOf(12)])
    expect(group?.reason.zh).toContain('可能是同一事件')
    expect(await ask(1)).toEqual([])
  })
})

describe('GET /api/water/no-mans-land', () => {
  it('is the patrol list of the day, the same for every day of an edition', async () => {
    const ask = async (query: string) =>
      listNoMansLand.output.parse(await (await server.ask(`/api/water/no-mans-land${query}`)).json())
    const { places, settings } = await ask('')
    expect(places.length).toBeGreaterThan(3)
    expect(settings[0]?.zh).toContain('设计值')
    expect(await ask('?date=2026-11-24')).toEqual({ places, settings })
  })

  it('a day before all boundaries is refused', async () => {
    expect((await server.ask('/api/water/no-mans-land?date=1999-01-01')).status).toBe(422)
  })
})

it('nothing was thrown', () => {
  expect(server.errors).toEqual([])
})
