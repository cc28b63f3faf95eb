import {
  type ChangeData,
  type CnnicContact,
  changePoll,
  cnnicContact,
  cnnicDomain,
  cnnicHost,
  cnnicIdTypes,
  rgp,
  verificationCode,
  type XmlElement,
} from '@yuming/epp'
import { type DomainRecord, rgpStatuses } from '../domain-record.ts'
import type { MessageBody } from '../messages.ts'
import { readName } from '../names.ts'
import type { ContactRecord, HostRecord } from '../objects.ts'
import type { Call } from './dispatch.ts'
import { secDnsInfo } from './sec-dns.ts'

function present(elements: readonly (XmlElement | undefined)[]): XmlElement[] {
  return elements.filter((element) => element !== undefined)
}

export function domainInfoExtensions(call: Call, domain: DomainRecord): XmlElement[] {
  const { office } = call
  const statuses = rgpStatuses(domain, office.clock.now(), office.profile.days.pendingDelete)
  const { cnnic } = domain
  return present([
    secDnsInfo(domain.ds),
    statuses.length > 0 ? rgp.elements.infData(statuses.map((s) => ({ s }))) : undefined,
    cnnic && cnnicDomain.elements.infData({ type: holderType(cnnic.type), purveyor: cnnic.purveyor }),
  ])
}

/** Told to whoever asks for it (draft-gould-eppext-verificationcode-06 §3.1.2). */
export function complianceInfo({ office, extensions }: Call, domain: DomainRecord, isOurs: boolean): XmlElement[] {
  if (!extensions.asksCompliance) return []
  const { ascii } = readName(office.profile, domain.name).suffix
  const isReviewed = office.reviews.modes.of(ascii) !== 'off'
  const compliance = office.codes.complianceOf(domain, isOurs, office.clock.now(), isReviewed)
  return [verificationCode.elements.infData(compliance)]
}

/** The answer to a restore names the state it led to (RFC 3915 §4.2.5). */
export function restoreAnswer(domain: DomainRecord): XmlElement[] {
  if (domain.phase !== 'pendingRestore') return []
  return present([rgp.elements.upData([{ s: 'pendingRestore' }])])
}

export function contactInfoExtensions(call: Call, contact: ContactRecord): XmlElement[] {
  const { cnnic } = contact
  if (!cnnic || contact.sponsor !== call.clientId) return []
  const type = cnnicIdTypes.find((known) => known === cnnic.certificateType)
  const data: CnnicContact = {
    type: holderType(cnnic.type),
    purveyor: cnnic.purveyor,
    ...(type ? { paper: { type, number: cnnic.certificate } } : {}),
    ...(cnnic.mobile ? { mobile: cnnic.mobile } : {}),
  }
  return present([cnnicContact.elements.infData(data)])
}

export function hostInfoExtensions(host: HostRecord): XmlElement[] {
  return present([host.purveyor ? cnnicHost.elements.infData({ purveyor: host.purveyor }) : undefined])
}

/** RFC 8590: what the registry did by itself, and why. */
export function changeNotice(
  call: Call,
  at: string,
  change: Extract<MessageBody, { kind: 'changed' | 'holder-reviewed' }>,
): XmlElement {
  const data: ChangeData = {
    state: change.state,
    operation: change.operation,
    ...(change.op ? { op: change.op } : {}),
    date: at,
    svTRID: `${call.office.profile.roidTag}-change`,
    who: call.office.profile.svID,
    reason: change.reason,
  }
  return changePoll.elements.changeData(data)
}

function holderType(type: string): 'I' | 'E' {
  return type === 'I' ? 'I' : 'E'
}
