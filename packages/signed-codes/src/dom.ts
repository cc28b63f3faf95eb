import { createRequire } from 'node:module'
import type { SignedXml } from 'xml-crypto'

type DomNode = Parameters<SignedXml['findSignatures']>[0]
type Say = (message: string) => void

// An import would bring the types of a browser's globals, which contradict those of Node, into every file of the project.
const require = createRequire(import.meta.url)
const { DOMParser } = require('@xmldom/xmldom') as {
  DOMParser: new (options: {
    errorHandler: { warning: Say; error: Say; fatalError: Say }
  }) => {
    parseFromString(xml: string, type: 'text/xml'): DomNode
  }
}

/** The tree that the signature's library works on. `refuse` throws for whatever is not well-formed. */
export function domOf(xml: string, refuse: (message: string) => never): DomNode {
  const parser = new DOMParser({ errorHandler: { warning: refuse, error: refuse, fatalError: refuse } })
  return parser.parseFromString(xml, 'text/xml')
}
