import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { REVIEW_TABS, SPANS } from '../../web/view/review-view.ts'
import { HOME, MAP_LAYERS, PANELS, queryOf, type View, viewOf } from '../../web/view/view.ts'

const there = (query: string) => queryOf(viewOf(query))
const AREA = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [116, 39],
      [117, 39],
      [117, 40],
      [116, 39],
    ],
  ],
}

describe('a link restores the screen', () => {
  it('an address without a query is the whole city with every layer and the list open', () => {
    expect(viewOf('')).toEqual(HOME)
    expect(queryOf(HOME)).toBe('')
  })

  it('every view comes back from its own address', () => {
    const random = seededRandom(20261124)
    for (let round = 0; round < 500; round++) {
      const view = anyView(random)
      expect(viewOf(`?${queryOf(view)}`)).toEqual(view)
    }
  })

  it('an address written by hand is put into its shortest form and then stays as it is', () => {
    const short = there('?lang=zh-CN&panel=list&at=116.5,39.9,11&layers=gates,districts')
    expect(short).toBe('at=116.50000,39.90000,11.00&layers=districts,gates')
    expect(there(short)).toBe(short)
  })

  it('an address that names an incident opens its panel', () => {
    expect(viewOf('?incident=0190c5a4-7e1c-7cc3-98c4-dc0c0c07398f').panel).toBe('incident')
  })

  it('a draft line keeps its order, so that its left and its right stay what they were', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [116.1, 39.1],
        [116.2, 39.2],
        [116.05, 39.3],
      ],
    }
    const view = viewOf(`?${queryOf({ ...HOME, draft: { geometry: line, uncertaintyM: 0 } })}`)
    expect(view.draft?.geometry).toEqual(line)
  })

  it('a draft area closes its ring again', () => {
    const view = viewOf(`?${queryOf({ ...HOME, draft: { geometry: AREA, uncertaintyM: 5 } })}`)
    expect(view.draft).toEqual({ geometry: AREA, uncertaintyM: 5 })
  })
})

describe('an address that makes no sense does no harm', () => {
  it.each([
    ['a place outside the world', '?at=200,39,9'],
    ['a place of two numbers', '?at=116,39'],
    ['a place of words', '?at=here,there,9'],
    ['an unknown panel', '?panel=admin'],
    ['an incident that is no UUID', '?incident=1%20or%201'],
    ['a day that does not exist', '?date=2026-02-30'],
    ['a draft without positions', '?draft=line:'],
    ['a draft of one corner', '?draft=area:116,39'],
    ['a draft with a missing latitude', '?draft=point:116'],
    ['a draft of an unknown kind', '?draft=circle:116,39'],
    ['an error without a draft', '?error=50'],
    ['an unknown language', '?lang=fr'],
    ['an unknown medium', '?medium=fire'],
    ['a review of nothing that can be reviewed', '?subject=planet:earth&period=2026-13&audience=all&tab=admin'],
    ['a profile of what is no month, or of seven', '?months=2026,now&span=7'],
  ])('%s falls back to the home view', (_, query) => {
    expect(viewOf(query)).toEqual(HOME)
  })

  it('a wrong filter is dropped and the right ones beside it stay', () => {
    expect(viewOf('?medium=water&severity=huge&from=2026-13-01&unit=110112').filters).toEqual({
      medium: 'water',
      unit: '110112',
    })
  })

  it('an error of position beyond what may be reported is cut to it', () => {
    expect(viewOf('?draft=point:116,39&error=9e9').draft?.uncertaintyM).toBe(50_000)
    expect(viewOf('?draft=point:116,39&error=-5').draft?.uncertaintyM).toBe(0)
  })
})

const anyView = (random: () => number): View => {
  const one = <T>(values: readonly T[]): T => {
    const [chosen] = values.slice(Math.floor(random() * values.length))
    if (chosen === undefined) throw new Error('nothing to choose from')
    return chosen
  }
  const degree = (least: number, most: number, digits: number) =>
    Number((least + random() * (most - least)).toFixed(digits))
  const position = () => [degree(113, 119, 6), degree(37, 42, 6)]
  return {
    camera: one([null, { centre: [degree(113, 119, 5), degree(37, 42, 5)] as const, zoom: degree(5, 17, 2) }]),
    panel: one(PANELS),
    isListOpen: one([true, false]),
    incidentId: one([null, '0190c5a4-7e1c-7cc3-98c4-dc0c0c07398f']),
    evidence: one([null, '110112.0']),
    draft: one([
      null,
      { geometry: { type: 'Point' as const, coordinates: position() }, uncertaintyM: 50 },
      { geometry: { type: 'LineString' as const, coordinates: [position(), position()] }, uncertaintyM: 0 },
    ]),
    layers: MAP_LAYERS.filter(() => random() < 0.5),
    filters: one([{}, { q: '潮白河 & more', medium: 'water' as const, offset: 50, sort: 'severity' as const }]),
    date: one([null, '2019-03-31']),
    review: {
      subject: one(['city', 'river:liangshui-he', 'unit:110112', 'chief:chief-ba-he-city-110000-both-1']),
      period: one([null, '2026-10', '2026-Q3', '2026']),
      compare: one([null, '2025-10']),
      audience: one(['internal', 'released']),
      indicator: one(['ammonia-nitrogen', 'cod']),
      sectionId: one([null, 'section-17']),
      tab: one(REVIEW_TABS),
      months: one([[], ['2026-10'], ['2026-10', '2025-10']]),
      span: one(SPANS),
    },
    theme: one(['system', 'light', 'dark']),
    locale: one(['zh-CN', 'en']),
  }
}
