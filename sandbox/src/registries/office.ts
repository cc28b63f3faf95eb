import { createHash } from 'node:crypto'
import type { Clock } from '../world/clock.ts'
import type { Accounts } from './accounts.ts'
import type { Codes } from './codes/code-demand.ts'
import type { Messages } from './messages.ts'
import type { Objects } from './objects.ts'
import type { Premium } from './premium.ts'
import type { RegistryProfile } from './profile.ts'
import { Refused } from './refused.ts'
import type { Reviews } from './reviews/reviews.ts'

/** All that a command of a registry works with; every command runs inside one transaction. */
export interface Office {
  readonly profile: RegistryProfile
  readonly objects: Objects
  readonly accounts: Accounts
  readonly messages: Messages
  readonly clock: Clock
  readonly codes: Codes
  readonly premium: Premium
  readonly reviews: Reviews
}

function authDigest(password: string): string {
  return createHash('sha256').update(password).digest('hex')
}

/** Empty means "none": no transfer is possible until one is set (RFC 9154 §4.1). */
export function newAuth(password: string | undefined): { authSha256?: string } {
  return password ? { authSha256: authDigest(password) } : {}
}

/** @throws Refused 2202 */
export function checkAuth(known: string | undefined, given: string | undefined): void {
  if (!given || !known || authDigest(given) !== known) throw new Refused(2202, 'The authorisation information is wrong')
}

/** @throws Refused 2304 when one of the statuses closes the operation */
export function refuseByStatus(
  statuses: readonly string[],
  operation: 'Update' | 'Delete' | 'Renew' | 'Transfer',
): void {
  const closed = statuses.find(
    (status) => status === `client${operation}Prohibited` || status === `server${operation}Prohibited`,
  )
  if (closed) throw new Refused(2304, `The status ${closed} prohibits the operation`)
}

/** @throws Refused 2201 */
export function requireSponsor(object: { sponsor: string }, clientId: string): void {
  if (object.sponsor !== clientId) throw new Refused(2201, 'Another registrar sponsors the object')
}

/** Applies add and rem of statuses. @throws Refused 2306 for a status that a registrar cannot set */
export function changedStatuses(
  present: readonly string[],
  change: { add: readonly string[]; rem: readonly string[] },
  allowed: ReadonlySet<string>,
): string[] {
  for (const status of [...change.add, ...change.rem])
    if (!allowed.has(status)) throw new Refused(2306, `A registrar cannot set the status ${status}`)
  return [...new Set([...present.filter((status) => !change.rem.includes(status)), ...change.add])]
}
