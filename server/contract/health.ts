/** Ready or not. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const readHealth = endpoint({
  method: 'GET',
  path: '/health',
  summary: { zh: '服务是否就绪', en: 'Answers 200 when the server is ready' },
  input: {},
  output: z.object({ status: z.literal('ready'), version: z.string(), dataVersions: z.record(z.string(), z.string()) }),
  status: 200,
  refuses: [],
})
