/** What is laid open of the rules, and what a search finds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crossingSettingsAsOf } from '#domain/crossing-settings'
import { type TestServer, testServer } from '../fixtures/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

interface Place {
  readonly kind: string
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly lon: number
  readonly lat: number
}

async function find(query: string, limit = 10): Promise<Place[]> {
  const response = await server.ask(`/api/places?q=${encodeURIComponent(query)}&limit=${limit}`)
  return ((await response.json()) as { places: Place[] }).places
}

describe('a search', () => {
  it.each([
    ['通州', '通州区', 'district'],
    ['通州区', '通州区', 'district'],
    ['110112', '通州区', 'district'],
    ['tongzhou', '通州区', 'district'],
    ['tong zhou', '通州区', 'district'],
    ['TZQ', '通州区', 'district'],
    ['sanhe', '三河市', 'county'],
    ['chaobaihe', '潮白河', 'river'],
    ['cbh', '潮白河', 'river'],
    ['miyun', '密云区', 'district'],
    ['宋庄', '宋庄镇', 'township'],
    ['Tongzhou District', '通州区', 'district'],
    ['chaobai river', '潮白河', 'river'],
    ['Dashilan Subdistrict', '大栅栏街道', 'township'],
    ['North Sluice', '团城湖北闸', 'gate'],
    ['miyun reservoir', '密云水库', 'reservoir'],
  ])('for %s finds %s first', async (query, name, kind) => {
    expect((await find(query))[0]).toMatchObject({ name, kind })
  })

  it('finds a place by the English name that it answers with', async () => {
    for (const name of ['通州区', '三河市', '大栅栏街道', '永定河引水渠', '北运河出境']) {
      const [found] = await find(name)
      expect(found?.nameEn, name).toMatch(/^[A-Z][A-Za-z' ]+$/)
      expect((await find(found?.nameEn ?? ''))[0]).toEqual(found)
    }
  })

  it('finds nothing for what is nowhere, and takes signs as they are', async () => {
    for (const query of ['zzzzzz', '%', '_', '.*', "'", '长江']) expect(await find(query), query).toEqual([])
  })

  it('gives no more than was asked for', async () => {
    expect(await find('区', 3)).toHaveLength(3)
  })

  it.each(['凉水河 12.5km', '凉水河12.5公里', 'liangshuihe 12.5 KM', '凉水河 k12.5km'])(
    'for %s finds the kilometre on the river',
    async (query) => {
      const [first] = await find(query)
      expect(first).toMatchObject({ kind: 'river-km', id: 'liangshui-he@12.5' })
      const trace = await server.ask(
        `/api/rivers/trace?lon=${first?.lon}&lat=${first?.lat}&crs=EPSG:4326&direction=upstream&maxKm=99`,
      )
      const { snapped, reaches } = (await trace.json()) as {
        snapped: { river: string; distanceM: number }
        reaches: { river: string; toKm: number }[]
      }
      expect(snapped.river).toBe('凉水河')
      expect(snapped.distanceM).toBeLessThan(1)
      expect(Math.max(...reaches.filter((reach) => reach.river === '凉水河').map((reach) => reach.toKm))).toBeCloseTo(
        12.5,
        1,
      )
    },
  )

  it('finds no kilometre beyond the end of a river', async () => {
    expect((await find('凉水河 9999km')).filter((place) => place.kind === 'river-km')).toEqual([])
  })

  it('tells rivers of one name apart', async () => {
    const rivers = (await find('清水河')).filter((place) => place.kind === 'river' && place.name === '清水河')
    expect(new Set(rivers.map((river) => river.id)).size).toBe(rivers.length)
  })
})

describe('the rules of a day', () => {
  const rules = async (date: string) =>
    (await (await server.ask(`/api/rules?date=${date}`)).json()) as {
      rows: { rule: string; lead: string; leadEn: string; basis: unknown[] }[]
      settings: { id: string; value: number; status: string }[]
    }

  it('name every row in order, its lead in both languages and its clauses', async () => {
    const { rows } = await rules('2026-11-24')
    expect(rows.map((row) => row.rule)).toEqual(Array.from({ length: 17 }, (_, n) => `L${n + 1}`))
    for (const { rule, lead, leadEn, basis } of rows) {
      if (rule === 'L17') continue
      expect(lead, rule).toMatch(/^[\p{Script=Han}／]+$/u)
      expect(leadEn, rule).toMatch(/^[A-Z]/)
      expect(basis.length, rule).toBeGreaterThan(0)
    }
  })

  it('show every threshold with its value, and that none of them is law', async () => {
    const { settings } = await rules('2026-11-24')
    const used = crossingSettingsAsOf('2026-11-24')
    const numbers = Object.entries(used).filter(([, value]) => typeof value === 'number')
    for (const [id, value] of numbers) {
      expect(
        settings.find((setting) => setting.id === id),
        id,
      ).toMatchObject({ value, status: 'design' })
    }
  })
})
