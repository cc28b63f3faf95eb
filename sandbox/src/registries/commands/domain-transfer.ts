import { addDays, addYears } from '../calendar.ts'
import type { DomainRecord, TransferRecord } from '../domain-record.ts'
import { checkAuth, type Office, refuseByStatus, requireSponsor } from '../office.ts'
import { Refused } from '../refused.ts'
import { requireYears } from './domain-create.ts'
import { findDomain } from './domain-find.ts'

export type TransferAnswer = 'approve' | 'reject' | 'cancel'

/** RFC 5731 §3.2.4, op="request": needs the authorisation information of the losing side. */
export function requestTransfer(
  office: Office,
  clientId: string,
  asked: { name: string; years: number; password?: string | undefined },
): TransferRecord {
  const { profile, accounts, clock, messages } = office
  const { name, domain } = findDomain(office, asked.name)
  if (domain.sponsor === clientId) throw new Refused(2106, 'You sponsor the name already')
  if (domain.transfer?.status === 'pending') throw new Refused(2300, 'A transfer is pending')
  if (domain.phase !== 'active') throw new Refused(2304, 'The name is pending delete')
  checkAuth(domain.authSha256, asked.password)
  refuseByStatus(domain.statuses, 'Transfer')
  requireYears(office, asked.years)
  const now = clock.now()
  const { transferLock, transferBeforeExpiry, transferAnswer } = profile.days
  if ([domain.crDate, domain.trDate].some((day) => day && addDays(day, transferLock) > now.toISOString()))
    throw new Refused(2106, `No transfer in the ${transferLock} days after a create or a transfer`)
  if (domain.exDate < addDays(now, transferBeforeExpiry))
    throw new Refused(2106, `No transfer in the ${transferBeforeExpiry} days before the expiry`)
  if (addYears(domain.exDate, asked.years) > addYears(now, profile.maxYears))
    throw new Refused(2106, `The name would be registered for more than ${profile.maxYears} years`)
  const fen = name.suffix.prices.transfer * asked.years
  accounts.charge(clientId, fen, 'transfer', domain.name)
  const transfer: TransferRecord = {
    status: 'pending',
    reID: clientId,
    reDate: now.toISOString(),
    acID: domain.sponsor,
    acDate: addDays(now, transferAnswer),
    exDate: addYears(domain.exDate, asked.years),
    years: asked.years,
    fen,
  }
  office.objects.saveDomain({ ...domain, transfer })
  messages.add(domain.sponsor, { kind: 'domain-transfer', says: 'Transfer requested.', name: domain.name, transfer })
  return transfer
}

/** op="query": both sides may ask, others need the authorisation information. */
export function queryTransfer(
  office: Office,
  clientId: string,
  asked: { name: string; password?: string | undefined },
): TransferRecord {
  const { domain } = findDomain(office, asked.name)
  if (domain.sponsor !== clientId && domain.transfer?.reID !== clientId) checkAuth(domain.authSha256, asked.password)
  if (!domain.transfer) throw new Refused(2301, 'The name was never transferred')
  return domain.transfer
}

/** op="approve", "reject" (the losing side) and "cancel" (the gaining side). */
export function answerTransfer(
  office: Office,
  clientId: string,
  asked: { name: string; answer: TransferAnswer },
): TransferRecord {
  const { domain } = findDomain(office, asked.name)
  if (domain.transfer?.status !== 'pending') throw new Refused(2301, 'No transfer is pending')
  if (asked.answer === 'cancel') {
    if (domain.transfer.reID !== clientId) throw new Refused(2201, 'Only the requesting registrar cancels')
    return endTransfer(office, domain, 'clientCancelled')
  }
  requireSponsor(domain, clientId)
  return endTransfer(office, domain, asked.answer === 'approve' ? 'clientApproved' : 'clientRejected')
}

/** Closes a pending transfer and tells the side that did not act (both when the registry acted). */
export function endTransfer(
  office: Office,
  domain: DomainRecord,
  status: Exclude<TransferRecord['status'], 'pending'>,
): TransferRecord {
  const pending = domain.transfer
  if (pending?.status !== 'pending') throw new Refused(2301, 'No transfer is pending')
  const now = office.clock.now()
  const goes = status === 'clientApproved' || status === 'serverApproved'
  const { exDate, ...rest } = pending
  const transfer: TransferRecord = { ...rest, status, acDate: now.toISOString(), ...(goes && exDate ? { exDate } : {}) }
  if (goes) {
    // RFC 9154 §4: the authorisation information ends with the transfer it was given for.
    const { authSha256: _used, ...kept } = domain
    office.objects.saveDomain({
      ...kept,
      sponsor: pending.reID,
      trDate: now.toISOString(),
      exDate: exDate ?? domain.exDate,
      statuses: domain.statuses.filter((one) => !one.startsWith('client')),
      graces: [{ kind: 'transferPeriod', until: addDays(now, office.profile.days.transferGrace), fen: pending.fen }],
      transfer,
    })
  } else {
    office.accounts.post(pending.reID, pending.fen, 'transfer refund', domain.name)
    office.objects.saveDomain({ ...domain, transfer })
  }
  const told =
    status === 'clientCancelled'
      ? [pending.acID]
      : status.startsWith('server')
        ? [pending.reID, pending.acID]
        : [pending.reID]
  for (const clientId of told)
    office.messages.add(clientId, { kind: 'domain-transfer', says: `Transfer ${status}.`, name: domain.name, transfer })
  return transfer
}
