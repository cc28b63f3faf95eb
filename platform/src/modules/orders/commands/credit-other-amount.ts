import { type Selectable, sql } from 'kysely'
import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { changedChannel } from '../../../kernel/tasks/index.ts'
import { ledgerAccounts, post } from '../../money/index.ts'
import type { PaymentTable } from '../tables.ts'
import { tellOtherAmount } from '../tell-other-amount.ts'

/**
 * A trade was paid with another amount than it asked for: it pays for nothing, and what came is the customer's. It goes to the
 * balance under the key of the trade, the order stays as it is, and the customer is told what to do.
 */
export async function creditOtherAmount(
  payment: Selectable<PaymentTable>,
  { tradeNo, fen }: { tradeNo: string; fen: number },
  context: Context,
): Promise<void> {
  const { trx, clock } = context
  const { out_trade_no: trade, account, method, channel } = payment
  await trx
    .updateTable('payment')
    .set({ state: 'other-amount', received_fen: fen, channel_trade_no: tradeNo, paid_at: clock.now() })
    .where('id', '=', payment.id)
    .execute()
  const order =
    payment.order_id === null
      ? undefined
      : await trx
          .selectFrom('orders')
          .select(['number', 'state'])
          .where('id', '=', payment.order_id)
          .executeTakeFirstOrThrow()
  const subject = order?.number ?? trade
  await post(
    trx,
    {
      key: `payment/${trade}`,
      kind: 'payment.other-amount',
      subject,
      lines: [
        { account: ledgerAccounts.channel(channel), fen: -fen },
        { account: ledgerAccounts.balance(account), fen },
      ],
    },
    clock,
  )
  const amounts = { method, dueFen: payment.fen, receivedFen: fen }
  await record({ action: 'payment.other-amount', subject, detail: amounts }, context)
  await tellOtherAmount({ account, subject, order, ...amounts }, context)
  // Whoever looks at the order sees it at once.
  await sql`select pg_notify(${changedChannel}, ${subject})`.execute(trx)
}
