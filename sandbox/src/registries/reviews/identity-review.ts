import type { ContactRecord } from '../objects.ts'
import type { Office } from '../office.ts'
import { Refused } from '../refused.ts'
import { openReview } from './review-decision.ts'
import type { Review } from './review-record.ts'

/** The name that the papers must bear: in Chinese where the contact has that form. */
function holderName({ loc, int }: ContactRecord): string {
  const form = loc ?? int
  return form?.org || form?.name || ''
}

/** Has a holder reviewed unless that is on its way or has passed. */
export function reviewHolder(office: Office, contact: ContactRecord): Review {
  const known = office.reviews.of('identity', contact.id)
  if (known && known.state !== 'failed') return known
  return openReview(office, { kind: 'identity', subject: contact.id, title: holderName(contact), fen: 0 })
}

/** Every holder that was there before reviews began. @returns how many */
export function reviewAllHolders(office: Office): number {
  const unknown = office.objects.contactsWithoutReview()
  for (const contact of unknown) reviewHolder(office, contact)
  return unknown.length
}

export function hasPassed(office: Office, contactId: string): boolean {
  return office.reviews.of('identity', contactId)?.state === 'passed'
}

/** @throws Refused 2304 when the holder must have passed before a name is made */
export function requirePassed(office: Office, contactId: string): void {
  const review = office.reviews.of('identity', contactId)
  if (review?.state === 'passed') return
  const why = review?.state === 'failed' ? `did not pass review: ${review.reason ?? ''}` : 'has not passed review yet'
  throw new Refused(2304, `The identity of the holder ${contactId} ${why}`)
}

/**
 * A holder who has become another one is reviewed again.
 * @throws Refused 2305 when a name rests on the identity that was verified
 */
export function identityChanged(office: Office, before: ContactRecord, after: ContactRecord): void {
  if (identityOf(before) === identityOf(after)) return
  const review = office.reviews.of('identity', before.id)
  if (review?.state === 'passed' && office.objects.domainsOfHolder(before.id).length > 0)
    throw new Refused(2305, 'A verified name rests on this identity: another holder is another contact')
  if (!review && !office.reviews.modes.isAnyOn) return
  office.reviews.withdrawIdentity(before.id)
  reviewHolder(office, after)
}

function identityOf(contact: ContactRecord): string {
  const { certificateType, certificate } = contact.cnnic ?? {}
  return JSON.stringify([holderName(contact), certificateType, certificate])
}
