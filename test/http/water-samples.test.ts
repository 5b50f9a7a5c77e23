/** Files of samples and hourly values over HTTP: previewed, imported whole or not at all, undone whole, read again. */
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { demonstrationWater } from '#domain/water/demonstration/demonstration-water'
import { readDemonstrations } from '../../server/demonstration-drafts.ts'
import { readReferenceFiles } from '../../server/reference-files.ts'
import { loadDemonstrations } from '../../server/usecase/load-demonstrations.ts'
import { idOf } from '../fixtures/incidents.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'

let server: TestServer
beforeEach(async () => {
  server = await testServer()
})
afterEach(async () => {
  expect(server.errors).toEqual([])
  await server.close()
})

const HEADER = '断面名称,采样时间,化学需氧量(mg/L),氨氮(mg/L)'
const csv = (...rows: string[]): Buffer => Buffer.from([HEADER, ...rows].join('\n'))
const MARCH = csv('马驹桥,2026-03-05 09:30,18,<0.025', '许各庄,2026-03-05 10:00,42,3.1')

const fileOf = (bytes: Buffer, parts = {}) => ({
  ...{ fileName: '凉水河.csv', content: bytes.toString('base64'), authority: 'municipal', ...parts },
})
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const json = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>
const preview = async (bytes: Buffer, parts = {}) =>
  json(await server.post('/api/water/import-previews', fileOf(bytes, parts)))
const take = (n: number, bytes: Buffer, parts = {}) =>
  server.post('/api/water/imports', { ...fileOf(bytes, parts), id: idOf(n), hash: hashOf(bytes), ...parts })
const undo = (n: number) => server.ask(`/api/water/imports/${idOf(n)}`, { method: 'DELETE' })
const samplesOf = async (section: string, query = '') => {
  const answer = await json(await server.ask(`/api/water/samples?section=${section}&from=2026-01&to=2026-12${query}`))
  return answer.samples as { id: string; measurements: unknown[]; isReleased: boolean }[]
}
const codesOf = (issues: unknown) => (issues as { code: string }[]).map(({ code }) => code)

describe('an import', () => {
  it('is previewed without being kept, taken whole, listed, read back and undone whole', async () => {
    expect(await preview(MARCH)).toMatchObject({
      ...{ hash: hashOf(MARCH), canImport: true, rowCount: 2, sampleCount: 2, refusedCount: 0, warningCount: 0 },
      ...{
        from: '2026-03-05T09:30:00+08:00',
        to: '2026-03-05T10:00:00+08:00',
        sectionIds: ['section-16', 'section-17'],
      },
    })
    expect(await samplesOf('section-16')).toEqual([])

    expect((await take(1, MARCH)).status).toBe(201)
    expect(await samplesOf('section-16')).toMatchObject([
      {
        ...{ sampledAt: '2026-03-05T09:30:00+08:00', origin: 'manual', authority: 'municipal', isDemonstration: false },
        measurements: [
          { indicator: 'cod', value: 18, isBelowDetection: false },
          { indicator: 'ammonia-nitrogen', value: 0.025, isBelowDetection: true },
        ],
      },
    ])
    expect(await json(await server.ask('/api/water/imports'))).toMatchObject({
      imports: [{ id: idOf(1), fileName: '凉水河.csv', sampleCount: 2, undoneAt: null, fileHash: hashOf(MARCH) }],
    })

    expect(await json(await undo(1))).toMatchObject({ id: idOf(1), undoneBy: 'local' })
    expect(await samplesOf('section-16')).toEqual([])
    expect(await json(await undo(1))).toMatchObject({ type: '/problems/import-not-found' })
    expect((await take(2, MARCH)).status).toBe(201)
  })

  it('is taken once, however often it is sent', async () => {
    const first = await json(await take(1, MARCH))
    expect(await json(await take(1, MARCH))).toEqual(first)
    expect(await json(await take(2, MARCH))).toMatchObject({
      status: 409,
      type: '/problems/already-imported',
      id: idOf(1),
    })
    expect(await json(await take(1, csv('马驹桥,2026-04-05,18,1')))).toMatchObject({ type: '/problems/id-taken' })
    expect((await samplesOf('section-16')).length).toBe(1)
  })

  it('must be the very file that was previewed', async () => {
    const refused = await take(1, MARCH, { hash: hashOf(Buffer.from('other')) })
    expect(await json(refused)).toMatchObject({ status: 409, type: '/problems/file-changed' })
  })

  it('with one bad row brings nothing, and names the row, the field and the remedy', async () => {
    const bytes = csv('马驹桥,2026-03-05,18,0.5', '没有,2026-02-30,-1,abc')
    expect(await preview(bytes)).toMatchObject({ canImport: false, sampleCount: 1, refusedCount: 4 })
    const refused = await json(await take(1, bytes))
    expect(refused).toMatchObject({ status: 422, type: '/problems/import-refused', count: 4 })
    expect(refused.errors).toMatchObject([
      { pointer: '/rows/3/断面名称', code: 'unknown-section', detail: expect.stringMatching(/^第 3 行：/) },
      { pointer: '/rows/3/采样时间', code: 'no-such-day' },
      { pointer: '/rows/3/化学需氧量(mg~1L)', code: 'negative-value' },
      { pointer: '/rows/3/氨氮(mg~1L)', code: 'not-a-number' },
    ])
    expect(await samplesOf('section-16')).toEqual([])
  })

  it('reports what is there already and does not double it', async () => {
    await take(1, MARCH)
    const more = csv('马驹桥,2026-03-05 09:30,18,<0.025', '马驹桥,2026-04-05,17,0.5')
    const seen = await preview(more)
    expect([seen.sampleCount, codesOf(seen.warnings)]).toEqual([1, ['already-there']])
    await take(2, more)
    expect((await samplesOf('section-16')).length).toBe(2)
    const nothing = csv('马驹桥,2026-03-05 09:30,18,<0.025')
    expect(codesOf((await json(await take(3, nothing))).errors)).toEqual(['nothing-new'])
  })

  it('corrects only when it is meant to; the former values come back when it is undone', async () => {
    await take(1, MARCH)
    const better = csv('马驹桥,2026-03-05 09:30,21,<0.025')
    expect(codesOf((await json(await take(2, better))).errors)).toEqual(['differs-from-stored'])
    expect(await json(await take(2, better, { isCorrection: true }))).toMatchObject({ correctedCount: 1 })
    expect(await samplesOf('section-16')).toMatchObject([{ measurements: [{ value: 21 }, {}] }])
    expect(await json(await undo(1))).toMatchObject({ type: '/problems/import-corrected', correctedBy: [idOf(2)] })
    await undo(2)
    expect(await samplesOf('section-16')).toMatchObject([{ measurements: [{ value: 18 }, {}] }])
    expect((await undo(1)).status).toBe(200)
  })

  it('of a district cannot touch what the city measured, not even as a correction', async () => {
    await take(1, MARCH)
    const district = { authority: 'district', isCorrection: true }
    const answer = await json(await take(2, csv('马驹桥,2026-03-05 09:30,9,0.1'), district))
    expect(codesOf(answer.errors)).toEqual(['municipal-value'])
    expect((await take(3, csv('马驹桥,2026-03-06 09:30,9,0.1'), { authority: 'district' })).status).toBe(201)
  })

  it('stands in the audit trail with the hash of its file, and reaches every open browser', async () => {
    await take(1, MARCH)
    await undo(1)
    const changes = await server.at.changes.since(0, 10)
    expect(changes.map(({ kind }) => kind)).toEqual(['water-imported', 'water-import-undone'])
  })
})

