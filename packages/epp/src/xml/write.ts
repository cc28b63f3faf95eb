import { namespaces } from '../namespaces.ts'
import type { XmlElement } from './element.ts'

const prefixes: ReadonlyMap<string, string> = new Map(Object.entries(namespaces).map(([prefix, uri]) => [uri, prefix]))

/** Writes a document whose default namespace is that of EPP; every other namespace is declared where it first occurs. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n${writeElement(root, new Map())}`
}

function writeElement(element: XmlElement, scope: ReadonlyMap<string, string>): string {
  let inner = scope
  let prefix = scope.get(element.ns)
  let declaration = ''
  if (prefix === undefined) {
    prefix = element.ns === namespaces.epp ? '' : freePrefix(element.ns, scope)
    declaration =
      prefix === '' ? ` xmlns="${escapeAttribute(element.ns)}"` : ` xmlns:${prefix}="${escapeAttribute(element.ns)}"`
    inner = new Map(scope).set(element.ns, prefix)
  }
  const tag = prefix === '' ? element.name : `${prefix}:${element.name}`
  let attributes = ''
  for (const name in element.attributes) attributes += ` ${name}="${escapeAttribute(element.attributes[name] ?? '')}"`
  if (element.children.length === 0 && element.text === '') return `<${tag}${declaration}${attributes}/>`
  let content = escapeText(element.text)
  for (const inside of element.children) content += writeElement(inside, inner)
  return `<${tag}${declaration}${attributes}>${content}</${tag}>`
}

function freePrefix(ns: string, scope: ReadonlyMap<string, string>): string {
  const known = prefixes.get(ns)
  if (known !== undefined) return known
  const used = new Set(scope.values())
  let n = 1
  while (used.has(`ns${n}`)) n++
  return `ns${n}`
}

const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no form at all for these characters (§2.2)
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

function escapeText(text: string): string {
  if (unwritable.test(text)) throw new RangeError('the text has a character that XML cannot carry')
  return text.replace(/[&<>\r]/g, (char) =>
    char === '&' ? '&amp;' : char === '<' ? '&lt;' : char === '>' ? '&gt;' : '&#13;',
  )
}

function escapeAttribute(text: string): string {
  return escapeText(text).replace(/["\t\n]/g, (char) => (char === '"' ? '&quot;' : char === '\t' ? '&#9;' : '&#10;'))
}
