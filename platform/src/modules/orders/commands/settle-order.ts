import { sql } from 'kysely'
import type { Context } from '../../../kernel/context.ts'
import type { Db } from '../../../kernel/database/index.ts'
import { changedChannel } from '../../../kernel/tasks/index.ts'
import { localeOf } from '../../accounts/index.ts'
import { notify } from '../../notices/index.ts'
import { endOf } from '../states.ts'

/** Whether a paid order has no open line any more. Asked after a line's commit, the last to ask sees that it was the last. */
export async function isDone(db: Db, order: string): Promise<boolean> {
  const open = await db
    .selectFrom('order_line')
    .select('id')
    .where('order_id', '=', order)
    .where('state', 'in', ['waiting', 'failed'])
    .limit(1)
    .executeTakeFirst()
  return open === undefined
}

/** Ends a paid order whose lines have all ended, once, and tells the customer. */
export async function settleOrder(
  { order, origin }: { order: string; origin: string },
  { trx, clock, random }: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<void> {
  const row = await trx
    .selectFrom('orders')
    .select(['template', 'account', 'number'])
    .where('id', '=', order)
    .where('state', '=', 'processing')
    .forUpdate()
    .executeTakeFirst()
  if (!row) return
  const lines = await trx
    .selectFrom('order_line')
    .select(['name', 'state', 'failure', 'subtotal_fen'])
    .where('order_id', '=', order)
    .orderBy('position')
    .execute()
  const end = endOf(lines.map(({ state }) => state))
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
  const email =
    row.template === null
      ? undefined
      : (await trx.selectFrom('registrant_template').select('email').where('id', '=', row.template).executeTakeFirst())
          ?.email
  if (!email) return
  const locale = await localeOf(trx, row.account)
  const common = { account: row.account, to: { email }, locale }
  const link = `${origin}/orders/${row.number}`
  const won = lines.filter(({ state }) => state === 'succeeded')
  if (won.length > 0)
    await notify(
      { ...common, kind: 'order.succeeded', parameters: { number: row.number, names: namesOf(won), link } },
      { trx, clock, random },
    )
  if (refunded.length > 0) {
    const reason = refunded.map(({ failure }) => failure?.[0]?.message[locale]).find((text) => text !== undefined) ?? ''
    await notify(
      { ...common, kind: 'order.failed', parameters: { number: row.number, names: namesOf(refunded), reason, link } },
      { trx, clock, random },
    )
  }
}

function namesOf(lines: readonly { name: string }[]): string {
  const shown = lines.slice(0, 5).map(({ name }) => name)
  return lines.length > shown.length ? `${shown.join(', ')} … (${lines.length})` : shown.join(', ')
}
