import { ReviewMovedOn } from '../errors.ts'
import { mustBeFree, type Reviewing, strangersOrder } from './review-duties.ts'

/** A reviewer who went away must not keep an order from the others. */
const claimMs = 10 * 60_000

/** Keeps an order for one reviewer for ten minutes; their other claims end. @throws FilingNotFound, OwnOrder, ReviewMovedOn, ClaimedByOther */
export async function claimOrder(number: string, context: Reviewing): Promise<{ until: Date }> {
  const { trx, clock, actor } = context
  const order = await strangersOrder(number, context)
  // The photograph of the principal is looked at by one reviewer, too, and one enters an order at the bureau's site.
  const open = ['first-review', 'by-hand'].includes(order.state) || (order.state === 'photo' && order.due_at !== null)
  if (!open) throw ReviewMovedOn()
  mustBeFree(order, context)
  await trx
    .updateTable('filing_order')
    .set({ claimed_by: null, claimed_until: null })
    .where('claimed_by', '=', actor.user)
    .where('id', '<>', order.id)
    .execute()
  const until = new Date(clock.now().getTime() + claimMs)
  await trx
    .updateTable('filing_order')
    .set({ claimed_by: actor.user, claimed_until: until })
    .where('id', '=', order.id)
    .execute()
  return { until }
}
