import { addDays } from '../calendar.ts'
import type { DomainRecord } from '../domain-record.ts'
import { type Office, refuseByStatus, requireSponsor } from '../office.ts'
import { Refused } from '../refused.ts'
import { findDomain } from './domain-find.ts'

/**
 * RFC 5731 §3.2.2 with the graces of RFC 3915 §2: a name in its add grace period is free at once and paid back, any
 * other goes into the redemption period.
 * @returns the code: 1000 when the name is gone, 1001 when it is pending
 */
export function deleteDomain(office: Office, clientId: string, asked: string): 1000 | 1001 {
  const { domain } = findDomain(office, asked)
  requireSponsor(domain, clientId)
  if (domain.phase !== 'active') throw new Refused(2304, 'The name is already pending delete')
  if (domain.transfer?.status === 'pending') throw new Refused(2300, 'A transfer is pending')
  refuseByStatus(domain.statuses, 'Delete')
  const used = office.objects.subordinateHosts(domain.name).find((host) => office.objects.hostIsUsed(host))
  if (used) throw new Refused(2305, `The host ${used} is still used`)
  return endRegistration(office, domain)
}

/** Takes a name out of service; pays back what the running graces say. */
export function endRegistration(office: Office, domain: DomainRecord): 1000 | 1001 {
  const now = office.clock.now()
  const running = domain.graces.filter((grace) => Date.parse(grace.until) > now.getTime())
  for (const grace of running) office.accounts.post(domain.sponsor, grace.fen, `refund ${grace.kind}`, domain.name)
  if (running.some((grace) => grace.kind === 'addPeriod')) {
    office.objects.releaseDomain(domain)
    return 1000
  }
  office.objects.saveDomain({
    ...domain,
    phase: 'redemption',
    phaseUntil: addDays(now, office.profile.days.redemption),
    graces: [],
    upID: domain.sponsor,
    upDate: now.toISOString(),
  })
  return 1001
}
