import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type ReportRow, readReports } from '../../server/cli/read-reports.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiehe-read-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
async function rowsOf(name: string, content: string | Uint8Array): Promise<ReportRow[]> {
  const path = join(folder, `${files++}-${name}`)
  writeFileSync(path, content)
  const rows: ReportRow[] = []
  for await (const row of readReports(path)) rows.push(row)
  return rows
}
const codes = (rows: readonly ReportRow[]) =>
  rows.map((row) => ('issue' in row ? `${row.row} ${row.issue.code}` : row.row))
const coordinates = (rows: readonly ReportRow[]) => rows.map((row) => ('issue' in row ? null : row.geometry))

const feature = (lon: number, properties: object = {}, id?: number) => ({
  type: 'Feature',
  ...(id === undefined ? {} : { id }),
  properties,
  geometry: { type: 'Point', coordinates: [lon, 39.9] },
})
const collection = (...features: unknown[]) =>
  JSON.stringify({ type: 'FeatureCollection', name: 'a "features" b', features })
/** 名称,经度,纬度 and a row of 永定河 in GBK. */
const GBK = Uint8Array.from([
  0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xbe, 0xad, 0xb6, 0xc8, 0x2c, 0xce, 0xb3, 0xb6, 0xc8, 0x0d, 0x0a, 0xd3, 0xc0, 0xb6,
  0xa8, 0xba, 0xd3, 0x2c, 0x31, 0x31, 0x36, 0x2e, 0x34, 0x2c, 0x33, 0x39, 0x2e, 0x39, 0x0d, 0x0a,
])

describe('the circumstances of a report in a table', () => {
  const HEADER = 'lon,lat,discoveredat,SOURCEKIND,sensitive,isKeySource'

  it('have columns of their own, in any case, and a list stands in one cell', async () => {
    const rows = await rowsOf('c.csv', `${HEADER}\n116.1,39.9,2026-11-24T10:00:00+08:00,dust,school| hospital,是\n`)
    expect(rows).toMatchObject([
      {
        properties: {
          discoveredAt: '2026-11-24T10:00:00+08:00',
          sourceKind: 'dust',
          sensitive: ['school', 'hospital'],
          isKeySource: true,
        },
      },
    ])
  })

  it('left empty are not said at all', async () => {
    const [row] = await rowsOf('d.csv', `${HEADER}\n116.1,39.9,,,,\n`)
    expect(row).toMatchObject({ properties: {} })
    expect(row && 'properties' in row && Object.keys(row.properties)).toEqual([])
  })

  it('are the same in a feature, as a list or as the text that a table has for one', async () => {
    const listed = [
      feature(116.1, { sensitive: ['school', 'hospital'] }),
      feature(116.1, { sensitive: 'school，hospital' }),
    ]
    for (const row of await rowsOf('e.geojson', collection(...listed)))
      expect(row).toMatchObject({ properties: { sensitive: ['school', 'hospital'] } })
  })
})

describe('a GeoJSON FeatureCollection', () => {
  it('gives its features in order, with properties and ids', async () => {
    const rows = await rowsOf('a.geojson', collection(feature(116.1, { name: '甲' }, 7), feature(116.2)))
    expect(rows).toMatchObject([
      { row: 1, id: 7, properties: { name: '甲' }, geometry: { coordinates: [116.1, 39.9] } },
      { row: 2, properties: {} },
    ])
  })

  it('is read the same with a BOM, indented, and with braces and quotes inside texts', async () => {
    const tricky = { name: 'a } ] , " \\ {', nested: { list: [[1], [2, { features: [3] }]] } }
    const text = JSON.stringify(JSON.parse(collection(feature(116.1, tricky), feature(116.2))), null, 2)
    const rows = await rowsOf('b.geojson', `\ufeff${text}`)
    expect(rows).toMatchObject([{ properties: tricky }, { row: 2 }])
  })

  it('cut short anywhere, gives every feature that is whole and says so once', async () => {
    const features = [feature(116.1, { name: '永定河' }), feature(116.2, { name: '潮白河' }), feature(116.3)]
    const whole = Buffer.from(collection(...features))
    const ends = features.map((one) => whole.indexOf(JSON.stringify(one)) + Buffer.byteLength(JSON.stringify(one)))
    for (let cut = whole.indexOf('[') + 1; cut < whole.length - 2; cut++) {
      const rows = await rowsOf('cut.geojson', whole.subarray(0, cut))
      const expected = ends.flatMap((end, index) => (end <= cut ? [index + 1] : []))
      expect(codes(rows), `cut at ${cut}`).toEqual([...expected, `${expected.length + 1} cut-short`])
    }
  })

  it('cut in the middle of a Chinese character is still UTF-8', async () => {
    const whole = Buffer.from(collection(feature(116.1, { name: '永定河' }), feature(116.2, { name: '潮白河' })))
    const rows = await rowsOf('half.geojson', whole.subarray(0, whole.indexOf('潮') + 2))
    expect(rows[0]).toMatchObject({ properties: { name: '永定河' } })
  })

  it('a broken feature costs only itself', async () => {
    const text = collection(feature(116.1), feature(116.2), feature(116.3)).replace('116.2', '116.2.2')
    expect(codes(await rowsOf('broken.geojson', text))).toEqual([1, '2 not-json', 3])
  })

  it('members that are no features are named', async () => {
    expect(
      codes(await rowsOf('mixed.geojson', collection(feature(116.1), null, 5, { type: 'Point' }, feature(1)))),
    ).toEqual([1, '2 not-a-feature', '3 not-a-feature', '4 not-a-feature', 5])
  })

  it('an empty collection has no rows; a file without features says what is expected', async () => {
    expect(await rowsOf('empty.geojson', collection())).toEqual([])
    expect(codes(await rowsOf('none.geojson', '{"type":"Topology","objects":{}}'))).toEqual(['1 no-features'])
    expect(codes(await rowsOf('void.geojson', ''))).toEqual(['1 no-features'])
  })

  it('larger than any piece it is read in comes through whole', async () => {
    const features = Array.from({ length: 3000 }, (_, index) =>
      feature(116 + index / 10_000, { note: '界河'.repeat(30), index }),
    )
    const rows = await rowsOf('large.geojson', collection(...features))
    expect(rows).toHaveLength(3000)
    expect(rows.every((row, index) => !('issue' in row) && row.properties.index === index)).toBe(true)
  })
})

