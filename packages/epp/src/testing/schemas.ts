import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm'

const root = join(import.meta.dirname, '../../../..')
const shared = process.env.YUMING_SHARED_DATA ?? join(root, '../shared/data')
const published = join(shared, 'epp-xsd')
const ours = join(import.meta.dirname, '../../golden/xsd')

// The published imports carry no schemaLocation, so one wrapper imports every schema, those that others need first.
const schemas: readonly (readonly [file: string, namespace: string])[] = [
  [join(published, 'eppcom-1.0.xsd'), 'urn:ietf:params:xml:ns:eppcom-1.0'],
  [join(published, 'epp-1.0.xsd'), 'urn:ietf:params:xml:ns:epp-1.0'],
  [join(published, 'host-1.0.xsd'), 'urn:ietf:params:xml:ns:host-1.0'],
  [join(published, 'contact-1.0.xsd'), 'urn:ietf:params:xml:ns:contact-1.0'],
  [join(published, 'domain-1.0.xsd'), 'urn:ietf:params:xml:ns:domain-1.0'],
  [join(published, 'secDNS-1.1.xsd'), 'urn:ietf:params:xml:ns:secDNS-1.1'],
  [join(published, 'rgp-1.0.xsd'), 'urn:ietf:params:xml:ns:rgp-1.0'],
  [join(published, 'fee-1.0.xsd'), 'urn:ietf:params:xml:ns:epp:fee-1.0'],
  [join(published, 'loginSec-1.0.xsd'), 'urn:ietf:params:xml:ns:epp:loginSec-1.0'],
  [join(published, 'namestoreExt-1.1.xsd'), 'http://www.verisign-grs.com/epp/namestoreExt-1.1'],
  [join(published, 'idnLang-1.0.xsd'), 'http://www.verisign.com/epp/idnLang-1.0'],
  [join(published, 'changePoll-1.0.xsd'), 'urn:ietf:params:xml:ns:changePoll-1.0'],
  [join(published, 'xmldsig-core-schema.xsd'), 'http://www.w3.org/2000/09/xmldsig#'],
  [join(published, 'verificationCode-1.0.xsd'), 'urn:ietf:params:xml:ns:verificationCode-1.0'],
  [join(ours, 'nv-1.0.xsd'), 'urn:ietf:params:xml:ns:nv-1.0'],
  [join(ours, 'cnnic-domain-1.0.xsd'), 'urn:ietf:params:xml:ns:cnnic-domain-1.0'],
  [join(ours, 'cnnic-contact-1.0.xsd'), 'urn:ietf:params:xml:ns:cnnic-contact-1.0'],
  [join(ours, 'cnnic-host-1.0.xsd'), 'urn:ietf:params:xml:ns:cnnic-host-1.0'],
]

/** Checks documents against the published schemas; undefined (and said aloud) when those are not on this machine. */
export function schemaCheck(): ((xml: string) => void) | undefined {
  if (!existsSync(published)) {
    console.warn(`SKIPPED: no EPP schemas at ${published}; golden frames are not validated`)
    return undefined
  }
  const files: Record<string, Uint8Array> = {}
  const imports = schemas.map(([file, namespace], index) => {
    files[`schema:${index}`] = readFileSync(file)
    return `<import namespace="${namespace}" schemaLocation="schema:${index}"/>`
  })
  xmlRegisterInputProvider(new XmlBufferInputProvider(files))
  const wrapper = XmlDocument.fromString(
    `<schema xmlns="http://www.w3.org/2001/XMLSchema">${imports.join('')}</schema>`,
  )
  const validator = XsdValidator.fromDoc(wrapper)
  return (xml) => {
    const document = XmlDocument.fromString(xml)
    try {
      validator.validate(document)
    } finally {
      document.dispose()
    }
  }
}
