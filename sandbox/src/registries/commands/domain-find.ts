import type { DomainRecord } from '../domain-record.ts'
import { type ReadName, readName } from '../names.ts'
import type { Office } from '../office.ts'
import { Refused } from '../refused.ts'

/** @throws Refused 2303 when nobody holds the name */
export function findDomain(office: Office, asked: string): { name: ReadName; domain: DomainRecord } {
  const name = readName(office.profile, asked)
  const domain = office.objects.domain(name)
  // Another form of a registered name is not registered itself, though nobody can have it.
  if (domain?.name !== name.ascii) throw new Refused(2303, 'The name is not registered')
  return { name, domain }
}
