/** The review of water quality as the screen asks it: over the shipped rivers, with samples of each test's own. */
import { inflateRawSync } from 'node:zlib'
import readWorkbook from 'read-excel-file/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { makeReviewDocument } from '#contract/water-documents'
import { readEvaluation } from '#contract/water-evaluation'
import { addWaterNote, readLedger } from '#contract/water-ledger'
import { readProfile, readSectionSeries } from '#contract/water-profile'
import { readReview } from '#contract/water-review'
import { waterImported } from '#domain/change'
import type { Sample } from '#domain/water/sample'
import type { SectionTarget } from '#domain/water/target'
import { idOf } from '../fixtures/incidents.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'
import { anImport, aSample } from '../fixtures/water.ts'

let server: TestServer
beforeEach(async () => {
  server = await testServer()
})
afterEach(async () => {
  expect(server.errors).toEqual([])
  await server.close()
})

const cod = (value: number) => [{ indicator: 'cod' as const, value, isBelowDetection: false }]
let made = 0
/** A sample of one value of COD. */
const sampleOf = (sectionId: string, month: string, value: number, parts: Partial<Sample> = {}): Sample =>
  aSample(++made, { sectionId, sampledAt: `${month}-05T09:30:00+08:00`, measurements: cod(value), ...parts })

const target = (sectionId: string): SectionTarget => ({
  ...{ sectionId, target: 'III', validFrom: '2015-01-01', source: '设定', status: 'design' },
})

const keep = async (samples: readonly Sample[], targets: readonly SectionTarget[] = []) =>
  expect(await server.at.commit(waterImported(anImport(++made, { samples, targets })))).toHaveProperty('change')

async function read<O extends z.ZodType>({ output }: { readonly output: O }, path: string): Promise<z.output<O>> {
  const response = await server.ask(path)
  expect(response.status, path).toBe(200)
  return output.parse(await response.json())
}

const refusalOf = async (path: string) => {
  const response = await server.ask(path)
  return [response.status, (await response.json()).type]
}

describe('a review', () => {
  it('of readers who may see only what is released is made of released values alone', async () => {
    await keep([sampleOf('section-16', '2026-10', 18), sampleOf('section-17', '2026-10', 47.31, { isReleased: false })])
    const path = '/api/water/review?subject=river:liangshui-he&period=2026-10'
    const all = await read(readReview, path)
    expect(all.sections.map(({ verdict }) => [verdict.waterClass, verdict.isReleased])).toContainEqual([
      'worse-than-V',
      false,
    ])
    const released = await read(readReview, `${path}&audience=released`)
    expect(released.withheldCount).toBe(1)
    expect(JSON.stringify(released)).not.toContain('47.31')
    expect(released.sections.find(({ section }) => section.id === 'section-17')?.verdict.waterClass).toBeNull()
  })

  it('compares a year with the year before once, and with a third period when asked', async () => {
    await keep([sampleOf('section-16', '2026-10', 18)])
    const path = '/api/water/review?subject=section:section-16&period=2026&compare=2020'
    const { summary } = await read(readReview, path)
    expect(summary.changes.map(({ against }) => against)).toEqual(['2025', '2020'])
  })

  it('shows another department’s figure beside ours until it is reconciled, and never averages it in', async () => {
    const theirs = { authority: 'department', measuredBy: '市水务局' } as const
    await keep([
      sampleOf('section-16', '2026-10', 18),
      sampleOf('section-16', '2026-10', 39, theirs),
      sampleOf('section-17', '2026-10', 39, theirs),
    ])
    const path = '/api/water/review?subject=river:liangshui-he&period=2026-10'
    const sectionIn = async (id: string) =>
      (await read(readReview, path)).sections.find(({ section }) => section.id === id)
    const figure = { month: '2026-10', indicator: 'cod', ours: 18, theirs: 39, by: '市水务局' }
    expect((await sectionIn('section-16'))?.verdict.waterClass).toBe('III')
    expect((await sectionIn('section-16'))?.differing).toEqual([{ ...figure, isReconciled: false, note: null }])
    expect((await sectionIn('section-17'))?.verdict).toMatchObject({ waterClass: null, targetState: 'no-data' })
    await server.post('/api/water/notes', {
      ...note(1),
      kind: 'reconciliation',
      text: '采样时间不同，以生态环境部门为准',
    })
    expect((await sectionIn('section-16'))?.differing).toEqual([
      { ...figure, isReconciled: true, note: '采样时间不同，以生态环境部门为准' },
    ])
  })

  it('refuses what nobody measured, naming the months with data', async () => {
    await keep([sampleOf('section-16', '2026-09', 18)])
    expect(await refusalOf('/api/water/review?subject=city&period=2025-01')).toEqual([
      404,
      '/problems/period-without-data',
    ])
    expect(await refusalOf('/api/water/review?subject=river:nile&period=2026-09')).toEqual([
      404,
      '/problems/unknown-subject',
    ])
  })
})

