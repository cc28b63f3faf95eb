import { child, type XmlElement } from './element.ts'
import { XmlRejected } from './rejected.ts'

export function required(element: XmlElement, ns: string, name: string): XmlElement {
  const found = child(element, ns, name)
  if (!found) throw new XmlRejected('missing', `${element.name} has no ${name}`)
  return found
}

export function textOf(element: XmlElement, ns: string, name: string): string | undefined {
  return child(element, ns, name)?.text.trim()
}

export function requiredText(element: XmlElement, ns: string, name: string): string {
  return required(element, ns, name).text.trim()
}

export function attribute(element: XmlElement, name: string): string {
  const value = element.attributes[name]
  if (value === undefined) throw new XmlRejected('missing', `${element.name} has no attribute ${name}`)
  return value
}

/** xs:boolean: `1`, `true`, `0`, `false`. */
export function booleanOf(text: string | undefined): boolean {
  if (text === '1' || text === 'true') return true
  if (text === '0' || text === 'false' || text === undefined) return false
  throw new XmlRejected('value', `"${text}" is no boolean`)
}

export function integerOf(text: string): number {
  if (!/^[+-]?\d{1,15}$/.test(text)) throw new XmlRejected('value', `"${text.slice(0, 40)}" is no integer`)
  return Number(text)
}

/** One of a fixed list of tokens. */
export function oneOf<const T extends string>(text: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === text)
  if (found === undefined) throw new XmlRejected('value', `"${text.slice(0, 40)}" is none of ${allowed.join(', ')}`)
  return found
}
