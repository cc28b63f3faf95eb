/**
 * An order for a filing (备案订单): from each state, what may happen and where it leads. `returned` by our reviewers and
 * `refused` by the bureau are corrected and submitted again; `lapsed` missed the check by SMS and is sent again as it is.
 * `by-hand` waits for an operator who enters it at the bureau's own site, because the bureau's interface cannot carry it.
 * `held` is what the bureau sent back for a reason that only we can mend. What a bureau says counts whatever we believed of the check by SMS.
 */
const filingStates = {
  draft: { submit: 'first-review', skipReview: 'ready' },
  'first-review': {
    approve: 'passed',
    passReview: 'ready',
    passToPhoto: 'photo',
    giveBack: 'returned',
    withdraw: 'returned',
  },
  returned: { submit: 'first-review', skipReview: 'ready', abandon: 'withdrawn' },
  photo: { passPhoto: 'ready', giveBack: 'returned', withdraw: 'returned' },
  ready: { send: 'submitting', queueByHand: 'by-hand', giveBack: 'returned', withdraw: 'returned' },
  'by-hand': { waitForSms: 'sms', reachBureau: 'bureau', giveBack: 'returned', withdraw: 'returned' },
  submitting: {
    waitForSms: 'sms',
    reachBureau: 'bureau',
    giveBack: 'returned',
    lapse: 'lapsed',
    approve: 'passed',
    refuse: 'refused',
    hold: 'held',
  },
  sms: { confirmSms: 'bureau', lapse: 'lapsed', approve: 'passed', refuse: 'refused', hold: 'held' },
  bureau: { lapse: 'lapsed', approve: 'passed', refuse: 'refused', hold: 'held' },
  held: { sendAgain: 'ready', giveBack: 'returned', approve: 'passed', refuse: 'refused' },
  lapsed: {
    sendAgain: 'ready',
    submit: 'first-review',
    skipReview: 'ready',
    approve: 'passed',
    refuse: 'refused',
    abandon: 'withdrawn',
  },
  refused: { submit: 'first-review', skipReview: 'ready', approve: 'passed', abandon: 'withdrawn' },
  passed: {},
  withdrawn: {},
} as const

export type FilingState = keyof typeof filingStates
export const filingStateNames = Object.keys(filingStates) as [FilingState, ...FilingState[]]

type StepsOf<S> = S extends FilingState ? keyof (typeof filingStates)[S] : never
export type FilingStep = StepsOf<FilingState>

/** undefined: that cannot happen to an order in this state. */
export function nextFilingState(state: FilingState, step: FilingStep): FilingState | undefined {
  const steps: Partial<Record<FilingStep, FilingState>> = filingStates[state]
  return steps[step]
}

/** Its owner may change what is in it. */
export function isOpen(state: FilingState): boolean {
  return state === 'draft' || state === 'returned' || state === 'refused' || state === 'lapsed'
}

/** It has ended: its certificate and its domains are free for another order. */
export function hasEnded(state: FilingState): boolean {
  return state === 'passed' || state === 'withdrawn'
}

/** It is with us or with the bureau. */
export function isSubmitted(state: FilingState): boolean {
  return !hasEnded(state) && state !== 'draft' && state !== 'returned' && state !== 'refused'
}
