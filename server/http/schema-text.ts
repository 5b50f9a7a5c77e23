/** A JSON Schema as people read types: `{ code: string, level: 'district' | 'county', share?: number }`. */
import type { JsonSchema } from './wire-schemas.ts'

export function schemaText(schema: unknown, indent = ''): string {
  if (!isSchema(schema)) return 'unknown'
  if (typeof schema.$ref === 'string') return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map((choice) => schemaText(choice, indent)).join(' | ')
  if (schema.type === 'array') return arrayText(schema, indent)
  if (schema.type === 'object') return objectText(schema, indent)
  return scalarText(schema)
}

const isSchema = (schema: unknown): schema is JsonSchema => typeof schema === 'object' && schema !== null

function arrayText({ items, prefixItems, minItems, maxItems }: JsonSchema, indent: string): string {
  if (prefixItems) return `[${prefixItems.map((item) => schemaText(item, indent)).join(', ')}]`
  const item = schemaText(items, indent)
  const list = item.includes(' | ') && !item.startsWith('{') ? `(${item})[]` : `${item}[]`
  return list + bounds(minItems, maxItems)
}

function objectText({ properties = {}, required = [], additionalProperties }: JsonSchema, indent: string): string {
  const members = Object.entries(properties).map(([name, member]) => {
    return `${indent}  ${name}${required.includes(name) ? '' : '?'}: ${schemaText(member, `${indent}  `)}`
  })
  if (members.length > 0) return `{\n${members.join('\n')}\n${indent}}`
  return isSchema(additionalProperties) ? `{ [name]: ${schemaText(additionalProperties, indent)} }` : '{}'
}

function scalarText({
  type,
  format,
  minimum,
  maximum,
  exclusiveMinimum,
  minLength,
  maxLength,
  default: initial,
}: JsonSchema): string {
  const limits =
    type === 'string' ? bounds(minLength, maxLength) : bounds(safe(minimum ?? exclusiveMinimum), safe(maximum))
  const named = format ? `${type} (${format})` : `${type ?? 'unknown'}`
  return `${named}${limits}${initial === undefined ? '' : ` = ${JSON.stringify(initial)}`}`
}

/** A bound at the end of what JavaScript counts exactly says nothing to people. */
const safe = (bound: number | boolean | undefined): number | undefined =>
  typeof bound !== 'number' || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? undefined : bound

const bounds = (least: number | undefined, most: number | undefined): string =>
  least === undefined && most === undefined ? '' : ` ${least ?? ''}..${most ?? ''}`
