import type { DomainRecord, Hold } from '../domain-record.ts'
import type { Office } from '../office.ts'

interface Told {
  readonly says: string
  /** At most 32 characters (RFC 8590 §3.1.6). */
  readonly reason: string
}

/** A name on hold for one more reason; a hold that was set otherwise before is a reason of its own. */
export function withHold(domain: DomainRecord, why: Hold): DomainRecord {
  const others = domain.holds ?? (domain.statuses.includes('serverHold') ? (['registry'] as const) : [])
  return {
    ...domain,
    statuses: [...new Set([...domain.statuses, 'serverHold'])],
    holds: [...new Set([...others, why])],
  }
}

export function hold(office: Office, domain: DomainRecord, why: Hold, told: Told): void {
  if (domain.holds?.includes(why)) return
  saveAndTell(office, domain, withHold(domain, why), told)
}

/** Takes one reason away; the hold ends with the last. */
export function lift(office: Office, domain: DomainRecord, why: Hold, told: Told): void {
  if (!domain.holds?.includes(why)) return
  const { holds, ...rest } = domain
  const left = holds.filter((one) => one !== why)
  const after: DomainRecord =
    left.length > 0
      ? { ...rest, holds: left }
      : { ...rest, statuses: domain.statuses.filter((status) => status !== 'serverHold') }
  saveAndTell(office, domain, after, told)
}

function saveAndTell(office: Office, before: DomainRecord, changed: DomainRecord, { says, reason }: Told): void {
  const after = { ...changed, upDate: office.clock.now().toISOString() }
  office.objects.saveDomain(after)
  if (before.statuses.includes('serverHold') === after.statuses.includes('serverHold')) {
    office.messages.add(after.sponsor, { kind: 'plain', says })
    return
  }
  office.messages.add(after.sponsor, {
    kind: 'changed',
    says,
    state: 'after',
    domain: after,
    operation: 'update',
    reason,
  })
}