describe('a section opened', () => {
  it('shows each value with who measured it, the mean, the limit, the clause and the arithmetic', async () => {
    await keep(
      [
        sampleOf('section-16', '2026-10', 24),
        sampleOf('section-16', '2026-10', 28, { sampledAt: '2026-10-20T09:00:00+08:00' }),
        sampleOf('section-16', '2026-10', 50, { authority: 'district', measuredBy: '区监测站' }),
      ],
      [target('section-16')],
    )
    const opened = await read(readEvaluation, '/api/water/evaluations/section-16?period=2026-10')
    expect(opened.verdict).toMatchObject({ waterClass: 'IV', targetState: 'missed', evaluatedCount: 1 })
    expect(opened.missing).toHaveLength(20)
    const [found] = opened.indicators
    expect(found).toMatchObject({ value: 26, waterClass: 'IV', limit: 30, isDeciding: true, multiple: 0.3 })
    expect(found).toMatchObject({ isTargetMet: false, targetLimit: 20, isValid: true })
    expect(found?.values.map(({ value, isUsed, measuredBy }) => [value, isUsed, measuredBy])).toEqual([
      [24, true, '市监测中心'],
      [28, true, '市监测中心'],
      [50, false, '区监测站'],
    ])
    const text = found?.explanation.steps.map(({ zh }) => zh).join('')
    expect(text).toContain('(24 + 28) / 2 = 26')
    expect(text).toContain('26 ≤ 30 mg/L')
    expect(found?.explanation.basis.map(({ document }) => document)).toContain('地表水环境质量标准')
  })

  it('counts half the limit of what was not detected, and shows the limit in its sample', async () => {
    await keep([
      sampleOf('section-16', '2026-10', 4, {
        measurements: [{ ...cod(4)[0], indicator: 'cod', value: 4, isBelowDetection: true }],
      }),
    ])
    const { indicators } = await read(readEvaluation, '/api/water/evaluations/section-16?period=2026-10')
    expect(indicators[0]).toMatchObject({ value: 2, isBelowDetection: true, waterClass: 'I', values: [{ value: 4 }] })
  })

  it('says of a year with too few months that it is not valid, and judges nothing by it', async () => {
    await keep([sampleOf('section-16', '2026-09', 24), sampleOf('section-16', '2026-10', 28)])
    const { verdict, indicators } = await read(readEvaluation, '/api/water/evaluations/section-16?period=2026')
    expect(verdict.waterClass).toBeNull()
    expect(indicators[0]).toMatchObject({ value: 26, isValid: false, waterClass: null })
  })

  it('is refused where the section or the period is unknown', async () => {
    await keep([sampleOf('section-16', '2026-09', 24)])
    expect(await refusalOf('/api/water/evaluations/section-99?period=2026-09')).toEqual([
      404,
      '/problems/unknown-subject',
    ])
    expect(await refusalOf('/api/water/evaluations/section-17?period=2026-09')).toEqual([
      404,
      '/problems/period-without-data',
    ])
  })
})

