import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { DeadlineHandler } from '../../../kernel/deadlines/index.ts'
import { releasePromotions } from '../../promotions/index.ts'
import { OrderNotPayable } from '../errors.ts'
import { discounted, lockOrder } from '../queries.ts'

/** The customer gives an unpaid order up. @throws OrderNotFound, OrderNotPayable */
export async function cancelOrder(
  { account, number }: { account: string; number: string },
  context: Context,
): Promise<void> {
  const order = await lockOrder(context.trx, { account, number })
  if (order.state !== 'awaiting-payment') throw OrderNotPayable()
  await closeOrder(context.trx, order.id, context)
  await record({ action: 'order.cancelled', subject: number }, context)
}

/** Closes an order whose time to pay is over. An unpaid order holds nothing (S0-23, S0-24). */
export const closeUnpaidOrder: DeadlineHandler = async ({ subject }, context) => {
  const order = await context.trx
    .selectFrom('orders')
    .select(['id', 'state'])
    .where('number', '=', subject)
    .forUpdate()
    .executeTakeFirst()
  if (order?.state === 'awaiting-payment') await closeOrder(context.trx, order.id, context)
}

/** Ends an order that was not paid; what it held is free again. */
export async function closeOrder(trx: Trx, order: string, { clock }: Pick<Context, 'clock'>): Promise<void> {
  await trx.updateTable('orders').set({ state: 'closed', ended_at: clock.now() }).where('id', '=', order).execute()
  const lines = await trx
    .updateTable('order_line')
    .set({ state: 'closed' })
    .where('order_id', '=', order)
    .returning(['id', 'promotion'])
    .execute()
  await releasePromotions(trx, discounted(lines), clock)
}
