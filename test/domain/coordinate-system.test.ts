import gcoord from 'gcoord'
import { describe, expect, it } from 'vitest'
import { fromMetres, toMetres, toWgs84 } from '#domain/coordinate-system'
import { isRefusal } from '#domain/refusal'
import { readCoordinateSystem } from '#domain/report/coordinate-label'
import { positionIssue } from '#domain/report/position-check'
import { COORDINATE_SYSTEMS } from '#domain/report/report'

const DEGREE_M = 111_320
const apartM = ([lon0, lat0]: readonly [number, number], [lon1, lat1]: readonly [number, number]): number =>
  Math.hypot((lon1 - lon0) * Math.cos((lat0 * Math.PI) / 180), lat1 - lat0) * DEGREE_M

describe('Gauss-Kruger systems', () => {
  // Computed with PROJ 9.1.1 for 116.4074 E, 39.9042 N on the CGCS2000 ellipsoid.
  const VECTORS = [
    ['EPSG:4548', 449324.7914, 4419060.1184],
    ['EPSG:4527', 39449324.7914, 4419060.1184],
    ['EPSG:4549', 192749.7459, 4425075.8846],
  ] as const

  it.each(VECTORS)('%s agrees with PROJ to a tenth of a millimetre', (crs, easting, northing) => {
    expect(apartM(toWgs84(easting, northing, crs), [116.4074, 39.9042])).toBeLessThan(1e-4)
  })

  it('projects degrees to the metres of EPSG:4548 and back', () => {
    const [eastingM, northingM] = toMetres(116.4074, 39.9042)
    expect(eastingM).toBeCloseTo(449324.7914, 3)
    expect(northingM).toBeCloseTo(4419060.1184, 3)
    expect(apartM(fromMetres(eastingM, northingM), [116.4074, 39.9042])).toBeLessThan(1e-6)
  })

  it('keeps the far west of 门头沟, outside the nominal zone, within a millimetre both ways', () => {
    expect(apartM(fromMetres(...toMetres(115.42, 40.05)), [115.42, 40.05])).toBeLessThan(1e-3)
  })
})

describe('GCJ-02 and BD-09', () => {
  // eviltransform's published pairs, WGS 84 and GCJ-02, latitude first as published.
  const GCJ = [
    [31.1774276, 121.5272106, 31.17530398364597, 121.531541859215],
    [22.543847, 113.912316, 22.540796131694766, 113.9171764808363],
    [39.911954, 116.377817, 39.91334545536069, 116.38404722455657],
  ] as const

  it.each(GCJ)('finds WGS 84 %d N %d E from its GCJ-02 position', (lat, lon, gcjLat, gcjLon) => {
    const [foundLon, foundLat] = toWgs84(gcjLon, gcjLat, 'GCJ-02')
    expect(Math.abs(foundLon - lon)).toBeLessThan(2e-8)
    expect(Math.abs(foundLat - lat)).toBeLessThan(2e-8)
  })

  // gcoord's china-cities.json: its WGS 84 column is itself only good to 7.3e-6 degree.
  const CITIES = [
    ['北京城区', [116.4011517, 39.9028057], [116.4074002, 39.9042136], [116.4137852, 39.9105355]],
    ['天津', [117.1946734, 39.0831446], [117.2009869, 39.0841645], [117.2075221, 39.0899986]],
    ['廊坊', [116.6778549, 39.5369583], [116.6837595, 39.5380526], [116.6903397, 39.5438223]],
    ['张家口', [114.8802227, 40.766258], [114.8863425, 40.7675483], [114.8929161, 40.7732814]],
    ['承德', [117.956443, 40.9513779], [117.9627588, 40.9529465], [117.9691559, 40.9593032]],
  ] as const

  it.each(CITIES)('agrees with the published positions of %s', (_name, wgs, gcj, bd) => {
    for (const found of [toWgs84(gcj[0], gcj[1], 'GCJ-02'), toWgs84(bd[0], bd[1], 'BD-09')]) {
      expect(Math.abs(found[0] - wgs[0])).toBeLessThan(1e-5)
      expect(Math.abs(found[1] - wgs[1])).toBeLessThan(1e-5)
    }
  })

  it('inverts both offsets to 1e-9 degree all over Beijing', () => {
    for (let lon = 115.4; lon < 117.6; lon += 0.0371) {
      for (let lat = 39.4; lat < 41.1; lat += 0.0373) {
        const gcj = gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02)
        const bd = gcoord.transform(gcj, gcoord.GCJ02, gcoord.BD09)
        for (const found of [toWgs84(gcj[0], gcj[1], 'GCJ-02'), toWgs84(bd[0], bd[1], 'BD-09')]) {
          expect(Math.max(Math.abs(found[0] - lon), Math.abs(found[1] - lat))).toBeLessThan(1e-9)
        }
      }
    }
  })

  it('a GCJ-02 position of 天安门 taken for WGS 84 would be 555 m off', () => {
    expect(apartM(toWgs84(116.397441, 39.90790118, 'GCJ-02'), [116.397441, 39.90790118])).toBeCloseTo(554.7, -1)
  })
})

