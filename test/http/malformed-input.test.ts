/** Bad input of many kinds, seeded: each is refused in words or taken, and none makes the server fail. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { aReport, idOf } from '../fixtures/incidents.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const BODIES = 400
const QUERIES = 400

/** Values that have broken somebody before. */
const NASTY: readonly unknown[] = [
  null,
  true,
  0,
  -0,
  1e308,
  -1,
  0.1,
  '',
  ' ',
  '0',
  'NaN',
  'null',
  '2026-02-30T00:00:00+08:00',
  '9999-12-31T23:59:60Z',
  '\u0000',
  '\ud800',
  '﷽'.repeat(200),
  '__proto__',
  '../../etc/passwd',
  "'; drop table incidents; --",
  '<script>alert(1)</script>',
  [],
  [[]],
  [[[[[]]]]],
  {},
  { type: 'Point' },
  { type: 'GeometryCollection', geometries: [] },
  { __proto__: null, constructor: { prototype: {} } },
  [116.4, 39.9],
  [39.9, 116.4],
  Array.from({ length: 300 }, () => [0, 0]),
]

it(`${BODIES} mangled reports are each refused with 400 or taken, never failed`, async () => {
  const random = seededRandom(20261124)
  for (let n = 0; n < BODIES; n++) {
    const body = mangle({ id: idOf(n), title: '排污', description: 'x', report: aReport({ uncertaintyM: 30 }) }, random)
    const text = random() < 0.2 ? damaged(JSON.stringify(body), random) : JSON.stringify(body)
    const [path, sent] = random() < 0.5 ? ['/api/incidents', text] : ['/api/assessments', reportIn(body, text)]
    const response = await server.post(path, sent)
    expect([200, 201, 400, 409, 422], `${path} ${sent.slice(0, 300)}`).toContain(response.status)
    if (response.status === 400) await expectNamed(response, sent)
  }
  expect(server.errors).toEqual([])
})

it(`${QUERIES} mangled queries are each refused or answered, never failed`, async () => {
  const random = seededRandom(42)
  const good: Readonly<Record<string, string>> = {
    lon: '116.7',
    lat: '39.9',
    crs: 'EPSG:4326',
    direction: 'upstream',
    q: '潮白河',
    limit: '5',
    offset: '0',
    bbox: '116,39,117,40',
    from: '2026-01-01',
    sort: 'number',
    after: '3',
    date: '2026-11-24',
  }
  const paths = [
    '/api/jurisdictions/locate',
    '/api/rivers/trace',
    '/api/incidents',
    '/api/places',
    '/api/layers/reaches',
    '/api/rules',
  ]
  for (let n = 0; n < QUERIES; n++) {
    const query = new URLSearchParams(good)
    for (const name of Object.keys(good))
      if (random() < 0.25) query.set(name, JSON.stringify(pick(NASTY, random)).replaceAll('"', '').slice(0, 400))
    const address = `${pick(paths, random)}?${query}`
    const response = await server.ask(address)
    expect([200, 400, 404, 422], address).toContain(response.status)
    if (response.status === 400) await expectNamed(response, address)
  }
  expect(server.errors).toEqual([])
})

