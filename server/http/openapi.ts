/** The contract as OpenAPI 3.1, made from the same objects that serve it. */
import { z } from 'zod'
import type { Endpoint } from '#contract/endpoint'
import { PROBLEMS } from './problem-kinds.ts'
import { namedSchemas, schemaOf } from './wire-schemas.ts'

type Json = Readonly<Record<string, unknown>>

export function openApi(endpoints: readonly Endpoint[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '界河 Jiehe',
      version,
      description:
        '环境事件归谁管、依据什么、由谁牵头、何时办结。Whose incident is it, how do we know, who must act, by when.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: { schemas: { Problem: schemaOf(Problem, 'output'), ...namedSchemas(endpoints) } },
  }
}

function operation(endpoint: Endpoint): Json {
  const { input, output, status, summary, bodyLimit } = endpoint
  return {
    operationId: operationId(endpoint),
    summary: `${summary.zh} · ${summary.en}`,
    parameters: [...parameters('path', input.path), ...parameters('query', input.query)],
    ...(input.body && {
      requestBody: {
        required: true,
        ...(bodyLimit && { description: `至多 ${bodyLimit} 字节 · at most ${bodyLimit} bytes` }),
        content: { 'application/json': { schema: schemaOf(input.body, 'input') } },
      },
    }),
    responses: {
      [status]: { description: summary.zh, content: { [mediaType(endpoint)]: { schema: schemaOf(output, 'output') } } },
      ...refusals(endpoint),
      default: { description: '其他问题 · any other problem', content: PROBLEM_CONTENT },
    },
  }
}

/** `POST /api/incidents/{id}/close` becomes `post-incidents-id-close`. */
export const operationId = ({ method, path }: Endpoint): string =>
  `${method.toLowerCase()}${path
    .replace(/^\/api/, '')
    .replaceAll(/[{}]/g, '')
    .replaceAll('/', '-')}`

function refusals({ refuses }: Endpoint): Json {
  const byStatus = new Map<number, string[]>()
  for (const kind of refuses)
    byStatus.set(PROBLEMS[kind].status, [...(byStatus.get(PROBLEMS[kind].status) ?? []), kind])
  const entries = [...byStatus].map(([status, kinds]) => {
    const description = kinds.map((kind) => `/problems/${kind}`).join(', ')
    return [String(status), { description, content: PROBLEM_CONTENT }] as const
  })
  return Object.fromEntries(entries)
}

function parameters(place: 'path' | 'query', schema: z.ZodType | undefined): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input')
  return Object.entries(properties).map(([name, described]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: described,
  }))
}

const mediaType = ({ kind }: Endpoint): string =>
  kind === 'geojson' ? 'application/geo+json' : kind === 'stream' ? 'text/event-stream' : 'application/json'

const Problem = z.object({
  type: z.string(),
  status: z.number().int(),
  title: z.string(),
  titleEn: z.string(),
  detail: z.string(),
  detailEn: z.string(),
  errors: z
    .array(z.object({ pointer: z.string(), code: z.string(), detail: z.string(), detailEn: z.string() }))
    .optional(),
})
const PROBLEM_CONTENT = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
