import { addDays, addYears } from './calendar.ts'
import { endTransfer } from './commands/domain-transfer.ts'
import type { DomainRecord } from './domain-record.ts'
import { readName } from './names.ts'
import type { Office } from './office.ts'

/** Moves every name whose day has come by one step. @returns how many; call again until 0 */
export function turnLifecycles(office: Office): number {
  const now = office.clock.now()
  const due = office.objects.dueDomains(now)
  for (const domain of due) turn(office, domain, now)
  return due.length
}

function turn(office: Office, domain: DomainRecord, now: Date): void {
  const { objects, messages, profile } = office
  if (
    domain.phase === 'active' &&
    domain.transfer?.status === 'pending' &&
    domain.transfer.acDate <= now.toISOString()
  ) {
    endTransfer(office, domain, 'serverApproved')
    return
  }
  switch (domain.phase) {
    case 'active':
      expire(office, domain)
      return
    case 'pendingRestore':
      // No report came in time: the name falls back (RFC 3915 §2).
      tell(
        office,
        { ...domain, phase: 'redemption', phaseUntil: addDays(now, profile.days.redemption) },
        {
          says: 'No restore report was received; the name is in its redemption period again.',
          reason: 'No restore report',
        },
      )
      return
    case 'redemption':
      if (profile.days.pendingDelete > 0) {
        const until = addDays(domain.phaseUntil ?? now, profile.days.pendingDelete)
        tell(
          office,
          { ...domain, phase: 'pendingDelete', phaseUntil: until },
          { says: 'The redemption period has ended; the name is pending delete.', reason: 'Redemption ended' },
        )
        return
      }
      break
    case 'pendingDelete':
      break
  }
  objects.releaseDomain(domain)
  messages.add(domain.sponsor, { kind: 'plain', says: `The name ${domain.name} was deleted.` })
}

function expire(office: Office, domain: DomainRecord): void {
  const { accounts, profile } = office
  const fen = readName(profile, domain.name).suffix.prices.renew
  if (profile.expiryNeedsBalance && !accounts.canPay(domain.sponsor, fen)) {
    const phaseUntil = addDays(domain.exDate, profile.days.redemption)
    tell(
      office,
      { ...domain, phase: 'redemption', phaseUntil, graces: [] },
      {
        says: 'The balance did not allow the automatic renewal; the name is in its redemption period.',
        reason: 'Balance too low to renew',
      },
    )
    return
  }
  accounts.post(domain.sponsor, -fen, 'auto-renew', domain.name)
  tell(
    office,
    {
      ...domain,
      exDate: addYears(domain.exDate, 1),
      graces: [{ kind: 'autoRenewPeriod', until: addDays(domain.exDate, profile.days.autoRenewGrace), fen }],
    },
    { says: 'The name was renewed automatically.', reason: 'Expired', operation: 'autoRenew' },
  )
}

/** `after` is the name as it now is; `reason` has at most 32 characters (RFC 8590 §3.1.6). */
function tell(
  office: Office,
  after: DomainRecord,
  { says, reason, operation = 'update' }: { says: string; reason: string; operation?: 'update' | 'autoRenew' },
): void {
  office.objects.saveDomain(after)
  office.messages.add(after.sponsor, { kind: 'changed', says, state: 'after', domain: after, operation, reason })
}
