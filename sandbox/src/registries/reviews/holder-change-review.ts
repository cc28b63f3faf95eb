import type { DomainRecord } from '../domain-record.ts'
import { readName } from '../names.ts'
import type { Office } from '../office.ts'
import type { Review } from './review-record.ts'

/** Lays a change of holder before the reviewers: the name is pendingUpdate until they have decided (RFC 5731 §3.3). */
export function askHolderChange(
  office: Office,
  domain: DomainRecord,
  registrant: string,
  clTRID: string,
): DomainRecord {
  const { id } = office.reviews.open({
    kind: 'holder-change',
    subject: domain.name,
    title: readName(office.profile, domain.name).unicodeLabel,
    fen: 0,
  })
  const svTRID = `${office.profile.roidTag}-holder-change-${id}`
  const asked = { ...domain, newHolder: { registrant, clTRID, svTRID } }
  office.objects.saveDomain(asked)
  return asked
}

/** The reviewers have decided: the name goes to the new holder, or stays with the old one; told by a panData message. */
export function endHolderChange(office: Office, { subject }: Review, pass: boolean, why: string | undefined): void {
  const domain = office.objects.domain(readName(office.profile, subject))
  if (!domain?.newHolder) return
  const { newHolder, ...rest } = domain
  const { registrant, ...ids } = newHolder
  const upDate = office.clock.now().toISOString()
  const after = pass ? { ...rest, registrant, upDate } : { ...rest, upDate }
  office.objects.saveDomain(after)
  office.objects.linkDomain(after)
  office.messages.add(domain.sponsor, {
    kind: 'pending-ended',
    says: pass
      ? `The change of holder of ${subject} was done (过户资料审核通过)`
      : `The change of holder of ${subject} was not done, the holder stays (过户资料审核不通过): ${why}`,
    name: domain.name,
    done: pass,
    ...ids,
  })
}
