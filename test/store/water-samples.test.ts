import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeDatabase, type Db, openDatabase } from '#dialect'
import { type CommittedChange, demonstrationsRemoved, waterImported, waterImportUndone } from '#domain/change'
import type { RiverChief } from '#domain/water/river-chief'
import { type Commit, groupCommit } from '../../server/store/group-commit.ts'
import { type WaterStore, waterStore } from '../../server/store/water-samples.ts'
import { anImport, aSample } from '../fixtures/water.ts'

let db: Db
let water: WaterStore
let commit: Commit
let published: CommittedChange[]
beforeEach(async () => {
  db = await openDatabase(':memory:')
  water = waterStore(db)
  published = []
  commit = groupCommit(db, (change) => published.push(change))
})
afterEach(() => closeDatabase(db))

const AT = '2026-11-24T12:00:00+08:00'
const yearOf = () => water.samplesOf(['section-16'], '2026-01', '2026-12')

it('a sample comes back as it was imported, below-detection marks included', async () => {
  expect(await commit(waterImported(anImport(1, { samples: [aSample(0)] })))).toMatchObject({ change: { sequence: 1 } })
  expect(await yearOf()).toEqual([{ ...aSample(0), importId: 'import-1' }])
  expect(await water.imports(10)).toEqual([anImport(1, { samples: [aSample(0)] }).record])
})

it('a period includes both of its months, in the time of Beijing', async () => {
  const samples = [
    aSample(1, { sampledAt: '2026-01-31T23:59:59+08:00' }),
    aSample(2, { sampledAt: '2026-02-01T00:00:00+08:00' }),
    aSample(3, { sampledAt: '2026-03-31T15:59:59Z' }),
    aSample(4, { sampledAt: '2026-03-31T16:00:00Z' }),
    aSample(5, { sampledAt: '2026-03-01T00:00:00+08:00', sectionId: 'section-17' }),
  ]
  await commit(waterImported(anImport(1, { samples })))
  const read = await water.samplesOf(['section-16', 'section-17'], '2026-02', '2026-03')
  expect(read.map(({ id }) => id)).toEqual(['sample-2', 'sample-3', 'sample-5'])
  expect((await water.samplesOf(['section-16'], '2025-12', '2026-12')).length).toBe(4)
  expect(await water.samplesOf([], '2026-01', '2026-12')).toEqual([])
})

it('a second sample of the same section, time, origin and authority sinks its whole import', async () => {
  await commit(waterImported(anImport(1, { samples: [aSample(0)] })))
  const answer = await commit(waterImported(anImport(2, { samples: [aSample(1), aSample(0, { id: 'other' })] })))
  expect(answer).toEqual({ refusal: 'stale', id: 'import-2' })
  expect((await yearOf()).map(({ id }) => id)).toEqual(['sample-0'])
  expect((await water.imports(10)).length).toBe(1)
})

it('the city and a district may each keep a value of the same section and time', async () => {
  await commit(
    waterImported(
      anImport(1, {
        samples: [aSample(0), aSample(1, { id: 'd', sampledAt: aSample(0).sampledAt, authority: 'district' })],
      }),
    ),
  )
  expect((await yearOf()).map(({ authority }) => authority).toSorted()).toEqual(['district', 'municipal'])
})

it('a correction takes the place of what it corrects, and undoing it brings that back', async () => {
  await commit(waterImported(anImport(1, { samples: [aSample(0), aSample(1)] })))
  const corrected = aSample(0, {
    id: 'better',
    measurements: [{ indicator: 'cod', value: 21, isBelowDetection: false }],
  })
  await commit(waterImported(anImport(2, { samples: [corrected], corrects: ['sample-0'] })))
  expect((await yearOf()).map(({ id }) => id)).toEqual(['better', 'sample-1'])
  expect(await water.correctedBy('import-1')).toEqual(['import-2'])
  expect(await commit(waterImportUndone({ id: 'import-1', fileName: '一.xlsx' }, 'tester', AT))).toMatchObject({
    refusal: 'stale',
  })
  await commit(waterImportUndone({ id: 'import-2', fileName: '二.xlsx' }, 'tester', AT))
  expect((await yearOf()).map(({ id }) => id)).toEqual(['sample-0', 'sample-1'])
  expect(await water.importById('import-2')).toMatchObject({ undoneAt: AT, undoneBy: 'tester' })
})

