/** What every endpoint of the contract must do, whichever it is: the list is the contract's own. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assessReport } from '#contract/assessments'
import type { Endpoint } from '#contract/endpoint'
import { liveEvents } from '#contract/events'
import { readHealth } from '#contract/health'
import {
  listIncidents,
  readIncident,
  readIncidentChanges,
  removeDemonstrations,
  reportIncident,
} from '#contract/incidents'
import { ENDPOINTS } from '#contract/index'
import { locatePoint } from '#contract/jurisdictions'
import { LAYERS, readLayer } from '#contract/layers'
import { decideNetworkProblem, listNetworkMends, listNetworkProblems, withdrawNetworkMend } from '#contract/network'
import { searchPlaces } from '#contract/places'
import { listRiverStates, recordRiverState } from '#contract/river-states'
import { traceRiver } from '#contract/rivers'
import { readRules } from '#contract/rules'
import { readReachChiefs } from '#contract/water-chiefs'
import { makeReviewDocument } from '#contract/water-documents'
import { readEvaluation } from '#contract/water-evaluation'
import {
  importWater,
  listWaterImports,
  previewWaterImport,
  readImportTemplate,
  undoWaterImport,
} from '#contract/water-imports'
import { addWaterNote, readLedger } from '#contract/water-ledger'
import { readProfile, readSectionSeries } from '#contract/water-profile'
import { listWaterSubjects, readReview } from '#contract/water-review'
import { listWaterSamples, readHourlySeries, readLatestValues } from '#contract/water-samples'
import { listNoMansLand, listSameEvents, traceSources } from '#contract/water-sources'
import { waterImported } from '#domain/change'
import { PROBLEMS } from '../../server/http/problem-kinds.ts'
import { SECURITY_HEADERS } from '../../server/http/respond.ts'
import { aReport, idOf } from '../fixtures/incidents.ts'
import { ON_THE_BORDER_RIVER, type TestServer, testServer } from '../fixtures/server.ts'
import { anImport, aSample } from '../fixtures/water.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  expect((await server.post('/api/incidents', { id: idOf(1), title: '排污', report: report() })).status).toBe(201)
  await server.at.commit(waterImported(anImport(1, { samples: [aSample(9), aSample(10)] })))
})
afterAll(() => server.close())

const report = () => aReport({ geometry: { type: 'Point', coordinates: [...ON_THE_BORDER_RIVER] } })
const [lon, lat] = ON_THE_BORDER_RIVER
const here = `lon=${lon}&lat=${lat}&crs=EPSG:4326`

const WATER_CSV = '断面名称,采样时间,氨氮(mg/L)\n马驹桥,2026-03-05 09:30,0.5\n'
const waterFile = () => ({
  fileName: '凉水河三月.csv',
  content: Buffer.from(WATER_CSV).toString('base64'),
  authority: 'municipal',
})

/** What the builder says of the shipped lines: a canal passes over a river. */
const CROSSING = 'crossing:jingmi-yinshuiqu-03:yanqi-he-01:471855-4468126'
const DECIDED = { problemId: CROSSING, by: '数据管理员', why: '现场为倒虹吸' }

interface Case {
  readonly endpoint: Endpoint
  readonly good: string
  readonly body?: () => unknown
  /** An address or body that does not fit; null where every input does. */
  readonly bad: string | null
}

