/** The other ways to get shares, as well as their libraries let one: an R-tree first, then exact geometry on what it finds. */
import { featureCollection, intersect, polygon as turfPolygon } from '@turf/turf'
import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import initGeos from 'geos-wasm'
import type { CoverageUnit } from '../domain/coverage/coverage.ts'
import type { Areal } from '../domain/reference-data.ts'

/** Amount (area or length) of a query in each unit, by unit number from 1; what no unit covers is not listed. */
export type Amounts = Map<number, number>

export interface Peer {
  readonly areaByUnit: (ring: Float64Array) => Amounts
  readonly lengthByUnit: (line: Float64Array) => Amounts
}

/** Flatbush, then GEOS: prepared covers and intersects, intersection only where they leave it open. */
export async function geosPeer(units: readonly CoverageUnit[]): Promise<Peer> {
  const geos = await initGeos()
  const { Module } = geos
  const tree = treeOf(units)
  const result = Module._malloc(8)
  let buffer = 0
  let bufferBytes = 0

  const sequence = (flat: Float64Array): number => {
    if (flat.byteLength > bufferBytes) {
      if (buffer !== 0) Module._free(buffer)
      bufferBytes = 2 * flat.byteLength
      buffer = Module._malloc(bufferBytes)
    }
    Module.HEAPF64.set(flat, buffer / 8)
    return geos.GEOSCoordSeq_copyFromBuffer(buffer, flat.length / 2, 0, 0)
  }
  const polygon = (rings: readonly Float64Array[]): number => {
    const [shell = 0, ...holes] = rings.map((ring) => geos.GEOSGeom_createLinearRing(sequence(closed(ring))))
    const list = Module._malloc(4 * holes.length + 4)
    Module.HEAP32.set(holes, list / 4)
    const geometry = geos.GEOSGeom_createPolygon(shell, list, holes.length)
    Module._free(list)
    return geometry
  }
  const multiPolygon = (parts: readonly number[]): number => {
    const list = Module._malloc(4 * parts.length)
    Module.HEAP32.set(parts, list / 4)
    const geometry = geos.GEOSGeom_createCollection(MULTIPOLYGON, list, parts.length)
    Module._free(list)
    return geometry
  }
  const bases = units.map((unit) => multiPolygon(ringsOf(unit).map(polygon)))
  const prepared = bases.map((base) => geos.GEOSPrepare(base))

  const amounts = (query: number, box: Box, measure: (geometry: number) => number): Amounts => {
    const found: Amounts = new Map()
    for (const index of tree.search(...box)) {
      const candidate = prepared[index] ?? 0
      if (geos.GEOSPreparedCovers(candidate, query) === 1) {
        found.set(index + 1, measure(query))
        break
      }
      if (geos.GEOSPreparedIntersects(candidate, query) !== 1) continue
      const common = geos.GEOSIntersection(bases[index] ?? 0, query)
      const amount = measure(common)
      if (amount > 0) found.set(index + 1, amount)
      geos.GEOSGeom_destroy(common)
    }
    geos.GEOSGeom_destroy(query)
    return found
  }
  const areaOf = (geometry: number): number => {
    geos.GEOSArea(geometry, result)
    return Module.HEAPF64[result / 8] ?? Number.NaN
  }
  const lengthOf = (geometry: number): number => {
    geos.GEOSLength(geometry, result)
    return Module.HEAPF64[result / 8] ?? Number.NaN
  }
  return {
    areaByUnit: (ring) => amounts(polygon([ring]), boxOf(ring), areaOf),
    lengthByUnit: (line) => amounts(geos.GEOSGeom_createLineString(sequence(line)), boxOf(line), lengthOf),
  }
}

/** geos_c.h, enum GEOSGeomTypes. */
const MULTIPOLYGON = 6

/** Flatbush, then Turf's intersect; Turf knows areas only on the globe, so the plane's own formula measures the result. */
export function turfAreas(units: readonly CoverageUnit[]): (ring: Float64Array) => Amounts {
  const tree = treeOf(units)
  const features = units.map(({ geometry }) => ({ type: 'Feature' as const, properties: {}, geometry }))
  return (ring) => {
    const found: Amounts = new Map()
    const query = turfPolygon([positionsOf(closed(ring))])
    for (const index of tree.search(...boxOf(ring))) {
      const candidate = features[index]
      const common = candidate && intersect(featureCollection<Areal>([candidate, query]))
      if (common) found.set(index + 1, planarArea(common.geometry))
    }
    return found
  }
}

type Box = readonly [minX: number, minY: number, maxX: number, maxY: number]

function treeOf(units: readonly CoverageUnit[]): Flatbush {
  const tree = new Flatbush(units.length)
  for (const unit of units)
    tree.add(
      ...boxOf(
        Float64Array.from(
          ringsOf(unit)
            .flat()
            .flatMap((ring) => [...ring]),
        ),
      ),
    )
  tree.finish()
  return tree
}

function boxOf(flat: Float64Array): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let place = 0; place < flat.length; place += 2) {
    const x = flat[place] as number
    const y = flat[place + 1] as number
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
  }
  return [minX, minY, maxX, maxY]
}

function ringsOf({ geometry }: CoverageUnit): Float64Array[][] {
  return polygonsOf(geometry).map((rings) =>
    rings.map((ring) => Float64Array.from(ring.flatMap(([x = 0, y = 0]) => [x, y]))),
  )
}

function polygonsOf(geometry: Areal): readonly Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

function positionsOf(ring: Float64Array): Position[] {
  return Array.from({ length: ring.length / 2 }, (_, vertex) => [...ring.subarray(2 * vertex, 2 * vertex + 2)])
}

/** Both libraries want a ring's first place again at its end. */
function closed(ring: Float64Array): Float64Array {
  const last = ring.length - 2
  if (ring[0] === ring[last] && ring[1] === ring[last + 1]) return ring
  const longer = new Float64Array(ring.length + 2)
  longer.set(ring)
  longer.set(ring.subarray(0, 2), ring.length)
  return longer
}

/** The first ring of a polygon is its shell, the others holes. */
function planarArea(geometry: Areal): number {
  let area = 0
  for (const rings of polygonsOf(geometry)) {
    rings.forEach((ring, index) => {
      const ringArea = Math.abs(shoelace(ring)) / 2
      area += index === 0 ? ringArea : -ringArea
    })
  }
  return area
}

function shoelace(ring: readonly Position[]): number {
  const [originX = 0, originY = 0] = ring[0] ?? []
  let doubled = 0
  ring.slice(1).forEach(([bx = 0, by = 0], index) => {
    const [ax = 0, ay = 0] = ring[index] ?? []
    doubled += (ax - originX) * (by - originY) - (ay - originY) * (bx - originX)
  })
  return doubled
}
