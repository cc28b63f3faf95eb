import { elementsOf, namespaces, type XmlElement } from '@yuming/epp'
import type { DomainRecord } from '../domain-record.ts'
import { rgpStatuses } from '../domain-record.ts'
import type { MessageBody } from '../messages.ts'
import type { ContactRecord, HostRecord } from '../objects.ts'
import type { Call } from './dispatch.ts'
import { secDnsInfo } from './sec-dns.ts'

const rgp = elementsOf(namespaces.rgp)
const changePoll = elementsOf(namespaces.changePoll)
const cnnicDomain = elementsOf(namespaces['cnnic-domain'])
const cnnicContact = elementsOf(namespaces['cnnic-contact'])
const cnnicHost = elementsOf(namespaces['cnnic-host'])

/** Only what this session's login asked for is told (RFC 5730 §2.4). */
function told(call: Call, elements: readonly (XmlElement | undefined)[]): XmlElement[] {
  return elements.filter((element) => element !== undefined && call.services.has(element.ns)) as XmlElement[]
}

export function domainInfoExtensions(call: Call, domain: DomainRecord): XmlElement[] {
  const { office } = call
  const statuses = rgpStatuses(domain, office.clock.now(), office.profile.days.pendingDelete)
  const { cnnic } = domain
  return told(call, [
    secDnsInfo(domain.ds),
    statuses.length > 0 ? rgp('infData', rgpElements(statuses)) : undefined,
    cnnic && cnnicDomain('infData', [cnnicDomain('type', cnnic.type), cnnicDomain('purveyor', cnnic.purveyor)]),
  ])
}

/** The answer to a restore names the state it led to (RFC 3915 §4.2.5). */
export function restoreAnswer(call: Call, domain: DomainRecord): XmlElement[] {
  if (domain.phase !== 'pendingRestore') return []
  return told(call, [rgp('upData', rgpElements(['pendingRestore']))])
}

export function contactInfoExtensions(call: Call, contact: ContactRecord): XmlElement[] {
  const { cnnic } = contact
  if (!cnnic || contact.sponsor !== call.clientId) return []
  return told(call, [
    cnnicContact('infData', [
      cnnicContact('type', cnnic.type),
      cnnicContact('contact', cnnic.certificate, { type: cnnic.certificateType }),
      cnnicContact('purveyor', cnnic.purveyor),
      cnnic.mobile === undefined ? undefined : cnnicContact('mobile', cnnic.mobile),
    ]),
  ])
}

export function hostInfoExtensions(call: Call, host: HostRecord): XmlElement[] {
  if (host.purveyor === undefined) return []
  return told(call, [cnnicHost('infData', [cnnicHost('purveyor', host.purveyor)])])
}

/** RFC 8590: what the registry did by itself, and why. */
export function changeNotice(call: Call, at: string, change: Extract<MessageBody, { kind: 'changed' }>): XmlElement[] {
  return told(call, [
    changePoll(
      'changeData',
      [
        changePoll('operation', change.operation),
        changePoll('date', at),
        changePoll('svTRID', `${call.office.profile.roidTag}-change`),
        changePoll('who', 'registry'),
        changePoll('reason', change.reason),
      ],
      { state: 'after' },
    ),
  ])
}

function rgpElements(statuses: readonly string[]): XmlElement[] {
  return statuses.map((s) => rgp('rgpStatus', '', { s }))
}