describe('a profile and a series', () => {
  it('puts the values of each month at the kilometres of the sections, downstream', async () => {
    await keep([sampleOf('section-16', '2026-10', 18), sampleOf('section-17', '2026-09', 33)], [target('section-16')])
    const path = '/api/water/profile?river=liangshui-he&indicator=cod&months=2026-10,2026-09'
    const { sections, limits, bands, lengthKm } = await read(readProfile, path)
    expect(limits.map(({ limit }) => limit)).toEqual([15, 15, 20, 30, 40])
    expect(sections.map(({ section }) => section.km)).toEqual(
      sections.map(({ section }) => section.km).toSorted((a, b) => a - b),
    )
    expect(sections.slice(0, 2).map(({ values }) => values.map((each) => each?.value ?? null))).toEqual([
      [18, null],
      [null, 33],
    ])
    expect(sections[0]).toMatchObject({ targetClass: 'III', targetLimit: 20 })
    expect(Math.max(...bands.map(({ toKm }) => toKm))).toBeCloseTo(lengthKm, 6)
    expect(await refusalOf(path.replace('liangshui-he', 'nile'))).toEqual([404, '/problems/unknown-subject'])
  })

  it('follows a section through the months asked for, and says why there is no trend', async () => {
    await keep(['2026-08', '2026-09', '2026-10'].map((month, n) => sampleOf('section-16', month, 20 + n)))
    const path = '/api/water/series?section=section-16&indicator=cod&from=2026-09&to=2026-10'
    const { points, trend } = await read(readSectionSeries, path)
    expect(points.map(({ month, value }) => [month, value])).toEqual([
      ['2026-09', 21],
      ['2026-10', 22],
    ])
    expect(trend).toMatchObject({ years: 0, coefficient: null, direction: 'unknown' })
    expect(trend.text.zh).toContain('至少需要5个时段')
  })

  it('finds a significant fall over five years of eight months and more', async () => {
    const samples = [2022, 2023, 2024, 2025, 2026].flatMap((year) =>
      Array.from({ length: 8 }, (_, n) => sampleOf('section-16', `${year}-0${n + 1}`, 40 - 3 * (year - 2022))),
    )
    await keep(samples)
    const path = '/api/water/series?section=section-16&indicator=cod&from=2026-01&to=2026-08'
    const { trend, points } = await read(readSectionSeries, path)
    expect(points).toHaveLength(8)
    expect(trend).toMatchObject({ years: 5, coefficient: -1, critical: 0.9, direction: 'falling' })
  })
})

const note = (n: number) => ({
  ...{ id: idOf(n), kind: 'objection', sectionId: 'section-16', month: '2026-10', indicator: 'cod' },
  ...{ by: '大兴区', text: '断面上游有在建工程，请核实。' },
})

describe('the ledger', () => {
  it('pays by classes beyond the target under the rule of 2014, by the network alone', async () => {
    await keep([sampleOf('section-16', '2020-05', 35)], [target('section-16')])
    const ledger = await read(readLedger, '/api/water/ledger?month=2020-05')
    expect(ledger.isInForce).toBe(true)
    const line = ledger.lines.find(({ contribution }) => contribution.outflow.id === 'section-16')
    expect(line).toMatchObject({ contribution: { unitCode: '110115' }, paidTo: { code: '110112' }, totalWanYuan: 60 })
    expect(line?.amounts).toMatchObject([{ indicator: 'cod', steps: 2, rateWanYuan: 30, amountWanYuan: 60 }])
    const paid = ledger.totals.reduce((sum, { paysWanYuan }) => sum + paysWanYuan, 0)
    expect(ledger.totals.reduce((sum, { receivesWanYuan }) => sum + receivesWanYuan, 0)).toBe(paid)
  })

  it('only illustrates from 2023 on, and says so on every amount', async () => {
    await keep([sampleOf('section-16', '2026-10', 35)], [target('section-16')])
    const ledger = await read(readLedger, '/api/water/ledger?month=2026-10&unit=110115')
    expect(ledger.isInForce).toBe(false)
    expect(ledger.rule.steps[0]?.zh).toContain('未核实')
    const amounts = ledger.lines.flatMap((line) => line.amounts)
    expect(amounts.length).toBeGreaterThan(0)
    for (const { explanation } of amounts) expect(explanation.steps.at(-1)?.zh).toContain('仅作示意')
  })

  it('computes nothing for a section that two banks share, and says why', async () => {
    await keep([sampleOf('section-15', '2020-05', 90)], [target('section-15')])
    const { lines, rule } = await read(readLedger, '/api/water/ledger?month=2020-05')
    const shared = lines.filter(({ contribution }) => contribution.outflow.id === 'section-15')
    expect(shared).toHaveLength(2)
    for (const { totalWanYuan, amounts } of shared) expect([totalWanYuan, amounts]).toEqual([null, []])
    expect(rule.steps.some(({ zh }) => zh.includes('界河'))).toBe(true)
  })

  it('keeps notes with their line, once however often they are sent, and from readers outside', async () => {
    await keep([sampleOf('section-16', '2026-10', 35)])
    const send = () => server.post('/api/water/notes', note(1))
    const first = addWaterNote.output.parse(await (await send()).json())
    expect(addWaterNote.output.parse(await (await send()).json())).toEqual(first)
    const other = await server.post('/api/water/notes', { ...note(1), text: '另一条' })
    expect([other.status, (await other.json()).type]).toEqual([409, '/problems/id-taken'])
    const unknown = await server.post('/api/water/notes', { ...note(2), sectionId: 'section-99' })
    expect(unknown.status).toBe(404)
    const notesIn = async (path: string) => (await read(readLedger, path)).lines.flatMap(({ notes }) => notes)
    expect(await notesIn('/api/water/ledger?month=2026-10')).toEqual([first])
    expect(await notesIn('/api/water/ledger?month=2026-10&audience=released')).toEqual([])
  })
})

