import { addDays } from '../../kernel/clock/index.ts'
import type { KnownSuffix } from '../catalog/index.ts'
import type { DomainFacts } from './service-state.ts'

/** A span of a name's life; a day or a number of days that is not known is null, and so is every day after it. */
interface LifePhase {
  readonly key: 'use' | 'grace' | 'redemption' | 'delete'
  readonly from: string | null
  readonly to: string | null
  readonly days: number | null
}

/** The phases of a name's life as ranges of days: in use, late renewal at the old price, redemption, deletion. The
 *  catalogue knows their lengths by suffix; what it does not know is not made up. */
export function lifeOf(
  { registeredOn, expiresOn, today }: DomainFacts,
  lifecycle: KnownSuffix['lifecycle'] | undefined,
) {
  const phases: LifePhase[] = [{ key: 'use', from: registeredOn, to: expiresOn, days: null }]
  let from: string | null = expiresOn
  for (const [key, days] of [
    ['grace', lifecycle?.renewGraceDays ?? null],
    ['redemption', lifecycle?.redemptionDays ?? null],
    ['delete', lifecycle?.pendingDeleteDays ?? null],
  ] as const) {
    // Where a name is deleted at the end of redemption, the day itself is still told.
    if (days === 0 && key !== 'delete') continue
    const to: string | null = from === null || days === null ? null : addDays(from, days)
    phases.push({ key, from, to, days })
    from = to
  }
  return { from: registeredOn, expires: expiresOn, today, phases }
}
