/**
 * A review (审核): from each state, what may happen and where it leads. `second` waits for another pair of eyes (双人复核);
 * `provider` waits for the verification service provider (实名核验机构).
 */
const reviewStates = {
  waiting: {
    approve: 'passed',
    approveFirst: 'second',
    approveHere: 'provider',
    reject: 'failed',
    withdraw: 'withdrawn',
  },
  second: { approve: 'passed', approveHere: 'provider', reject: 'failed', withdraw: 'withdrawn' },
  provider: { approve: 'passed', reject: 'failed' },
  passed: {},
  failed: {},
  withdrawn: {},
} as const

export type ReviewState = keyof typeof reviewStates
export type ReviewStep = 'approve' | 'approveFirst' | 'approveHere' | 'reject' | 'withdraw'

/** undefined: that cannot happen to a review in this state. */
export function nextReviewState(state: ReviewState, step: ReviewStep): ReviewState | undefined {
  const steps: Partial<Record<ReviewStep, ReviewState>> = reviewStates[state]
  return steps[step]
}
