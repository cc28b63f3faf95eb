import {
  type CnnicContact,
  type CnnicIdType,
  cnnicContact,
  cnnicIdTypes,
  elementsOf,
  idnLang,
  namespaces,
  verificationCode,
  type XmlElement,
} from '@yuming/epp'
import { certificateKind } from '@yuming/identity'
import type { Registrant } from '../../modules/domains/ports.ts'
import type { RegistryProfile } from './profiles.ts'

const namestore = elementsOf(namespaces.namestoreExt)
const cnnicDomain = elementsOf(namespaces['cnnic-domain'])

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

/** What the .cn registry asks about a holder beside RFC 5733. */
export function identityOf(
  { purveyor }: RegistryProfile,
  { holderType, certificate, phone }: Registrant,
): CnnicContact {
  return {
    type: letter(holderType),
    paper: { type: paperCode(certificate.kind), number: certificate.number },
    purveyor,
    ...(phone.startsWith('+86.1') ? { mobile: phone } : {}),
  }
}

export function contactExtensions(profile: RegistryProfile, registrant: Registrant): XmlElement[] {
  return profile.cnnic ? [cnnicContact.elements.create(identityOf(profile, registrant))] : []
}

/** The same of a contact that is there already; a mobile number that the holder has no more is taken away. */
export function contactChanges(
  profile: RegistryProfile,
  registrant: Registrant,
  known: CnnicContact | undefined,
): XmlElement[] {
  if (!profile.cnnic) return []
  const { purveyor: _, ...chg } = identityOf(profile, registrant)
  const gone = known?.mobile !== undefined && chg.mobile === undefined ? { rem: { mobile: known.mobile } } : {}
  return [cnnicContact.elements.update({ ...gone, chg })]
}

/** Code of a kind of paper at the .cn registry; `QT` is its code for other papers with a unified code. */
function paperCode(id: string): CnnicIdType {
  const kind = certificateKind(id)
  const code = kind?.codes.cnnic ?? certificateKind(kind?.sentAs ?? '')?.codes.cnnic
  return cnnicIdTypes.find((known) => known === code) ?? 'QT'
}

function letter(holderType: Registrant['holderType']): 'I' | 'E' {
  return holderType === 'person' ? 'I' : 'E'
}
