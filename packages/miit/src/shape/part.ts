import type { Reading } from './reading.ts'
import type { Writing } from './writing.ts'

/**
 * How one member of a canonical record is written below an element and read from it. Writing is strict: it notes a
 * problem for whatever the schema would refuse. Reading is tolerant: lengths and ranges are not checked.
 */
export interface Part<V> {
  /** The element that it all stands in; without it there is nothing to read. */
  readonly tag?: string
  /** An empty element says no more than none. */
  readonly emptyIsNone?: boolean
  write(value: V | undefined, to: Writing): void
  /** @throws XmlRejected */
  read(from: Reading): V
}

/** The content of an element: a record. */
export interface Body<T> {
  write(value: T, to: Writing): void
  /** @throws XmlRejected */
  read(from: Reading): T
}

/** Every member of T in the order of the schema; the compiler asks for all of them, so that none gets lost. */
export type Parts<T> = { readonly [K in keyof T]-?: Part<T[K]> }

export function record<T extends object>(parts: Parts<T>): Body<T> {
  const members = Object.entries(parts) as [string & keyof T, Part<unknown>][]
  const take = (from: Reading): T => {
    const value: Record<string, unknown> = {}
    for (const [key, part] of members) {
      const member = part.read(from)
      if (member !== undefined) value[key] = member
    }
    return value as T
  }
  return {
    write(value, to) {
      for (const [key, part] of members) to.at(key, () => part.write(value[key], to))
    },
    read: take,
  }
}
