/** What the map draws: whole layers of the reference set as GeoJSON, with strong ETags. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { FeatureCollection } from './geojson.ts'

export const LAYERS = [
  'districts',
  'counties',
  'townships',
  'zones',
  'reaches',
  'nodes',
  'sections',
  'gates',
  'reservoirs',
  /** One point inside each district, county and township, for its label. */
  'labels',
] as const

export const readLayer = endpoint({
  method: 'GET',
  path: '/api/layers/{layer}',
  summary: { zh: '一个参考图层', en: 'One layer of the reference set (GeoJSON, WGS 84)' },
  input: { path: z.object({ layer: z.string() }), query: z.object({ date: z.iso.date().optional() }) },
  output: FeatureCollection,
  status: 200,
  refuses: ['layer-not-found', 'no-boundaries-for-date'],
  kind: 'geojson',
})
