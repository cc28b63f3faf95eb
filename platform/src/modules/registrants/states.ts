/** Identity of a holder (实名认证): from each state, what may happen and where it leads. */
const identityStates = {
  unverified: { submit: 'reviewing' },
  reviewing: { pass: 'verified', fail: 'failed', withdraw: 'unverified' },
  failed: { submit: 'reviewing' },
  // Only after a registry has refused the holder (`isRefused`).
  verified: { submit: 'reviewing', correct: 'failed' },
} as const

export type Identity = keyof typeof identityStates
export type IdentityStep = 'submit' | 'pass' | 'fail' | 'withdraw' | 'correct'

/** undefined: that cannot happen to a holder in this state. */
export function nextIdentity(identity: Identity, step: IdentityStep): Identity | undefined {
  const steps: Partial<Record<IdentityStep, Identity>> = identityStates[identity]
  return steps[step]
}

export interface IdentityOnRecord {
  readonly identity: Identity
  readonly verified_at: Date | null
  readonly refused_at: Date | null
}

/** Whether a registry has refused a holder since we verified them: their papers are open again. */
function isRefused({ identity, verified_at: verified, refused_at: refused }: IdentityOnRecord): boolean {
  return identity === 'verified' && refused !== null && (verified === null || refused >= verified)
}

/** The identity as it is shown and relied upon: nobody counts as verified whom a registry refused. */
export function identityShown(record: IdentityOnRecord): Identity {
  return isRefused(record) ? 'failed' : record.identity
}
