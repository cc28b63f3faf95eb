import { addDays } from '../calendar.ts'
import { missingOf } from '../codes/code-demand.ts'
import type { DomainRecord } from '../domain-record.ts'
import { type ReadName, readName } from '../names.ts'
import type { Office } from '../office.ts'
import { hold, withHold } from './holds.ts'
import { hasPassed, requirePassed, reviewHolder } from './identity-review.ts'
import { holderVerified, openReview } from './review-decision.ts'
import { needsQualification } from './review-needs.ts'

const daysToVerify = 5

/** @throws Refused 2304 when the holder has to pass first and has not */
export function requireReviewed(office: Office, name: ReadName, registrant: string | undefined): void {
  if (registrant && office.reviews.modes.of(name.suffix.ascii) === 'at-create') requirePassed(office, registrant)
}

/** Begins what a new name is reviewed for. One that needs a qualification is on hold until it has passed (S1-55). */
export function reviewNewName(office: Office, name: ReadName, domain: DomainRecord, fen: number): void {
  if (office.reviews.modes.of(name.suffix.ascii) === 'off') return
  const made = reviewNewHolder(office, name, domain)
  // Where a registry takes no contacts, the provider of the verification codes reviews the names too.
  if (office.profile.contacts === 'rejected') return
  const about = { subject: domain.name, title: name.unicodeLabel, fen }
  if (needsQualification(name)) {
    office.objects.saveDomain(withHold(made, 'qualification'))
    openReview(office, { kind: 'qualification', ...about })
  }
  openReview(office, { kind: 'naming', ...about })
}

/** Another holder: the five days begin again for one who has not passed. @throws Refused 2304 */
export function reviewOtherHolder(office: Office, domain: DomainRecord): void {
  const name = readName(office.profile, domain.name)
  if (office.reviews.modes.of(name.suffix.ascii) === 'off') return
  requireReviewed(office, name, domain.registrant)
  reviewNewHolder(office, name, domain)
}

/** The codes or the holder of a name are such that it need not go on hold. */
export function isVerified(office: Office, domain: DomainRecord): boolean {
  if (domain.registrant) return hasPassed(office, domain.registrant)
  return missingOf(domain.codes ?? []).length === 0
}

/** @returns the name as it stands then */
function reviewNewHolder(office: Office, name: ReadName, domain: DomainRecord): DomainRecord {
  const contact = domain.registrant === undefined ? undefined : office.objects.contact(domain.registrant)
  if (contact) reviewHolder(office, contact)
  if (isVerified(office, domain)) {
    holderVerified(office, domain)
    return domain
  }
  if (office.reviews.modes.of(name.suffix.ascii) !== 'hold-at-create') {
    office.reviews.setDeadline(domain.name, addDays(office.clock.now(), daysToVerify))
    return domain
  }
  const held = withHold(domain, 'identity')
  office.objects.saveDomain(held)
  return held
}

/** The five days are over. */
export function deadlinePassed(office: Office, asked: string): void {
  office.reviews.clearDeadline(asked)
  const name = readName(office.profile, asked)
  const domain = office.objects.domain(name)
  if (!domain || office.reviews.modes.of(name.suffix.ascii) === 'off' || isVerified(office, domain)) return
  hold(office, domain, 'identity', {
    op: 'identity-review',
    says: `The name ${asked} is on hold: its holder's identity was not verified in ${daysToVerify} days (${daysToVerify} 天内未通过实名审核，serverHold)`,
    reason: 'Identity not verified',
  })
}

/** What a name waits for, for people who look from outside. */
export function reviewsOf({ reviews }: Office, { name, registrant }: DomainRecord) {
  return {
    identity: registrant && reviews.of('identity', registrant)?.state,
    naming: reviews.of('naming', name)?.state,
    qualification: reviews.of('qualification', name)?.state,
    holdDueAt: reviews.deadlineOf(name),
  }
}
