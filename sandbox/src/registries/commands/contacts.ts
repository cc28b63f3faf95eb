import { addDays } from '../calendar.ts'
import type { TransferRecord } from '../domain-record.ts'
import type { ContactRecord, PostalInfo } from '../objects.ts'
import { changedStatuses, checkAuth, newAuth, type Office, refuseByStatus, requireSponsor } from '../office.ts'
import { Refused } from '../refused.ts'
import { requirePapers } from '../reviews/identity-papers.ts'
import { identityChanged, reviewHolder } from '../reviews/identity-review.ts'
import type { TransferAnswer } from './domain-transfer.ts'

const settable = new Set(['clientDeleteProhibited', 'clientTransferProhibited', 'clientUpdateProhibited'])

export interface NewContact {
  readonly id: string
  readonly loc?: PostalInfo | undefined
  readonly int?: PostalInfo | undefined
  readonly voice?: string | undefined
  readonly fax?: string | undefined
  readonly email: string
  readonly password?: string | undefined
  readonly cnnic?: ContactRecord['cnnic'] | undefined
}

function requireContactObjects(office: Office): void {
  if (office.profile.contacts === 'rejected') throw new Refused(2307, 'This registry has no contact objects')
}

/** RFC 5733 §3.1.1. */
export function checkContact(office: Office, id: string): { id: string; available: boolean; reason?: string } {
  requireContactObjects(office)
  return office.objects.contactExists(id) ? { id, available: false, reason: 'In use' } : { id, available: true }
}

/** RFC 5733 §3.2.1. */
export function createContact(office: Office, clientId: string, asked: NewContact): ContactRecord {
  requireContactObjects(office)
  if (office.objects.contactExists(asked.id)) throw new Refused(2302, 'The contact exists')
  if (office.profile.demandIdentity && !asked.cnnic)
    throw new Refused(2306, 'The identity of the holder is required: cnnic-contact with type, contact and purveyor')
  if (asked.cnnic) requirePapers(asked.cnnic)
  const contact: ContactRecord = {
    id: asked.id,
    roid: office.objects.nextRoid('C'),
    sponsor: clientId,
    crID: clientId,
    crDate: office.clock.now().toISOString(),
    statuses: [],
    ...(asked.loc ? { loc: asked.loc } : {}),
    ...(asked.int ? { int: asked.int } : {}),
    ...(asked.voice ? { voice: asked.voice } : {}),
    ...(asked.fax ? { fax: asked.fax } : {}),
    email: asked.email,
    ...newAuth(asked.password),
    ...(asked.cnnic ? { cnnic: asked.cnnic } : {}),
  }
  requirePostalForms(office, contact)
  office.objects.saveContact(contact)
  if (office.reviews.modes.isAnyOn) reviewHolder(office, contact)
  return contact
}

export function findContact(office: Office, id: string): ContactRecord {
  requireContactObjects(office)
  const contact = office.objects.contact(id)
  if (!contact) throw new Refused(2303, 'The contact does not exist')
  return contact
}

export interface ContactChange {
  readonly id: string
  readonly add: readonly string[]
  readonly rem: readonly string[]
  readonly loc?: PostalInfo | undefined
  readonly int?: PostalInfo | undefined
  readonly voice?: string | undefined
  readonly fax?: string | undefined
  readonly email?: string | undefined
  readonly password?: string | undefined
  readonly cnnic?: Partial<NonNullable<ContactRecord['cnnic']>> | undefined
}

/** RFC 5733 §3.2.5. */
export function updateContact(office: Office, clientId: string, asked: ContactChange): ContactRecord {
  const contact = findContact(office, asked.id)
  requireSponsor(contact, clientId)
  if (contact.transfer?.status === 'pending') throw new Refused(2300, 'A transfer is pending')
  const lifts = asked.rem.includes('clientUpdateProhibited')
  refuseByStatus(lifts ? [] : contact.statuses, 'Update')
  const updated: ContactRecord = {
    ...contact,
    statuses: changedStatuses(contact.statuses, asked, settable),
    ...(asked.loc ? { loc: asked.loc } : {}),
    ...(asked.int ? { int: asked.int } : {}),
    ...(asked.voice ? { voice: asked.voice } : {}),
    ...(asked.fax ? { fax: asked.fax } : {}),
    ...(asked.email ? { email: asked.email } : {}),
    ...newAuth(asked.password),
    ...(contact.cnnic && asked.cnnic ? { cnnic: { ...contact.cnnic, ...asked.cnnic } } : {}),
    upID: clientId,
    upDate: office.clock.now().toISOString(),
  }
  if (updated.cnnic && asked.cnnic) requirePapers(updated.cnnic)
  requirePostalForms(office, updated)
  office.objects.saveContact(updated)
  identityChanged(office, contact, updated)
  // Whoever did not pass and is handed in anew is looked at anew.
  if (office.reviews.modes.isAnyOn) reviewHolder(office, updated)
  return updated
}

