import type { Context } from '../../kernel/context.ts'
import { setDeadline } from '../../kernel/deadlines/index.ts'

/** Kind of the deadline by which a name that nobody pays for goes on, to its interruption and to its deletion; its subject is the name. */
export const unpaidDuty = 'domain.unpaid'

/** Its registry has added a year that was not paid for, or its next step is due. */
export function scheduleUnpaidDuty(ascii: string, opensAt: Date, context: Pick<Context, 'trx' | 'random'>) {
  return setDeadline({ kind: unpaidDuty, subject: ascii, opensAt }, context)
}
