import { z } from 'zod'
import { type Clock, chinaTime } from '../world/clock.ts'
import { fenOf, yuanOf } from './amount.ts'
import { rsa2, rsa2Matches, signedString } from './signature.ts'
import { ChannelRefused, type NewTrade, type Trade, type Trades } from './trades.ts'

export interface GatewayParty {
  readonly appId: string
  readonly sellerId: string
  readonly clock: Clock
  readonly merchantPublicKey: string
  readonly channelPrivateKey: string
  /** Where people pay, e.g. `http://127.0.0.1:8090`. */
  readonly origin: () => string
}

/** What goes back: a signed JSON body, or the address of the page where a person pays. */
export type GatewayAnswer =
  | { readonly kind: 'json'; readonly body: string }
  | { readonly kind: 'page'; readonly location: string }

const amount = z.union([z.string(), z.number()]).transform((value, context) => {
  const fen = fenOf(String(value))
  if (fen && fen > 0) return fen
  context.addIssue({ code: 'custom', message: '金额须大于 0，最多两位小数' })
  return z.NEVER
})
const orderNo = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/)
const key = z
  .object({ out_trade_no: orderNo.optional(), trade_no: z.string().max(64).optional() })
  .refine((value) => value.out_trade_no || value.trade_no, 'out_trade_no 与 trade_no 不能同时为空')
const newTrade = z.object({
  out_trade_no: orderNo,
  total_amount: amount,
  subject: z.string().min(1).max(256),
  body: z.string().max(400).optional(),
  timeout_express: z
    .string()
    .regex(/^[1-9]\d{0,4}[mhd]$/)
    .optional(),
  time_expire: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
    .optional(),
  enable_pay_channels: z
    .string()
    .regex(/^[a-zA-Z_]+(,[a-zA-Z_]+)*$/)
    .max(128)
    .optional(),
})
const pageTrade = newTrade.extend({ product_code: z.literal('FAST_INSTANT_TRADE_PAY') })
const refund = key.and(
  z.object({
    refund_amount: amount,
    out_request_no: orderNo.optional(),
    refund_reason: z.string().max(256).optional(),
  }),
)
const refundQuery = key.and(z.object({ out_request_no: orderNo }))

const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

/** The open gateway: one address, the method in a parameter, RSA2 on both ways. */
export class Gateway {
  /** Every refund is refused with this `sub_code`; '' for none. */
  refundRefusal = ''
  readonly #trades: Trades
  readonly #party: GatewayParty

  constructor(trades: Trades, party: GatewayParty) {
    this.#trades = trades
    this.#party = party
  }

