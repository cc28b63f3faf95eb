import type { Db } from '../../../kernel/database/index.ts'
import type { ChannelNotice, PaymentChannel } from '../ports.ts'

/**
 * A notification that tells another amount than its trade asks for moves no money by itself: the channel is asked what it
 * really holds. undefined: it does not say that the trade was paid. Throws when the channel cannot be asked.
 */
export async function confirmed(
  notice: ChannelNotice,
  { db, channel }: { db: Db; channel: PaymentChannel },
): Promise<ChannelNotice | undefined> {
  const trade = await db
    .selectFrom('payment')
    .select('fen')
    .where('out_trade_no', '=', notice.outTradeNo)
    .where('state', 'in', ['pending', 'closed'])
    .executeTakeFirst()
  if (!trade || trade.fen === notice.fen) return notice
  const found = await channel.query(notice.outTradeNo)
  return found.state === 'paid' ? { ...notice, tradeNo: found.tradeNo, fen: found.fen } : undefined
}
