import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { ledgerAccounts, post } from '../../money/index.ts'
import { beginWork } from './begin-work.ts'

export type PaymentOutcome = 'applied' | 'already-applied' | 'unknown-trade' | 'wrong-amount' | 'credited'

/**
 * A channel says that a trade was paid. Applied once, however often it is said. An order that was closed meanwhile is
 * not worked on: the money goes to the customer's balance, where it can be used or returned.
 */
export async function applyPayment(
  { outTradeNo, tradeNo, fen }: { outTradeNo: string; tradeNo: string; fen: number },
  context: Context,
): Promise<PaymentOutcome> {
  const { trx, clock } = context
  const payment = await trx
    .selectFrom('payment')
    .selectAll()
    .where('out_trade_no', '=', outTradeNo)
    .forUpdate()
    .executeTakeFirst()
  if (!payment) return 'unknown-trade'
  if (payment.state === 'paid') return 'already-applied'
  if (payment.fen !== fen) return 'wrong-amount'
  await trx
    .updateTable('payment')
    .set({ state: 'paid', channel_trade_no: tradeNo, paid_at: clock.now() })
    .where('id', '=', payment.id)
    .execute()
  const order =
    payment.order_id === null
      ? undefined
      : await trx.selectFrom('orders').selectAll().where('id', '=', payment.order_id).forUpdate().executeTakeFirst()
  const payable = order?.state === 'awaiting-payment'
  const from = ledgerAccounts.channel(payment.channel)
  const key = `payment/${outTradeNo}`
  if (payable && order)
    await beginWork(
      trx,
      {
        order: order.id,
        method: 'alipay',
        actor: { kind: 'system', name: 'payment' },
        payment: { key, from },
      },
      context,
    )
  else
    await post(
      trx,
      {
        key,
        kind: order ? 'payment.late' : 'balance.top-up',
        subject: order?.number ?? outTradeNo,
        lines: [
          { account: from, fen: -fen },
          { account: ledgerAccounts.balance(payment.account), fen },
        ],
      },
      clock,
    )
  await record(
    {
      action: payable ? 'order.paid' : 'payment.credited',
      subject: order?.number ?? outTradeNo,
      detail: { method: payment.channel, fen },
    },
    context,
  )
  return payable ? 'applied' : 'credited'
}
