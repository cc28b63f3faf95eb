import type { DomainRecord, DsRecord } from '../domain-record.ts'
import { changedStatuses, newAuth, type Office, refuseByStatus, requireSponsor } from '../office.ts'
import { Refused } from '../refused.ts'
import { askHolderChange } from '../reviews/holder-change-review.ts'
import { isVerified, reviewOtherHolder } from '../reviews/name-review.ts'
import { holderVerified } from '../reviews/review-decision.ts'
import { requireExistingContacts, requireNameservers } from './domain-create.ts'
import { findDomain } from './domain-find.ts'

const settable = new Set(
  ['Delete', 'Transfer', 'Renew', 'Update'].map((operation) => `client${operation}Prohibited`).concat('clientHold'),
)

interface Part {
  readonly nameservers: readonly string[]
  readonly contacts: readonly { readonly type: string; readonly id: string }[]
  readonly statuses: readonly string[]
}

export interface DomainChange {
  readonly name: string
  readonly add: Part
  readonly rem: Part
  readonly registrant?: string | undefined
  /** Transaction id of the command, for the message that tells how a review of it ended. */
  readonly clTRID?: string | undefined
  /** `null` takes the authorisation information away. */
  readonly password?: string | null | undefined
  readonly ds?:
    | { readonly remAll: boolean; readonly rem: readonly DsRecord[]; readonly add: readonly DsRecord[] }
    | undefined
  /** Signed verification codes that come late, base64. */
  readonly codes?: readonly string[] | undefined
  readonly cnnic?: { readonly type?: string | undefined; readonly purveyor?: string | undefined } | undefined
}

/** RFC 5731 §3.2.5. A new holder may have to be looked at first: `newHolder` is set then, and the answer is 1001. */
export function updateDomain(office: Office, clientId: string, asked: DomainChange): DomainRecord {
  const { domain } = findDomain(office, asked.name)
  requireSponsor(domain, clientId)
  if (domain.phase !== 'active') throw new Refused(2304, 'The name is pending delete')
  if (domain.transfer?.status === 'pending') throw new Refused(2300, 'A transfer is pending')
  if (domain.newHolder) throw new Refused(2304, 'A change of holder is under review: pendingUpdate')
  const lifts = asked.rem.statuses.includes('clientUpdateProhibited')
  refuseByStatus(
    lifts ? domain.statuses.filter((status) => status !== 'clientUpdateProhibited') : domain.statuses,
    'Update',
  )
  const contactIds = [
    ...asked.add.contacts.map((contact) => contact.id),
    ...(asked.registrant ? [asked.registrant] : []),
  ]
  if (contactIds.length > 0 && office.profile.contacts === 'rejected')
    throw new Refused(2306, 'This registry takes no contacts')
  requireExistingContacts(office, clientId, contactIds)
  const nameservers = changed(domain.nameservers, asked.add.nameservers, asked.rem.nameservers, (host) => host)
  requireNameservers(office, nameservers)
  const contacts = changed(domain.contacts, asked.add.contacts, asked.rem.contacts, ({ type, id }) => `${type} ${id}`)
  const verified = office.codes.withMore(domain, asked.codes ?? [], office.clock.now())
  const { authSha256, ...rest } = verified
  const isReviewed = asked.registrant !== domain.registrant && office.reviews.holderChanges.reviewed
  const updated: DomainRecord = {
    ...rest,
    ...(asked.password === undefined ? (authSha256 ? { authSha256 } : {}) : newAuth(asked.password ?? undefined)),
    ...(asked.registrant && !isReviewed ? { registrant: asked.registrant } : {}),
    nameservers,
    contacts,
    statuses: changedStatuses(verified.statuses, { add: asked.add.statuses, rem: asked.rem.statuses }, settable),
    ds: asked.ds
      ? changed(asked.ds.remAll ? [] : domain.ds, asked.ds.add, asked.ds.rem, (record) =>
          JSON.stringify([record.keyTag, record.alg, record.digestType, record.digest.toUpperCase()]),
        )
      : domain.ds,
    ...(domain.cnnic && asked.cnnic
      ? {
          cnnic: {
            type: asked.cnnic.type ?? domain.cnnic.type,
            purveyor: asked.cnnic.purveyor ?? domain.cnnic.purveyor,
          },
        }
      : {}),
    upID: clientId,
    upDate: office.clock.now().toISOString(),
  }
  office.objects.saveDomain(updated)
  office.objects.linkDomain(updated)
  if (asked.registrant && isReviewed) return askHolderChange(office, updated, asked.registrant, asked.clTRID ?? '')
  if (asked.registrant && asked.registrant !== domain.registrant) reviewOtherHolder(office, updated)
  if (asked.codes && isVerified(office, updated)) holderVerified(office, updated)
  return updated
}

/** @throws Refused 2306 when a removed value is not there or an added one already is */
function changed<T>(present: readonly T[], add: readonly T[], rem: readonly T[], keyOf: (value: T) => string): T[] {
  const keys = new Set(present.map(keyOf))
  for (const value of rem)
    if (!keys.has(keyOf(value))) throw new Refused(2306, `${keyOf(value)} is not there to remove`)
  const removed = new Set(rem.map(keyOf))
  const left = present.filter((value) => !removed.has(keyOf(value)))
  const leftKeys = new Set(left.map(keyOf))
  for (const value of add) if (leftKeys.has(keyOf(value))) throw new Refused(2306, `${keyOf(value)} is already there`)
  return [...left, ...add]
}
