import { explainIdentity } from '@yuming/identity'
import type { Finding } from '@yuming/rules'
import type { KnownSuffix } from '../catalog/index.ts'

/** The holder as an order needs to know it. */
export interface HolderState {
  readonly identity: 'unverified' | 'reviewing' | 'verified' | 'failed'
}

/** `never`: names may always be registered first and verified within days, whatever their suffix usually wants. */
export type VerifyPolicy = 'as-suffix' | 'never'

/** What the state of the holder's verification means for a registration under a suffix (S0-15, S0-16, S1-86). */
export function holderStateFindings(
  { suffix, realName, verifyBefore, templateCovers }: KnownSuffix,
  { identity }: HolderState,
  policy: VerifyPolicy,
  day: string,
): readonly Finding[] {
  if (realName === 'not-required') return []
  const before = policy === 'never' ? false : verifyBefore
  return explainIdentity(
    {
      operation: 'register',
      suffix: { name: suffix, verifyBefore: before, templateCovers },
      state: { template: identity },
      day,
    },
    day,
  ).findings
}
