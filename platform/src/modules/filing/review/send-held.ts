import { record } from '../../../kernel/audit/index.ts'
import { workingDayAfter } from '../../../kernel/clock/index.ts'
import { closing, submissionWorkingDays } from '../course.ts'
import { ReviewMovedOn } from '../errors.ts'
import { lockOrder, moveOrder, note } from '../orders.ts'
import { startSubmission } from '../submission/start-submission.ts'
import type { Reviewing } from './review-duties.ts'

/** What we had to mend is mended: the order goes to its bureau once more. @throws FilingNotFound, ReviewMovedOn */
export async function sendHeld(number: string, context: Reviewing): Promise<void> {
  const { trx, clock, actor } = context
  const order = await lockOrder(trx, { number })
  if (order.state !== 'held') throw ReviewMovedOn()
  const attempt = order.attempt + 1
  const dueAt = closing(workingDayAfter(clock.today(), submissionWorkingDays).day)
  await moveOrder(order, 'sendAgain', context, { attempt, due_at: dueAt })
  await note(order.id, 'sent-again', 'we', context, { attempt })
  await record({ action: 'filing.sent-again', subject: number }, { trx, clock, actor })
  await startSubmission({ ...order, attempt }, context)
}
