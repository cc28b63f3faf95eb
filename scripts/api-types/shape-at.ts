/** As much of a JSON Schema as a type is made of. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly additionalProperties?: Schema | boolean
  readonly $ref?: string
}

interface Content {
  readonly content?: { readonly 'application/json'?: { readonly schema?: Schema } }
}
interface Operation {
  readonly requestBody?: Content
  readonly responses?: Readonly<Record<string, Content>>
}
export interface Description {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/**
 * Follows a way into the description, such as `GET /v1/orders/{number} lines []`: first the route, whose good answer is
 * meant (`body` after it: what it takes), then names of properties, `[]` for an item of a list, a number for one of several
 * shapes. What may be null is meant without it.
 * @throws when there is no such thing
 */
export function shapeAt({ paths }: Description, way: string): Schema {
  const [method = '', url = '', ...steps] = way.split(' ')
  const operation = paths?.[url]?.[method.toLowerCase()]
  if (!operation) throw new Error(`${way}: the API has no such route`)
  const good = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith('2'))?.[1]
  const [from, rest] = steps[0] === 'body' ? [operation.requestBody, steps.slice(1)] : [good, steps]
  let schema = from?.content?.['application/json']?.schema
  for (const step of rest) schema = schema && next(notNull(schema), step)
  if (!schema) throw new Error(`${way}: the description of the API has no such shape`)
  return notNull(schema)
}

function next(schema: Schema, step: string): Schema | undefined {
  if (step === '[]') return schema.items
  return /^\d+$/.test(step) ? (schema.anyOf ?? schema.oneOf)?.[Number(step)] : schema.properties?.[step]
}

function notNull(schema: Schema): Schema {
  const others = schema.anyOf?.filter(({ type }) => type !== 'null')
  const [only] = others ?? []
  return others?.length === 1 && only ? only : schema
}
