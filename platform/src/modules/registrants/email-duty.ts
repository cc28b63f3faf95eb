import type { Context } from '../../kernel/context.ts'
import { setDeadline } from '../../kernel/deadlines/index.ts'

/** Kind of the deadline by which a holder's new address has to be proved; its subject is the template. */
export const emailDuty = 'registrant.email-duty'

/** ICANN 2013 RAA, WHOIS Accuracy Program §1: an affirmative answer within fifteen days. */
const days = 15

/** The address of a template is new: names that stand on it have fifteen days. An order takes a proved address only (S1-110). */
export async function scheduleEmailDuty(
  template: string,
  context: Pick<Context, 'trx' | 'random' | 'clock'>,
): Promise<void> {
  const opensAt = new Date(context.clock.now().getTime() + days * 86_400_000)
  await setDeadline({ kind: emailDuty, subject: template, opensAt }, context)
}
