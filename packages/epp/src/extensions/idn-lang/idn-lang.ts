import { namespaces } from '../../namespaces.ts'
import type { XmlElement } from '../../xml/element.ts'
import { extensionElement } from '../extension.ts'

const uri = namespaces.idnLang
const inside = extensionElement<string>(uri, 'tag', { write: () => [], read: (element) => element.text.trim() })

/** In which language's table an internationalised label is read: on `create` at the registry of com and net. */
export const idnLang = {
  name: 'idnLang-1.0',
  uri,
  elements: {
    /** A three-letter code of ISO 639-2, e.g. `CHI`. */
    tag: Object.assign((tag: string): XmlElement => ({ ...inside(tag), text: tag }), { from: inside.from }),
  },
} as const
