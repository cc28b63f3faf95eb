/** Identity of a holder (实名认证): from each state, what may happen and where it leads. */
const identityStates = {
  unverified: { submit: 'reviewing' },
  reviewing: { pass: 'verified', fail: 'failed', withdraw: 'unverified' },
  failed: { submit: 'reviewing' },
  verified: {},
} as const

export type Identity = keyof typeof identityStates
export type IdentityStep = 'submit' | 'pass' | 'fail' | 'withdraw'

/** undefined: that cannot happen to a holder in this state. */
export function nextIdentity(identity: Identity, step: IdentityStep): Identity | undefined {
  const steps: Partial<Record<IdentityStep, Identity>> = identityStates[identity]
  return steps[step]
}
