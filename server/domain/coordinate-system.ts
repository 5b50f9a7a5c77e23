/**
 * Coordinate systems: what an incoming coordinate may be labelled with, and the two planes everything is computed in.
 *
 * Order is always [x, y]: longitude, latitude for EPSG:4326 and EPSG:4490 too (as GeoJSON and this API have it, though the
 * EPSG register lists latitude first for both), easting, northing for the Gauss-Kruger systems (the register lists northing
 * first). CGCS2000 is taken as WGS 84: they differ by less than a metre, far below the accuracy of any layer here.
 */
import gcoord from 'gcoord'
import proj4 from 'proj4'
import type { CoordinateSystem } from './report/report.ts'

export type LonLat = readonly [lon: number, lat: number]
/** EPSG:4548, CGCS2000 / 3-degree Gauss-Kruger, central meridian 117 E: easting, northing. */
export type Metres = readonly [eastingM: number, northingM: number]

/** The same place in WGS 84. Assumes that `x, y` lies in the range of the system (`positionIssue` finds out). */
export function toWgs84(x: number, y: number, crs: CoordinateSystem): LonLat {
  switch (crs) {
    case 'EPSG:4326':
    case 'EPSG:4490':
      return [x, y]
    case 'GCJ-02':
      return fromGcj02([x, y])
    case 'BD-09':
      return fromGcj02(inverseOf(gcj02ToBd09, [x, y]))
    case 'EPSG:4548':
    case 'EPSG:4527':
    case 'EPSG:4549':
      return lonLat(GAUSS_KRUGER[crs].inverse([x, y]))
  }
}

/** WGS 84 degrees to the metres of EPSG:4548; good for all of Beijing and its neighbours (114 to 120 E). */
export function toMetres(lon: number, lat: number): Metres {
  const [eastingM, northingM] = GAUSS_KRUGER['EPSG:4548'].forward([lon, lat])
  return [eastingM as number, northingM as number]
}

/** EPSG:4548 metres to WGS 84 degrees. */
export const fromMetres = (eastingM: number, northingM: number): LonLat =>
  lonLat(GAUSS_KRUGER['EPSG:4548'].inverse([eastingM, northingM]))

const gaussKruger = (centralMeridian: number, falseEastingM: number) =>
  proj4(
    '+proj=longlat +ellps=GRS80 +no_defs',
    `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=1 +x_0=${falseEastingM} +y_0=0 +ellps=GRS80 +units=m +no_defs`,
  )

/** GRS80 and the CGCS2000 ellipsoid have the same axes: 6378137 m, 1/298.257222101. */
const GAUSS_KRUGER = {
  'EPSG:4548': gaussKruger(117, 500_000),
  'EPSG:4527': gaussKruger(117, 39_500_000),
  'EPSG:4549': gaussKruger(120, 500_000),
} as const

export type ProjectedSystem = keyof typeof GAUSS_KRUGER

/** Whether the coordinates are metres, easting first; else they are degrees, longitude first. */
export const isProjected = (crs: CoordinateSystem): crs is ProjectedSystem => crs in GAUSS_KRUGER

const lonLat = (pair: readonly number[]): LonLat => [pair[0] as number, pair[1] as number]

type Shift = (place: LonLat) => LonLat
const wgs84ToGcj02: Shift = ([lon, lat]) => lonLat(gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02))
const gcj02ToBd09: Shift = ([lon, lat]) => lonLat(gcoord.transform([lon, lat], gcoord.GCJ02, gcoord.BD09))
const fromGcj02 = (place: LonLat): LonLat => inverseOf(wgs84ToGcj02, place)

/**
 * Inverse of an offset that changes slowly, by fixed point: each step divides the error by 30 or more.
 *
 * gcoord's own inverses stop at 1e-6 degree (GCJ-02) or take one step (BD-09); six steps of its forward formula reach 1e-9.
 */
function inverseOf(shift: Shift, [lon, lat]: LonLat): LonLat {
  let guess: LonLat = [lon, lat]
  for (let step = 0; step < 6; step++) {
    const [shiftedLon, shiftedLat] = shift(guess)
    guess = [guess[0] + lon - shiftedLon, guess[1] + lat - shiftedLat]
  }
  return guess
}
