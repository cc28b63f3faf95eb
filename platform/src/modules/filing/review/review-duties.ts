import type { Context } from '../../../kernel/context.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import { isOfAccount } from '../../verification/index.ts'
import { ClaimedByOther, LookFirst, OwnOrder, ReviewMovedOn } from '../errors.ts'
import { lockOrder, type OrderRow } from '../orders.ts'
import { papersOfOrder } from '../papers/papers-of-order.ts'

export type Reviewing = Context & { actor: OperatorActor }

export function isClaimedByOther(
  user: string,
  { claimed_by, claimed_until }: Pick<OrderRow, 'claimed_by' | 'claimed_until'>,
  now: Date,
): boolean {
  return claimed_by !== null && claimed_by !== user && claimed_until !== null && claimed_until > now
}

/** An order in the first review that this reviewer may work on. @throws FilingNotFound, OwnOrder, ReviewMovedOn, ClaimedByOther */
export async function orderInReview(number: string, context: Reviewing): Promise<OrderRow> {
  const order = await strangersOrder(number, context)
  if (order.state !== 'first-review') throw ReviewMovedOn()
  mustBeFree(order, context)
  return order
}

/** An order of somebody else, locked. @throws FilingNotFound, OwnOrder */
export async function strangersOrder(number: string, { trx, actor }: Reviewing): Promise<OrderRow> {
  const order = await lockOrder(trx, { number })
  if (await isOfAccount(trx, actor, order.account)) throw OwnOrder()
  return order
}

/** @throws ClaimedByOther */
export function mustBeFree(order: OrderRow, { clock, actor }: Reviewing): void {
  if (isClaimedByOther(actor.user, order, clock.now())) throw ClaimedByOther()
}

/** Nobody decides without having opened every paper of the order as it is now. @throws LookFirst */
export async function mustHaveLooked(trx: Trx, order: OrderRow, user: string): Promise<void> {
  const papers = await papersOfOrder(trx, order.id)
  if (papers.length === 0) return
  const seen = await trx
    .selectFrom('filing_paper_view')
    .select('paper')
    .distinct()
    .where('reviewer', '=', user)
    .where(
      'paper',
      'in',
      papers.map(({ id }) => id),
    )
    .where('opened_at', '>=', order.submitted_at ?? order.created_at)
    .execute()
  const opened = new Set(seen.map(({ paper }) => paper))
  if (papers.some(({ id }) => !opened.has(id))) throw LookFirst()
}
