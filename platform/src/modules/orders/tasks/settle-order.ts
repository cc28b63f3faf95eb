import type { Clock } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { Random } from '../../../kernel/random.ts'
import { localeOf } from '../../accounts/index.ts'
import { notify } from '../../notices/index.ts'
import { endOf } from '../states.ts'

/** One line has ended: the order ends with its last, and the customer is told. Called last in a transaction, as it locks the order's row. */
export async function settleOrder(
  trx: Trx,
  { order, refundedFen, origin }: { order: string; refundedFen: number; origin: string },
  { clock, random }: { clock: Clock; random: Random },
): Promise<void> {
  const row = await trx
    .updateTable('orders')
    .set((eb) => ({
      open_lines: eb('open_lines', '-', 1),
      refunded_fen: eb('refunded_fen', '+', refundedFen),
    }))
    .where('id', '=', order)
    .returning(['open_lines', 'template', 'account', 'number'])
    .executeTakeFirstOrThrow()
  if (row.open_lines > 0) return
  const lines = await trx
    .selectFrom('order_line')
    .select(['name', 'state', 'failure'])
    .where('order_id', '=', order)
    .orderBy('position')
    .execute()
  const end = endOf(lines.map(({ state }) => state))
  if (!end) throw new Error(`order ${row.number} has no line left and a line that has not ended`)
  await trx.updateTable('orders').set({ state: end, ended_at: clock.now() }).where('id', '=', order).execute()
  const refunded = lines.filter(({ state }) => state === 'refunded')
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