const CASES: readonly Case[] = [
  { endpoint: assessReport, good: '/api/assessments', body: report, bad: '/api/assessments' },
  {
    endpoint: reportIncident,
    good: '/api/incidents',
    body: () => ({ id: idOf(2), title: '夜间排污', report: report() }),
    bad: '/api/incidents',
  },
  { endpoint: listIncidents, good: '/api/incidents?limit=5&q=排污', bad: '/api/incidents?limit=0' },
  { endpoint: readIncident, good: `/api/incidents/${idOf(1)}`, bad: '/api/incidents/1' },
  { endpoint: readIncidentChanges, good: `/api/incidents/${idOf(1)}/changes`, bad: '/api/incidents/1/changes' },
  { endpoint: removeDemonstrations, good: '/api/demonstrations', bad: null },
  { endpoint: liveEvents, good: '/api/events', bad: '/api/events?after=-1' },
  { endpoint: locatePoint, good: `/api/jurisdictions/locate?${here}`, bad: '/api/jurisdictions/locate?lon=116' },
  {
    endpoint: traceRiver,
    good: `/api/rivers/trace?${here}&direction=downstream&maxKm=40`,
    bad: `/api/rivers/trace?${here}&direction=sideways`,
  },
  { endpoint: listRiverStates, good: '/api/rivers/states?date=2026-11-24', bad: '/api/rivers/states?date=today' },
  {
    endpoint: recordRiverState,
    good: '/api/rivers/states',
    body: () => ({
      ...{ id: idOf(10), reachId: 'liangshui-he-07', state: 'dry', validFrom: '2026-11-01', validTo: null },
      ...{ source: '巡河记录', by: '通州区' },
    }),
    bad: '/api/rivers/states',
  },
  { endpoint: readLayer, good: '/api/layers/districts', bad: '/api/layers/districts?date=2026-02-30' },
  { endpoint: searchPlaces, good: '/api/places?q=tz', bad: '/api/places?q=' },
  { endpoint: readRules, good: '/api/rules', bad: '/api/rules?date=yesterday' },
  { endpoint: listWaterSubjects, good: '/api/water/subjects', bad: null },
  {
    endpoint: readReview,
    good: '/api/water/review?subject=city&period=2026-10',
    bad: '/api/water/review?subject=city&period=October',
  },
  {
    endpoint: readEvaluation,
    good: '/api/water/evaluations/section-16?period=2026-10',
    bad: '/api/water/evaluations/section-16?period=2026-13',
  },
  {
    endpoint: readProfile,
    good: '/api/water/profile?river=liangshui-he&indicator=cod&months=2026-10,2026-09',
    bad: '/api/water/profile?river=liangshui-he&indicator=cod&months=October',
  },
  {
    endpoint: readSectionSeries,
    good: '/api/water/series?section=section-16&indicator=cod&from=2026-01&to=2026-10',
    bad: '/api/water/series?section=section-16&indicator=cod&from=2026-10&to=2026-01',
  },
  { endpoint: readLedger, good: '/api/water/ledger?month=2026-10', bad: '/api/water/ledger?month=2026' },
  {
    endpoint: addWaterNote,
    good: '/api/water/notes',
    body: () => ({
      ...{ id: idOf(3), kind: 'objection', sectionId: 'section-16', month: '2026-10', indicator: null },
      ...{ by: '大兴区', text: '断面上游有在建工程，请核实。' },
    }),
    bad: '/api/water/notes',
  },
  {
    endpoint: makeReviewDocument,
    good: '/api/water/review-documents',
    body: () => ({ subject: 'city', period: '2026-10', format: 'docx' }),
    bad: '/api/water/review-documents',
  },
  {
    endpoint: traceSources,
    good: '/api/water/sources?section=section-16&indicator=cod&at=2026-10-05T09:30:00%2B08:00',
    bad: '/api/water/sources?section=section-16&indicator=cod&at=2026-10-05',
  },
  { endpoint: listSameEvents, good: '/api/water/same-events?days=30', bad: '/api/water/same-events?days=0' },
  { endpoint: listNoMansLand, good: '/api/water/no-mans-land', bad: '/api/water/no-mans-land?date=today' },
  { endpoint: readReachChiefs, good: '/api/water/chiefs?reach=liangshui-he-07', bad: '/api/water/chiefs' },
  { endpoint: readImportTemplate, good: '/api/water/import-template', bad: '/api/water/import-template?format=pdf' },
  {
    endpoint: previewWaterImport,
    good: '/api/water/import-previews',
    body: waterFile,
    bad: '/api/water/import-previews',
  },
  {
    endpoint: importWater,
    good: '/api/water/imports',
    body: () => ({ ...waterFile(), id: idOf(7), hash: createHash('sha256').update(WATER_CSV).digest('hex') }),
    bad: '/api/water/imports',
  },
  { endpoint: listWaterImports, good: '/api/water/imports', bad: null },
  { endpoint: undoWaterImport, good: `/api/water/imports/${idOf(7)}`, bad: `/api/water/imports/${'x'.repeat(61)}` },
  {
    endpoint: listWaterSamples,
    good: '/api/water/samples?section=section-16&from=2026-01&to=2026-12',
    bad: '/api/water/samples?section=section-16&from=2026-12&to=2026-01',
  },
  {
    endpoint: readHourlySeries,
    good: '/api/water/hourly?section=section-16&indicator=ph&from=2026-10-01&to=2026-10-31',
    bad: '/api/water/hourly?section=section-16&from=1990-01-01&to=2026-10-31',
  },
  { endpoint: readLatestValues, good: '/api/water/latest', bad: null },
  { endpoint: listNetworkProblems, good: '/api/network/problems', bad: '/api/network/problems?date=today' },
  { endpoint: listNetworkMends, good: '/api/network/mends', bad: null },
  {
    endpoint: decideNetworkProblem,
    good: '/api/network/mends',
    body: () => ({ ...DECIDED, id: idOf(8), mend: { action: 'accept' } }),
    bad: '/api/network/mends',
  },
  {
    endpoint: withdrawNetworkMend,
    good: '/api/network/withdrawals',
    body: () => ({ ...DECIDED, id: idOf(9) }),
    bad: '/api/network/withdrawals',
  },
  { endpoint: readHealth, good: '/health', bad: null },
]

