import { integer, text, textOrNull } from '../store/columns.ts'
import type { Row, Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'
import { digits, type Random, secret } from '../world/random.ts'
import { yuanOf } from './amount.ts'

export type TradeStatus = 'PREPARED' | 'WAIT_BUYER_PAY' | 'TRADE_SUCCESS' | 'TRADE_CLOSED'

/** One payment. Amounts in fen; instants in ISO. `PREPARED` is a QR code nobody has scanned: no trade for a query yet. */
export interface Trade {
  readonly outTradeNo: string
  readonly token: string
  readonly tradeNo: string
  readonly status: TradeStatus
  readonly totalFen: number
  readonly refundedFen: number
  readonly subject: string
  readonly body: string
  readonly notifyUrl: string
  readonly returnUrl: string
  /** `enable_pay_channels` of the merchant, such as `bankPay` (网银) alone; '' for all. */
  readonly payChannels: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly paidAt: string | null
  readonly closedAt: string | null
}

export interface NewTrade {
  readonly outTradeNo: string
  readonly totalFen: number
  readonly subject: string
  readonly body: string
  readonly notifyUrl: string
  readonly returnUrl: string
  readonly payChannels: string
  readonly lifetimeMs: number
}

/** A business refusal of the channel: `sub_code` and `sub_msg` of the answer. */
export class ChannelRefused extends Error {
  readonly subCode: string

  constructor(subCode: string, message: string) {
    super(message)
    this.subCode = subCode
  }
}

const columns = `trade.*, (select coalesce(sum(fen), 0) from refund where refund.out_trade_no = trade.out_trade_no) as refunded_fen`

function tradeOf(row: Row): Trade {
  return {
    outTradeNo: text(row, 'out_trade_no'),
    token: text(row, 'token'),
    tradeNo: text(row, 'trade_no'),
    status: text(row, 'status') as TradeStatus,
    totalFen: integer(row, 'total_fen'),
    refundedFen: integer(row, 'refunded_fen'),
    subject: text(row, 'subject'),
    body: text(row, 'body'),
    notifyUrl: text(row, 'notify_url'),
    returnUrl: text(row, 'return_url'),
    payChannels: text(row, 'pay_channels'),
    createdAt: text(row, 'created_at'),
    expiresAt: text(row, 'expires_at'),
    paidAt: textOrNull(row, 'paid_at'),
    closedAt: textOrNull(row, 'closed_at'),
  }
}

/** What the channel knows of its trades. Every change tells `changed` inside the same transaction. */
export class Trades {
  readonly #store: Store
  readonly #clock: Clock
  readonly #random: Random
  readonly #changed: (trade: Trade, refund?: { requestNo: string; fen: number; at: string }) => void

  constructor(
    store: Store,
    clock: Clock,
    random: Random,
    changed: (trade: Trade, refund?: { requestNo: string; fen: number; at: string }) => void,
  ) {
    this.#store = store
    this.#clock = clock
    this.#random = random
    this.#changed = changed
  }

  list(limit = 100): Trade[] {
    return this.#store.all(`select ${columns} from trade order by created_at desc limit ?`, limit).map(tradeOf)
  }

  byToken(token: string): Trade | undefined {
    return this.#one('token', token)
  }

  find(key: { outTradeNo?: string; tradeNo?: string }): Trade | undefined {
    if (key.tradeNo) return this.#one('trade_no', key.tradeNo)
    return key.outTradeNo ? this.#one('out_trade_no', key.outTradeNo) : undefined
  }

  /** The same order number again gives the same trade, unless the amount differs or it has already ended. */
  open(asked: NewTrade, status: 'PREPARED' | 'WAIT_BUYER_PAY'): Trade {
    return this.#store.transaction(() => {
      const known = this.find({ outTradeNo: asked.outTradeNo })
      if (known) {
        if (known.status === 'TRADE_SUCCESS') throw new ChannelRefused('ACQ.TRADE_HAS_SUCCESS', '交易已被支付')
        if (known.status === 'TRADE_CLOSED') throw new ChannelRefused('ACQ.TRADE_HAS_CLOSE', '交易已经关闭')
        if (known.totalFen !== asked.totalFen) throw new ChannelRefused('ACQ.CONTEXT_INCONSISTENT', '交易信息被篡改')
        if (status === 'WAIT_BUYER_PAY') this.#setStatus(known.outTradeNo, status)
        // A QR code knows no way back to the merchant; a page opened for the same trade brings it.
        if (asked.returnUrl !== '')
          this.#store.run(
            'update trade set return_url = ?, pay_channels = ? where out_trade_no = ?',
            asked.returnUrl,
            asked.payChannels,
            known.outTradeNo,
          )
        return this.#mustFind(known.outTradeNo)
      }
      const now = this.#clock.now()
      this.#store.run(
        `insert into trade (out_trade_no, token, trade_no, status, total_fen, subject, body, notify_url, return_url, pay_channels, created_at, expires_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        asked.outTradeNo,
        secret(this.#random),
        `${now.toISOString().slice(0, 10).replaceAll('-', '')}22001${digits(this.#random, 15)}`,
        status,
        asked.totalFen,
        asked.subject,
        asked.body,
        asked.notifyUrl,
        asked.returnUrl,
        asked.payChannels,
        now.toISOString(),
        new Date(now.getTime() + asked.lifetimeMs).toISOString(),
      )
      return this.#mustFind(asked.outTradeNo)
    })
  }

  /** A person has opened the QR code. */
  scan(token: string): Trade | undefined {
    const trade = this.byToken(token)
    if (trade?.status === 'PREPARED') this.#setStatus(trade.outTradeNo, 'WAIT_BUYER_PAY')
    return this.byToken(token)
  }

  /** @param fen what is paid, where that is another amount than was asked. @throws ChannelRefused when the trade can no longer be paid */
  pay(token: string, fen?: number): Trade {
    return this.#store.transaction(() => {
      const trade = this.scan(token)
      if (!trade) throw new ChannelRefused('ACQ.TRADE_NOT_EXIST', '交易不存在')
      if (trade.status !== 'WAIT_BUYER_PAY') throw new ChannelRefused('ACQ.TRADE_STATUS_ERROR', '交易状态不合法')
      const now = this.#clock.now().toISOString()
      this.#store.run(
        `update trade set status = 'TRADE_SUCCESS', paid_at = ?, total_fen = ? where token = ?`,
        now,
        fen ?? trade.totalFen,
        token,
      )
      return this.#tell(trade.outTradeNo)
    })
  }

  /** @throws ChannelRefused unless the trade waits for the buyer */
  close(key: { outTradeNo?: string; tradeNo?: string }, tell: boolean): Trade {
    return this.#store.transaction(() => {
      const trade = this.find(key)
      if (!trade || trade.status === 'PREPARED') throw new ChannelRefused('ACQ.TRADE_NOT_EXIST', '交易不存在')
      if (trade.status !== 'WAIT_BUYER_PAY') throw new ChannelRefused('ACQ.TRADE_STATUS_ERROR', '交易状态不合法')
      return this.#closeNow(trade.outTradeNo, tell)
    })
  }

  /** Closes what nobody paid in time and tells the merchant. @returns how many */
  closeExpired(): number {
    const due = this.#store.all(
      `select out_trade_no from trade where status in ('PREPARED', 'WAIT_BUYER_PAY') and expires_at <= ?`,
      this.#clock.now().toISOString(),
    )
    for (const row of due) this.#store.transaction(() => this.#closeNow(text(row, 'out_trade_no'), true))
    return due.length
  }

  /** Gives money back; the same request number is answered again without a second payment. @throws ChannelRefused */
  refund(
    key: { outTradeNo?: string; tradeNo?: string },
    asked: { fen: number; requestNo?: string; reason: string },
  ): { trade: Trade; changed: boolean; at: string } {
    return this.#store.transaction(() => {
      const trade = this.find(key)
      if (!trade || trade.status === 'PREPARED') throw new ChannelRefused('ACQ.TRADE_NOT_EXIST', '交易不存在')
      if (!asked.requestNo && asked.fen < trade.totalFen)
        throw new ChannelRefused('ACQ.INVALID_PARAMETER', '部分退款必须传 out_request_no')
      const requestNo = asked.requestNo ?? trade.outTradeNo
      const done = this.refundOf(trade, requestNo)
      if (done) {
        if (done.fen !== asked.fen) throw new ChannelRefused('ACQ.DISCORDANT_REPEAT_REQUEST', '请求信息不一致')
        return { trade, changed: false, at: done.at }
      }
      if (trade.status !== 'TRADE_SUCCESS') throw new ChannelRefused('ACQ.TRADE_STATUS_ERROR', '交易状态不合法')
      if (trade.refundedFen + asked.fen > trade.totalFen)
        throw new ChannelRefused('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', `退款总额超过 ${yuanOf(trade.totalFen)} 元`)
      const at = this.#clock.now().toISOString()
      this.#store.run(
        'insert into refund (out_trade_no, out_request_no, fen, reason, refunded_at) values (?, ?, ?, ?, ?)',
        trade.outTradeNo,
        requestNo,
        asked.fen,
        asked.reason,
        at,
      )
      if (trade.refundedFen + asked.fen === trade.totalFen)
        this.#store.run(`update trade set status = 'TRADE_CLOSED', closed_at = ? where token = ?`, at, trade.token)
      return { trade: this.#tell(trade.outTradeNo, { requestNo, fen: asked.fen, at }), changed: true, at }
    })
  }

  refundOf(trade: Trade, requestNo: string): { fen: number; at: string } | undefined {
    const row = this.#store.get(
      'select fen, refunded_at from refund where out_trade_no = ? and out_request_no = ?',
      trade.outTradeNo,
      requestNo,
    )
    return row && { fen: integer(row, 'fen'), at: text(row, 'refunded_at') }
  }

  refundsOf(trade: Trade): { requestNo: string; fen: number; at: string }[] {
    return this.#store
      .all(
        'select out_request_no, fen, refunded_at from refund where out_trade_no = ? order by rowid',
        trade.outTradeNo,
      )
      .map((row) => ({
        requestNo: text(row, 'out_request_no'),
        fen: integer(row, 'fen'),
        at: text(row, 'refunded_at'),
      }))
  }

  #closeNow(outTradeNo: string, tell: boolean): Trade {
    const now = this.#clock.now().toISOString()
    this.#store.run(`update trade set status = 'TRADE_CLOSED', closed_at = ? where out_trade_no = ?`, now, outTradeNo)
    return tell ? this.#tell(outTradeNo) : this.#mustFind(outTradeNo)
  }

  #tell(outTradeNo: string, refund?: { requestNo: string; fen: number; at: string }): Trade {
    const trade = this.#mustFind(outTradeNo)
    this.#changed(trade, refund)
    return trade
  }

  #setStatus(outTradeNo: string, status: TradeStatus): void {
    this.#store.run('update trade set status = ? where out_trade_no = ?', status, outTradeNo)
  }

  #one(column: 'token' | 'trade_no' | 'out_trade_no', value: string): Trade | undefined {
    const row = this.#store.get(`select ${columns} from trade where ${column} = ?`, value)
    return row && tradeOf(row)
  }

  #mustFind(outTradeNo: string): Trade {
    const trade = this.find({ outTradeNo })
    if (!trade) throw new Error(`trade ${outTradeNo} is gone`)
    return trade
  }
}
