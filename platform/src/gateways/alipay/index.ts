import { createPrivateKey, createPublicKey } from 'node:crypto'
import type { ChannelNotice, PaymentChannel } from '../../modules/orders/ports.ts'
import { type AlipayConnection, ChannelSilent, call, chinaTimestamp, signedParameters } from './gateway-call.ts'
import { signedText, verify } from './signature.ts'
import { fenOf, yuanOf } from './yuan.ts'

export interface AlipayOptions {
  readonly gateway: string
  readonly appId: string
  /** PEM, PKCS #8. */
  readonly merchantPrivateKey: string
  /** PEM, SPKI: the channel's key, not ours. */
  readonly alipayPublicKey: string
  readonly notifyUrl: string
  readonly now: () => Date
}

const paidStates = ['TRADE_SUCCESS', 'TRADE_FINISHED']

/**
 * Business refusals (40004) of alipay.trade.refund that do not change when it is asked again. `sure`: nothing was refunded and
 * nothing will be — the trade's kind forbids it, its time to refund is over, its buyer is gone. `look`: it contradicts what we
 * know of the trade (another amount under the same number, all refunded, more than was paid, not paid), so that only somebody
 * who looks at the channel can tell. All others are asked again.
 */
const refusals: ReadonlyMap<string, 'sure' | 'look'> = new Map([
  ['ACQ.TRADE_NOT_ALLOW_REFUND', 'sure'],
  ['ACQ.TRADE_HAS_FINISHED', 'sure'],
  ['ACQ.BUYER_NOT_EXIST', 'sure'],
  ['ACQ.DISCORDANT_REPEAT_REQUEST', 'look'],
  ['ACQ.TRADE_HAS_CLOSE', 'look'],
  ['ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', 'look'],
  ['ACQ.TRADE_STATUS_ERROR', 'look'],
])

/** The Alipay open gateway: page payment, QR payment, query, close, refund; RSA2 signatures both ways. */
export function alipayChannel(options: AlipayOptions): PaymentChannel {
  const connection: AlipayConnection = {
    gateway: options.gateway,
    appId: options.appId,
    merchantKey: createPrivateKey(options.merchantPrivateKey),
    channelKey: createPublicKey(options.alipayPublicKey),
    notifyUrl: options.notifyUrl,
    now: options.now,
  }

  return {
    id: 'alipay',

    payPage({ outTradeNo, fen, subject, returnUrl, expiresAt, banksOnly }) {
      const content = {
        out_trade_no: outTradeNo,
        total_amount: yuanOf(fen),
        subject,
        product_code: 'FAST_INSTANT_TRADE_PAY',
        time_expire: chinaTimestamp(expiresAt),
        ...(banksOnly ? { enable_pay_channels: 'bankPay' } : {}),
      }
      const parameters = signedParameters(connection, 'alipay.trade.page.pay', content, {
        notify_url: connection.notifyUrl,
        return_url: returnUrl,
      })
      return `${connection.gateway}?${new URLSearchParams(parameters)}`
    },

    async precreate({ outTradeNo, fen, subject, expiresAt }) {
      const content = {
        out_trade_no: outTradeNo,
        total_amount: yuanOf(fen),
        subject,
        time_expire: chinaTimestamp(expiresAt),
      }
      const answer = await call(connection, 'alipay.trade.precreate', content, { notify_url: connection.notifyUrl })
      if (answer.code !== '10000' || typeof answer.qr_code !== 'string')
        throw new ChannelSilent(`precreate: ${answer.sub_code ?? answer.code}`)
      return answer.qr_code
    },

    async query(outTradeNo) {
      const answer = await call(connection, 'alipay.trade.query', { out_trade_no: outTradeNo })
      if (answer.sub_code === 'ACQ.TRADE_NOT_EXIST') return { state: 'unknown' }
      if (answer.code !== '10000') throw new ChannelSilent(`query: ${answer.sub_code ?? answer.code}`)
      const status = String(answer.trade_status)
      if (status === 'TRADE_CLOSED') return { state: 'closed' }
      if (!paidStates.includes(status)) return { state: 'waiting' }
      const fen = fenOf(String(answer.total_amount))
      if (!fen) throw new ChannelSilent('query: no amount')
      return { state: 'paid', tradeNo: String(answer.trade_no), fen }
    },

    async close(outTradeNo) {
      const answer = await call(connection, 'alipay.trade.close', { out_trade_no: outTradeNo })
      if (answer.code !== '10000' && answer.sub_code !== 'ACQ.TRADE_NOT_EXIST')
        throw new ChannelSilent(`close: ${answer.sub_code ?? answer.code}`)
    },

    async refund({ outTradeNo, requestNo, fen, reason }) {
      const answer = await call(connection, 'alipay.trade.refund', {
        out_trade_no: outTradeNo,
        out_request_no: requestNo,
        refund_amount: yuanOf(fen),
        refund_reason: reason,
      })
      if (answer.code === '10000') return { made: true, tradeNo: String(answer.trade_no) }
      const { sub_code: code = '' } = answer
      if (answer.code === '40004' && refusals.has(code))
        return { made: false, code, sure: refusals.get(code) === 'sure' }
      throw new ChannelSilent(`refund: ${answer.sub_code ?? answer.code}`)
    },

    async refundMade({ outTradeNo, requestNo }) {
      const answer = await call(connection, 'alipay.trade.fastpay.refund.query', {
        out_trade_no: outTradeNo,
        out_request_no: requestNo,
      })
      // What is not surely known stays unknown (ACQ.SYSTEM_ERROR, 20000): asked for once more, it could be given twice.
      if (answer.code !== '10000') {
        if (answer.code === '40004' && answer.sub_code === 'ACQ.TRADE_NOT_EXIST') return undefined
        throw new ChannelSilent(`refund query: ${answer.sub_code ?? answer.code}`)
      }
      if (typeof answer.refund_status === 'string' && answer.refund_status !== 'REFUND_SUCCESS')
        throw new ChannelSilent(`refund query: ${answer.refund_status}`)
      const fen = typeof answer.refund_amount === 'string' ? fenOf(answer.refund_amount) : undefined
      return fen ? { fen } : undefined
    },

    readNotice(form) {
      const signature = form.sign
      if (signature === undefined || form.sign_type !== 'RSA2' || form.app_id !== connection.appId) return undefined
      if (!verify(signedText(form, { without: ['sign', 'sign_type'] }), signature, connection.channelKey))
        return undefined
      return noticeOf(form)
    },
  }
}

function noticeOf(form: Readonly<Record<string, string>>): ChannelNotice | undefined {
  const fen = fenOf(form.total_amount ?? '')
  if (form.out_trade_no === undefined || form.trade_no === undefined || !fen) return undefined
  const status = paidStates.includes(form.trade_status ?? '')
    ? 'paid'
    : form.trade_status === 'TRADE_CLOSED'
      ? 'closed'
      : 'waiting'
  return { outTradeNo: form.out_trade_no, tradeNo: form.trade_no, fen, status }
}
