declare module 'which-polygon' {
  import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'

  /** Answers the properties of a polygon that holds the point. */
  export default function whichPolygon<Properties>(
    data: FeatureCollection<Polygon | MultiPolygon, Properties>,
  ): (point: readonly [x: number, y: number]) => Properties | null
}
