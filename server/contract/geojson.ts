/** GeoJSON on the wire. Shapes only: whether a geometry makes sense is judged by domain/report/geometry-check.ts. */
import { z } from 'zod'

/** At least x and y; finite. In a geographic CRS the order is longitude, latitude; in a projected one easting, northing. */
const Position = z.array(z.number()).min(2).max(3)

const Point = z.object({ type: z.literal('Point'), coordinates: Position })
export const LineString = z.object({ type: z.literal('LineString'), coordinates: z.array(Position) })
const Polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position)) })
const MultiPoint = z.object({ type: z.literal('MultiPoint'), coordinates: z.array(Position) })
const MultiLineString = z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(Position)) })
const MultiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(Position))),
})

export const Geometry = z
  .discriminatedUnion('type', [Point, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon])
  .meta({ id: 'Geometry' })

export const FeatureCollection = z
  .object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })
  .meta({ id: 'FeatureCollection' })
