/** What a payment channel answers to a query (the truth; a notification is only a hint to look). */
export type ChannelPayment =
  | { readonly state: 'unknown' }
  | { readonly state: 'waiting' }
  | { readonly state: 'paid'; readonly tradeNo: string; readonly fen: number; readonly paidAt?: string }
  | { readonly state: 'closed' }

/** A notification whose signature, application and form were found good. */
export interface ChannelNotice {
  readonly outTradeNo: string
  readonly tradeNo: string
  readonly fen: number
  readonly status: 'paid' | 'closed' | 'waiting'
}

/**
 * A refund was made, or is refused for good, with the channel's own code. `sure`: it was not made and never will be; where it
 * is false, the code does not say whether money moved, and somebody has to look.
 */
export type RefundAnswer =
  | { readonly made: true; readonly tradeNo: string }
  | { readonly made: false; readonly code: string; readonly sure: boolean }

/** A payment channel (支付渠道). Amounts are integer fen; each trade is known by our own number. */
export interface PaymentChannel {
  readonly id: 'alipay'
  /** Address that lets the payer pay on a computer; made here, nothing is sent. */
  payPage(trade: {
    outTradeNo: string
    fen: number
    subject: string
    returnUrl: string
    expiresAt: Date
    /** Online banking (网银) alone, when the payer has chosen it. */
    banksOnly?: boolean
  }): string
  /** Text of a QR code to be scanned, asked from the channel. */
  precreate(trade: { outTradeNo: string; fen: number; subject: string; expiresAt: Date }): Promise<string>
  query(outTradeNo: string): Promise<ChannelPayment>
  close(outTradeNo: string): Promise<void>
  /** Refunds part of a trade; the same request number twice is one refund at the channel. Throws when its outcome is not known. */
  refund(refund: { outTradeNo: string; requestNo: string; fen: number; reason: string }): Promise<RefundAnswer>
  /** Whether a refund with this request number was made; undefined when there is surely none. Throws when that is not known. */
  refundMade(refund: { outTradeNo: string; requestNo: string }): Promise<{ fen: number } | undefined>
  /** undefined when the notification is not the channel's: bad signature, other application, malformed. */
  readNotice(form: Readonly<Record<string, string>>): ChannelNotice | undefined
}
