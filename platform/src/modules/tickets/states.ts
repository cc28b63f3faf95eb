/** A ticket (工单): from each state, what may happen and where it leads. `waiting` is our turn, `answered` the customer's. */
const ticketStates = {
  waiting: { ask: 'waiting', answer: 'answered', close: 'closed' },
  answered: { ask: 'waiting', answer: 'answered', close: 'closed' },
  closed: {},
} as const

export type TicketState = keyof typeof ticketStates
export type TicketStep = 'ask' | 'answer' | 'close'

/** undefined: that cannot happen to a ticket in this state. */
export function nextTicketState(state: TicketState, step: TicketStep): TicketState | undefined {
  const steps: Partial<Record<TicketStep, TicketState>> = ticketStates[state]
  return steps[step]
}
