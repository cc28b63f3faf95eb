import type { DomainRecord, Hold } from '../domain-record.ts'
import type { ReviewOperation } from '../messages.ts'
import type { Office } from '../office.ts'

export interface Told {
  readonly op: ReviewOperation
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

/** The registry's own word about a hold: it adds a reason that no review ends, or ends the hold whatever its reasons. */
export function holdsAfter(
  { holds }: DomainRecord,
  change: { add: string[]; rem: string[] },
): Pick<DomainRecord, 'holds'> {
  if (!holds || change.rem.includes('serverHold')) return {}
  return { holds: change.add.includes('serverHold') ? [...new Set([...holds, 'registry' as const])] : holds }
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

/** A decision that changes nothing of the name. */
export function tell(office: Office, domain: DomainRecord, told: Told): void {
  office.messages.add(domain.sponsor, { kind: 'changed', state: 'after', domain, operation: 'custom', ...told })
}

function saveAndTell(office: Office, before: DomainRecord, changed: DomainRecord, told: Told): void {
  const after = { ...changed, upDate: office.clock.now().toISOString() }
  office.objects.saveDomain(after)
  const isSame = before.statuses.includes('serverHold') === after.statuses.includes('serverHold')
  if (isSame) tell(office, after, told)
  else
    office.messages.add(after.sponsor, { kind: 'changed', state: 'after', domain: after, operation: 'update', ...told })
}
