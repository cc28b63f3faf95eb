import { named } from './named-examples.ts'

/** As much of JSON Schema (2020-12) as our routes are described in. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly examples?: readonly unknown[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly prefixItems?: readonly JsonSchema[]
  readonly minItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly propertyNames?: JsonSchema
  readonly format?: string
}

/** A value that fits a schema and reads like one of ours; undefined where none of the known ones fits. */
export function exampleOf(schema: JsonSchema, name: string): unknown {
  if (schema.examples && schema.examples.length > 0) return schema.examples[0]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return exampleOf(choices.find(({ type }) => type !== 'null') ?? { type: 'null' }, name)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, name)))
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.find((each) => each !== 'null')
  switch (type) {
    case 'object':
      return objectOf(schema, name)
    case 'array':
      return arrayOf(schema, name)
    case 'string':
      return textOf(schema, name)
    case 'integer':
    case 'number':
      return numberOf(schema, name)
    case 'boolean':
      return named(name).find((value) => typeof value === 'boolean') ?? true
    case 'null':
      return null
    default:
      return named(name)[0] ?? {}
  }
}

function objectOf(
  { properties, additionalProperties, propertyNames }: JsonSchema,
  name: string,
): Record<string, unknown> {
  const known = Object.entries(properties ?? {}).map(([key, schema]) => [key, exampleOf(schema, key)] as const)
  if (known.length === 0 && typeof additionalProperties === 'object')
    return {
      [String(propertyNames?.enum?.[0] ?? named(`${name}.key`)[0] ?? 'name')]: exampleOf(additionalProperties, name),
    }
  return Object.fromEntries(known)
}

function arrayOf({ items, prefixItems, minItems }: JsonSchema, name: string): unknown[] {
  if (prefixItems) return prefixItems.map((schema) => exampleOf(schema, name))
  return Array.from({ length: Math.max(1, minItems ?? 1) }, () => exampleOf(items ?? {}, singular(name)))
}

const singular = (name: string) => name.replace(/(?:ies)$/, 'y').replace(/s$/, '')

function numberOf({ minimum, exclusiveMinimum, maximum }: JsonSchema, name: string): number {
  const least = minimum ?? (exclusiveMinimum === undefined ? Number.NEGATIVE_INFINITY : exclusiveMinimum + 1)
  const most = maximum ?? Number.POSITIVE_INFINITY
  const known = named(name).find((value) => typeof value === 'number' && value >= least && value <= most)
  return typeof known === 'number' ? known : Math.min(most, Math.max(1, least))
}

function textOf(schema: JsonSchema, name: string): string | undefined {
  const texts = [...named(name), ...named(`format ${schema.format}`), ...named('any text')].filter(
    (value) => typeof value === 'string',
  )
  return texts.find((text) => fits(text, schema))
}

const formats: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  email: /^[^@\s]+@[^@\s]+$/,
  uri: /^https?:/,
}

function fits(text: string, { minLength, maxLength, pattern, format }: JsonSchema): boolean {
  if (text.length < (minLength ?? 0) || text.length > (maxLength ?? Number.POSITIVE_INFINITY)) return false
  if (format !== undefined && formats[format] && !formats[format].test(text)) return false
  return pattern === undefined || new RegExp(pattern, 'u').test(text)
}
