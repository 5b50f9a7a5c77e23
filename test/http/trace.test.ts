/** What a trace says over the wire beyond the shape of the first version. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { traceRiver } from '#contract/rivers'
import { isRefusal } from '#domain/refusal'
import type { NetworkState } from '#domain/river/network-state'
import { createWorld } from '#domain/world'
import { answerTrace, type TraceQuery } from '../../server/http/trace.ts'
import { readReferenceFiles } from '../../server/reference-files.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

/** On 温榆河 above 北关, where 运潮减河 leaves. */
const ABOVE_BEIGUAN = 'lon=116.6&lat=40.005&crs=EPSG:4326'

async function trace(query: string) {
  const response = await server.ask(`/api/rivers/trace?${query}`)
  expect(response.status).toBe(200)
  return traceRiver.output.parse(await response.json())
}

async function refusal(query: string) {
  const response = await server.ask(`/api/rivers/trace?${query}`)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('a trace over the wire', () => {
  it('names the diversion, the branch of every gate, and that no hour is measured', async () => {
    const { branches, gates, travelTime, reaches } = await trace(`${ABOVE_BEIGUAN}&direction=downstream`)
    expect(branches).toMatchObject([{ kind: 'diversion', river: '运潮减河', leavesReachId: null }])
    expect(gates.find(({ name }) => name === '北关分洪闸')?.branch).toMatchObject({ river: '运潮减河' })
    expect(gates.find(({ name }) => name === '杨洼闸')?.branch.kind).toBe('main')
    expect(new Set(reaches.map(({ origin }) => origin))).toEqual(new Set(['default']))
    expect(travelTime).toMatchObject({ flow: 'mean', status: 'design', originKm: { observed: 0, 'jobson-1996': 0 } })
  })

  it('says what closing 北关分洪闸 would keep dry', async () => {
    const { alternatives } = await trace(`${ABOVE_BEIGUAN}&direction=downstream`)
    const gate = alternatives.find(({ name }) => name === '北关分洪闸')
    expect(gate).toMatchObject({ now: 'open', gained: { reachIds: [], units: [] } })
    expect(gate?.lost.units).toContain('131082')
  })

  it('ends at the section that was asked for', async () => {
    const { end, points, units } = await trace(`${ABOVE_BEIGUAN}&direction=downstream&stopAt=section-09`)
    expect(end).toMatchObject({ id: 'section-09', kind: 'section', name: '榆林庄' })
    expect(points.find(({ id }) => id === 'section-09')?.km).toBeCloseTo(end?.km ?? Number.NaN, 9)
    expect(points.map(({ name }) => name)).not.toContain('杨洼闸')
    for (const { entryPoint, exitPoint } of units) expect([entryPoint.lon, exitPoint.lon]).not.toContain(null)
  })

  it('starts on the candidate that was chosen', async () => {
    const near = 'lon=116.651&lat=39.912&crs=EPSG:4326&direction=downstream&maxKm=5'
    const { candidates, snapped } = await trace(near)
    const [other] = candidates
    expect(other?.distanceM).toBeGreaterThanOrEqual(snapped.distanceM)
    const chosen = await trace(`${near}&reachId=${other?.reachId}`)
    expect(chosen.snapped).toMatchObject({ reachId: other?.reachId, distanceM: other?.distanceM })
    expect(chosen.reaches[0]?.reachId).toBe(other?.reachId)
    expect(chosen.candidates.map(({ reachId }) => reachId)).toContain(snapped.reachId)
  })

  it('refuses an end upstream, an end that is nothing, and a reach too far away', async () => {
    const upstream = await refusal(`${ABOVE_BEIGUAN}&direction=downstream&stopAt=section-07`)
    expect(upstream).toMatchObject({ status: 422, body: { type: '/problems/not-upstream', lies: 'upstream' } })
    expect(upstream.body).toMatchObject({ detail: expect.stringContaining('上游') })
    const nothing = await refusal(`${ABOVE_BEIGUAN}&direction=downstream&stopAt=nowhere`)
    expect(nothing).toMatchObject({ status: 404, body: { type: '/problems/river-feature-not-found', id: 'nowhere' } })
    const unknown = await refusal(`${ABOVE_BEIGUAN}&direction=downstream&reachId=nowhere-1`)
    expect(unknown.body).toMatchObject({ type: '/problems/river-feature-not-found' })
    const far = await refusal(`${ABOVE_BEIGUAN}&direction=downstream&reachId=juma-he-01`)
    expect(far).toMatchObject({ status: 404, body: { type: '/problems/no-river-near' } })
    const day = await refusal(`${ABOVE_BEIGUAN}&direction=downstream&at=2024-02-30`)
    expect(day.status).toBe(400)
  })
})

describe('under the gates of a day', () => {
  const { reference } = readReferenceFiles()
  const at = {
    world: createWorld(reference, { reference: 'test', software: 'test' }),
    nowMs: () => Date.UTC(2026, 0, 2),
  }
  const closed: NetworkState = {
    reachId: 'yunchao-jianhe-01',
    state: 'closed',
    validFrom: '2025-06-01',
    validTo: '2025-07-01',
    source: '调度令',
  }
  const query: TraceQuery = { lon: 116.6, lat: 40.005, crs: 'EPSG:4326', direction: 'downstream', flow: 'mean' }
  const answer = (day: string) => {
    const found = answerTrace({ ...query, at: day }, at, [closed])
    if (isRefusal(found)) throw new Error(found.refusal)
    return found
  }

  it('the trace says under which order it was made, what stopped it, and what opening would reach', () => {
    const { state, alternatives, branches } = answer('2025-06-30')
    expect(state).toEqual({ day: '2025-06-30', records: [closed], stoppedAt: ['yunchao-jianhe-01'] })
    expect(alternatives.find(({ now }) => now === 'closed')).toMatchObject({ name: '北关分洪闸' })
    expect(alternatives.find(({ now }) => now === 'closed')?.gained.units).toContain('131082')
    expect(branches.map(({ river }) => river)).toEqual(['运潮减河'])
  })

  it('on the first day after the order it is the trace of the open gate', () => {
    expect(answer('2025-07-01').state).toEqual({ day: '2025-07-01', records: [], stoppedAt: [] })
  })
})
