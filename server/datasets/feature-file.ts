/** GeoJSON files that come out byte for byte the same: one feature a line, in the order given, grid coordinates. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feature, Geometry } from 'geojson'

export function writeFeatures(folder: string, layer: string, features: readonly Feature<Geometry, object>[]): void {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n')
  writeFileSync(join(folder, `${layer}.geojson`), `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`)
}
