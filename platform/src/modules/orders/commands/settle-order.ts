import { sql } from 'kysely'
import type { Context } from '../../../kernel/context.ts'
import type { Db } from '../../../kernel/database/index.ts'
import { changedChannel } from '../../../kernel/tasks/index.ts'
import { endOf } from '../states.ts'
import { tellEnded } from '../tell-order.ts'

/** Whether a paid order has no open line any more. Asked after a line's commit, the last to ask sees that it was the last. */
export async function isDone(db: Db, order: string): Promise<boolean> {
  const open = await db
    .selectFrom('order_line')
    .select('id')
    .where('order_id', '=', order)
    .where('state', 'in', ['waiting', 'failed'])
    // What an operator has may take days; the order has ended for its customer.
    .where('refund_to', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return open === undefined
}

/** Ends a paid order whose lines have all ended, once, and tells the customer. */
export async function settleOrder(
  order: string,
  { trx, clock, random }: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<void> {
  const row = await trx
    .selectFrom('orders')
    .select(['template', 'account', 'number', 'kind', 'method'])
    .where('id', '=', order)
    .where('state', '=', 'processing')
    .forUpdate()
    .executeTakeFirst()
  if (!row) return
  const lines = await trx
    .selectFrom('order_line')
    .select(['name', 'ascii', 'state', 'failure', 'subtotal_fen', 'refund_to', 'expires_at'])
    .where('order_id', '=', order)
    .orderBy('position')
    .execute()
  const end = endOf(lines.map(({ state, refund_to }) => (refund_to === 'operator' ? 'refunded' : state)))
  if (!end) return
  const refunded = lines.filter(({ state }) => state === 'refunded')
  await trx
    .updateTable('orders')
    .set({
      state: end,
      ended_at: clock.now(),
      refunded_fen: refunded.reduce((sum, { subtotal_fen }) => sum + subtotal_fen, 0),
    })
    .where('id', '=', order)
    .execute()
  await sql`select pg_notify(${changedChannel}, ${row.number})`.execute(trx)
  await tellEnded(row, lines, { trx, clock, random })
}
