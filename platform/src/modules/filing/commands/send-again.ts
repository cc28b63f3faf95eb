import { record } from '../../../kernel/audit/index.ts'
import { workingDayAfter } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { closing, submissionWorkingDays } from '../course.ts'
import { NotLapsed } from '../errors.ts'
import { oneRunning } from '../one-running.ts'
import { moveOrder, note, ownOrder } from '../orders.ts'
import { startSubmission } from '../submission/start-submission.ts'

/** Sends an order whose check by SMS was missed once more, unchanged, in one action. @throws FilingNotFound, NotLapsed, RunningOrder */
export async function sendAgain(number: string, context: Context & { actor: CustomerActor }): Promise<void> {
  const { trx, clock, actor } = context
  const order = await ownOrder(trx, actor.account, number, { lock: true })
  const attempt = order.attempt + 1
  const dueAt = closing(workingDayAfter(clock.today(), submissionWorkingDays).day)
  const state = await oneRunning(() => moveOrder(order, 'sendAgain', context, { attempt, due_at: dueAt }))
  if (state === undefined) throw NotLapsed()
  await note(order.id, 'sent-again', 'you', context, { attempt })
  await record({ action: 'filing.sent-again', subject: number }, { trx, clock, actor })
  await startSubmission({ ...order, attempt }, context)
}
