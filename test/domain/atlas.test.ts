import { describe, expect, it } from 'vitest'
import { type Atlas, buildAtlas, changeDays } from '#domain/atlas'
import { toMetres } from '#domain/coordinate-system'
import { locateUnit } from '#domain/coverage/locate'
import { locate } from '#domain/location'
import type { ReferenceData } from '#domain/reference-data'
import { isRefusal } from '#domain/refusal'
import { createWorld } from '#domain/world'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { readReferenceFiles } from '../../server/reference-files.ts'
import { INVENTED, JIA, twoCounties, YI } from '../fixtures/two-counties.ts'

const VERSIONS = { reference: 'test', software: 'test' }
const atlasOf = (reference: ReferenceData, day: string): Atlas => {
  const atlas = createWorld(reference, VERSIONS).atlasAsOf(day)
  if (isRefusal(atlas)) throw new Error(JSON.stringify(atlas))
  return atlas
}
const codesAt = (atlas: Atlas, lon: number, lat: number): string[] =>
  locate(atlas, [lon, lat]).units.map(({ code }) => code)

describe('the invented world', () => {
  const atlas = atlasOf(twoCounties(), '2026-01-01')

  it('a point in 甲县 lies in 北京市, 甲县 and its town, outermost first', () => {
    expect(locate(atlas, [116.02, 40.15]).units.map(({ name, level }) => `${level} ${name}`)).toEqual([
      'municipality 北京市',
      'district 甲县',
      'township 北甲镇',
    ])
  })

  it('a point in a county of 河北 lies in that county alone', () => {
    expect(codesAt(atlas, 116.15, 39.95)).toEqual(['130991'])
  })

  it('a point of no unit lies nowhere', () => {
    expect(locate(atlas, [117, 41])).toEqual({ units: [], tie: [] })
  })

  it('a point on the border river belongs to the unit in the east, and the tie names both', () => {
    const located = locate(atlas, [116.1, 40.125])
    expect(located.units.map(({ code }) => code)).toContain(YI)
    expect(located.tie).toEqual([JIA, YI, '110191001', '110192001'])
  })

  it('a point where three units meet names all three', () => {
    expect(locate(atlas, [116.1, 40]).tie).toEqual(expect.arrayContaining([JIA, YI, '130991']))
  })

  it('a point on the outer edge is no tie', () => {
    expect(locate(atlas, [116.0, 40.15]).tie).toEqual([])
  })

  it('a zone lies over the district and comes last', () => {
    const world = twoCounties()
    const ring = [
      [116.02, 40.02],
      [116.04, 40.02],
      [116.04, 40.04],
      [116.02, 40.02],
    ]
    world.zones.features.push({
      type: 'Feature',
      properties: {
        ...INVENTED,
        code: '110191403',
        name: '甲开发区',
        nameEn: 'Jia Development Zone',
        level: 'zone',
        kind: 'industrial-park',
        parent: JIA,
        province: '110000',
        fullName: '甲开发区',
        manager: { id: '110191403', name: '甲开发区管理委员会', nameEn: 'Jia Committee' },
      },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })
    expect(codesAt(atlasOf(world, '2026-01-01'), 116.035, 40.025)).toEqual(['110000', JIA, '110191002', '110191403'])
  })
})

describe('the day decides', () => {
  const world = twoCounties()
  const later = world.districts.features.map((feature) => {
    return {
      ...feature,
      properties: { ...feature.properties, name: `新${feature.properties.name}`, validFrom: '2020-01-01' },
    }
  })
  const earlier = world.districts.features.map((feature) => {
    return { ...feature, properties: { ...feature.properties, validTo: '2020-01-01' } }
  })
  const versioned: ReferenceData = { ...world, districts: { ...world.districts, features: [...earlier, ...later] } }

  it.each([
    ['2015-12-01', '甲县'],
    ['2019-12-31', '甲县'],
    ['2020-01-01', '新甲县'],
    ['2026-11-24', '新甲县'],
  ])('on %s the unit is %s', (day, name) => {
    expect(locate(atlasOf(versioned, day), [116.02, 40.15]).units[1]?.name).toBe(name)
  })

  it('before the first boundaries the world refuses and says from when it knows', () => {
    expect(createWorld(versioned, VERSIONS).atlasAsOf('2015-11-30')).toEqual({
      refusal: 'no-boundaries-for-date',
      date: '2015-11-30',
      firstDate: '2015-12-01',
    })
  })

  it('an edition is built once for all days it holds', () => {
    const of = createWorld(versioned, VERSIONS)
    expect(of.atlasAsOf('2021-01-01')).toBe(of.atlasAsOf('2026-11-24'))
    expect(of.atlasAsOf('2019-01-01')).not.toBe(of.atlasAsOf('2026-11-24'))
    expect(changeDays(versioned)).toEqual(['2015-12-01', '2020-01-01'])
  })

  it('units that overlap are a fault of the data, never an answer', () => {
    const broken = twoCounties()
    const jia = broken.districts.features[0]
    if (jia?.geometry.type !== 'Polygon') throw new Error('the fixture changed')
    jia.geometry.coordinates = [
      [
        [116, 40],
        [116.15, 40],
        [116.15, 40.2],
        [116, 40.2],
        [116, 40],
      ],
    ]
    expect(() => buildAtlas(broken, '2026-01-01')).toThrow(/districts and counties: \d+ faults/)
  })
})

describe('the shipped data', () => {
  const atlas = atlasOf(readReferenceFiles().reference, '2026-11-24')

  it.each([
    [116.3912, 39.9065, ['北京市', '东城区']],
    [116.66, 39.91, ['北京市', '通州区']],
    [115.97, 40.46, ['北京市', '延庆区']],
    [116.85, 40.37, ['北京市', '密云区']],
    [117.05, 39.98, ['三河市']],
    [117.4, 40.05, ['天津市', '蓟州区']],
  ])('%d E %d N lies in %j', (lon, lat, names) => {
    const chain = locate(atlas, [lon, lat]).units.filter(({ level }) => level !== 'township' && level !== 'zone')
    expect(chain.map(({ name }) => name)).toEqual(names)
  })

  it('every point of Beijing lies in one district and in one township of that district', () => {
    const random = seededRandom(3)
    let inside = 0
    for (let i = 0; i < 20_000; i++) {
      const units = locate(atlas, [115.4 + random() * 2.2, 39.4 + random() * 1.7]).units
      const district = units.find(({ level }) => level === 'district')
      if (district === undefined) continue
      inside++
      const townships = units.filter(({ level }) => level === 'township')
      expect(townships.map(({ code }) => code.slice(0, 6))).toEqual([district.code])
    }
    expect(inside).toBeGreaterThan(5000)
  })

  it('the plane of metres and that of degrees name the same unit, a metre from any border', () => {
    const random = seededRandom(4)
    let differing = 0
    for (let i = 0; i < 20_000; i++) {
      const [lon, lat] = [115.4 + random() * 2.2, 39.4 + random() * 1.7]
      const [x, y] = toMetres(lon, lat)
      if (locateUnit(atlas.districts.degrees, lon, lat) !== locateUnit(atlas.districts.metres, x, y)) differing++
    }
    expect(differing).toBeLessThanOrEqual(1)
  })
})
