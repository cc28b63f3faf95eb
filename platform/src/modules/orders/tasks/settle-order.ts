import type { Clock } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { Random } from '../../../kernel/random.ts'
import { localeOf } from '../../accounts/index.ts'
import { notify } from '../../notices/index.ts'
import { endOf } from '../states.ts'

/** Ends the order when its last line has ended, and tells the customer. The order's row is locked, so one line is the last. */
export async function settleOrder(
  trx: Trx,
  { order, origin }: { order: string; origin: string },
  { clock, random }: { clock: Clock; random: Random },
): Promise<void> {
  const row = await trx.selectFrom('orders').selectAll().where('id', '=', order).forUpdate().executeTakeFirstOrThrow()
  const lines = await trx
    .selectFrom('order_line')
    .select(['name', 'state', 'subtotal_fen', 'failure'])
    .where('order_id', '=', order)
    .orderBy('position')
    .execute()
  const end = endOf(lines.map(({ state }) => state))
  const refunded = lines.filter(({ state }) => state === 'refunded')
  await trx
    .updateTable('orders')
    .set({
      refunded_fen: refunded.reduce((sum, line) => sum + line.subtotal_fen, 0),
      ...(end ? { state: end, ended_at: clock.now() } : {}),
    })
    .where('id', '=', order)
    .execute()
  if (!end) return
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
