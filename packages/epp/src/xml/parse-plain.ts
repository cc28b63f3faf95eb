import type { XmlElement } from './element.ts'

interface Open {
  readonly qualified: string
  readonly ns: string
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: XmlElement[]
  text: string
  /** How many bindings of prefixes were in force outside of it. */
  readonly outside: number
}

const deepest = 64
const declaration = /^<\?xml version="1\.0"(?: encoding="(?:UTF|utf)-8")?(?: standalone="(?:yes|no)")?\?>/
/** Whatever needs more than a look: entities, line ends to be normalised, pairs of surrogates, comments, CDATA, types. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no form at all for most of these (§2.2)
const notPlain = /[\u0000-\u0008\u000b-\u001f&\ud800-\udfff\ufffe\uffff]|<[!?]|]]>/g
const names = /^(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)$/
const reserved = /^(?:xml|xmlns)$/i
const space = 0x20
const slash = 0x2f
const greater = 0x3e

/**
 * Reads the documents of which EPP is nearly always made: elements, attributes and text as they stand. It is several times
 * as fast as the full parser, and never judges: what is not plain, or not well-formed, is undefined, and the full
 * parser's to read or to refuse. What it does read is what the full parser reads.
 */
export function parsePlain(text: string): XmlElement | undefined {
  let at = declaration.exec(text)?.[0].length ?? 0
  notPlain.lastIndex = at
  if (notPlain.test(text)) return undefined
  const known = new Map<string, readonly [prefix: string, local: string]>()
  /** Prefix, namespace, prefix, namespace …; the innermost last. */
  const bindings: string[] = []
  const stack: Open[] = []

  const nameOf = (qualified: string) => {
    let parts = known.get(qualified)
    if (!parts) {
      const found = names.exec(qualified)
      if (!found || found[1] === 'xml' || found[1] === 'xmlns') return undefined
      parts = [found[1] ?? '', found[2] ?? '']
      known.set(qualified, parts)
    }
    return parts
  }
  const boundTo = (prefix: string) => {
    for (let n = bindings.length - 2; n >= 0; n -= 2) if (bindings[n] === prefix) return bindings[n + 1]
    return prefix === '' ? '' : undefined
  }

  for (;;) {
    const tag = text.indexOf('<', at)
    const open = stack.at(-1)
    if (tag < 0) return undefined
    if (tag > at) {
      const between = text.slice(at, tag)
      if (open) open.text += between
      else if (!isBlank(between)) return undefined
    }
    at = tag + 1
    if (text.charCodeAt(at) === slash) {
      if (!open || !text.startsWith(open.qualified, at + 1)) return undefined
      at += 1 + open.qualified.length
      if (text.charCodeAt(at) !== greater) return undefined
      at++
      const root = close(open)
      if (root) return isBlank(text.slice(at)) ? root : undefined
      continue
    }
    if (stack.length >= deepest) return undefined
    const end = endOfName(text, at)
    const qualified = text.slice(at, end)
    at = end
    const outside = bindings.length
    const attributes: Record<string, string> = {}
    let foreign: string | undefined
    let empty = false
    for (;;) {
      const before = at
      while (isSpace(text.charCodeAt(at))) at++
      const code = text.charCodeAt(at)
      if (code === greater) break
      if (code === slash) {
        if (text.charCodeAt(at + 1) !== greater) return undefined
        empty = true
        at++
        break
      }
      if (at === before) return undefined
      const equals = text.indexOf('=', at)
      const quote = text[equals + 1]
      if (equals < 0 || (quote !== '"' && quote !== "'")) return undefined
      const last = text.indexOf(quote, equals + 2)
      if (last < 0) return undefined
      const attribute = text.slice(at, equals)
      const value = text.slice(equals + 2, last)
      if (/[<\t\n]/.test(value)) return undefined
      at = last + 1
      if (attribute === 'xmlns' || attribute.startsWith('xmlns:')) {
        const prefix = attribute.slice(6)
        if (
          !isNamespace(value) ||
          (prefix !== '' && (!nameOf(prefix) || prefix.includes(':') || reserved.test(prefix)))
        )
          return undefined
        if (attribute === 'xmlns:') return undefined
        for (let n = outside; n < bindings.length; n += 2) if (bindings[n] === prefix) return undefined
        bindings.push(prefix, value)
        continue
      }
      const parts = nameOf(attribute)
      if (!parts || parts[1] === '__proto__') return undefined
      if (parts[0] === '') {
        if (Object.hasOwn(attributes, attribute)) return undefined
        attributes[attribute] = value
      } else if (foreign === undefined) foreign = parts[0]
      // Two prefixes may stand for one namespace, and two attributes for one.
      else return undefined
    }
    at++
    const parts = nameOf(qualified)
    const ns = parts && boundTo(parts[0])
    if (!parts || ns === undefined || (foreign !== undefined && boundTo(foreign) === undefined)) return undefined
    const opened: Open = { qualified, ns, name: parts[1], attributes, children: [], text: '', outside }
    stack.push(opened)
    if (!empty) continue
    const root = close(opened)
    if (root) return isBlank(text.slice(at)) ? root : undefined
  }

  /** The innermost element is whole; returns it when it is the root. */
  function close({ ns, name, attributes, children, text: own, outside }: Open): XmlElement | undefined {
    stack.pop()
    bindings.length = outside
    const element = { ns, name, attributes, children, text: children.length > 0 && own.trim() === '' ? '' : own }
    const parent = stack.at(-1)
    if (!parent) return element
    parent.children.push(element)
    return undefined
  }
}

const isSpace = (code: number) => code === space || code === 0x0a || code === 0x09

/** White space as XML has it, which is less than what `trim` takes away. */
const isBlank = (text: string) => text === '' || /^[ \t\n]*$/.test(text)

function endOfName(text: string, from: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at)
    if (code === greater || code === slash || isSpace(code) || Number.isNaN(code)) return at
  }
}

/** Not empty, not of XML itself, and nothing that would be trimmed. */
const isNamespace = (uri: string) => uri !== '' && uri.trim() === uri && !uri.startsWith('http://www.w3.org/')
