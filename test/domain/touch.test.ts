import * as turf from '@turf/turf'
import type { Geometry, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { Atlas } from '#domain/atlas'
import { fromMetres, toMetres } from '#domain/coordinate-system'
import { crossingSettingsAsOf } from '#domain/crossing-settings'
import { areaM2, commonArea, lengthM, partInside } from '#domain/geometry'
import type { Place } from '#domain/place'
import type { Areal, ReferenceData } from '#domain/reference-data'
import { isRefusal } from '#domain/refusal'
import { checkGeometry } from '#domain/report/geometry-check'
import { touchUnits } from '#domain/touch'
import { touchTownships } from '#domain/township-touch'
import { createWorld } from '#domain/world'
import { seededRandom } from '../../server/bench/seeded-random.ts'
import { readReferenceFiles } from '../../server/reference-files.ts'
import { JIA, twoCounties, YI } from '../fixtures/two-counties.ts'

const SETTINGS = crossingSettingsAsOf('2026-01-01')
const atlasOf = (reference: ReferenceData): Atlas => {
  const atlas = createWorld(reference, { reference: 'test', software: 'test' }).atlasAsOf('2026-01-01')
  if (isRefusal(atlas)) throw new Error(JSON.stringify(atlas))
  return atlas
}
const placeOf = (geometry: Geometry): Place => {
  const place = checkGeometry(geometry, 'EPSG:4326')
  if ('issues' in place) throw new Error(JSON.stringify(place.issues))
  return place
}
const point = (at: Position): Place => placeOf({ type: 'Point', coordinates: at })
const touched = (atlas: Atlas, place: Place, uncertaintyM: number) => {
  const { units } = touchUnits(atlas.districts, place, uncertaintyM, SETTINGS.listedFrom)
  return new Map(units.map(({ unit, ...touch }) => [unit.code, touch]))
}

/** So many metres west of the straight border between 甲县 and 乙县, far from river and corner. */
const westOfBorder = (distanceM: number): Position => {
  const [x, y] = toMetres(116.1, 40.18)
  return [...fromMetres(x - distanceM, y)]
}
/** Borders with a standard error of their own. */
const withAccuracy = (accuracyM: number): Atlas => {
  const world = twoCounties()
  const districts = world.districts.features.map((feature) => {
    return { ...feature, properties: { ...feature.properties, accuracyM } }
  })
  return atlasOf({ ...world, districts: { ...world.districts, features: districts } })
}

describe('a point near a border', () => {
  const exact = atlasOf(twoCounties())

  it('30 m from a straight border with a standard error of 50 m is 73 to 27', () => {
    const units = touched(exact, point(westOfBorder(30)), 50)
    expect(units.get(JIA)?.probability).toBeCloseTo(0.726, 2)
    expect(units.get(YI)?.probability).toBeCloseTo(0.274, 2)
    expect([units.get(JIA)?.isDrawn, units.get(YI)?.isDrawn]).toEqual([true, false])
  })

  it('the errors of report and border add by squares: 30 m and 40 m are 50 m', () => {
    expect(touched(withAccuracy(40), point(westOfBorder(30)), 30).get(YI)?.probability).toBeCloseTo(0.274, 2)
  })

  it('300 m inside a border known to 40 m lies in one unit for certain, with no error of its own', () => {
    const units = touched(withAccuracy(40), point(westOfBorder(300)), 0)
    expect([...units.keys()]).toEqual([JIA])
    expect(units.get(JIA)?.probability).toBe(1)
  })

  it('the other side is not listed below one chance in twenty', () => {
    expect([...touched(exact, point(westOfBorder(100)), 50).keys()]).toEqual([JIA])
    expect([...touched(exact, point(westOfBorder(80)), 50).keys()]).toEqual([JIA, YI])
  })

  it('tells how far the border is and with what error', () => {
    const touch = touchUnits(withAccuracy(40).districts, point(westOfBorder(30)), 30, SETTINGS.listedFrom)
    expect(touch.borderM).toBeCloseTo(30, 0)
    expect(touch.sigmaM).toBe(50)
  })
})

describe('lines and areas', () => {
  const atlas = withAccuracy(40)
  const box = (west: number, south: number, east: number, north: number): Place =>
    placeOf({
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    })

  it('an area astride the border has its shares, and touches both for certain', () => {
    const units = touched(atlas, box(116.08, 40.17, 116.14, 40.19), 0)
    expect(units.get(JIA)?.share).toBeCloseTo(1 / 3, 3)
    expect(units.get(YI)?.share).toBeCloseTo(2 / 3, 3)
    expect([units.get(JIA)?.probability, units.get(YI)?.probability]).toEqual([1, 1])
  })

  it('a strip of 20 m beyond a border known to 40 m is touched as surely as 20 m are more than the error', () => {
    const [x] = toMetres(116.1, 40.18)
    const [east] = fromMetres(x + 20, toMetres(116.1, 40.18)[1])
    const units = touched(atlas, box(116.09, 40.179, east, 40.181), 0)
    expect(units.get(YI)?.probability).toBeCloseTo(0.69, 2)
  })

  it('a line along which the border is crossed twice has three passages and two lengths', () => {
    const line = placeOf({
      type: 'LineString',
      coordinates: [
        [116.08, 40.17],
        [116.12, 40.175],
        [116.08, 40.18],
      ],
    })
    const units = touched(atlas, line, 0)
    expect((units.get(JIA)?.share ?? 0) + (units.get(YI)?.share ?? 0)).toBeCloseTo(1, 9)
    expect(units.get(YI)?.share).toBeCloseTo(0.5, 2)
  })

  it('several points touch what each of them touches', () => {
    const points = placeOf({
      type: 'MultiPoint',
      coordinates: [
        [116.05, 40.18],
        [116.15, 40.18],
      ],
    })
    expect([...touched(atlas, points, 0)].map(([code, { probability }]) => [code, probability])).toEqual([
      [JIA, 1],
      [YI, 1],
    ])
  })
})

describe('townships', () => {
  it('have no more than their district has, and share that among them', () => {
    const world = twoCounties()
    const townships = world.townships.features.map((feature) => {
      return { ...feature, properties: { ...feature.properties, accuracyM: 1500, schematic: true } }
    })
    const atlas = atlasOf({ ...world, townships: { ...world.townships, features: townships } })
    const place = point([...fromMetres(...toMetres(116.05, 40.1015))])
    const districts = touchUnits(atlas.districts, place, 0, SETTINGS.listedFrom)
    const found = touchTownships(atlas, place, 0, districts, SETTINGS)
    expect(found.map(({ unit }) => unit.name)).toEqual(['北甲镇', '南甲镇'])
    expect(found.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9)
    expect(found[0]?.probability).toBeLessThan(0.7)
    expect(found[0]?.isDrawn).toBe(true)
  })
})

describe('Turf, asked the slow way', () => {
  const { reference } = readReferenceFiles()
  const atlas = atlasOf(reference)
  const outlines = [...reference.districts.features, ...reference.counties.features]
  const random = seededRandom(7)
  const near = (geometry: Geometry) => {
    const [west, south, east, north] = turf.bbox(geometry)
    return outlines.filter((outline) => {
      const [w, s, e, n] = turf.bbox(outline)
      return w <= east && e >= west && s <= north && n >= south
    })
  }
  const somewhere = (): Position => [115.6 + random() * 1.8, 39.5 + random() * 1.5]

  it('gives the same units and shares of 25 plumes of 3 to 15 km, within 5e-4', () => {
    let crossing = 0
    for (let round = 0; round < 25; round++) {
      const corners = 5 + Math.floor(random() * 8)
      const radii = Array.from({ length: corners }, () => 1.5 + random() * 6)
      const center = somewhere()
      const ring = radii.map((km, i) => turf.destination(center, km, (-360 * i) / corners).geometry.coordinates)
      const plume: Areal = { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] }
      const units = touched(atlas, placeOf(plume), 0)
      const whole = areaM2(plume)
      let sum = 0
      for (const { properties, geometry } of near(plume)) {
        const common = commonArea(plume, geometry)
        const share = common === null ? 0 : areaM2(common) / whole
        sum += share
        expect(Math.abs((units.get(properties.code)?.share ?? 0) - share), properties.name).toBeLessThan(5e-4)
        if (share > 1e-5) expect(units.has(properties.code), properties.name).toBe(true)
      }
      if (sum > 0 && units.size > 1) crossing++
    }
    expect(crossing).toBeGreaterThan(8)
  })

  it('gives the same units and shares of 60 lines of up to 15 km, within 5e-4', () => {
    for (let round = 0; round < 60; round++) {
      const from = somewhere()
      const to = turf.destination(from, 2 + 13 * random(), 360 * random()).geometry.coordinates
      const line = { type: 'LineString' as const, coordinates: [from, to] }
      const units = touched(atlas, placeOf(line), 0)
      for (const { properties, geometry } of near(line)) {
        const inside = partInside(line, geometry)
        const share = inside === null ? 0 : lengthM(inside) / lengthM(line)
        expect(Math.abs((units.get(properties.code)?.share ?? 0) - share), properties.name).toBeLessThan(5e-4)
      }
    }
  })

  it('gives the same unit for 300 points', () => {
    for (let round = 0; round < 300; round++) {
      const at = somewhere()
      const drawn = [...touched(atlas, point(at), 0)].find(([, { isDrawn }]) => isDrawn)?.[0]
      const asked = outlines.find(({ geometry }) => turf.booleanPointInPolygon(at, geometry))?.properties.code
      expect(drawn).toBe(asked)
    }
  })
})
