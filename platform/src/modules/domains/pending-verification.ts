import { mustVerify } from './must-verify.ts'
import { type DomainFacts, verifyBy } from './service-state.ts'

/**
 * The last of the five days in which WHOIS calls a name `pendingVerification`: it is registered, its holder is not verified yet, and
 * nothing holds it so far. A word of WHOIS alone, in no RFC: EPP has no status for these days.
 */
export function pendingVerification(
  facts: Pick<DomainFacts, 'realName' | 'identity' | 'statuses' | 'registeredOn' | 'today'>,
): string | null {
  if (!mustVerify(facts.realName) || facts.identity === 'verified') return null
  if (facts.statuses.includes('serverHold') || facts.statuses.includes('clientHold')) return null
  const until = verifyBy(facts)
  return facts.today <= until ? until : null
}
