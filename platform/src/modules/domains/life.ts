import { addDays } from '../../kernel/clock/index.ts'
import type { SuffixRecord } from '../catalog/index.ts'
import type { DomainFacts } from './service-state.ts'

type Lifecycle = Pick<SuffixRecord['lifecycle'], 'renewGraceDays' | 'redemptionDays' | 'pendingDeleteDays'>

/** What most suffixes have, for those whose own days are not known. */
const usual: Readonly<Record<keyof Lifecycle, number>> = {
  renewGraceDays: 30,
  redemptionDays: 30,
  pendingDeleteDays: 5,
}

/** The phases of a name's life as ranges of days: in use, late renewal, redemption, deletion, which may be one moment. */
export function lifeOf({ registeredOn, expiresOn, today }: DomainFacts, lifecycle: Lifecycle | undefined) {
  const daysOf = (key: keyof Lifecycle) => lifecycle?.[key] ?? usual[key]
  const phases = [{ key: 'use', from: registeredOn, to: expiresOn }]
  let from = expiresOn
  for (const [key, days] of [
    ['grace', daysOf('renewGraceDays')],
    ['redemption', daysOf('redemptionDays')],
    ['delete', daysOf('pendingDeleteDays')],
  ] as const) {
    // Where a name is deleted at the end of redemption, the day itself is still told.
    if (days === 0 && key !== 'delete') continue
    const to = addDays(from, days)
    phases.push({ key, from, to })
    from = to
  }
  return { from: registeredOn, expires: expiresOn, today, phases }
}