it('every endpoint of the contract is tested here', () => {
  expect(CASES.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`)).toEqual(
    ENDPOINTS.map((endpoint) => `${endpoint.method} ${endpoint.path}`),
  )
})

describe.each(CASES.map((each) => [`${each.endpoint.method} ${each.endpoint.path}`, each] as const))(
  '%s',
  (_, { endpoint, good, body, bad }) => {
    const send = (path: string, content?: unknown) =>
      endpoint.method === 'POST' ? server.post(path, content) : server.ask(path, { method: endpoint.method })

    it('answers what it promises, and nothing more', async () => {
      const response = await send(good, body?.())
      expect(response.status).toBe(endpoint.status)
      expectSafe(response)
      if (endpoint.kind === 'stream') return response.body?.cancel()
      const answer: unknown = await response.json()
      expect(endpoint.output.parse(answer)).toEqual(answer)
    })

    it.runIf(bad !== null)(
      'refuses what does not fit, naming each field and its remedy in both languages',
      async () => {
        const response = await send(bad ?? '', [])
        expect(response.status).toBe(400)
        await expectProblem(response, { mustName: true })
      },
    )

    it('refuses other methods and says which it takes', async () => {
      const response = await server.ask(good, { method: 'PATCH', body: '{}' })
      expect(response.status).toBe(405)
      expect(response.headers.get('allow')).toContain(endpoint.method)
      await expectProblem(response)
    })

    it.runIf(endpoint.input.body)(
      'refuses a body that is not JSON by its type, by its text and by its size',
      async () => {
        expect((await server.post(good, body?.(), { 'content-type': 'text/plain' })).status).toBe(415)
        expect((await server.post(good, body?.(), { 'content-type': 'application/json; charset=gbk' })).status).toBe(
          415,
        )
        for (const text of ['', '{', '[1,', 'null', '"x"', '{"a":NaN}', '\u0000', '1e999']) {
          const response = await server.post(good, text)
          expect(response.status, text).toBe(400)
          await expectProblem(response, { mustName: true })
        }
        const large = await server.post(good, `{"x":"${'a'.repeat(Math.max(10_000_000, endpoint.bodyLimit ?? 0))}"}`)
        expect(large.status).toBe(413)
        await expectProblem(large)
      },
    )
  },
)

it('an id or a layer that is not there is refused as the contract says', async () => {
  for (const [path, kind] of [
    [`/api/incidents/${idOf(404)}`, 'incident-not-found'],
    [`/api/incidents/${idOf(404)}/changes`, 'incident-not-found'],
    ['/api/layers/secrets', 'layer-not-found'],
    ['/api/layers/districts?date=1949-10-01', 'no-boundaries-for-date'],
    [`/api/jurisdictions/locate?${here}&date=1949-10-01`, 'no-boundaries-for-date'],
    ['/api/rules?date=1949-10-01', 'no-rules-for-date'],
    ['/api/rivers/trace?lon=115.5&lat=40.9&crs=EPSG:4326&direction=upstream', 'no-river-near'],
  ] as const) {
    const response = await server.ask(path)
    expect(response.status, path).toBe(PROBLEMS[kind].status)
    expect(await expectProblem(response), path).toMatchObject({ type: `/problems/${kind}` })
  }
})

it('a refusal says its days and distances as its language writes them', async () => {
  const detailOf = async (path: string) => (await expectProblem(await server.ask(path))) as Record<string, unknown>
  expect(await detailOf('/api/rules?date=1949-10-01')).toMatchObject({
    detail: '1949年10月1日没有适用的派单规则，最早的规则自2019年3月4日起施行。',
    detailEn: 'No routing rules are in force on 1 October 1949; the first begin on 4 March 2019.',
  })
  expect(await detailOf('/api/layers/districts?date=1949-10-01')).toMatchObject({
    firstDate: '2015-12-01',
    detail: '没有1949年10月1日的行政区划和河流数据，最早的数据自2015年12月1日起。',
    detailEn: 'There are no boundaries and rivers for 1 October 1949; the first begin on 1 December 2015.',
  })
  const far = await detailOf('/api/rivers/trace?lon=115.5&lat=40.9&crs=EPSG:4326&direction=upstream')
  expect(far).toMatchObject({ maxDistanceM: 5000, nearestM: expect.any(Number) })
  expect(far.nearestM).toBeGreaterThan(5000)
  expect(far.detail).toMatch(/^5 公里内没有河流，最近的河流约在 [\d.]+ 公里外。$/)
  expect(far.detailEn).toMatch(/^No river lies within 5 km; the nearest is about [\d.]+ km away\.$/)
})

it.each(LAYERS)('the layer %s has features and can be asked for again by its tag', async (layer) => {
  const first = await server.ask(`/api/layers/${layer}`, { headers: { 'accept-encoding': 'gzip' } })
  const tag = first.headers.get('etag') ?? ''
  expect(first.headers.get('content-type')).toBe('application/geo+json')
  expect(tag).toMatch(/^"[\w-]{22}(-gzip)?"$/)
  const again = await server.ask(`/api/layers/${layer}`, { headers: { 'if-none-match': `"other", W/${tag}` } })
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', expect.stringMatching(/^"/)])
  const whole = await server.ask(`/api/layers/${layer}`)
  expect(await whole.json()).toMatchObject({
    type: 'FeatureCollection',
    features: expect.arrayContaining([{}].map(() => expect.anything())),
  })
})

it('nothing was thrown on the way', () => {
  expect(server.errors).toEqual([])
})

function expectSafe(response: Response): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(response.headers.get(name), name).toBe(value)
}

async function expectProblem(response: Response, { mustName = false } = {}): Promise<unknown> {
  expectSafe(response)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const problem = (await response.json()) as Record<string, unknown>
  expect(problem).toMatchObject({
    type: expect.stringMatching(/^\/problems\//),
    status: response.status,
    title: expect.stringMatching(/\p{Script=Han}/u),
    titleEn: expect.stringMatching(/^[\x20-\x7e]+$/),
    detail: expect.stringMatching(/\p{Script=Han}/u),
    detailEn: expect.stringMatching(/\w/),
  })
  if (mustName) {
    expect(problem.errors).toEqual(expect.arrayContaining([expect.anything()]))
    for (const error of problem.errors as unknown[]) {
      expect(error).toMatchObject({
        pointer: expect.any(String),
        code: expect.stringMatching(/^[\w-]+$/),
        detail: expect.stringMatching(/\p{Script=Han}/u),
        detailEn: expect.stringMatching(/^[A-Z`"([].*\.$/s),
      })
    }
  }
  return problem
}
