import { XmlRejected } from '../xml/rejected.ts'
import type { Body, Part } from './part.ts'
import type { Reading } from './reading.ts'

/** An element that may be left out. Left out it is: an empty element would break the schema's minimal length. */
export function optional<V>(part: Part<V>): Part<V | undefined> {
  return {
    write(value, to) {
      if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) part.write(value, to)
    },
    read(from) {
      // Most of them are left out, in tables thousands of times: that is looked at, not thrown and caught.
      if (part.tag !== undefined) {
        const found = from.one(part.tag)
        if (!found || (part.emptyIsNone && found.text === '' && found.children.length === 0)) return undefined
      }
      try {
        return part.read(from)
      } catch (error) {
        // Absent, or empty. Anything else that cannot be read is told, but loses only itself.
        if (!(error instanceof XmlRejected) || error.because === 'duplicate') throw error
        if (error.because === 'value')
          from.log.setAside.push({ at: from.at, xml: error.raw ?? '', because: error.message })
        return undefined
      }
    },
  }
}

/** A member that this kind of record does not carry. */
export const absent: Part<undefined> = {
  write() {},
  read: () => undefined,
}

/** A member that the wire does not have because it is always the same. */
export function fixed<V>(value: V): Part<V> {
  return { write() {}, read: () => value }
}

/** A record in an element of its own. */
export function group<T>(tag: string, body: Body<T>): Part<T> {
  return {
    tag,
    write(value, to) {
      if (value === undefined) to.missing()
      else to.inside(tag, () => body.write(value, to))
    },
    read: (from) => contentOf(from.into(from.required(tag)), body),
  }
}

export function contentOf<T>(from: Reading, body: Body<T>): T {
  const value = body.read(from)
  from.close()
  return value
}

/** A record whose members stand among those of its owner. */
export function flat<T>(body: Body<T>): Part<T> {
  return {
    write(value, to) {
      if (value === undefined) to.missing()
      else body.write(value, to)
    },
    read: (from) => body.read(from),
  }
}

/** The same, of optional members only; it is there when one of them is. */
export function flatOptional<T extends object>(body: Body<T>): Part<T | undefined> {
  return {
    write(value, to) {
      if (value !== undefined) body.write(value, to)
    },
    read(from) {
      const value = body.read(from)
      return Object.keys(value).length > 0 ? value : undefined
    },
  }
}

interface Count {
  readonly min?: number
  readonly max?: number
}

/** The same element again and again. */
export function list<T>(tag: string, body: Body<T>, { min = 1, max }: Count = {}): Part<readonly T[]> {
  return {
    write(values = [], to) {
      checkCount(values.length, { min, ...(max === undefined ? {} : { max }) }, to)
      for (const [index, value] of values.entries()) to.at(index, () => to.inside(tag, () => body.write(value, to)))
    },
    read: (from) => from.many(tag).map((element, index) => contentOf(from.into(element, index), body)),
  }
}

/** Records of a file: one that cannot be read is set aside whole, and the others are read. */
export function records<T>(tag: string, body: Body<T>): Part<readonly T[]> {
  const all = list(tag, body, { min: 0 })
  return {
    write: all.write,
    read(from) {
      const values: T[] = []
      for (const [index, element] of from.many(tag).entries())
        try {
          values.push(contentOf(from.into(element, index), body))
        } catch (error) {
          if (!(error instanceof XmlRejected)) throw error
          from.setAside(element, error, index)
        }
      return values
    },
  }
}

/** Plain values in elements of the same name, below one wrapper: `<Fwnr><Fwnr_id>1</Fwnr_id>…</Fwnr>`. */
export function wrapped<V>(wrapper: string, inner: Part<V>): Part<V> {
  return {
    tag: wrapper,
    write(value, to) {
      if (value === undefined || (Array.isArray(value) && value.length === 0)) to.missing()
      else to.inside(wrapper, () => inner.write(value, to))
    },
    read(from) {
      const inside = from.into(from.required(wrapper))
      const value = inner.read(inside)
      inside.close()
      return value
    },
  }
}

/** Each value an element of its own, read and written by the part that knows one. */
export function values<V>(tag: string, part: Part<V>, count: Count = {}): Part<readonly V[]> {
  return {
    write(all = [], to) {
      checkCount(all.length, count, to)
      for (const [index, value] of all.entries()) to.at(index, () => part.write(value, to))
    },
    read: (from) =>
      from
        .many(tag)
        .map((element, index) => part.read(from.into({ ...element, name: element.name, children: [element] }, index))),
  }
}

function checkCount(length: number, { min = 1, max }: Count, to: Parameters<Part<unknown>['write']>[1]): void {
  if (length < min)
    to.problem(length === 0 ? 'missing' : 'too-few', { zh: `至少 ${min} 项`, en: `At least ${min} of them` })
  if (max !== undefined && length > max)
    to.problem('too-many', {
      zh: `最多 ${max} 项，现有 ${length} 项`,
      en: `At most ${max} of them; there are ${length}`,
    })
}
