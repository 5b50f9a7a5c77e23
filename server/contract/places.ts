/** Search by name, pinyin, initials, or river kilometre (`凉水河 12.5km`). */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { queryNumber } from './fields.ts'

export const Place = z
  .object({
    kind: z.enum(['district', 'county', 'township', 'zone', 'river', 'section', 'gate', 'reservoir', 'river-km']),
    id: z.string(),
    name: z.string(),
    nameEn: z.string(),
    /** What it belongs to: the units around it, its river, its basin. */
    detail: z.string(),
    detailEn: z.string(),
    lon: z.number(),
    lat: z.number(),
    bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  })
  .meta({ id: 'Place' })

export const searchPlaces = endpoint({
  method: 'GET',
  path: '/api/places',
  summary: { zh: '地名、河流、断面检索', en: 'Search units, rivers, sections, gates and river kilometres' },
  input: {
    query: z.object({
      q: z.string().trim().min(1).max(60),
      limit: queryNumber(z.coerce.number().int().min(1).max(50)).default(10),
    }),
  },
  output: z.object({ places: z.array(Place) }),
  status: 200,
  refuses: [],
})
