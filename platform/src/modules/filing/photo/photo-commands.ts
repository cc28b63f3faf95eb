import { filingReasons } from '@yuming/filing'
import { record } from '../../../kernel/audit/index.ts'
import { workingDayAfter } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { closing, reviewWorkingDays, submissionWorkingDays } from '../course.ts'
import { NoPhotoWanted, PhotoMissing, PhotoUsed, ReasonNeeded, ReasonUnknown } from '../errors.ts'
import { moveOrder, note, type OrderRow } from '../orders.ts'
import { papersOfOrder } from '../papers/papers-of-order.ts'
import type { ReviewDecision } from '../review/decide-order.ts'
import { mustBeFree, mustHaveLooked, type Reviewing, strangersOrder } from '../review/review-duties.ts'
import { startSubmission } from '../submission/start-submission.ts'
import { tellReturned } from '../tell.ts'
import { checkOf, isLostOften, toDispatch, wayOf, waysHere } from './check-row.ts'
import { orderAtCheck } from './choose-way.ts'
import type { PassedPhoto } from './kept-photo.ts'

/**
 * Hands the photograph of the principal in; it is looked at within a working day (S3-62). In the App of a bureau there is
 * nothing for us to look at: its owner says that it is done, and the order goes on (S3-59).
 * @throws FilingNotFound, NoPhotoWanted, PhotoMissing, PhotoUsed
 */
export async function handInPhoto(number: string, context: Context & { account: string }): Promise<void> {
  const { trx, clock } = context
  const { order, stage } = await orderAtCheck(number, context)
  if (stage === 'bureau-app') {
    await note(order.id, 'bureau-app-done', 'you', context)
    await goOn(order, context)
    return
  }
  if (stage !== 'take') throw NoPhotoWanted()
  const papers = await papersOfOrder(trx, order.id)
  const photo = papers.find(({ kind }) => kind === 'person-photo')
  if (!photo) throw PhotoMissing()
  if (await wasHandedIn(order, photo, context)) throw PhotoUsed()
  await trx
    .updateTable('filing_order')
    .set({ due_at: closing(workingDayAfter(clock.today(), reviewWorkingDays).day), changed_at: clock.now() })
    .where('id', '=', order.id)
    .execute()
  await note(order.id, 'photo-sent', 'you', context, { paper: photo.id })
}

/**
 * A reviewer has compared the photograph with the papers (S3-63…S3-67).
 * @throws FilingNotFound, OwnOrder, NoPhotoWanted, ClaimedByOther, LookFirst, ReasonNeeded, ReasonUnknown
 */
export async function decidePhoto(number: string, decision: ReviewDecision, context: Reviewing): Promise<string> {
  const { trx, clock, actor } = context
  const order = await strangersOrder(number, context)
  const check = await checkOf(trx, order.id)
  if (order.state !== 'photo' || order.due_at === null || toDispatch(check) || isLostOften(check)) throw NoPhotoWanted()
  mustBeFree(order, context)
  const remark = decision.pass ? undefined : decision.remark?.trim() || undefined
  if (!decision.pass && decision.reasons.length === 0 && remark === undefined) throw ReasonNeeded()
  if (!decision.pass && decision.reasons.some((id) => !filingReasons.some((one) => one.id === id)))
    throw ReasonUnknown()
  if (decision.pass) await mustHaveLooked(trx, order, actor.user)
  await record(
    { action: `filing.photo-${decision.pass ? 'passed' : 'returned'}`, subject: number },
    { trx, clock, actor },
  )
  if (decision.pass) {
    await note(order.id, 'photo-passed', 'we', context, { ...(await passedPhoto(order, context)) })
    await goOn(order, context)
    return 'ready'
  }
  await trx
    .updateTable('filing_order')
    .set({ due_at: null, claimed_by: null, claimed_until: null })
    .where('id', '=', order.id)
    .execute()
  await note(order.id, 'photo-returned', 'we', context, { reasons: decision.reasons, ...(remark && { remark }) })
  await tellReturned(order, { by: 'we', reasons: decision.reasons, remark }, context)
  return 'photo'
}

/** What was found good; undefined where it was nothing that can be kept. */
async function passedPhoto(order: OrderRow, { trx, clock }: Context): Promise<PassedPhoto | undefined> {
  const photo = (await papersOfOrder(trx, order.id)).find(({ kind }) => kind === 'person-photo')
  const way = wayOf(await checkOf(trx, order.id), waysHere(order, clock.today()))
  return photo && way && { paper: photo.id, way, province: order.province }
}

/** A photograph is looked at once: one that was given back, or belongs to an earlier attempt, says nothing of today. */
async function wasHandedIn(
  order: OrderRow,
  { id, uploaded_at: at }: { id: string; uploaded_at: Date },
  { trx }: Pick<Context, 'trx'>,
): Promise<boolean> {
  if (order.submitted_at !== null && at < order.submitted_at) return true
  const given = await trx
    .selectFrom('filing_event')
    .select(['at', 'kind', 'detail'])
    .where('filing_order', '=', order.id)
    .where('kind', 'in', ['photo-sent', 'photo-returned'])
    .execute()
  return given.some((one) => one.detail.paper === id || (one.kind === 'photo-returned' && at < one.at))
}

/** The principal is verified: within a working day it is at the bureau (S3-67). */
async function goOn(order: OrderRow, context: Context): Promise<void> {
  const { clock } = context
  await moveOrder(order, 'passPhoto', context, {
    due_at: closing(workingDayAfter(clock.today(), submissionWorkingDays).day),
  })
  await startSubmission(order, context)
}
