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
      objects.saveDomain({ ...domain, phase: 'redemption', phaseUntil: addDays(now, profile.days.redemption) })
      tell(office, domain, 'No restore report was received; the name is in its redemption period again.')
      return
    case 'redemption':
      if (profile.days.pendingDelete > 0) {
        const until = addDays(domain.phaseUntil ?? now, profile.days.pendingDelete)
        objects.saveDomain({ ...domain, phase: 'pendingDelete', phaseUntil: until })
        tell(office, domain, 'The redemption period has ended; the name is pending delete.')
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
  const { accounts, objects, profile } = office
  const fen = readName(profile, domain.name).suffix.prices.renew
  if (profile.expiryNeedsBalance && !accounts.canPay(domain.sponsor, fen)) {
    const phaseUntil = addDays(domain.exDate, profile.days.redemption)
    objects.saveDomain({ ...domain, phase: 'redemption', phaseUntil, graces: [] })
    tell(office, domain, 'The balance did not allow the automatic renewal; the name is in its redemption period.')
    return
  }
  accounts.post(domain.sponsor, -fen, 'auto-renew', domain.name)
  objects.saveDomain({
    ...domain,
    exDate: addYears(domain.exDate, 1),
    graces: [{ kind: 'autoRenewPeriod', until: addDays(domain.exDate, profile.days.autoRenewGrace), fen }],
  })
  tell(office, domain, 'The name was renewed automatically.', 'autoRenew')
}

function tell(office: Office, domain: DomainRecord, says: string, operation: 'update' | 'autoRenew' = 'update'): void {
  office.messages.add(domain.sponsor, { kind: 'changed', says, name: domain.name, operation, reason: says })
}
