import type { Context } from '../../../kernel/context.ts'
import { OrderNotPayable } from '../errors.ts'
import { outTradeNo } from '../payment-numbers.ts'
import { lockOrder } from '../queries.ts'
import type { ChannelMethod } from '../states.ts'

export type BegunPayment = {
  readonly outTradeNo: string
  readonly fen: number
  /** ISO 8601: what was begun is kept with the request's key. */
  readonly expiresAt: string
}

/**
 * Writes the payment row of an order before the channel hears of it; an open one of the same
 * method is used again, so that the order tells how it was really paid. @throws OrderNotFound, OrderNotPayable
 */
export async function beginPayment(
  { account, number, method }: { account: string; number: string; method: ChannelMethod },
  { trx, clock, random }: Context,
): Promise<BegunPayment> {
  const order = await lockOrder(trx, { account, number })
  if (order.state !== 'awaiting-payment' || order.pay_by <= clock.now()) throw OrderNotPayable()
  const earlier = await trx
    .selectFrom('payment')
    .select(['out_trade_no', 'state', 'method'])
    .where('order_id', '=', order.id)
    .execute()
  const open = earlier.find((trade) => trade.state === 'pending' && trade.method === method)
  const trade = open?.out_trade_no ?? outTradeNo(number, earlier.length + 1)
  if (!open)
    await trx
      .insertInto('payment')
      .values({
        id: random.uuid(),
        out_trade_no: trade,
        account,
        order_id: order.id,
        channel: 'alipay',
        method,
        fen: order.total_fen,
        state: 'pending',
        channel_trade_no: null,
        created_at: clock.now(),
        asked_at: null,
        paid_at: null,
      })
      .execute()
  return { outTradeNo: trade, fen: order.total_fen, expiresAt: order.pay_by.toISOString() }
}

/** The same for money that goes to the balance. */
export async function beginTopUp(
  { account, fen, method }: { account: string; fen: number; method: ChannelMethod },
  { trx, clock, random }: Context,
): Promise<BegunPayment> {
  const id = random.uuid()
  const trade = `T${clock.today().replaceAll('-', '')}${id.replaceAll('-', '').slice(0, 16)}`
  const now = clock.now()
  await trx
    .insertInto('payment')
    .values({
      id,
      out_trade_no: trade,
      account,
      order_id: null,
      channel: 'alipay',
      method,
      fen,
      state: 'pending',
      channel_trade_no: null,
      created_at: now,
      asked_at: null,
      paid_at: null,
    })
    .execute()
  return { outTradeNo: trade, fen, expiresAt: new Date(now.getTime() + 30 * 60_000).toISOString() }
}
