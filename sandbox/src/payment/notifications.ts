import { integer, text, textOrNull } from '../store/columns.ts'
import type { Store } from '../store/store.ts'
import { type Clock, chinaTime } from '../world/clock.ts'
import type { Random } from '../world/random.ts'
import { yuanOf } from './amount.ts'
import { rsa2, signedString } from './signature.ts'
import type { Trade } from './trades.ts'

/** After the first try: 5 s, 30 s, then the channel's published pauses up to 15 h. */
const pausesMs: readonly number[] = [
  5_000, 30_000, 240_000, 600_000, 600_000, 3_600_000, 7_200_000, 21_600_000, 54_000_000,
]

/** What a person may ask the channel to get wrong with the notifications that follow. */
export interface NotificationFaults {
  /** Send every notification this many times. */
  copies: number
  /** Wait this long before the first try. */
  lateMs: number
  wrongAmount: boolean
  badSignature: boolean
  /** Send none at all (the merchant has to ask). */
  silent: boolean
}

export const noNotificationFaults: NotificationFaults = {
  copies: 1,
  lateMs: 0,
  wrongAmount: false,
  badSignature: false,
  silent: false,
}

export interface NotificationParty {
  readonly appId: string
  readonly sellerId: string
  readonly channelPrivateKey: string
}

interface NotificationRecord {
  readonly id: string
  readonly outTradeNo: string
  readonly url: string
  readonly attempts: number
  readonly nextAt: string | null
  readonly acknowledgedAt: string | null
  readonly lastAnswer: string | null
}

/** The asynchronous notifications: written with the change of the trade, posted until the merchant says `success`. */
export class Notifications {
  faults: NotificationFaults = noNotificationFaults
  readonly #store: Store
  readonly #clock: Clock
  readonly #random: Random
  readonly #party: NotificationParty
  readonly #pauses: readonly number[]
  readonly #stop = new AbortController()
  #running: Promise<void> | undefined

  constructor(store: Store, clock: Clock, random: Random, party: NotificationParty, pauses = pausesMs) {
    this.#store = store
    this.#clock = clock
    this.#random = random
    this.#party = party
    this.#pauses = pauses
  }

  /** Called inside the transaction that changed the trade. */
  write(trade: Trade, refund?: { requestNo: string; fen: number; at: string }): void {
    if (trade.notifyUrl === '' || this.faults.silent) return
    const firstAt = new Date(this.#clock.now().getTime() + this.faults.lateMs).toISOString()
    const form = this.#form(trade, refund)
    for (let copy = 0; copy < this.faults.copies; copy += 1)
      this.#store.run(
        'insert into notification (id, out_trade_no, url, form, next_at) values (?, ?, ?, ?, ?)',
        this.#random.uuid(),
        trade.outTradeNo,
        trade.notifyUrl,
        form,
        firstAt,
      )
  }

  list(limit = 100): NotificationRecord[] {
    return this.#store.all('select * from notification order by rowid desc limit ?', limit).map((row) => ({
      id: text(row, 'id'),
      outTradeNo: text(row, 'out_trade_no'),
      url: text(row, 'url'),
      attempts: integer(row, 'attempts'),
      nextAt: textOrNull(row, 'next_at'),
      acknowledgedAt: textOrNull(row, 'acknowledged_at'),
      lastAnswer: textOrNull(row, 'last_answer'),
    }))
  }

  /** Writes the present state of a trade once more, as an impatient channel does. */
  repeat(trade: Trade): void {
    this.#store.transaction(() => this.write(trade))
  }

  /** Posts everything that is due. Calls that overlap share one run. */
  deliverDue(): Promise<void> {
    if (this.#stop.signal.aborted) return Promise.resolve()
    this.#running ??= this.#deliver().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  /** Gives up the post that is under way (it stays due) and begins no other. */
  async stop(): Promise<void> {
    this.#stop.abort()
    await this.#running
  }

  async #deliver(): Promise<void> {
    const due = this.#store.all(
      'select id, url, form, attempts from notification where next_at <= ? order by next_at limit 200',
      this.#clock.now().toISOString(),
    )
    await Promise.all(
      due.map((row) =>
        this.#deliverOne(text(row, 'id'), text(row, 'url'), text(row, 'form'), integer(row, 'attempts') + 1),
      ),
    )
  }

  async #deliverOne(id: string, url: string, form: string, attempts: number): Promise<void> {
    const answer = await post(url, form, this.#stop.signal)
    if (this.#stop.signal.aborted) return
    const now = this.#clock.now()
    const pause = this.#pauses[attempts - 1]
    const done = answer.trim() === 'success'
    this.#store.run(
      'update notification set attempts = ?, next_at = ?, acknowledged_at = ?, last_answer = ? where id = ?',
      attempts,
      done || pause === undefined ? null : new Date(now.getTime() + pause).toISOString(),
      done ? now.toISOString() : null,
      answer.slice(0, 200),
      id,
    )
  }

  #form(trade: Trade, refund?: { requestNo: string; fen: number; at: string }): string {
    const total = yuanOf(trade.totalFen + (this.faults.wrongAmount ? 1 : 0))
    const parameters: Record<string, string> = {
      app_id: this.#party.appId,
      charset: 'utf-8',
      version: '1.0',
      sign_type: 'RSA2',
      notify_id: this.#random.uuid().replaceAll('-', ''),
      notify_type: 'trade_status_sync',
      notify_time: chinaTime(this.#clock.now()),
      trade_no: trade.tradeNo,
      out_trade_no: trade.outTradeNo,
      trade_status: trade.status,
      subject: trade.subject,
      total_amount: total,
      seller_id: this.#party.sellerId,
      buyer_id: '2088000000000001',
      gmt_create: chinaTime(new Date(trade.createdAt)),
    }
    // An empty parameter is never sent: receivers disagree whether the signature covers it.
    if (trade.body !== '') parameters.body = trade.body
    if (trade.paidAt) {
      parameters.gmt_payment = chinaTime(new Date(trade.paidAt))
      for (const name of ['receipt_amount', 'buyer_pay_amount', 'invoice_amount']) parameters[name] = total
    }
    if (trade.closedAt) parameters.gmt_close = chinaTime(new Date(trade.closedAt))
    if (refund) {
      parameters.out_biz_no = refund.requestNo
      parameters.refund_fee = yuanOf(trade.refundedFen)
      parameters.gmt_refund = chinaTime(new Date(refund.at))
    }
    const signature = rsa2(signedString(parameters, ['sign', 'sign_type']), this.#party.channelPrivateKey)
    parameters.sign = this.faults.badSignature ? Buffer.from('not the channel').toString('base64') : signature
    return new URLSearchParams(parameters).toString()
  }
}

/** @returns the body of the answer, or why there was none */
async function post(url: string, form: string, stop: AbortSignal): Promise<string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: form,
      redirect: 'manual',
      signal: AbortSignal.any([stop, AbortSignal.timeout(5_000)]),
    })
    const body = await response.text()
    return response.ok ? body : `${response.status} ${body}`
  } catch (error) {
    return `no answer: ${error instanceof Error ? error.message : String(error)}`
  }
}
