import { z } from 'zod'

/** What of a value does not fit a JSON Schema as our API is described in; nothing when all does. */
export function misfits(schema: unknown, value: unknown): readonly string[] {
  const read = z.fromJSONSchema(withoutUnicodePatterns(schema) as Parameters<typeof z.fromJSONSchema>[0])
  const { error } = read.safeParse(value)
  return error ? error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) : []
}

/** JSON Schema means its patterns with the flag u, which the reader does not set: those that need it are left out. */
function withoutUnicodePatterns(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutUnicodePatterns)
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !(key === 'pattern' && /\\p\{/i.test(String(value))))
      .map(([key, value]) => [key, withoutUnicodePatterns(value)]),
  )
}
