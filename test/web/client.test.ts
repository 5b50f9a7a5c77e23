import { describe, expect, it } from 'vitest'
import { readIncident, removeDemonstrations, reportIncident } from '#contract/incidents'
import { locatePoint } from '#contract/jurisdictions'
import { searchPlaces } from '#contract/places'
import { clientOf, type Fetch, urlOf } from '../../web/api/client.ts'
import { ProblemError } from '../../web/api/problem-error.ts'

const answering =
  (status: number, body: string): Fetch =>
  async () =>
    new Response(body, { status })
const ID = '0190c5a4-7e1c-7cc3-98c4-dc0c0c07398f'

describe('an address is made from the contract', () => {
  it('path parameters are put in their place, escaped', () => {
    expect(urlOf(readIncident, { path: { id: 'a/b 河' } })).toBe('/api/incidents/a%2Fb%20%E6%B2%B3')
  })

  it('query parameters that are absent are left out', () => {
    expect(urlOf(searchPlaces, { query: { q: '凉水河', limit: undefined } })).toBe(
      '/api/places?q=%E5%87%89%E6%B0%B4%E6%B2%B3',
    )
    expect(urlOf(removeDemonstrations, {})).toBe('/api/demonstrations')
  })
})

describe('a call answers what the contract promises or throws a problem', () => {
  it('a good answer is parsed by the contract', async () => {
    const call = clientOf(answering(200, JSON.stringify({ removed: 40, surplus: 'dropped' })))
    expect(await call(removeDemonstrations, {})).toEqual({ removed: 40 })
  })

  it('an answer that breaks the contract is a bug, not data', async () => {
    const call = clientOf(answering(200, JSON.stringify({ removed: 'many' })))
    await expect(call(removeDemonstrations, {})).rejects.toThrow(/removed/)
  })

  it('a refusal keeps both languages and names the field', async () => {
    const problem = {
      type: '/problems/invalid-report',
      status: 400,
      title: '报告内容有误',
      titleEn: 'The report is invalid',
      errors: [
        { pointer: '/query/lat', code: 'range', detail: '纬度须在 -90 到 90 之间', detailEn: 'Latitude is -90 to 90' },
      ],
    }
    const call = clientOf(answering(400, JSON.stringify(problem)))
    const error = await call(locatePoint, { query: { lon: 116, lat: 400, crs: 'EPSG:4326' } }).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(ProblemError)
    expect(error).toMatchObject({ problem })
  })

  it.each([
    ['a page of a proxy', '<html>Bad gateway</html>'],
    ['nothing', ''],
    ['JSON that is no problem', '[1,2]'],
  ])('%s in place of a problem is still a problem with its status', async (_, body) => {
    const error = await clientOf(answering(502, body))(removeDemonstrations, {}).catch((e: unknown) => e)
    expect(error).toMatchObject({ problem: { status: 502, type: 'about:blank' } })
    expect(error).toMatchObject({
      problem: { title: expect.stringContaining('502'), titleEn: expect.stringContaining('502') },
    })
  })

  it('a server that cannot be reached is a problem in both languages', async () => {
    const call = clientOf(() => Promise.reject(new TypeError('fetch failed')))
    await expect(call(readIncident, { path: { id: ID } })).rejects.toMatchObject({
      problem: { type: '/problems/unreachable', title: '无法连接服务器', titleEn: 'The server cannot be reached' },
    })
  })

  it('an answer no longer wanted is an abort and not a problem', async () => {
    const stop = new AbortController()
    const call = clientOf(
      (_, { signal }) => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    )
    const asked = call(readIncident, { path: { id: ID } }, { signal: stop.signal })
    stop.abort()
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('a body is sent as JSON and says so', async () => {
    let sent: RequestInit | undefined
    const call = clientOf(async (_, init) => {
      sent = init
      return new Response('{}', { status: 500 })
    })
    const report = {
      geometry: { type: 'Point' as const, coordinates: [116.7, 39.9] },
      crs: 'EPSG:4326' as const,
      occurredAt: '2026-11-24T08:00:00+08:00',
      matter: 'enforcement' as const,
      medium: 'water' as const,
      severity: 'general' as const,
    }
    await call(reportIncident, { body: { id: ID, title: '排污', report } }).catch(() => {})
    expect(sent).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } })
    expect(JSON.parse(String(sent?.body))).toEqual({ id: ID, title: '排污', report })
  })
})
