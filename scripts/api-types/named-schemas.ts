import { type Description, type Schema, shapeAt } from './shape-at.ts'

/** The shapes of a description under their names, each of which says the others by reference. */
export function namedSchemas(
  description: Description,
  ways: Readonly<Record<string, string>>,
): Readonly<Record<string, Schema>> {
  const whole = Object.entries(ways).map(([name, way]) => [name, plain(shapeAt(description, way))] as const)
  const names = new Map(whole.map(([name, schema]) => [keyOf(schema), name]))
  if (names.size < whole.length) {
    const twice = whole.filter(([name, schema]) => names.get(keyOf(schema)) !== name).map(([name]) => name)
    throw new Error(`shapes with two names: ${twice.join(', ')}`)
  }
  const named = (schema: Schema): Schema => {
    const name = names.get(keyOf(schema))
    return name === undefined ? inside(schema, named) : { $ref: `#/components/schemas/${name}` }
  }
  return Object.fromEntries(whole.map(([name, schema]) => [name, inside(schema, named)]))
}

/** Two shapes are one whatever is said about them. */
function keyOf({ description, ...schema }: Schema): string {
  return JSON.stringify(schema)
}

/** What a type can say; the rest (lengths, patterns, examples) is left out. */
function plain({ type, description, required, enum: values, const: value, ...schema }: Schema): Schema {
  const said = { type, description, required, enum: values, const: value }
  return {
    ...(Object.fromEntries(Object.entries(said).filter(([, part]) => part !== undefined)) as Schema),
    ...inside(parts(schema), plain),
  }
}

function parts({ properties, items, anyOf, oneOf, allOf, additionalProperties: others, $ref }: Schema): Schema {
  return {
    ...(properties && { properties }),
    ...(items && { items }),
    ...(anyOf && { anyOf }),
    ...(oneOf && { oneOf }),
    ...(allOf && { allOf }),
    ...(others && { additionalProperties: others }),
    ...($ref && { $ref }),
  }
}

function inside(schema: Schema, change: (part: Schema) => Schema): Schema {
  const { properties, items, anyOf, oneOf, allOf, additionalProperties: others } = schema
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, change(part)])),
    }),
    ...(items && { items: change(items) }),
    ...(anyOf && { anyOf: anyOf.map(change) }),
    ...(oneOf && { oneOf: oneOf.map(change) }),
    ...(allOf && { allOf: allOf.map(change) }),
    ...(typeof others === 'object' && { additionalProperties: change(others) }),
  }
}
