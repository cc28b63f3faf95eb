/** Identity of a holder (实名认证): from each state, what may happen and where it leads. */
const identityStates = {
  unverified: { submit: 'reviewing' },
  reviewing: { pass: 'verified', fail: 'failed', withdraw: 'unverified' },
  failed: { submit: 'reviewing' },
  verified: {},
} as const

export type Identity = keyof typeof identityStates
