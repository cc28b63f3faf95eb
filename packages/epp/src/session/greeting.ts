import { namespaces } from '../namespaces.ts'
import { child, childrenOf, elementsOf, type XmlElement } from '../xml/element.ts'
import { required, requiredText } from '../xml/read.ts'

/** RFC 5730 §2.4. */
export interface Greeting {
  readonly svID: string
  /** Instant, as on the wire. */
  readonly svDate: string
  readonly versions: readonly string[]
  readonly langs: readonly string[]
  readonly objURIs: readonly string[]
  readonly extURIs: readonly string[]
}

const ns = namespaces.epp
const epp = elementsOf(ns)

export function greetingElement(greeting: Greeting): XmlElement {
  return epp('greeting', [
    epp('svID', greeting.svID),
    epp('svDate', greeting.svDate),
    epp('svcMenu', [
      ...greeting.versions.map((version) => epp('version', version)),
      ...greeting.langs.map((lang) => epp('lang', lang)),
      ...greeting.objURIs.map((uri) => epp('objURI', uri)),
      greeting.extURIs.length === 0
        ? undefined
        : epp(
            'svcExtension',
            greeting.extURIs.map((uri) => epp('extURI', uri)),
          ),
    ]),
    // RFC 5730 §2.4 requires a data collection policy; this is the plainest complete one.
    epp('dcp', [
      epp('access', [epp('all')]),
      epp('statement', [
        epp('purpose', [epp('admin'), epp('prov')]),
        epp('recipient', [epp('ours'), epp('public')]),
        epp('retention', [epp('stated')]),
      ]),
    ]),
  ])
}

export function greetingOf(element: XmlElement): Greeting {
  const menu = required(element, ns, 'svcMenu')
  const extension = child(menu, ns, 'svcExtension')
  const texts = (parent: XmlElement, name: string) => childrenOf(parent, ns, name).map((found) => found.text.trim())
  return {
    svID: requiredText(element, ns, 'svID'),
    svDate: requiredText(element, ns, 'svDate'),
    versions: texts(menu, 'version'),
    langs: texts(menu, 'lang'),
    objURIs: texts(menu, 'objURI'),
    extURIs: extension ? texts(extension, 'extURI') : [],
  }
}