describe('the label', () => {
  it('takes each known system and nothing else', () => {
    for (const crs of COORDINATE_SYSTEMS) expect(readCoordinateSystem(crs)).toBe(crs)
  })

  it.each([undefined, null, '', '  ', 4326])('refuses %j as unlabelled and says why it matters', (label) => {
    const refusal = readCoordinateSystem(label)
    expect(isRefusal(refusal) && refusal.refusal === 'unknown-crs' && refusal.issues[0]?.code).toBe('crs-missing')
    expect(JSON.stringify(refusal)).toContain('555')
  })

  it.each([
    ['EPSG:4214', /CGCS2000/],
    ['北京54', /CGCS2000/],
    ['EPSG:4526', /EPSG:4527/],
    ['EPSG:3857', /display only/],
    ['WGS84', /EPSG:4326/],
  ])('refuses %s with its own remedy', (label, remedy) => {
    const refusal = readCoordinateSystem(label)
    if (!isRefusal(refusal) || refusal.refusal !== 'unknown-crs') throw new Error('was taken')
    expect(refusal.crs).toBe(label)
    expect(refusal.issues[0]?.en).toMatch(remedy)
    expect(refusal.issues[0]?.zh).toMatch(/可用/)
  })
})

describe('a position that contradicts its label', () => {
  it.each([
    [116.4, 39.9, 'EPSG:4326', undefined],
    [39.9, 116.4, 'EPSG:4326', 'swapped-coordinates'],
    [39.9, 116.4, 'EPSG:4490', 'swapped-coordinates'],
    [39.9, 116.4, 'GCJ-02', 'swapped-coordinates'],
    [181, 91, 'BD-09', 'out-of-range'],
    [-181, 12, 'EPSG:4326', 'out-of-range'],
    [449324, 4419060, 'EPSG:4490', 'metres-not-degrees'],
    [449324, 4419060, 'EPSG:4548', undefined],
    [4419060, 449324, 'EPSG:4548', 'swapped-coordinates'],
    [39449324, 4419060, 'EPSG:4548', 'zone-prefixed-easting'],
    [39449324, 4419060, 'EPSG:4527', undefined],
    [4419060, 39449324, 'EPSG:4527', 'swapped-coordinates'],
    [449324, 4419060, 'EPSG:4527', 'zone-missing'],
    [38705875, 4421667, 'EPSG:4527', 'out-of-range'],
    [116.4, 39.9, 'EPSG:4548', 'degrees-not-metres'],
    [192749, 4425075, 'EPSG:4549', undefined],
    [449324, 44190600, 'EPSG:4548', 'out-of-range'],
  ] as const)('%d, %d as %s: %s', (x, y, crs, code) => {
    const issue = positionIssue(x, y, crs, '/geometry/coordinates')
    expect(issue?.code).toBe(code)
    if (issue !== null) expect(issue.zh.length * issue.en.length).toBeGreaterThan(0)
  })
})