describe('the report', () => {
  const ask = async (parts: object) => {
    const response = await server.post('/api/water/review-documents', {
      subject: 'river:liangshui-he',
      period: '2026-10',
      ...parts,
    })
    const { fileName, content } = makeReviewDocument.output.parse(await response.json())
    return { fileName, bytes: Buffer.from(content, 'base64') }
  }
  const measure = () =>
    keep(
      [
        sampleOf('section-16', '2026-10', 21.37, { isDemonstration: true }),
        sampleOf('section-17', '2026-10', 45, { isReleased: false }),
      ],
      [target('section-16')],
    )

  it('as a workbook has the numbers of the screen, digit by digit', async () => {
    await measure()
    const review = await read(readReview, '/api/water/review?subject=river:liangshui-he&period=2026-10')
    const { fileName, bytes } = await ask({ format: 'xlsx' })
    expect(fileName).toBe('凉水河2026年10月水质评价报告.xlsx')
    const sheets = await readWorkbook(bytes)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['断面', '逐月矩阵', '排名', '本区域贡献', '河长', '说明'])
    const rows = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data.slice(1) ?? []
    expect(rows('断面').map((row) => [row[0], row[2], row[7], row[12]])).toEqual(
      review.sections.map(({ section, verdict, automaticShare }) => [
        ...[section.name, section.km, verdict.evaluatedCount, automaticShare],
      ]),
    )
    expect(rows('排名').map((row) => row.slice(1, 5))).toEqual(
      review.ranking.map(({ unitName, evaluated, goodShare, metShare }) => [unitName, evaluated, goodShare, metShare]),
    )
    expect(rows('断面').map((row) => row.at(-1))).toEqual(expect.arrayContaining(['示范数据', '未发布']))
  })

  it('as a Word document has the sentences, classes and shares of the screen, its marks and its pictures', async () => {
    await measure()
    const review = await read(readReview, '/api/water/review?subject=river:liangshui-he&period=2026-10')
    const { bytes } = await ask({ format: 'docx', pictures: { map: PNG } })
    const text = entryOf(bytes, 'word/document.xml').toString('utf8')
    const plain = text
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<')
    const { composition } = review.summary
    for (const said of [
      ...['凉水河2026年10月水质评价报告', '含示范数据', '含未发布数据', '2026年11月24日'],
      `Ⅰ～Ⅲ类断面占${composition.goodShare.toFixed(1)}%，劣Ⅴ类断面占${composition.worseThanVShare.toFixed(1)}%`,
      ...review.summary.changes.map((change) => change.text.zh),
      ...review.contributions.map((contribution) => contribution.text.zh),
      ...review.settings.map(({ zh }) => zh),
      ...(review.worst === null ? [] : [review.worst.text.zh]),
    ]) {
      expect(plain).toContain(said)
    }
    expect(text).toContain('<w:pgSz w:w="11905" w:h="16837"')
    expect(text.match(/<w:drawing>/g)).toHaveLength(1)
  })

  it('refuses a picture that is none, and what has no data', async () => {
    await measure()
    const body = { subject: 'city', period: '2026-10', format: 'docx' }
    const picture = 'data:image/png;base64,bm8gcGljdHVyZQ=='
    const refused = await server.post('/api/water/review-documents', { ...body, pictures: { map: picture } })
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/pictures/map' }] })
    expect((await server.post('/api/water/review-documents', { ...body, period: '2001-01' })).status).toBe(404)
  })
})

/** One pixel. */
const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A file of a zip, found by its central directory. */
function entryOf(zip: Buffer, name: string): Buffer {
  for (
    let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = zip.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    const nameLength = zip.readUInt16LE(at + 28)
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) !== name) continue
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const content = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    return zip.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)
  }
  throw new Error(`the file holds no ${name}`)
}
