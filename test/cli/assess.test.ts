import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FeatureCollection } from 'geojson'
import { afterAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'jiehe-assess-'))
afterAll(() => rmSync(folder, { recursive: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'server/cli/assess.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return { status, stdout, stderr }
}
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const answersOf = (stdout: string): FeatureCollection => JSON.parse(stdout)
const rejectsOf = (path: string): Record<string, unknown>[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

const DEFAULTS = [
  '--matter',
  'enforcement',
  '--medium',
  'water',
  '--severity',
  'general',
  '--occurred-at',
  '2026-01-20T10:00:00+08:00',
]

describe('a batch', () => {
  it('goes on past every bad row, and each bad row is in the rejects file with field and remedy', () => {
    const rejects = join(folder, 'rejects.ndjson')
    const csv = file(
      'mixed.csv',
      [
        'id,lon,lat,crs,occurredAt',
        'good,116.4,39.9,EPSG:4326,2026-01-20T10:00:00+08:00',
        'swapped,39.9,116.4,EPSG:4326,2026-01-20T10:00:00+08:00',
        'nan,abc,39.9,EPSG:4326,2026-01-20T10:00:00+08:00',
        'ragged,116.4',
        'unknown,116.4,39.9,EPSG:4214,2026-01-20T10:00:00+08:00',
        'february,116.4,39.9,EPSG:4326,2026-02-30T10:00:00+08:00',
        'early,116.4,39.9,EPSG:4326,2018-01-20T10:00:00+08:00',
        'gcj,116.4,39.9,GCJ-02,2026-01-20T10:00:00+08:00',
      ].join('\r\n'),
    )
    const { status, stdout, stderr } = run(csv, '--rejects', rejects, ...DEFAULTS)
    expect(status).toBe(0)
    const { features } = answersOf(stdout)
    expect(features.map(({ properties }) => properties?.id)).toEqual(['good', 'gcj'])
    expect(features[0]?.properties?.assessment).toMatchObject({ crossing: { outcome: expect.any(String) } })
    expect(features[1]?.geometry).not.toEqual(features[0]?.geometry)
    expect(rejectsOf(rejects).map(({ row, pointer, code }) => `${row} ${pointer} ${code}`)).toEqual([
      '3 /geometry/coordinates swapped-coordinates',
      '4 /geometry/coordinates not-finite',
      '5  ragged-row',
      '6 /crs crs-unknown',
      '7 /occurredAt no-such-date',
      '8 /occurredAt no-rules-for-date',
    ])
    for (const { zh, en, raw } of rejectsOf(rejects))
      expect([zh, en, raw].every((text) => typeof text === 'string')).toBe(true)
    expect(stderr).toMatch(/已研判 2/)
  })

  it('keeps the properties and id of a GeoJSON feature and answers in WGS 84', () => {
    const geojson = file(
      'metres.geojson',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            id: 'case-1',
            properties: { crs: 'EPSG:4548', medium: 'noise', note: '举报' },
            geometry: { type: 'Point', coordinates: [449324.7914, 4419060.1184] },
          },
        ],
      }),
    )
    const { features } = answersOf(run(geojson, ...DEFAULTS).stdout)
    expect(features).toMatchObject([
      {
        id: 'case-1',
        properties: { note: '举报', crs: 'EPSG:4326', medium: 'noise' },
        geometry: { type: 'Point', coordinates: [116.4074, 39.9042] },
      },
    ])
  })

  it('GeoJSON too must say its coordinate system: with --crs or in each feature', () => {
    const rejects = join(folder, 'unlabelled.ndjson')
    const lines = file(
      'plain.ndjson',
      '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[116.4,39.9]}}\n',
    )
    const unlabelled = run(lines, '--rejects', rejects, ...DEFAULTS)
    expect([unlabelled.status, answersOf(unlabelled.stdout).features]).toEqual([0, []])
    expect(rejectsOf(rejects)).toMatchObject([{ row: 1, pointer: '/crs', code: 'crs-missing' }])
    expect(answersOf(run(lines, '--crs', 'EPSG:4490', ...DEFAULTS).stdout).features).toHaveLength(1)
  })

  it('names the fields that neither row nor call has', () => {
    const rejects = join(folder, 'bare.ndjson')
    const csv = file('bare.csv', 'lon,lat\n116.4,39.9\n')
    expect(run(csv, '--crs', 'EPSG:4326', '--rejects', rejects).status).toBe(0)
    expect(
      rejectsOf(rejects)
        .map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(['/matter', '/medium', '/occurredAt', '/severity'])
  })
})

describe('a wrong call', () => {
  it.each([
    [[], /FILE/],
    [['a.csv', 'b.csv'], /一个文件/],
    [['a.csv', '--crs', 'WGS84'], /WGS84/],
    [['a.csv', '--matter', 'murder'], /enforcement/],
    [['a.csv', '--colour', 'red'], /colour/],
    [['no-such-file.csv'], /no-such-file/],
    [['package.json', '--rejects', 'no/such/folder/x'], /no\/such\/folder/],
  ] as const)('%j ends with 2, says why and writes nothing', (args, why) => {
    const { status, stdout, stderr } = run(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(why)
  })

  it('--help is no mistake', () => {
    expect(run('--help')).toMatchObject({ status: 0, stdout: '' })
  })
})