  /** @param parameters query and form together, decoded */
  answer(parameters: Readonly<Record<string, string>>): GatewayAnswer {
    const method = parameters.method ?? ''
    const trades = this.#trades
    try {
      this.#authenticate(parameters)
      switch (method) {
        case 'alipay.trade.page.pay': {
          const trade = trades.open(this.#newTrade(pageTrade, parameters), 'WAIT_BUYER_PAY')
          return { kind: 'page', location: this.#cashier(trade) }
        }
        case 'alipay.trade.precreate': {
          const trade = trades.open(this.#newTrade(newTrade, parameters), 'PREPARED')
          return this.#json(method, { out_trade_no: trade.outTradeNo, qr_code: this.#cashier(trade) })
        }
        case 'alipay.trade.query': {
          const trade = this.#existing(content(key, parameters))
          return this.#json(method, {
            ...identity(trade),
            trade_status: trade.status,
            total_amount: yuanOf(trade.totalFen),
            ...(trade.paidAt ? { send_pay_date: chinaTime(new Date(trade.paidAt)) } : {}),
          })
        }
        case 'alipay.trade.close':
          return this.#json(method, identity(trades.close(keyOf(content(key, parameters)), false)))
        case 'alipay.trade.refund': {
          const asked = content(refund, parameters)
          if (this.refundRefusal !== '') throw new ChannelRefused(this.refundRefusal, '按要求拒绝退款')
          const done = trades.refund(keyOf(asked), {
            fen: asked.refund_amount,
            requestNo: asked.out_request_no,
            reason: asked.refund_reason ?? '',
          })
          return this.#json(method, {
            ...identity(done.trade),
            fund_change: done.changed ? 'Y' : 'N',
            refund_fee: yuanOf(done.trade.refundedFen),
            gmt_refund_pay: chinaTime(new Date(done.at)),
          })
        }
        case 'alipay.trade.fastpay.refund.query': {
          const asked = content(refundQuery, parameters)
          const trade = this.#existing(asked)
          const known = trades.refundOf(trade, asked.out_request_no)
          // A refund that is not known is answered 10000 without refund_status: the merchant must look at that field.
          return this.#json(method, {
            ...identity(trade),
            ...(known && {
              out_request_no: asked.out_request_no,
              total_amount: yuanOf(trade.totalFen),
              refund_amount: yuanOf(known.fen),
              refund_status: 'REFUND_SUCCESS',
            }),
          })
        }
        default:
          throw new ProtocolRefused('isv.invalid-method', '不存在的方法名')
      }
    } catch (error) {
      if (error instanceof ProtocolRefused)
        return this.#json(method, {
          code: '40002',
          msg: 'Invalid Arguments',
          sub_code: error.subCode,
          sub_msg: error.message,
        })
      if (error instanceof ChannelRefused)
        return this.#json(method, {
          code: '40004',
          msg: 'Business Failed',
          sub_code: error.subCode,
          sub_msg: error.message,
        })
      throw error
    }
  }

  /** The merchant's page after the cashier, with the signed parameters of the synchronous return. */
  returnAddress(trade: Trade): string {
    const address = new URL(trade.returnUrl)
    const parameters: Record<string, string> = {
      app_id: this.#party.appId,
      method: 'alipay.trade.page.pay.return',
      charset: 'utf-8',
      version: '1.0',
      sign_type: 'RSA2',
      out_trade_no: trade.outTradeNo,
      trade_no: trade.tradeNo,
      total_amount: yuanOf(trade.totalFen),
      seller_id: this.#party.sellerId,
      timestamp: chinaTime(this.#party.clock.now()),
    }
    const sign = rsa2(signedString(parameters, ['sign', 'sign_type']), this.#party.channelPrivateKey)
    for (const [name, value] of Object.entries({ ...parameters, sign })) address.searchParams.set(name, value)
    return address.href
  }

  #authenticate(parameters: Readonly<Record<string, string>>): void {
    if (parameters.app_id !== this.#party.appId) throw new ProtocolRefused('isv.invalid-app-id', '无效的AppID参数')
    if (parameters.sign_type !== 'RSA2') throw new ProtocolRefused('isv.invalid-signature-type', '无效签名类型')
    if (parameters.charset?.toLowerCase() !== 'utf-8') throw new ProtocolRefused('isv.invalid-charset', '字符集错误')
    if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(parameters.timestamp ?? ''))
      throw new ProtocolRefused('isv.invalid-timestamp', '非法的时间戳参数')
    const covered = signedString(parameters, ['sign'])
    if (!rsa2Matches(covered, parameters.sign ?? '', this.#party.merchantPublicKey))
      throw new ProtocolRefused('isv.invalid-signature', '验签出错')
  }

  #newTrade(shape: typeof newTrade | typeof pageTrade, parameters: Readonly<Record<string, string>>): NewTrade {
    const asked = content(shape, parameters)
    return {
      outTradeNo: asked.out_trade_no,
      totalFen: asked.total_amount,
      subject: asked.subject,
      body: asked.body ?? '',
      notifyUrl: httpAddress(parameters.notify_url, 'notify_url'),
      returnUrl: httpAddress(parameters.return_url, 'return_url'),
      payChannels: asked.enable_pay_channels ?? '',
      lifetimeMs: lifetimeMs(asked, this.#party.clock.now()),
    }
  }

  #existing(asked: { out_trade_no?: string | undefined; trade_no?: string | undefined }): Trade {
    const trade = this.#trades.find(keyOf(asked))
    if (!trade || trade.status === 'PREPARED') throw new ChannelRefused('ACQ.TRADE_NOT_EXIST', '交易不存在')
    return trade
  }

  #cashier(trade: Trade): string {
    return `${this.#party.origin()}/alipay/cashier/${trade.token}`
  }

  /** The signature covers the bytes of the inner object exactly as they stand in the body. */
  #json(method: string, fields: Record<string, unknown>): GatewayAnswer {
    const inner = JSON.stringify({ code: '10000', msg: 'Success', ...fields })
    const name = /^alipay(\.[a-z]+)+$/.test(method) ? `${method.replaceAll('.', '_')}_response` : 'error_response'
    return { kind: 'json', body: `{"${name}":${inner},"sign":"${rsa2(inner, this.#party.channelPrivateKey)}"}` }
  }
}

class ProtocolRefused extends Error {
  readonly subCode: string

  constructor(subCode: string, message: string) {
    super(message)
    this.subCode = subCode
  }
}

function content<T>(shape: z.ZodType<T>, parameters: Readonly<Record<string, string>>): T {
  let value: unknown
  try {
    value = JSON.parse(parameters.biz_content ?? '')
  } catch {
    throw new ProtocolRefused('isv.invalid-parameter', 'biz_content 不是 JSON')
  }
  const checked = shape.safeParse(value)
  if (checked.success) return checked.data
  const issue = checked.error.issues[0]
  throw new ProtocolRefused('isv.invalid-parameter', `参数无效：${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
}

function httpAddress(value: string | undefined, name: string): string {
  if (!value) return ''
  if (/^https?:\/\//.test(value) && URL.canParse(value)) return value
  throw new ProtocolRefused('isv.invalid-parameter', `${name} 不是网址`)
}

/** An absolute end (China time) counts before a relative one; fifteen days without either. */
function lifetimeMs(
  asked: { time_expire?: string | undefined; timeout_express?: string | undefined },
  now: Date,
): number {
  const { time_expire: end, timeout_express: express = '15d' } = asked
  if (end === undefined) return Number.parseInt(express, 10) * (unitMs[express.slice(-1)] ?? 60_000)
  const leftMs = Date.parse(`${end.replace(' ', 'T')}+08:00`) - now.getTime()
  if (leftMs > 0) return leftMs
  throw new ProtocolRefused('isv.invalid-parameter', '参数无效：time_expire 不在将来')
}

function keyOf(asked: { out_trade_no?: string | undefined; trade_no?: string | undefined }) {
  return {
    ...(asked.out_trade_no && { outTradeNo: asked.out_trade_no }),
    ...(asked.trade_no && { tradeNo: asked.trade_no }),
  }
}

function identity(trade: Trade): Record<string, string> {
  return { trade_no: trade.tradeNo, out_trade_no: trade.outTradeNo, buyer_logon_id: 'you***@example.cn' }
}
