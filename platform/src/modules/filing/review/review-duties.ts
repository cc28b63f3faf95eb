import type { Context } from '../../../kernel/context.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import { isOfAccount } from '../../verification/index.ts'
import { ClaimedByOther, OwnOrder, ReviewMovedOn } from '../errors.ts'
import { lockOrder, type OrderRow } from '../orders.ts'

export type Reviewing = Context & { actor: OperatorActor }

export function isClaimedByOther(
  user: string,
  { claimed_by, claimed_until }: Pick<OrderRow, 'claimed_by' | 'claimed_until'>,
  now: Date,
): boolean {
  return claimed_by !== null && claimed_by !== user && claimed_until !== null && claimed_until > now
}

/** An order in the first review that this reviewer may work on. @throws FilingNotFound, OwnOrder, ReviewMovedOn, ClaimedByOther */
export async function orderInReview(number: string, { trx, clock, actor }: Reviewing): Promise<OrderRow> {
  const order = await lockOrder(trx, { number })
  if (await isOfAccount(trx, actor, order.account)) throw OwnOrder()
  if (order.state !== 'first-review') throw ReviewMovedOn()
  if (isClaimedByOther(actor.user, order, clock.now())) throw ClaimedByOther()
  return order
}
