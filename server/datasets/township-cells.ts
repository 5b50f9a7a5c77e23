/**
 * Schematic township areas: the part of the district that lies nearest to the township's seat.
 *
 * A part of a district that holds seats is shared among those seats only (首都机场街道 has all of 朝阳's exclave and nothing
 * else); a part without a seat goes to the nearest seats of the district. A cell that a bend of the district's border cuts in
 * two keeps both pieces.
 */
import { booleanPointInPolygon, featureCollection, point, polygon, voronoi } from '@turf/turf'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { partsOf } from './border-edges.ts'
import { runMapshaper } from './mapshaper.ts'
import type { Unit } from './outline-coverage.ts'
import { seatPosition, type Township } from './township-register.ts'

/** Degrees of longitude count for less than degrees of latitude; one ratio serves the whole city. */
const LONGITUDE_SCALE = Math.cos((40.2 * Math.PI) / 180)

export async function townshipCells(district: Unit, townships: readonly Township[]): Promise<Unit[]> {
  const pieces: Unit[] = []
  for (const rings of partsOf(district.geometry)) {
    const seated = townships.filter((township) => booleanPointInPolygon(seatPosition(township), polygon(rings)))
    pieces.push(...(await cellsOfPart(rings, seated.length > 0 ? seated : townships)))
  }
  return townships.map(({ code }) => ({ code, geometry: joined(pieces.filter((piece) => piece.code === code)) }))
}

async function cellsOfPart(part: Position[][], townships: readonly Township[]): Promise<Unit[]> {
  const [only] = townships
  if (townships.length === 1 && only) return [{ code: only.code, geometry: { type: 'Polygon', coordinates: part } }]
  const output = await runMapshaper<{ code: string }>(
    { 'cells.json': nearestSeatCells(townships), 'part.json': polygon(part) },
    '-i cells.json part.json combine-files -clip target=cells source=part -o target=cells format=geojson',
  )
  return output('cells.json').features.map(({ properties, geometry }) => ({ code: properties.code, geometry }))
}

/** Unbounded for our purpose: the box reaches far beyond any district. */
function nearestSeatCells(townships: readonly Township[]): FeatureCollection<Polygon, { code: string }> {
  const seats = featureCollection(townships.map(({ seat: [lon, lat] }) => point([lon * LONGITUDE_SCALE, lat])))
  const cells = voronoi(seats, { bbox: [114 * LONGITUDE_SCALE, 38, 119 * LONGITUDE_SCALE, 42] })
  return featureCollection(
    cells.features.flatMap(({ geometry }, at): Feature<Polygon, { code: string }>[] => {
      const township = townships[at]
      const rings = geometry.coordinates.map((ring) => ring.map(([x = 0, y = 0]) => [x / LONGITUDE_SCALE, y]))
      return township ? [polygon(rings, { code: township.code })] : []
    }),
  )
}

const joined = (pieces: readonly Unit[]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: pieces.flatMap(({ geometry }) => partsOf(geometry)),
})
