import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { ledgerAccounts, post } from '../../money/index.ts'
import { holdsPromotions } from '../../promotions/index.ts'
import { discountedOf } from '../queries.ts'
import { beginWork } from './begin-work.ts'
import { closeOrder } from './close-order.ts'
import { creditOtherAmount } from './credit-other-amount.ts'

export type PaymentOutcome = 'applied' | 'already-applied' | 'unknown-trade' | 'other-amount' | 'credited'

/**
 * A channel says that a trade was paid. Applied once, however often it is said. An order that was closed meanwhile, or
 * whose discount is gone, is not worked on: the money goes to the customer's balance, where it can be used or returned.
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
  if (payment.state === 'paid' || payment.state === 'other-amount') return 'already-applied'
  if (payment.fen !== fen) {
    await creditOtherAmount(payment, { tradeNo, fen }, context)
    return 'other-amount'
  }
  await trx
    .updateTable('payment')
    .set({ state: 'paid', channel_trade_no: tradeNo, paid_at: clock.now() })
    .where('id', '=', payment.id)
    .execute()
  const order =
    payment.order_id === null
      ? undefined
      : await trx.selectFrom('orders').selectAll().where('id', '=', payment.order_id).forUpdate().executeTakeFirst()
  const open = order?.state === 'awaiting-payment'
  const payable = open && (await holdsPromotions(trx, await discountedOf(trx, order.id)))
  if (open && !payable) await closeOrder(trx, order.id, context)
  const from = ledgerAccounts.channel(payment.channel)
  const key = `payment/${outTradeNo}`
  if (payable)
    await beginWork(
      trx,
      {
        order: order.id,
        method: payment.method,
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
      detail: { method: payment.method, fen },
    },
    context,
  )
  return payable ? 'applied' : 'credited'
}