describe('each common mistake is told by its field and remedy', () => {
  const assess = async (parts: object) => {
    const response = await server.post('/api/assessments', { ...aReport(), ...parts })
    const { errors = [] } = (await response.json()) as { errors?: { pointer: string; code: string; detail: string }[] }
    return { status: response.status, errors: errors.map(({ pointer, detail }) => `${pointer} ${detail}`) }
  }
  const point = (...coordinates: unknown[]) => ({ geometry: { type: 'Point', coordinates } })

  it.each([
    ['no system named', { crs: undefined }, /^\/crs .*GCJ-02/],
    ['a system that is not known', { crs: 'EPSG:3857' }, /^\/crs .*墨卡托/],
    ['latitude first', point(39.95, 116.75), /^\/geometry\/coordinates.*经度/],
    ['out of range', point(216.75, 39.95), /超出/],
    ['numbers as text', point('116.75', '39.95'), /数字|坐标/],
    ['far away', point(2.35, 48.85), /超过 100 千米|经度/],
    [
      'an unclosed ring',
      {
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [116.7, 39.9],
              [116.8, 39.9],
              [116.8, 40],
            ],
          ],
        },
      },
      /首|闭合/,
    ],
    ['an empty line', { geometry: { type: 'LineString', coordinates: [] } }, /空/],
    ['a collection', { geometry: { type: 'GeometryCollection', geometries: [] } }, /GeometryCollection/],
    ['no geometry', { geometry: undefined }, /几何/],
    ['a day that does not exist', { occurredAt: '2026-02-30T10:00:00+08:00' }, /^\/occurredAt /],
    ['a time without its zone', { occurredAt: '2026-11-24T10:00:00' }, /^\/occurredAt /],
    ['the future', { occurredAt: '2027-11-24T10:00:00+08:00' }, /^\/occurredAt /],
    ['an unknown matter', { matter: 'party' }, /^\/matter .*enforcement.*dispute/],
    ['an unknown medium', { medium: '水' }, /^\/medium .*water/],
    ['a negative error', { uncertaintyM: -5 }, /^\/uncertaintyM .*至少为 0/],
  ])('%s', async (_, parts, expected) => {
    const { status, errors } = await assess(parts)
    expect(status).toBe(400)
    expect(errors.join('\n')).toMatch(expected)
  })

  it('a body in GBK is told to be UTF-8', async () => {
    const gbk = new Uint8Array([0x7b, 0x22, 0xb3, 0xb1, 0x22, 0x3a, 0x31, 0x7d])
    const response = await server.ask('/api/assessments', {
      method: 'POST',
      body: gbk,
      headers: { 'content-type': 'application/json', 'content-length': '8' },
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ code: 'not-utf8' }] })
  })

  it('a byte order mark does no harm', async () => {
    expect((await server.post('/api/assessments', `\ufeff${JSON.stringify(aReport())}`)).status).toBe(200)
  })

  it('what the contract does not know is left out, also names that reach into prototypes', async () => {
    const text = JSON.stringify({ id: idOf(9001), title: '排污', report: aReport() }).replace(
      '{',
      '{"__proto__":{"isDemonstration":true},"isDemonstration":true,"number":"JH-1",',
    )
    const response = await server.post('/api/incidents', text)
    expect(await response.json()).toMatchObject({
      isDemonstration: false,
      number: expect.stringMatching(/^JH-20261124-/),
    })
  })
})

type Random = () => number

const pick = <T>(list: readonly T[], random: Random): T | undefined => list[Math.floor(random() * list.length)]

/** Replaces or drops a few members, at any depth. */
function mangle(value: unknown, random: Random): unknown {
  if (random() < 0.06) return pick(NASTY, random)
  if (Array.isArray(value)) return value.map((item) => mangle(item, random))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(() => random() > 0.04)
  return Object.fromEntries(kept.map(([name, member]) => [name, mangle(member, random)]))
}

/** Cut, doubled, or with a sign changed. */
function damaged(text: string, random: Random): string {
  const at = Math.floor(random() * text.length)
  const ways = [
    text.slice(0, at),
    text + text.slice(at),
    `${text.slice(0, at)}${String.fromCharCode(Math.floor(random() * 300))}${text.slice(at + 1)}`,
    text.replace(/\d+(\.\d+)?/, '1e999'),
    text.replace(/\d+(\.\d+)?/, '-Infinity'),
  ]
  return pick(ways, random) ?? text
}

const reportIn = (body: unknown, text: string): string =>
  typeof body === 'object' && body !== null && 'report' in body ? JSON.stringify(body.report ?? null) : text

async function expectNamed(response: Response, sent: string): Promise<void> {
  const { errors } = (await response.json()) as { errors?: unknown[] }
  expect(errors?.length, sent.slice(0, 300)).toBeGreaterThan(0)
  for (const error of errors ?? []) {
    expect(error, sent.slice(0, 300)).toMatchObject({
      pointer: expect.any(String),
      detail: expect.stringMatching(/\p{Script=Han}/u),
      detailEn: expect.stringMatching(/\w/),
    })
  }
}
