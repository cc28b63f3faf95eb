import { SaxesParser } from 'saxes'
import type { XmlElement } from './element.ts'
import { XmlRejected } from './rejected.ts'

const deepest = 32

interface Open {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

/**
 * Reads one document into a tree. Document types are refused, so no entity ever expands. The encoding that the
 * document declares is not looked at: the text is decoded already (`payload/charset.ts`).
 * @throws XmlRejected
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false })
  const stack: Open[] = []
  let root: XmlElement | undefined

  parser.on('error', (error) => {
    throw new XmlRejected('not-well-formed', error.message)
  })
  parser.on('doctype', () => {
    throw new XmlRejected('document-type', 'a document type is not allowed')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (stack.length >= deepest) throw new XmlRejected('too-deep', `more than ${deepest} elements deep`)
    stack.push({ name, attributes, children: [], text: '' })
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
    if (closed.children.length > 0 && closed.text.trim() === '') closed.text = ''
    const parent = stack.at(-1)
    if (parent) parent.children.push(closed)
    else root = closed
  })

  parser.write(text).close()
  if (!root) throw new XmlRejected('not-well-formed', 'no element')
  return root
}
