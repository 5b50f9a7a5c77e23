/** The contract's zod schemas as JSON Schema: for the OpenAPI document and the page for people. */
import { z } from 'zod'
import type { Endpoint } from '#contract/endpoint'

export type JsonSchema = z.core.JSONSchema.BaseSchema

/** What is sent may be laxer than what is answered, so a named schema stands once for each. */
export type Direction = 'input' | 'output'

/** References lead to `#/components/schemas/Name`. */
export function schemaOf(schema: z.ZodType, io: Direction): JsonSchema {
  const { $schema: _, $defs: __, ...rest } = converted(schema, io)
  return rest
}

/** Every schema that has a name, by it. */
export function namedSchemas(endpoints: readonly Endpoint[]): Record<string, JsonSchema> {
  const named: Record<string, JsonSchema> = {}
  for (const { input, output } of endpoints) {
    if (input.body) Object.assign(named, definitions(input.body, 'input'))
    Object.assign(named, definitions(output, 'output'))
  }
  return named
}

function definitions(schema: z.ZodType, io: Direction): Record<string, JsonSchema> {
  const { $defs = {} } = converted(schema, io)
  return Object.fromEntries(Object.entries($defs).map(([id, described]) => [componentName(id, io), described]))
}

const componentName = (id: string, io: Direction): string => (io === 'input' ? `${id}Sent` : id)

/** Zod points at `#/$defs/X` of its own document; in ours the named schemas lie under `components`. */
function converted(schema: z.ZodType, io: Direction): JsonSchema {
  const json = JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' }))
  const pointed = json.replaceAll(
    /"#\/\$defs\/(\w+)"/g,
    (_, id: string) => `"#/components/schemas/${componentName(id, io)}"`,
  )
  return JSON.parse(pointed)
}
