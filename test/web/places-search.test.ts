/** Searching places: where the map goes, how precise a name is, what is remembered. */
import { describe, expect, test } from 'vitest'
import { placeDetail, placeName } from '../../web/places/place-name.ts'
import { cameraOn, uncertaintyIn } from '../../web/places/place-view.ts'
import { type FoundPlace, recentOf, withRecent } from '../../web/places/recent-places.ts'
import { nextIndex } from '../../web/places/use-place-search.ts'

const place = (given: Partial<FoundPlace> = {}): FoundPlace => ({
  kind: 'section',
  id: 's1',
  name: '吴村',
  nameEn: 'Wucun',
  detail: '潮白河',
  detailEn: 'Chaobai River',
  lon: 116.9,
  lat: 39.8,
  ...given,
})
const MIYUN = place({ kind: 'district', id: '110118', lon: 116.9, lat: 40.5, bbox: [116.66, 40.22, 117.51, 40.8] })

describe('the map', () => {
  test('goes near a point', () => {
    expect(cameraOn(place())).toEqual({ centre: [116.9, 39.8], zoom: 14 })
  })

  test('shows an area as a whole: its box fits into 480 by 560 pixels, and nearly fills them one way', () => {
    const { centre, zoom } = cameraOn(MIYUN)
    const worldPixels = 512 * 2 ** zoom
    const y = (lat: number) => Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)
    const width = ((117.51 - 116.66) / 360) * worldPixels
    const height = (y(40.8) - y(40.22)) * worldPixels
    expect(centre[0]).toBeCloseTo(117.085, 9)
    expect(Math.max(width / 480, height / 560)).toBeCloseTo(1, 9)
  })

  test('goes no nearer to a tiny or empty box than to a point', () => {
    expect(cameraOn(place({ bbox: [116.9, 39.8, 116.9, 39.8] })).zoom).toBe(14)
  })
})

test('a place and what it belongs to are named in the language of the reader, its own name not repeated', () => {
  const town = place({
    kind: 'township',
    ...{ name: '马驹桥镇', nameEn: 'Majuqiao Town' },
    ...{ detail: '北京市通州区马驹桥镇', detailEn: 'Tongzhou District, Beijing' },
  })
  expect([placeName(town, 'zh-CN'), placeDetail(town, 'zh-CN')]).toEqual(['马驹桥镇', '北京市通州区'])
  expect([placeName(town, 'en'), placeDetail(town, 'en')]).toEqual(['Majuqiao Town', 'Tongzhou District, Beijing'])
})

test('a river keeps its basin whole, though it ends in the name of the river', () => {
  expect(placeDetail(place({ kind: 'river', name: '白河', detail: '潮白河' }), 'zh-CN')).toBe('潮白河')
})

describe('the position error of a name', () => {
  test('is that of a pointed place for a point', () => {
    expect(uncertaintyIn(place())).toBe(50)
  })

  test('lets two standard errors reach the corners of an area', () => {
    const halfDiagonalM = Math.hypot(0.85 * 111_195 * Math.cos((40.51 * Math.PI) / 180), 0.58 * 111_195) / 2
    expect(2 * uncertaintyIn(MIYUN)).toBeGreaterThan(halfDiagonalM * 0.999)
    expect(2 * uncertaintyIn(MIYUN)).toBeLessThan(halfDiagonalM * 1.001)
  })

  test('stays within what may be reported', () => {
    expect(uncertaintyIn(place({ bbox: [110, 35, 120, 45] }))).toBe(50_000)
    expect(uncertaintyIn(place({ bbox: [116.9, 39.8, 116.9, 39.8] }))).toBe(50)
  })
})

describe('recent places', () => {
  test('come newest first, each once, six at most', () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'c'].map((id) => place({ id }))
    const recent = all.reduce<readonly FoundPlace[]>(withRecent, [])
    expect(recent.map(({ id }) => id)).toEqual(['c', 'g', 'f', 'e', 'd', 'b'])
  })

  test('of two kinds with one id are two places', () => {
    expect(withRecent([place({ kind: 'gate' })], place())).toHaveLength(2)
  })

  test('are none when the stored text is torn or strange', () => {
    for (const text of ['', '[', '{}', '[{"kind":"moon"}]']) expect(recentOf(text)).toEqual([])
    expect(recentOf(JSON.stringify([MIYUN]))).toEqual([MIYUN])
  })
})

test('the arrow keys go round through the field itself', () => {
  expect([nextIndex(-1, 1, 3), nextIndex(2, 1, 3), nextIndex(-1, -1, 3), nextIndex(0, -1, 3)]).toEqual([0, -1, 2, -1])
  expect([nextIndex(-1, 1, 0), nextIndex(-1, -1, 0)]).toEqual([-1, -1])
})
