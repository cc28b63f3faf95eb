import { filingReasons } from '@yuming/filing'
import { record } from '../../../kernel/audit/index.ts'
import { workingDayAfter } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { isOfAccount } from '../../verification/index.ts'
import { closing, reviewWorkingDays, submissionWorkingDays } from '../course.ts'
import { NoPhotoWanted, OwnOrder, PhotoMissing, ReasonNeeded, ReasonUnknown } from '../errors.ts'
import { lockOrder, moveOrder, note, ownOrder } from '../orders.ts'
import { papersOfOrder } from '../papers/papers-of-order.ts'
import type { ReviewDecision } from '../review/decide-order.ts'
import type { Reviewing } from '../review/review-duties.ts'
import { startSubmission } from '../submission/start-submission.ts'
import { tellReturned } from '../tell.ts'

/** Hands the photograph of the principal in; it is looked at within a working day (S3-62). @throws FilingNotFound, NoPhotoWanted, PhotoMissing */
export async function handInPhoto(
  number: string,
  context: Pick<Context, 'trx' | 'clock'> & { account: string },
): Promise<void> {
  const { trx, clock, account } = context
  const order = await ownOrder(trx, account, number, { lock: true })
  if (order.state !== 'photo') throw NoPhotoWanted()
  const papers = await papersOfOrder(trx, order.id)
  if (!papers.some(({ kind }) => kind === 'person-photo')) throw PhotoMissing()
  await trx
    .updateTable('filing_order')
    .set({ due_at: closing(workingDayAfter(clock.today(), reviewWorkingDays).day), changed_at: clock.now() })
    .where('id', '=', order.id)
    .execute()
  await note(order.id, 'photo-sent', 'you', context)
}

/** A reviewer has compared the photograph with the papers (S3-63…S3-67). @throws FilingNotFound, OwnOrder, NoPhotoWanted, ReasonNeeded, ReasonUnknown */
export async function decidePhoto(number: string, decision: ReviewDecision, context: Reviewing): Promise<string> {
  const { trx, clock, actor } = context
  const order = await lockOrder(trx, { number })
  if (await isOfAccount(trx, actor, order.account)) throw OwnOrder()
  if (order.state !== 'photo' || order.due_at === null) throw NoPhotoWanted()
  const remark = decision.pass ? undefined : decision.remark?.trim() || undefined
  if (!decision.pass && decision.reasons.length === 0 && remark === undefined) throw ReasonNeeded()
  if (!decision.pass && decision.reasons.some((id) => !filingReasons.some((one) => one.id === id)))
    throw ReasonUnknown()
  await record(
    { action: `filing.photo-${decision.pass ? 'passed' : 'returned'}`, subject: number },
    { trx, clock, actor },
  )
  if (decision.pass) {
    const dueAt = closing(workingDayAfter(clock.today(), submissionWorkingDays).day)
    await moveOrder(order, 'passPhoto', context, { due_at: dueAt })
    await note(order.id, 'photo-passed', 'we', context)
    await startSubmission(order, context)
    return 'ready'
  }
  await trx.updateTable('filing_order').set({ due_at: null }).where('id', '=', order.id).execute()
  await note(order.id, 'photo-returned', 'we', context, { reasons: decision.reasons, ...(remark && { remark }) })
  await tellReturned(order, { by: 'we', reasons: decision.reasons, remark }, context)
  return 'photo'
}
