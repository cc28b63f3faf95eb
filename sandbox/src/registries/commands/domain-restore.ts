import { addDays, addYears } from '../calendar.ts'
import type { DomainRecord } from '../domain-record.ts'
import { type Office, requireSponsor } from '../office.ts'
import { Refused } from '../refused.ts'
import { findDomain } from './domain-find.ts'

const reportDays = 7

/** RFC 3915 §4.2.5: `request` takes a name out of the redemption period, `report` ends the restore. */
export function restoreDomain(
  office: Office,
  clientId: string,
  asked: { name: string; operation: 'request' | 'report' },
): DomainRecord {
  const { name, domain } = findDomain(office, asked.name)
  requireSponsor(domain, clientId)
  const now = office.clock.now()
  if (asked.operation === 'report') {
    if (domain.phase !== 'pendingRestore') throw new Refused(2304, 'No restore is pending')
    return save(office, restored(office, domain))
  }
  if (domain.phase !== 'redemption') throw new Refused(2304, 'The name is not in its redemption period')
  const expired = Date.parse(domain.exDate) <= now.getTime()
  const { restore, renew } = name.suffix.prices
  office.accounts.charge(clientId, restore + (expired ? renew : 0), 'restore', domain.name)
  const { phaseUntil: _ended, ...rest } = domain
  const kept: DomainRecord = {
    ...rest,
    exDate: expired ? addYears(domain.exDate, 1) : domain.exDate,
    upID: clientId,
    upDate: now.toISOString(),
  }
  if (!office.profile.restoreNeedsReport) return save(office, restored(office, kept))
  return save(office, { ...kept, phase: 'pendingRestore', phaseUntil: addDays(now, reportDays) })
}

function restored(office: Office, domain: DomainRecord): DomainRecord {
  const { phaseUntil: _ended, ...rest } = domain
  return { ...rest, phase: 'active', upDate: office.clock.now().toISOString() }
}

function save(office: Office, domain: DomainRecord): DomainRecord {
  office.objects.saveDomain(domain)
  return domain
}
