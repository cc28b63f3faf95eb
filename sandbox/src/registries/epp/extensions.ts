import { type CommandFrame, child, namespaces, type XmlElement } from '@yuming/epp'
import type { ContactRecord } from '../objects.ts'
import { Refused } from '../refused.ts'
import { type FeeCheck, type FeeOffer, readFeeCheck, readFeeOffer } from './fee.ts'
import { readSecDns, readSecDnsChange, type SecDnsChange } from './sec-dns.ts'

/** Everything this registry reads from a command's extensions; each is absent when not sent. */
export interface CommandExtensions {
  readonly subProduct?: string | undefined
  readonly secDns?: SecDnsChange | undefined
  readonly restore?: 'request' | 'report' | undefined
  readonly feeCheck?: FeeCheck | undefined
  readonly feeOffer?: FeeOffer | undefined
  readonly cnnicDomain?: { readonly type: string; readonly purveyor: string } | undefined
  readonly cnnicDomainChange?:
    | { readonly type?: string | undefined; readonly purveyor?: string | undefined }
    | undefined
  readonly cnnicContact?: NonNullable<ContactRecord['cnnic']> | undefined
  readonly cnnicContactChange?: Partial<NonNullable<ContactRecord['cnnic']>> | undefined
  readonly cnnicHostPurveyor?: string | undefined
}

/** @throws Refused 2001, 2003 for an extension that is not what its specification says */
export function readExtensions(frame: CommandFrame): CommandExtensions {
  const { verb } = frame.command
  const find = (ns: string, ...names: string[]) =>
    frame.extensions.find((element) => element.ns === ns && names.includes(element.name))
  const secDns = find(namespaces.secDNS, 'create', 'update')
  const rgp = find(namespaces.rgp, 'update')
  const feeCheck = find(namespaces.fee, 'check')
  const feeOffer = verb === 'check' ? undefined : find(namespaces.fee, verb)
  const store = find(namespaces.namestoreExt, 'namestoreExt')
  const domain = find(namespaces['cnnic-domain'], verb)
  const contact = find(namespaces['cnnic-contact'], verb)
  const host = find(namespaces['cnnic-host'], verb)
  return {
    subProduct: store && textOf(store, 'subProduct'),
    secDns: secDns && (secDns.name === 'create' ? readSecDns(secDns) : readSecDnsChange(secDns)),
    restore: rgp && readRestore(rgp),
    feeCheck: feeCheck && readFeeCheck(feeCheck),
    feeOffer: feeOffer && readFeeOffer(feeOffer),
    ...(domain &&
      (verb === 'create' ? { cnnicDomain: readDomain(domain) } : { cnnicDomainChange: readDomainChange(domain) })),
    ...(contact &&
      (verb === 'create'
        ? { cnnicContact: readContact(contact) }
        : { cnnicContactChange: readContactChange(contact) })),
    cnnicHostPurveyor: host && (textOf(host, 'purveyor') ?? textOf(chgOf(host), 'purveyor')),
  }
}

/** Text of a child of the same namespace; undefined when there is none. */
function textOf(element: XmlElement, name: string): string | undefined {
  return child(element, element.ns, name)?.text.trim()
}

function needed(element: XmlElement, name: string): string {
  const text = textOf(element, name)
  if (!text) throw new Refused(2003, `${element.name} of ${element.ns} needs ${name}`)
  return text
}

function chgOf(element: XmlElement): XmlElement {
  return child(element, element.ns, 'chg') ?? element
}

function readRestore(element: XmlElement): 'request' | 'report' {
  const operation = child(element, element.ns, 'restore')?.attributes.op
  if (operation === 'request' || operation === 'report') return operation
  throw new Refused(2001, 'restore needs op="request" or op="report"')
}

function readDomain(element: XmlElement): { type: string; purveyor: string } {
  const type = needed(element, 'type')
  if (type !== 'I' && type !== 'E') throw new Refused(2005, 'The type of a holder is I or E')
  return { type, purveyor: purveyorOf(needed(element, 'purveyor')) }
}

function readDomainChange(element: XmlElement) {
  return { type: textOf(chgOf(element), 'type'), purveyor: textOf(chgOf(element), 'purveyor') }
}

function readContact(element: XmlElement): NonNullable<ContactRecord['cnnic']> {
  const certificate = child(element, element.ns, 'contact')
  const certificateType = certificate?.attributes.type
  if (!certificate || !certificateType) throw new Refused(2003, 'The certificate and its type are required')
  const mobile = textOf(element, 'mobile')
  return {
    type: needed(element, 'type'),
    certificateType,
    certificate: certificate.text.trim(),
    purveyor: purveyorOf(needed(element, 'purveyor')),
    ...(mobile ? { mobile } : {}),
  }
}

/** `add`, `rem` and `chg` hold the same elements; what counts is what shall be there afterwards. */
function readContactChange(element: XmlElement): Partial<NonNullable<ContactRecord['cnnic']>> {
  const change: { -readonly [K in keyof NonNullable<ContactRecord['cnnic']>]?: string } = {}
  for (const part of ['add', 'chg'].map((name) => child(element, element.ns, name))) {
    if (!part) continue
    for (const name of ['type', 'purveyor', 'mobile'] as const) {
      const text = textOf(part, name)
      if (text) change[name] = text
    }
    const certificate = child(part, part.ns, 'contact')
    if (!certificate) continue
    change.certificate = certificate.text.trim()
    if (certificate.attributes.type) change.certificateType = certificate.attributes.type
  }
  return change
}

/** A token of 3 to 16 characters. @throws Refused 2005 */
function purveyorOf(text: string): string {
  if (!/^\S{3,16}$/.test(text)) throw new Refused(2005, 'The purveyor has 3 to 16 characters')
  return text
}
