const deepest = 12
const widest = 200

/**
 * What is logged as plain data: errors by what of them may be told, collections by their members, and of every other
 * object that is not plain its kind alone, as nobody knows what it holds.
 */
export function loggable(value: unknown, depth = 0): unknown {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > deepest) return '[deeper]'
  if (value instanceof Error) return errorForLog(value, depth)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (Array.isArray(value) || value instanceof Set)
    return [...value].slice(0, widest).map((member) => loggable(member, depth + 1))
  if (value instanceof Map)
    return members(
      [...value].map(([name, member]) => [String(name), member]),
      depth,
    )
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || prototype === null) return members(Object.entries(value), depth)
  if ('toJSON' in value && typeof value.toJSON === 'function') return loggable(value.toJSON(), depth + 1)
  return `[${value.constructor.name || 'object'}]`
}

function members(entries: readonly (readonly [string, unknown])[], depth: number): object {
  return Object.fromEntries(entries.slice(0, widest).map(([name, member]) => [name, loggable(member, depth + 1)]))
}

/** Messages of database errors quote values ("Key (email)=(…) already exists"); only what cannot is told. */
export function errorText(error: Error): string {
  return 'severity' in error ? 'a database error' : error.message
}

function errorForLog(error: Error, depth: number): object {
  const { code } = error as { code?: unknown }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...('severity' in error ? {} : { message: error.message }),
    frames,
    ...(error.cause === undefined ? {} : { cause: causeForLog(error.cause, depth) }),
    ...(error instanceof AggregateError
      ? { errors: error.errors.slice(0, 8).map((each) => causeForLog(each, depth)) }
      : {}),
  }
}

function causeForLog(cause: unknown, depth: number): unknown {
  if (!(cause instanceof Error)) return { type: typeof cause }
  return depth >= deepest ? '[deeper]' : errorForLog(cause, depth + 1)
}