describe('files', () => {
  it('a workbook is read like CSV, and GBK like UTF-8', async () => {
    const rows = [HEADER.split(','), ['马驹桥', '2026-03-05 09:30', 18, '<0.025']]
    const made = await writeWorkbook(rows.map((row) => row.map((value) => ({ value })))).toBuffer()
    expect(await preview(made)).toMatchObject({ canImport: true, sampleCount: 1 })
    const gbk = Buffer.concat([
      Buffer.from('b6cfc3e6c3fbb3c6', 'hex'),
      Buffer.from(','),
      Buffer.from('b2c9d1f9cab1bce4', 'hex'),
      Buffer.from(',COD(mg/L)\n'),
      Buffer.from('c2edbed4c7c5', 'hex'),
      Buffer.from(',2026-03-05,18\n'),
    ])
    expect(await preview(gbk)).toMatchObject({ canImport: true, sampleCount: 1 })
  })

  it.each([
    [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-format'],
    [Buffer.from('504b0304', 'hex'), 'damaged-file'],
  ])('what is no spreadsheet is refused with the reason (%#)', async (bytes, code) => {
    expect(codesOf((await preview(bytes)).errors)).toEqual([code])
  })

  it('what is no base64 is refused before anything is read', async () => {
    const refused = await server.post('/api/water/import-previews', { ...fileOf(MARCH), content: '§§' })
    expect(refused.status).toBe(400)
  })

  it.each([
    ['samples', 'xlsx'],
    ['samples', 'csv'],
    ['hourly', 'xlsx'],
    ['hourly', 'csv'],
  ])('the template for %s as %s can be imported as it is', async (kind, format) => {
    const file = await json(await server.ask(`/api/water/import-template?kind=${kind}&format=${format}`))
    expect(file.fileName).toMatch(new RegExp(`^水质.*模板\\.${format}$`))
    const seen = await preview(Buffer.from(String(file.content), 'base64'), { kind })
    expect(seen).toMatchObject({ canImport: true, rowCount: 1, refused: [] })
  })

  it('30,000 rows are previewed while the server goes on answering', async () => {
    const days = Array.from({ length: 30_000 }, (_, n) => {
      const at = new Date(Date.parse('2020-01-01T00:00:00Z') + n * 3_600_000)
        .toISOString()
        .slice(0, 16)
        .replace('T', ' ')
      return `马驹桥,${at},18,0.5`
    })
    let answered = 0
    const asking = setInterval(() => void answered++, 20)
    const seen = await preview(csv(...days))
    clearInterval(asking)
    expect(seen).toMatchObject({ sampleCount: 30_000, refusedCount: 0 })
    expect(answered).toBeGreaterThan(5)
  }, 30_000)
})

describe('hourly values', () => {
  const HOURLY = Buffer.from(
    '断面名称,监测时间,数据标记,pH,氨氮(mg/L)\n马驹桥,2026-03-05 09:00,N,7.8,0.5\n马驹桥,2026-03-05 10:00,C,7.9,0.6\n',
  )
  const hourly = { kind: 'hourly' }

  it('are imported, read as series and as the latest, and undone', async () => {
    expect(await preview(HOURLY, hourly)).toMatchObject({
      hourlyCount: 4,
      sampleCount: 0,
      from: '2026-03-05T09:00:00+08:00',
      to: '2026-03-05T10:00:00+08:00',
    })
    await take(1, HOURLY, hourly)
    const series = await json(
      await server.ask('/api/water/hourly?section=section-16&indicator=ph&from=2026-03-05&to=2026-03-05'),
    )
    const nine = Date.parse('2026-03-05T09:00:00+08:00') / 3_600_000
    expect(series).toEqual({
      series: [
        {
          indicator: 'ph',
          authority: 'municipal',
          isDemonstration: false,
          hours: [nine, nine + 1],
          values: [7.8, 7.9],
          flags: 'NC',
        },
      ],
    })
    expect(await json(await server.ask('/api/water/latest'))).toMatchObject({
      values: [
        { indicator: 'ph', value: 7.9, at: '2026-03-05T10:00:00+08:00', flag: 'C' },
        { indicator: 'ammonia-nitrogen' },
      ],
    })
    await undo(1)
    expect(await json(await server.ask('/api/water/latest'))).toEqual({ values: [] })
  })

  it('that are there are not doubled, those that differ are refused, and a district leaves the city alone', async () => {
    await take(1, HOURLY, hourly)
    const same = Buffer.from(`${HOURLY.toString()}马驹桥,2026-03-05 11:00,N,7.7,\n`)
    const seen = await preview(same, hourly)
    expect([seen.hourlyCount, codesOf(seen.warnings)]).toEqual([1, ['already-there', 'already-there']])
    const other = Buffer.from(HOURLY.toString().replace('7.8', '7.1'))
    expect(codesOf((await preview(other, hourly)).refused)).toEqual(['differs-from-stored'])
    const district = await preview(HOURLY, { ...hourly, authority: 'district' })
    expect(codesOf(district.refused)).toEqual(['municipal-value', 'municipal-value'])
  })

  it('of a section that is not there are refused', async () => {
    for (const path of [
      'hourly?section=nowhere&from=2026-03-05&to=2026-03-05',
      'samples?section=nowhere&from=2026-01&to=2026-02',
    ]) {
      expect(await json(await server.ask(`/api/water/${path}`))).toMatchObject({
        status: 404,
        type: '/problems/unknown-subject',
      })
    }
  })
})

describe('the demonstration', () => {
  it('comes with the incidents into an empty database, marked, and leaves with them', async () => {
    const { reference } = readReferenceFiles()
    const water = () => demonstrationWater(reference, server.at.nowMs())
    await loadDemonstrations(readDemonstrations(), server.at, water)
    const samples = (await json(await server.ask('/api/water/samples?section=section-17&from=2023-11&to=2026-10')))
      .samples as { isDemonstration: boolean; isReleased: boolean }[]
    expect(samples.length).toBeGreaterThan(60)
    expect(samples.every(({ isDemonstration }) => isDemonstration)).toBe(true)
    expect((await json(await server.ask('/api/water/latest'))).values).toHaveLength(28)
    const released = (
      await json(await server.ask('/api/water/samples?section=section-17&from=2026-10&to=2026-10&audience=released'))
    ).samples as unknown[]
    expect(released).toHaveLength(1)
    expect(await json(await server.ask('/api/water/imports/demonstration', { method: 'DELETE' }))).toMatchObject({
      type: '/problems/import-not-found',
    })

    await server.ask('/api/demonstrations', { method: 'DELETE' })
    expect(await samplesOf('section-17')).toEqual([])
    expect((await json(await server.ask('/api/water/latest'))).values).toEqual([])
    expect(await loadDemonstrations(readDemonstrations(), server.at, water)).toEqual({ loaded: 0 })
  })

  it('keeps a real sample of the same section and time out, until it is removed', async () => {
    const { reference } = readReferenceFiles()
    await loadDemonstrations(readDemonstrations(), server.at, () => demonstrationWater(reference, server.at.nowMs()))
    const [shown] = (await json(await server.ask('/api/water/samples?section=section-16&from=2026-09&to=2026-10')))
      .samples as { sampledAt: string }[]
    const real = csv(`马驹桥,${shown?.sampledAt.slice(0, 16).replace('T', ' ')},18,0.5`)
    expect(codesOf((await preview(real)).refused)).toEqual(['demonstration-value'])
    await server.ask('/api/demonstrations', { method: 'DELETE' })
    expect(await preview(real)).toMatchObject({ canImport: true })
  })
})
