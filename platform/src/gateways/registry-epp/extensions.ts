import { elementsOf, idnLang, namespaces, verificationCode, type XmlElement } from '@yuming/epp'
import { certificateKind } from '@yuming/identity'
import type { Registrant } from '../../modules/domains/ports.ts'
import type { RegistryProfile } from './profiles.ts'

const namestore = elementsOf(namespaces.namestoreExt)
const cnnicDomain = elementsOf(namespaces['cnnic-domain'])
const cnnicContact = elementsOf(namespaces['cnnic-contact'])

/** What a command on names under one suffix must carry at this registry. */
export function nameExtensions(profile: RegistryProfile, ascii: string): XmlElement[] {
  const subProduct = profile.subProducts?.[ascii.slice(ascii.lastIndexOf('.') + 1)]
  return subProduct === undefined ? [] : [namestore('namestoreExt', [namestore('subProduct', subProduct)])]
}

/** Signed codes, where there are any to send. */
export function codeExtensions(codes: readonly string[] | undefined): XmlElement[] {
  return codes && codes.length > 0 ? [verificationCode.elements.encodedSignedCode(codes)] : []
}

/** Holder type of the .cn registry: I person, E organisation. */
export function createExtensions(
  profile: RegistryProfile,
  ascii: string,
  holderType: Registrant['holderType'],
): XmlElement[] {
  const own = profile.cnnic
    ? [cnnicDomain('create', [cnnicDomain('type', letter(holderType)), cnnicDomain('purveyor', profile.purveyor)])]
    : []
  const language = ascii.startsWith('xn--') ? profile.idnLanguage : undefined
  const idn = language === undefined ? [] : [idnLang.elements.tag(language)]
  return [...nameExtensions(profile, ascii), ...idn, ...own]
}

export function contactExtensions(profile: RegistryProfile, registrant: Registrant): XmlElement[] {
  if (!profile.cnnic) return []
  const { holderType, certificate, phone } = registrant
  return [
    cnnicContact('create', [
      cnnicContact('type', letter(holderType)),
      cnnicContact('contact', certificate.number, { type: paperCode(certificate.kind) }),
      cnnicContact('purveyor', profile.purveyor),
      ...(phone.startsWith('+86.1') ? [cnnicContact('mobile', phone)] : []),
    ]),
  ]
}

/** Code of a kind of paper at the .cn registry; `QT` is its code for other papers with a unified code. */
function paperCode(id: string): string {
  const kind = certificateKind(id)
  return kind?.codes.cnnic ?? certificateKind(kind?.sentAs ?? '')?.codes.cnnic ?? 'QT'
}

function letter(holderType: Registrant['holderType']): string {
  return holderType === 'person' ? 'I' : 'E'
}
