import { addDays, addYears } from '../calendar.ts'
import type { DomainRecord } from '../domain-record.ts'
import { type Office, refuseByStatus, requireSponsor } from '../office.ts'
import { Refused } from '../refused.ts'
import { requireYears } from './domain-create.ts'
import { findDomain } from './domain-find.ts'

/** RFC 5731 §3.2.3. `currentExpiry` (YYYY-MM-DD) guards against renewing twice. */
export function renewDomain(
  office: Office,
  clientId: string,
  asked: { name: string; currentExpiry: string; years: number },
): { domain: DomainRecord; fen: number } {
  const { name, domain } = findDomain(office, asked.name)
  requireSponsor(domain, clientId)
  if (domain.phase !== 'active') throw new Refused(2304, 'The name is pending delete')
  if (domain.transfer?.status === 'pending') throw new Refused(2300, 'A transfer is pending')
  refuseByStatus(domain.statuses, 'Renew')
  requireYears(office, asked.years)
  if (domain.exDate.slice(0, 10) !== asked.currentExpiry.slice(0, 10))
    throw new Refused(2004, 'The current expiry date is another one')
  const exDate = addYears(domain.exDate, asked.years)
  const now = office.clock.now()
  if (exDate > addYears(now, office.profile.maxYears))
    throw new Refused(2105, `The name would be registered for more than ${office.profile.maxYears} years`)
  const fen = office.premium.fen(name, 'renew', asked.years)
  office.accounts.charge(clientId, fen, 'renew', domain.name)
  const renewed: DomainRecord = {
    ...domain,
    exDate,
    graces: [
      // A renewal ends the add grace period of .cn: the name can no longer be given back for nothing.
      ...domain.graces.filter((grace) => !(office.profile.cnnic && grace.kind === 'addPeriod')),
      { kind: 'renewPeriod', until: addDays(now, office.profile.days.renewGrace), fen },
    ],
    upID: clientId,
    upDate: now.toISOString(),
  }
  office.objects.saveDomain(renewed)
  return { domain: renewed, fen }
}
