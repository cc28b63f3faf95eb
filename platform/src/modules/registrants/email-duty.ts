import type { Context } from '../../kernel/context.ts'
import { setDeadline } from '../../kernel/deadlines/index.ts'

/** Kind of the deadline by which a holder's new address has to be proved; its subject is the template. */
export const emailDuty = 'registrant.email-duty'

/** ICANN 2013 RAA, WHOIS Accuracy Program §1: an affirmative answer within fifteen days. */
const days = 15
/** Days before the end at which the holder is reminded; the first message is the code itself. */
const reminders = [5, 1] as const
const dayMs = 86_400_000

/** What the deadline carries: the instant at which the time is over. */
export interface EmailDuty {
  readonly due: string
}

type Services = Pick<Context, 'trx' | 'random' | 'clock'>

/** The address of a template is new: names that stand on it have fifteen days. An order takes a proved address only (S1-110). */
export async function scheduleEmailDuty(template: string, context: Services): Promise<void> {
  const due = new Date(context.clock.now().getTime() + days * dayMs)
  await nextOfEmailDuty(template, { due: due.toISOString() }, context)
}

/** Sets the next moment at which something is due: a reminder, or the end. */
export async function nextOfEmailDuty(template: string, duty: EmailDuty, context: Services): Promise<void> {
  const due = Date.parse(duty.due)
  const left = (due - context.clock.now().getTime()) / dayMs
  const before = reminders.find((stage) => stage < left - 0.01) ?? 0
  await setDeadline(
    { kind: emailDuty, subject: template, opensAt: new Date(due - before * dayMs), payload: duty },
    context,
  )
}
