import { child, elementsOf, type XmlElement } from '../xml/element.ts'

/** A set of elements of one namespace below `<extension>` (RFC 5730 §2.7.3). `elements` is empty when only behaviour changes. */
export interface Extension {
  readonly name: string
  readonly uri: string
  readonly elements: Readonly<Record<string, Pick<ExtensionElement<unknown>, 'from'>>>
}

/** `fee.create(value)` makes the element to send; `fee.create.from(extensions)` reads it from what was received. */
export interface ExtensionElement<T> {
  (value: T): XmlElement
  /** Undefined when it is not among them. @throws XmlRejected */
  from(extensions: readonly XmlElement[]): T | undefined
}

/** What is inside one element of an extension, in both directions. */
export interface Inside<T> {
  write(value: T): readonly (XmlElement | undefined)[]
  read(element: XmlElement): T
  attributes?(value: T): Readonly<Record<string, string | undefined>>
}

export function extensionElement<T>(uri: string, name: string, inside: Inside<T>): ExtensionElement<T> {
  const make = elementsOf(uri)
  return Object.assign((value: T) => make(name, inside.write(value), inside.attributes?.(value)), {
    from(extensions: readonly XmlElement[]): T | undefined {
      const found = extensions.find((element) => element.ns === uri && element.name === name)
      return found && inside.read(found)
    },
  })
}

/** The element with that text, or nothing when the value is undefined. */
export function optional(
  make: ReturnType<typeof elementsOf>,
  name: string,
  value: string | undefined,
): XmlElement | undefined {
  return value === undefined ? undefined : make(name, value)
}

/** Reads a child that may be absent. */
export function optionalChild<T>(
  element: XmlElement,
  ns: string,
  name: string,
  read: (found: XmlElement) => T,
): T | undefined {
  const found = child(element, ns, name)
  return found && read(found)
}