it('an undone import leaves nothing in force, is kept in the list, and cannot be undone twice', async () => {
  const hourly = [
    {
      sectionId: 'section-16',
      indicator: 'ammonia-nitrogen',
      authority: 'municipal',
      isDemonstration: false,
      values: [{ hour: 500_000, value: 1, flag: 'N' }],
    },
  ] as const
  await commit(waterImported(anImport(1, { samples: [aSample(0)], hourly })))
  const undone = waterImportUndone({ id: 'import-1', fileName: '一.xlsx' }, 'tester', AT)
  await commit(undone)
  expect(await yearOf()).toEqual([])
  expect(db.$client.prepare('select count(*) from hourly_values').pluck().get()).toBe(0)
  expect(db.$client.prepare('select count(*) from samples').pluck().get()).toBe(1)
  expect(await water.importByHash(anImport(1, {}).record.fileHash)).toBeUndefined()
  expect(await commit(undone)).toEqual({ refusal: 'stale', id: 'import-1' })
  await commit(waterImported(anImport(2, { samples: [aSample(0, { id: 'again' })] })))
  expect((await yearOf()).map(({ id }) => id)).toEqual(['again'])
})

it('an import and its undoing stand in the audit trail and on the live feed', async () => {
  await commit(waterImported(anImport(1, { samples: [aSample(0)] })))
  await commit(waterImportUndone({ id: 'import-1', fileName: '凉水河1.xlsx' }, 'tester', AT))
  expect(published.map(({ kind, why }) => [kind, why])).toEqual([
    ['water-imported', '导入 凉水河1.xlsx：1 个水样、0 个小时值'],
    ['water-import-undone', '撤销导入 凉水河1.xlsx'],
  ])
  const records = db.$client
    .prepare('select records from changes')
    .pluck()
    .all()
    .map((text) => JSON.parse(String(text)).water)
  expect(records).toMatchObject([
    { action: 'import', importId: 'import-1' },
    { action: 'undo', importId: 'import-1' },
  ])
})

it('removing the demonstrations removes their samples, targets and chiefs, and nothing else', async () => {
  const target = {
    sectionId: 'section-16',
    target: 'IV',
    validFrom: '2023-01-01',
    source: '示范',
    status: 'design',
  } as const
  await commit(waterImported(anImport(1, { samples: [aSample(0)], targets: [target] })))
  const demonstration = anImport(2, {
    record: { kind: 'demonstration', isDemonstration: true },
    samples: [aSample(1, { isDemonstration: true })],
    hourly: [
      {
        sectionId: 'section-16',
        indicator: 'ph',
        authority: 'municipal',
        isDemonstration: true,
        values: [{ hour: 1, value: 7, flag: 'N' }],
      },
    ],
    targets: [{ ...target, sectionId: 'section-17' }],
    chiefs: [chief('a')],
  })
  await commit(waterImported(demonstration))
  expect(await water.hasDemonstrations()).toBe(true)
  await commit(demonstrationsRemoved([], 'tester', AT))
  expect(await water.hasDemonstrations()).toBe(false)
  expect((await yearOf()).map(({ id }) => id)).toEqual(['sample-0'])
  expect((await water.targets()).map(({ sectionId }) => sectionId)).toEqual(['section-16'])
  expect(await water.chiefs()).toEqual([])
  expect(db.$client.prepare('select count(*) from hourly_series').pluck().get()).toBe(0)
})

it('targets and chiefs are read by section and by river, with those of former times', async () => {
  const older = {
    sectionId: 'section-16',
    target: 'V',
    validFrom: '2015-01-01',
    validTo: '2023-01-01',
    source: '甲',
    status: 'secondary',
  } as const
  const newer = {
    sectionId: 'section-16',
    target: 'IV',
    validFrom: '2023-01-01',
    source: '乙',
    status: 'design',
  } as const
  await commit(
    waterImported(anImport(1, { targets: [newer, older], chiefs: [chief('a'), chief('b', { riverId: 'qing-he' })] })),
  )
  expect(await water.targets(['section-16', 'section-99'])).toMatchObject([older, newer])
  expect(await water.targets([])).toEqual([])
  expect(await water.chiefs(['qing-he'])).toEqual([chief('b', { riverId: 'qing-he' })])
})

it('a period of a section is found by the index', () => {
  const plan = db.$client
    .prepare(
      `explain query plan select * from samples where section_id in ('a','b') and sampled_at >= 1 and sampled_at < 2 and retired_by is null order by section_id, sampled_at`,
    )
    .all()
  expect(JSON.stringify(plan)).toContain(
    'USING INDEX samples_in_force (section_id=? AND sampled_at>? AND sampled_at<?)',
  )
})

const chief = (id: string, parts: Partial<RiverChief> = {}): RiverChief => ({
  id,
  name: '张某（示范）',
  post: '区级河长',
  level: 'district',
  unitName: '通州区',
  unitCode: '110112',
  riverId: 'liangshui-he',
  bank: 'both',
  reachIds: ['liangshui-he-08'],
  validFrom: '2024-01-01',
  validTo: null,
  isDemonstration: true,
  ...parts,
})