/** RFC 5733 §3.2.2. */
export function deleteContact(office: Office, clientId: string, id: string): void {
  const contact = findContact(office, id)
  requireSponsor(contact, clientId)
  refuseByStatus(contact.statuses, 'Delete')
  if (office.objects.contactIsUsed(id)) throw new Refused(2305, 'A name refers to the contact')
  office.objects.deleteContact(id)
  office.reviews.withdrawIdentity(id)
}

/** RFC 5733 §3.2.4, op="request". */
export function requestContactTransfer(
  office: Office,
  clientId: string,
  asked: { id: string; password?: string | undefined },
): TransferRecord {
  const contact = findContact(office, asked.id)
  if (contact.sponsor === clientId) throw new Refused(2106, 'You sponsor the contact already')
  if (contact.transfer?.status === 'pending') throw new Refused(2300, 'A transfer is pending')
  checkAuth(contact.authSha256, asked.password)
  refuseByStatus(contact.statuses, 'Transfer')
  const now = office.clock.now()
  const transfer: TransferRecord = {
    status: 'pending',
    reID: clientId,
    reDate: now.toISOString(),
    acID: contact.sponsor,
    acDate: addDays(now, office.profile.days.transferAnswer),
    years: 0,
    fen: 0,
  }
  office.objects.saveContact({ ...contact, transfer })
  office.messages.add(contact.sponsor, {
    kind: 'contact-transfer',
    says: 'Transfer requested.',
    id: contact.id,
    transfer,
  })
  return transfer
}

export function queryContactTransfer(
  office: Office,
  clientId: string,
  asked: { id: string; password?: string | undefined },
): TransferRecord {
  const contact = findContact(office, asked.id)
  if (contact.sponsor !== clientId && contact.transfer?.reID !== clientId) checkAuth(contact.authSha256, asked.password)
  if (!contact.transfer) throw new Refused(2301, 'The contact was never transferred')
  return contact.transfer
}

export function answerContactTransfer(
  office: Office,
  clientId: string,
  asked: { id: string; answer: TransferAnswer },
): TransferRecord {
  const contact = findContact(office, asked.id)
  const pending = contact.transfer
  if (pending?.status !== 'pending') throw new Refused(2301, 'No transfer is pending')
  const mayAnswer = asked.answer === 'cancel' ? pending.reID : contact.sponsor
  if (mayAnswer !== clientId) throw new Refused(2201, 'Another registrar answers this transfer')
  const ends = { approve: 'clientApproved', reject: 'clientRejected', cancel: 'clientCancelled' } as const
  const transfer: TransferRecord = { ...pending, status: ends[asked.answer], acDate: office.clock.now().toISOString() }
  const goes = asked.answer === 'approve'
  office.objects.saveContact({
    ...contact,
    transfer,
    ...(goes ? { sponsor: pending.reID, trDate: transfer.acDate } : {}),
  })
  const told = asked.answer === 'cancel' ? pending.acID : pending.reID
  office.messages.add(told, {
    kind: 'contact-transfer',
    says: `Transfer ${transfer.status}.`,
    id: contact.id,
    transfer,
  })
  return transfer
}

function requirePostalForms(office: Office, contact: ContactRecord): void {
  if (!contact.loc && !contact.int) throw new Refused(2003, 'Postal data is required')
  if (office.profile.postalForms === 'loc-and-int' && !(contact.loc && contact.int))
    throw new Refused(2003, 'Postal data is required in both forms, loc and int')
  const ascii =
    contact.int && [contact.int.name, contact.int.org ?? '', contact.int.city, ...contact.int.street].join('')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5733 §2.4 wants 7-bit ASCII for "int"
  if (ascii && !/^[\x00-\x7f]*$/.test(ascii)) throw new Refused(2005, 'Postal data of the form int must be ASCII')
}
