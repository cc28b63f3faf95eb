import { addDays } from '../../kernel/clock/index.ts'
import type { DomainFacts } from './service-state.ts'

/** Days after expiry, by registry: late renewal at the old price, redemption, pending deletion (facts of each registry's lifecycle). */
const lifecycles: Readonly<Record<string, { grace: number; redemption: number; pendingDelete: number }>> = {
  cn: { grace: 30, redemption: 15, pendingDelete: 0 },
}
const generic = { grace: 30, redemption: 30, pendingDelete: 5 }

/** The phases of a name's life as ranges of days: in use, late renewal, redemption, deletion. */
export function lifeOf({ registeredOn, expiresOn, today }: DomainFacts, registry: string) {
  const { grace, redemption, pendingDelete } = lifecycles[registry] ?? generic
  const phases = [{ key: 'use', from: registeredOn, to: expiresOn }]
  let from = expiresOn
  for (const [key, days] of [
    ['grace', grace],
    ['redemption', redemption],
    ['delete', pendingDelete],
  ] as const) {
    if (days === 0) continue
    const to = addDays(from, days)
    phases.push({ key, from, to })
    from = to
  }
  return { from: registeredOn, expires: expiresOn, today, phases }
}
