import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Context } from '../../kernel/context.ts'
import type { Db } from '../../kernel/database/index.ts'
import type { Random } from '../../kernel/random.ts'
import { type Repeated, repeated } from '../../kernel/repeated.ts'
import { applyPayment } from './commands/apply-payment.ts'
import type { PaymentChannel } from './ports.ts'

/** A notification may be lost: trades that are open are asked about, the younger the more often, until paid or closed. */
export function createPaymentWatch({
  db,
  channel,
  clock,
  random,
  log,
  everyMs = 3_000,
}: {
  db: Db
  channel: PaymentChannel
  clock: Clock
  random: Random
  log: Logger
  everyMs?: number
}): Repeated {
  const actor = { kind: 'system', name: 'payment-watch' } as const

  const inTrx = <T>(work: (context: Context) => Promise<T>) =>
    db.transaction().execute((trx) => work({ trx, actor, clock, random, log }))

  async function look(): Promise<number> {
    const now = clock.now()
    const due = await db
      .selectFrom('payment')
      .selectAll()
      .where('state', '=', 'pending')
      .where('created_at', '<', new Date(now.getTime() - everyMs))
      .where(
        sql<boolean>`(asked_at is null or ${now} - asked_at > greatest(interval '15 seconds', (asked_at - created_at) / 20))`,
      )
      // Who was asked about longest ago comes first: many old ones that nobody will pay do not keep a young one waiting.
      .orderBy(sql`asked_at nulls first`)
      .orderBy('created_at', 'desc')
      .limit(20)
      .execute()
    for (const payment of due) await ask(payment)
    return due.length
  }

  async function ask(payment: { out_trade_no: string; created_at: Date; order_id: string | null }): Promise<void> {
    const outTradeNo = payment.out_trade_no
    const now = clock.now()
    await db.updateTable('payment').set({ asked_at: now }).where('out_trade_no', '=', outTradeNo).execute()
    const found = await channel.query(outTradeNo)
    if (found.state === 'paid') {
      await inTrx((context) => applyPayment({ outTradeNo, tradeNo: found.tradeNo, fen: found.fen }, context))
      return
    }
    // Two hours: far longer than an order may be paid, and a trade that was never opened is unknown to the channel.
    if (found.state === 'closed' || now.getTime() - payment.created_at.getTime() > 2 * 3_600_000) {
      if (found.state === 'waiting') await channel.close(outTradeNo)
      await db
        .updateTable('payment')
        .set({ state: 'closed' })
        .where('out_trade_no', '=', outTradeNo)
        .where('state', '=', 'pending')
        .execute()
    }
  }

  return repeated(look, { everyMs, firstMs: everyMs, log, failing: 'the payment channel could not be asked' })
}
