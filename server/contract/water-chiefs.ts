/** 河长: who answers for a reach. */
import { z } from 'zod'
import { CHIEF_LEVELS } from '#domain/water/river-chief'
import { endpoint } from './endpoint.ts'

export const Chief = z
  .object({
    id: z.string(),
    name: z.string(),
    post: z.string(),
    level: z.enum(CHIEF_LEVELS),
    unitName: z.string(),
    riverId: z.string(),
    bank: z.enum(['left', 'right', 'both']),
    reachIds: z.array(z.string()),
    validFrom: z.string(),
    validTo: z.string().nullable(),
    isDemonstration: z.boolean(),
  })
  .meta({ id: 'RiverChief' })

export const readReachChiefs = endpoint({
  method: 'GET',
  path: '/api/water/chiefs',
  summary: { zh: '某河段两岸的四级河长', en: 'The chiefs of both banks of a reach, at four levels' },
  input: { query: z.object({ reach: z.string().min(1).max(80), date: z.iso.date().optional() }) },
  output: z.object({ reachId: z.string(), left: z.array(Chief), right: z.array(Chief) }),
  status: 200,
  refuses: ['unknown-subject'],
})
