import {
  type CnnicContact,
  type CommandFrame,
  cnnicContact,
  cnnicDomain,
  cnnicHost,
  type FeeAgreed,
  type FeeCheck,
  fee,
  idnLang,
  namestoreExt,
  rgp,
  secDNS,
  verificationCode,
} from '@yuming/epp'
import type { ContactRecord } from '../objects.ts'
import { Refused } from '../refused.ts'
import { readSecDns, readSecDnsChange, type SecDnsChange } from './sec-dns.ts'

type ContactPapers = NonNullable<ContactRecord['cnnic']>

/** Everything this registry reads from a command's extensions; each is absent when not sent. */
export interface CommandExtensions {
  readonly subProduct?: string | undefined
  readonly idnLanguage?: string | undefined
  readonly secDns?: SecDnsChange | undefined
  readonly restore?: 'request' | 'report' | undefined
  readonly feeCheck?: FeeCheck | undefined
  readonly feeOffer?: FeeAgreed | undefined
  readonly cnnicDomain?: { readonly type: string; readonly purveyor: string } | undefined
  readonly cnnicDomainChange?: { readonly type?: string; readonly purveyor?: string } | undefined
  readonly cnnicContact?: ContactPapers | undefined
  readonly cnnicContactChange?: Partial<ContactPapers> | undefined
  readonly cnnicHostPurveyor?: string | undefined
  readonly codes?: readonly string[] | undefined
  readonly asksCompliance: boolean
}

/** @throws Refused 2003, 2005, XmlRejected for an extension that is not what its specification says */
export function readExtensions({ command: { verb }, extensions }: CommandFrame): CommandExtensions {
  const secDnsData = secDNS.elements.create.from(extensions)
  const secDnsUpdate = secDNS.elements.update.from(extensions)
  const domain = cnnicDomain.elements.create.from(extensions)
  const contact = cnnicContact.elements.create.from(extensions)
  const contactUpdate = cnnicContact.elements.update.from(extensions)
  const host = cnnicHost.elements.create.from(extensions) ?? cnnicHost.elements.update.from(extensions)
  const isPriced = verb === 'create' || verb === 'renew' || verb === 'transfer'
  return {
    // The operator's own tools write dotCOM where its schema's examples write COM.
    subProduct: namestoreExt.elements.namestoreExt.from(extensions)?.replace(/^dot/, ''),
    idnLanguage: idnLang.elements.tag.from(extensions),
    secDns: secDnsData ? readSecDns(secDnsData) : secDnsUpdate && readSecDnsChange(secDnsUpdate),
    restore: rgp.elements.update.from(extensions)?.op,
    feeCheck: fee.elements.check.from(extensions),
    feeOffer: isPriced ? fee.elements[verb].from(extensions) : undefined,
    cnnicDomain: domain && { type: domain.type, purveyor: purveyorOf(domain.purveyor) },
    cnnicDomainChange: cnnicDomain.elements.update.from(extensions),
    cnnicContact: contact && papersOf(contact),
    // What counts is what shall be there afterwards; "rem" names what "add" replaces, and only a mobile number may go.
    cnnicContactChange: contactUpdate && {
      ...(contactUpdate.rem?.mobile ? { mobile: undefined } : {}),
      ...partOf(contactUpdate.add),
      ...partOf(contactUpdate.chg),
    },
    codes: verificationCode.elements.encodedSignedCode.from(extensions),
    asksCompliance: verificationCode.elements.info.from(extensions) !== undefined,
    cnnicHostPurveyor: host && purveyorOf(host.purveyor),
  }
}

function papersOf(contact: CnnicContact): ContactPapers {
  const { type, paper, purveyor, mobile } = contact
  if (!type || !paper || !purveyor) throw new Refused(2003, 'cnnic-contact needs type, contact and purveyor')
  return {
    type,
    certificateType: paper.type,
    certificate: paper.number,
    purveyor: purveyorOf(purveyor),
    ...(mobile ? { mobile } : {}),
  }
}

function partOf(change: CnnicContact | undefined): Partial<ContactPapers> {
  if (!change) return {}
  const { paper, ...rest } = change
  return { ...rest, ...(paper ? { certificateType: paper.type, certificate: paper.number } : {}) }
}

/** A token of 3 to 16 characters. @throws Refused 2003, 2005 */
function purveyorOf(text: string): string {
  if (text === '') throw new Refused(2003, 'The purveyor is required')
  if (!/^\S{3,16}$/.test(text)) throw new Refused(2005, 'The purveyor has 3 to 16 characters')
  return text
}
