/**
 * 强化实名, from the registry's notice to its answer. `open`: the holder's turn; `reviewing`: ours; `sent`: the registry's, who may
 * want other papers.
 */
const enhancedStates = {
  open: { submit: 'reviewing', withdraw: 'withdrawn' },
  reviewing: { approve: 'sent', reject: 'open', takeBack: 'open', withdraw: 'withdrawn' },
  sent: { pass: 'passed', refuse: 'open', withdraw: 'withdrawn' },
  passed: {},
  withdrawn: {},
} as const satisfies Record<string, Readonly<Record<string, string>>>

export type EnhancedState = keyof typeof enhancedStates
export type EnhancedStep = 'submit' | 'approve' | 'reject' | 'takeBack' | 'pass' | 'refuse' | 'withdraw'

/** undefined: not from here. */
export function nextEnhancedState(state: EnhancedState, step: EnhancedStep): EnhancedState | undefined {
  return (enhancedStates[state] as Readonly<Partial<Record<EnhancedStep, EnhancedState>>>)[step]
}
