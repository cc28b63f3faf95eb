/** States of an order (订单). `processing` means paid: every line ends registered or refunded, there is no third end. */
export type OrderState = 'awaiting-payment' | 'processing' | 'succeeded' | 'partly-succeeded' | 'failed' | 'closed'

/** How an order was paid: from the balance (which remittances fill), or by a trade at the channel. */
export type PaidBy = 'balance' | ChannelMethod
/** Both are trades of the same channel, and refunds go back there. */
export const channelMethods = ['alipay', 'online-banking'] as const
export type ChannelMethod = (typeof channelMethods)[number]

/** States of one line. `waiting` covers its task's whole life; `refunded` follows `failed` when the money is back. */
export type LineState = 'awaiting-payment' | 'waiting' | 'succeeded' | 'failed' | 'refunded' | 'closed'

/** Where the money of a lost line is; `operator`: still with us, until finance staff know what the channel did. */
export type RefundTo = 'balance' | 'channel' | 'operator'

/** The order's state once every line has ended; undefined while one is still under way. */
export function endOf(lines: readonly LineState[]): OrderState | undefined {
  if (lines.some((line) => line !== 'succeeded' && line !== 'refunded')) return undefined
  const won = lines.filter((line) => line === 'succeeded').length
  if (won === lines.length) return 'succeeded'
  return won === 0 ? 'failed' : 'partly-succeeded'
}
