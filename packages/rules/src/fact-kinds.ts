/** What one fact may be. */
export interface FactKind {
  /** In words, for the documentation. */
  readonly type: string
  readonly accepts: (value: unknown) => boolean
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @param longest in UTF-16 units */
export function text(longest = 2_000): FactKind {
  return { type: 'string', accepts: (value) => typeof value === 'string' && value.length <= longest }
}

export function pattern(type: string, form: RegExp): FactKind {
  return { type, accepts: (value) => typeof value === 'string' && form.test(value) }
}

/** A day that the calendar has. */
export const plainDay: FactKind = {
  type: 'YYYY-MM-DD',
  accepts(value) {
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
    const at = new Date(`${value}T00:00:00Z`)
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
  },
}

export const flag: FactKind = { type: 'boolean', accepts: (value) => typeof value === 'boolean' }

export const nothing: FactKind = { type: 'null', accepts: (value) => value === null }

export const wholeNumber: FactKind = {
  type: 'whole number',
  accepts: (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
}

export function oneOf(...values: readonly (string | number)[]): FactKind {
  return {
    type: values.map((value) => JSON.stringify(value)).join(' | '),
    accepts: (value) => values.some((allowed) => allowed === value),
  }
}

export function either(...kinds: readonly FactKind[]): FactKind {
  return {
    type: kinds.map(({ type }) => type).join(' | '),
    accepts: (value) => kinds.some((kind) => kind.accepts(value)),
  }
}

export function listOf(kind: FactKind, most = 1_000): FactKind {
  return {
    type: `list of ${kind.type}`,
    accepts: (value) => Array.isArray(value) && value.length <= most && value.every(kind.accepts),
  }
}

/** An object with these fields and no others; a field whose name ends in `?` may be absent. */
export function record(fields: Readonly<Record<string, FactKind>>): FactKind {
  const known = new Map(Object.entries(fields).map(([name, kind]) => [name.replace(/\?$/, ''), kind]))
  const needed = Object.keys(fields).filter((name) => !name.endsWith('?'))
  return {
    type: `{ ${Object.entries(fields)
      .map(([name, { type }]) => `${name}: ${type}`)
      .join(', ')} }`,
    accepts: (value) =>
      isRecord(value) &&
      needed.every((name) => Object.hasOwn(value, name)) &&
      Object.entries(value).every(([name, inner]) => known.get(name)?.accepts(inner) === true),
  }
}
