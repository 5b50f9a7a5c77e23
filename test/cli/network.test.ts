import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Feature, FeatureCollection } from 'geojson'
import { afterAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'jiehe-network-'))
afterAll(() => rmSync(folder, { recursive: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'server/cli/network.ts', ...args],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  )
  return { status, stdout, stderr }
}
function file(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const layer = (out: string, name: string): FeatureCollection =>
  JSON.parse(readFileSync(join(out, `${name}.geojson`), 'utf8'))

const feature = (type: string, coordinates: unknown, properties: object = {}): Feature =>
  ({ type: 'Feature', properties, geometry: { type, coordinates } }) as Feature
const collection = (...features: Feature[]) => ({ type: 'FeatureCollection', features })

/** 凉水河 in two lines that stop 15 m from one another, across the border of 大兴 and 通州, and a tributary. */
const LIANGSHUI = collection(
  feature(
    'LineString',
    [
      [116.5, 39.78],
      [116.56, 39.78],
    ],
    { osm: 'w1', ref: 'liangshui', title: '凉水河' },
  ),
  feature(
    'MultiLineString',
    [
      [
        [116.56018, 39.78],
        [116.66, 39.76],
      ],
    ],
    { osm: 'w2', ref: 'liangshui', title: '凉水河' },
  ),
  feature(
    'LineString',
    [
      [116.53, 39.82],
      [116.53, 39.7801],
    ],
    { osm: 'w3', title: '新凤河', waterway: 'canal' },
  ),
)
const KEYS = ['--crs', 'EPSG:4326', '--id', 'osm', '--river', 'ref', '--name', 'title', '--day', '2026-11-24']

describe('the network command', () => {
  const out = join(folder, 'network')

  it('writes reaches, nodes, problems and drifts from a layer with attributes of its own', () => {
    const { status, stdout, stderr } = run(file('liangshui.geojson', LIANGSHUI), ...KEYS, '--out', out)
    expect([status, stdout]).toEqual([0, ''])
    expect(stderr).toMatch(/3 条线/)
    const reaches = layer(out, 'reaches').features.map(({ properties }) => properties)
    const rivers = reaches.filter((properties) => properties?.riverId === 'liangshui')
    expect(rivers.length).toBeGreaterThanOrEqual(2)
    expect(new Set(rivers.flatMap((properties) => [properties?.leftUnit]))).toContain('110112')
    expect(reaches.find((properties) => properties?.id === 'w3@0')).toMatchObject({
      kind: 'canal',
      riverEn: 'Xinfeng River',
    })
    expect(layer(out, 'problems').features.map(({ id }) => id)).toContain('snapped-end:w1:finish')
    expect(layer(out, 'drifts').type).toBe('FeatureCollection')
  })

  it('applies stored mends, and snaps as far as it is told', () => {
    const input = file('liangshui.geojson', LIANGSHUI)
    const mends = file('mends.json', [{ action: 'delete', problemId: 'x', lineId: 'w3' }])
    const { status } = run(input, ...KEYS, '--out', out, '--mends', mends, '--snap', '5')
    expect(status).toBe(0)
    expect(layer(out, 'reaches').features.map(({ properties }) => properties?.id)).not.toContain('w3@0')
    expect(layer(out, 'problems').features.map(({ id }) => id)).not.toContain('snapped-end:w1:finish')
  })

  it('finds the flow from outlets in a file', () => {
    const outlets = file('outlets.geojson', collection(feature('Point', [116.5, 39.78])))
    const args = ['--orient', 'outlets', '--outlets', outlets]
    expect(run(file('liangshui.geojson', LIANGSHUI), ...KEYS, '--out', out, ...args).status).toBe(0)
    const ids = layer(out, 'problems').features.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['reversed:w1', 'reversed:w2']))
  })

  it('uses the lines of a file with points among them and says which it did not use', () => {
    const mixed = collection(
      ...LIANGSHUI.features,
      feature('Point', [116.5, 39.8]),
      feature('LineString', [
        [39.8, 116.5],
        [39.9, 116.5],
      ]),
    )
    const { status, stderr } = run(file('mixed.geojson', mixed), ...KEYS, '--out', out)
    expect(status).toBe(0)
    expect(stderr).toMatch(/第 4 个要素未用.*LineString/)
    expect(stderr).toMatch(/第 5 个要素未用.*经度/)
  })
})

describe('what is no network', () => {
  const text = JSON.stringify(LIANGSHUI)
  it.each([
    ['points only', JSON.stringify(collection(feature('Point', [116.5, 39.8]))), ['--crs', 'EPSG:4326'], /LineString/],
    ['no coordinate system', text, [], /坐标系/],
    ['cut short', text.slice(0, -60), ['--crs', 'EPSG:4326'], /不完整/],
    ['no JSON', '{"type":"FeatureCollection","features":[{,}]}', ['--crs', 'EPSG:4326'], /JSON/],
    ['empty', '', ['--crs', 'EPSG:4326'], /features/],
    ['no features', JSON.stringify(collection()), ['--crs', 'EPSG:4326'], /没有线/],
    ['another plane', text, ['--crs', 'EPSG:4548'], /EPSG:4490/],
  ])('%s: ends with 2, says why and writes nothing', (name, content, args, why) => {
    const out = join(folder, `none-${name}`)
    const { status, stderr } = run(file(`${name.replaceAll(' ', '-')}.geojson`, content), ...args, '--out', out)
    expect(stderr).toMatch(why)
    expect(status).toBe(2)
    expect(() => layer(out, 'reaches')).toThrow(/ENOENT/)
  })

  it.each([
    [[], /FILE/],
    [['a.geojson', '--snap', 'wide'], /--snap/],
    [['a.geojson', '--orient', 'outlets'], /--outlets/],
    [['a.geojson', '--orient', 'sideways'], /digitised/],
    [['a.geojson', '--day', '2026-02-30'], /--day/],
    [['a.geojson', '--crs', 'EPSG:4214'], /北京54/],
    [['no-such-file.geojson', '--crs', 'EPSG:4326'], /no-such-file/],
  ] as const)('%j ends with 2 and says why', (args, why) => {
    const { status, stderr } = run(...args)
    expect(stderr).toMatch(why)
    expect(status).toBe(2)
  })

  it('a layer of hatching is too dense: it ends with 2, says where and what to do, and writes nothing', () => {
    const hatch = Array.from({ length: 1450 }, (_, index) => {
      const [lon, lat] = [116.5 + index * 1e-5, 39.8 + index * 1e-5]
      return [
        feature('LineString', [
          [lon, 39.799],
          [lon, 39.816],
        ]),
        feature('LineString', [
          [116.499, lat],
          [116.516, lat],
        ]),
      ]
    })
    const out = join(folder, 'hatched')
    const args = ['--crs', 'EPSG:4326', '--snap', '0', '--out', out]
    const { status, stderr } = run(file('hatch.geojson', collection(...hatch.flat())), ...args)
    expect([status, stderr]).toEqual([2, expect.stringMatching(/hatch\.geojson.*过密.*东经 116\.5.*hatching/)])
    expect(() => layer(out, 'reaches')).toThrow(/ENOENT/)
  })

  it('mends that are none are refused before anything is built', () => {
    const { status, stderr } = run(
      file('l.geojson', LIANGSHUI),
      ...KEYS,
      '--mends',
      file('bad.json', [{ action: 'burn' }]),
    )
    expect([status, /problemId/.test(stderr)]).toEqual([2, true])
  })
})