describe('one feature a line', () => {
  it('is told by its name or by its first line, with CRLF, empty lines and record separators', async () => {
    const lines = [feature(116.1), feature(116.2)].map((line) => JSON.stringify(line))
    for (const [name, text] of [
      ['a.ndjson', lines.join('\n')],
      ['b.geojson', lines.join('\r\n')],
      ['c.json', `\u001e${lines.join('\n\u001e')}\n`],
    ] as const) {
      const rows = (await rowsOf(name, text)).filter((row) => !('issue' in row))
      expect(rows, name).toHaveLength(2)
    }
  })

  it('a broken line costs only itself and is known by its number', async () => {
    const text = [JSON.stringify(feature(1)), '{"type":', '', JSON.stringify(feature(2))].join('\n')
    expect(codes(await rowsOf('d.ndjson', text))).toEqual([1, '2 not-json', 4])
  })
})

describe('CSV', () => {
  it('takes lon,lat or x,y or 经度,纬度 in any order, with its other columns', async () => {
    for (const header of ['id,lon,lat', 'id,X,Y', 'id,经度,纬度', 'id,Longitude,Latitude']) {
      const rows = await rowsOf('a.csv', `${header}\n甲,116.4,39.9\n`)
      expect(coordinates(rows), header).toEqual([{ type: 'Point', coordinates: [116.4, 39.9] }])
      expect(rows[0]).toMatchObject({ properties: { id: '甲' } })
    }
    expect(coordinates(await rowsOf('b.csv', 'lat,lon\n39.9,116.4\n'))).toEqual([
      { type: 'Point', coordinates: [116.4, 39.9] },
    ])
  })

  it('reads numbers and flags of known fields, and leaves wrong ones for the check to name', async () => {
    const rows = await rowsOf(
      'c.csv',
      'lon,lat,UncertaintyM,isMajorViolation,iscitypermit\n1,2,30,是,0\n1,2,far,maybe,\n',
    )
    expect(rows).toMatchObject([
      { properties: { uncertaintyM: 30, isMajorViolation: true, isCityPermit: false } },
      { properties: { uncertaintyM: 'far', isMajorViolation: 'maybe' } },
    ])
  })

  it('in GBK with CRLF', async () => {
    const rows = await rowsOf('gbk.csv', GBK)
    expect(rows).toMatchObject([{ properties: { 名称: '永定河' }, geometry: { coordinates: [116.4, 39.9] } }])
  })

  it('with a BOM, with semicolons, with tabs, with quoted separators', async () => {
    expect(codes(await rowsOf('bom.csv', '\ufefflon,lat\r\n116.4,39.9\r\n'))).toEqual([2])
    expect(codes(await rowsOf('semi.csv', 'lon;lat\n116.4;39.9\n'))).toEqual([2])
    expect(codes(await rowsOf('tab.tsv', 'lon\tlat\n116.4\t39.9\n'))).toEqual([2])
    const quoted = await rowsOf('quoted.csv', 'name,lon,lat\n"甲, ""乙""\n丙",116.4,39.9\n')
    expect(quoted).toMatchObject([{ properties: { name: '甲, "乙"\n丙' } }])
  })

  it('a ragged row is rejected with its line, and the next one is read', async () => {
    const rows = await rowsOf('ragged.csv', 'lon,lat,name\n116.4,39.9,a\n116.4,39.9\n116.4,39.9,c,d\n\n116.5,39.9,e\n')
    expect(codes(rows)).toEqual([2, '3 ragged-row', '4 ragged-row', 6])
  })

  it('a header without coordinates is one rejection that names it', async () => {
    const rows = await rowsOf('header.csv', 'name,place\na,b\n')
    expect(codes(rows)).toEqual(['1 csv-header'])
    expect(JSON.stringify(rows)).toContain('name, place')
    expect(codes(await rowsOf('nothing.csv', ''))).toEqual(['1 csv-header'])
  })

  it('an empty or wordy coordinate is no number, for the check to name', async () => {
    const rows = await rowsOf('nan.csv', 'lon,lat\n,39.9\nabc,39.9\n')
    expect(coordinates(rows)).toEqual([
      { type: 'Point', coordinates: [Number.NaN, 39.9] },
      { type: 'Point', coordinates: [Number.NaN, 39.9] },
    ])
  })

  it('a quote that never closes costs what it swallows, not the batch', async () => {
    const rows = await rowsOf('quote.csv', 'lon,lat,name\n116.4,39.9,a\n116.4,39.9,"b\n')
    expect(codes(rows)[0]).toBe(2)
    expect(codes(rows)[1]).toMatch(/csv-syntax/)
  })
})

it('a file that is not there is an error, not an empty batch', async () => {
  const nothing = readReports(join(folder, 'no-such-file.csv'))
  await expect(nothing.next()).rejects.toThrow(/ENOENT/)
})
