import { isIPv4, isIPv6 } from 'node:net'
import { readName } from '../names.ts'
import type { HostRecord } from '../objects.ts'
import { changedStatuses, type Office, refuseByStatus, requireSponsor } from '../office.ts'
import { Refused } from '../refused.ts'

const settable = new Set(['clientDeleteProhibited', 'clientUpdateProhibited'])

export type Address = HostRecord['addresses'][number]

/** A host name in lower case. @throws Refused 2005 */
export function readHostName(asked: string): string {
  const name = asked.toLowerCase()
  if (
    name.length > 253 ||
    !/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/.test(name)
  )
    throw new Refused(2005, 'Not a host name')
  return name
}

/** RFC 5732 §3.1.1. */
export function checkHost(office: Office, asked: string): { name: string; available: boolean; reason?: string } {
  try {
    const name = readHostName(asked)
    return office.objects.hostExists(name)
      ? { name: asked, available: false, reason: 'In use' }
      : { name: asked, available: true }
  } catch (error) {
    if (error instanceof Refused) return { name: asked, available: false, reason: 'Invalid name' }
    throw error
  }
}

/** RFC 5732 §3.2.1. Below this registry's suffixes the name above must exist, be ours, and the host needs addresses. */
export function createHost(
  office: Office,
  clientId: string,
  asked: { name: string; addresses: readonly Address[]; purveyor?: string | undefined },
): HostRecord {
  const name = readHostName(asked.name)
  if (office.objects.hostExists(name)) throw new Refused(2302, 'The host exists')
  const superordinate = placeOf(office, clientId, name, asked.addresses)
  const host: HostRecord = {
    name,
    roid: office.objects.nextRoid('H'),
    sponsor: clientId,
    crID: clientId,
    crDate: office.clock.now().toISOString(),
    statuses: [],
    addresses: asked.addresses,
    ...(superordinate ? { superordinate } : {}),
    ...(asked.purveyor ? { purveyor: asked.purveyor } : {}),
  }
  office.objects.saveHost(host)
  return host
}

/** @throws Refused 2303 */
export function findHost(office: Office, asked: string): HostRecord {
  const host = office.objects.host(readHostName(asked))
  if (!host) throw new Refused(2303, 'The host does not exist')
  return host
}

/** RFC 5732 §3.2.5, with the change of name. */
export function updateHost(
  office: Office,
  clientId: string,
  asked: {
    name: string
    add: { addresses: readonly Address[]; statuses: readonly string[] }
    rem: { addresses: readonly Address[]; statuses: readonly string[] }
    newName?: string | undefined
    purveyor?: string | undefined
  },
): HostRecord {
  const host = findHost(office, asked.name)
  requireSponsor(host, clientId)
  refuseByStatus(asked.rem.statuses.includes('clientUpdateProhibited') ? [] : host.statuses, 'Update')
  const same = (one: Address, other: Address) => one.address.toLowerCase() === other.address.toLowerCase()
  const addresses = host.addresses.filter((one) => !asked.rem.addresses.some((gone) => same(one, gone)))
  for (const added of asked.add.addresses) {
    if (addresses.some((one) => same(one, added))) throw new Refused(2306, `${added.address} is already there`)
    addresses.push(added)
  }
  const name = asked.newName === undefined ? host.name : readHostName(asked.newName)
  if (name !== host.name && office.objects.hostExists(name)) throw new Refused(2302, 'The new host name exists')
  const superordinate = placeOf(office, clientId, name, addresses)
  const { superordinate: _before, ...rest } = host
  const updated: HostRecord = {
    ...rest,
    name,
    addresses,
    ...(superordinate ? { superordinate } : {}),
    statuses: changedStatuses(host.statuses, { add: asked.add.statuses, rem: asked.rem.statuses }, settable),
    ...(asked.purveyor ? { purveyor: asked.purveyor } : {}),
    upID: clientId,
    upDate: office.clock.now().toISOString(),
  }
  office.objects.saveHost(updated)
  if (name !== host.name) office.objects.renameHost(host.name, name)
  return updated
}

/** RFC 5732 §3.2.2. */
export function deleteHost(office: Office, clientId: string, asked: string): void {
  const host = findHost(office, asked)
  requireSponsor(host, clientId)
  refuseByStatus(host.statuses, 'Delete')
  if (office.objects.hostIsUsed(host.name)) throw new Refused(2305, 'A name refers to the host')
  office.objects.deleteHost(host.name)
}

/** @returns the name above, when this registry serves it */
function placeOf(office: Office, clientId: string, name: string, addresses: readonly Address[]): string | undefined {
  for (const { ip, address } of addresses)
    if (!(ip === 'v4' ? isIPv4(address) : isIPv6(address)))
      throw new Refused(2005, `${address} is not an IP${ip} address`)
  const suffix = office.profile.suffixes
    .filter((candidate) => name.endsWith(`.${candidate.ascii}`))
    .sort((one, other) => other.ascii.length - one.ascii.length)[0]
  if (!suffix) {
    if (addresses.length > 0) throw new Refused(2306, 'A host outside this registry has no addresses')
    return undefined
  }
  const above = name
    .split('.')
    .slice(-suffix.ascii.split('.').length - 1)
    .join('.')
  const domain = office.objects.domain(readName(office.profile, above))
  if (!domain) throw new Refused(2303, `The name ${above} is not registered`)
  if (domain.sponsor !== clientId) throw new Refused(2201, `Another registrar sponsors ${above}`)
  if (addresses.length === 0) throw new Refused(2003, 'A host below a name of this registry needs an address')
  return domain.name
}
