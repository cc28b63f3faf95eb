import { SaxesParser } from 'saxes'
import { namespaces } from '../namespaces.ts'
import type { XmlElement } from './element.ts'
import { parsePlain } from './parse-plain.ts'
import { XmlRejected } from './rejected.ts'

const deepest = 64
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

interface Open {
  ns: string
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

export interface ParseOptions {
  /** Largest document, in bytes; a string is measured in UTF-16 units. Default 1 MiB. */
  readonly largest?: number
  /** Servers quote a client's broken prefix back inside `<value>`; such elements then have the namespace ''. */
  readonly undeclaredPrefixInValue?: 'refuse' | 'tolerate'
}

/**
 * Reads one XML 1.0 document into a tree. Document types are refused (no entity ever expands), as are undeclared
 * prefixes, encodings other than UTF-8, depths over 64 and documents over the size limit. Attributes of foreign
 * namespaces are dropped: no EPP schema has one.
 * @throws XmlRejected
 */
export function parseXml(source: string | Uint8Array, options: ParseOptions = {}): XmlElement {
  if (source.length > (options.largest ?? 1_048_576)) throw new XmlRejected('too-large', 'the document is too large')
  const text = typeof source === 'string' ? source : decode(source)
  return parsePlain(text) ?? parseFully(text, options)
}

/** Any document of XML 1.0. @throws XmlRejected */
export function parseFully(text: string, options: Pick<ParseOptions, 'undeclaredPrefixInValue'> = {}): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const stack: Open[] = []
  let root: XmlElement | undefined

  parser.on('error', (error) => {
    if (
      options.undeclaredPrefixInValue === 'tolerate' &&
      error.message.includes('unbound namespace prefix') &&
      stack.some(isValue)
    )
      return
    throw new XmlRejected('not-well-formed', error.message)
  })
  parser.on('doctype', () => {
    throw new XmlRejected('document-type', 'a document type is not allowed')
  })
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && !/^utf-?8$/i.test(encoding)) throw new XmlRejected('encoding', `encoding ${encoding} is not UTF-8`)
  })
  parser.on('opentag', (tag) => {
    if (stack.length >= deepest) throw new XmlRejected('too-deep', `more than ${deepest} elements deep`)
    const attributes: Record<string, string> = {}
    for (const name in tag.attributes) {
      const attribute = tag.attributes[name]
      if (attribute && attribute.prefix === '' && name !== 'xmlns') attributes[name] = attribute.value
    }
    stack.push({ ns: tag.uri, name: tag.local, attributes, children: [], text: '' })
  })
  const append = (data: string) => {
    const open = stack.at(-1)
    if (open) open.text += data
  }
  parser.on('text', append)
  parser.on('cdata', append)
  parser.on('closetag', () => {
    const closed = stack.pop()
    if (!closed) return
    if (closed.children.length > 0 && isBlank(closed.text)) closed.text = ''
    const parent = stack.at(-1)
    if (parent) parent.children.push(closed)
    else root = closed
  })

  parser.write(text).close()
  if (!root) throw new XmlRejected('not-well-formed', 'no element')
  return root
}

const isValue = (open: Open): boolean => open.name === 'value' && open.ns === namespaces.epp

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new XmlRejected('encoding', 'the bytes are not UTF-8')
  }
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}
