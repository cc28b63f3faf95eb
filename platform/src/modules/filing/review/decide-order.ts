import { filingReasons } from '@yuming/filing'
import { record } from '../../../kernel/audit/index.ts'
import { workingDayAfter } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { photoWays } from '../checks-ahead.ts'
import { closing, submissionWorkingDays } from '../course.ts'
import { ClaimWithoutPapers, ReasonNeeded, ReasonUnknown, ReviewMovedOn } from '../errors.ts'
import { type Looked, nothingLooked } from '../facts/filing-facts.ts'
import { recordClaimed } from '../filed/record-claimed.ts'
import { moveOrder, note, type OrderRow } from '../orders.ts'
import { papersOfOrder } from '../papers/papers-of-order.ts'
import { askForCheck } from '../photo/check-deadlines.ts'
import { keptPhoto } from '../photo/kept-photo.ts'
import type { FilingState } from '../states.ts'
import { startSubmission } from '../submission/start-submission.ts'
import { tellReturned } from '../tell.ts'
import { mustHaveLooked, orderInReview, type Reviewing } from './review-duties.ts'

export type ReviewDecision =
  | { readonly pass: true }
  | { readonly pass: false; readonly reasons: readonly string[]; readonly remark?: string | undefined }

const known = new Set(filingReasons.map(({ id }) => id))

/**
 * A reviewer passes an order on its way to the bureau, or gives it back with reasons of the dictionary and a word of
 * their own; nobody decides without having opened every paper.
 * @throws as orderInReview and recordClaimed, and LookFirst, ClaimWithoutPapers, ReasonNeeded, ReasonUnknown
 */
export async function decideOrder(
  number: string,
  decision: ReviewDecision,
  context: Reviewing,
  { vault, looked = nothingLooked }: { vault: Vault; looked?: Looked },
): Promise<FilingState> {
  const { trx, clock, actor } = context
  const order = await orderInReview(number, context)
  const remark = decision.pass ? undefined : decision.remark?.trim() || undefined
  if (!decision.pass && decision.reasons.length === 0 && remark === undefined) throw ReasonNeeded()
  if (!decision.pass && decision.reasons.some((id) => !known.has(id))) throw ReasonUnknown()
  if (decision.pass) await mustHaveLooked(trx, order, actor.user)
  if (decision.pass && order.type === 'claim') await mustHaveProof(trx, order, looked)
  const asked = photoWays(order.type, order.province, clock.today()).length > 0
  const kept = asked && decision.pass && (await keptPhoto(order, context)) !== undefined
  const photo = asked && !kept
  const step = decision.pass ? (order.type === 'claim' ? 'approve' : photo ? 'passToPhoto' : 'passReview') : 'giveBack'
  const state = await moveOrder(order, step, context, {
    first_reviewer: actor.user,
    ...(step === 'passReview' ? { due_at: closing(workingDayAfter(clock.today(), submissionWorkingDays).day) } : {}),
  })
  if (state === undefined) throw ReviewMovedOn()
  const detail = decision.pass ? {} : { reasons: decision.reasons, ...(remark && { remark }) }
  await note(order.id, decision.pass ? 'review-passed' : 'review-returned', 'we', context, detail)
  if (kept) await note(order.id, 'photo-kept', 'we', context)
  await record(
    {
      action: `filing.review-${decision.pass ? 'passed' : 'returned'}`,
      subject: number,
      detail: decision.pass ? {} : { reasons: decision.reasons },
    },
    { trx, clock, actor },
  )
  if (state === 'passed') await recordClaimed(order, looked, context, { vault })
  if (state === 'ready') await startSubmission(order, context)
  if (state === 'photo') await askForCheck(order, context)
  if (!decision.pass) await tellReturned(order, { by: 'we', reasons: decision.reasons, remark }, context)
  return state
}

/** Where the register does not tell whose the certificate's filing is, papers have to. @throws ClaimWithoutPapers */
async function mustHaveProof(trx: Trx, order: OrderRow, { subject }: Looked): Promise<void> {
  if (subject?.subjectNumber !== undefined || subject?.filed === false) return
  if ((await papersOfOrder(trx, order.id)).length === 0) throw ClaimWithoutPapers()
}
