import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { PaymentChannel } from './channel.ts'
import { noNotificationFaults } from './notifications.ts'
import { cashierPage, paymentPage } from './pages.ts'
import { ChannelRefused } from './trades.ts'

const flag = z.union([z.boolean(), z.literal('true').transform(() => true)])
const faults = z.strictObject({
  copies: z.coerce.number().int().min(1).max(20).optional(),
  lateMs: z.coerce.number().int().min(0).max(86_400_000).optional(),
  wrongAmount: flag.optional(),
  badSignature: flag.optional(),
  silent: flag.optional(),
  refundRefusal: z
    .string()
    .regex(/^(ACQ\.[A-Z_]{3,60})?$/)
    .optional(),
  unansweredRefunds: z.coerce.number().int().min(0).max(1_000).optional(),
})
const token = z.object({ token: z.string().regex(/^[\w-]{10,40}$/) })
const order = z.object({ outTradeNo: z.string().regex(/^[\w-]{1,64}$/) })
const amountPaid = z.strictObject({ fen: z.int().min(1).max(100_000_000_00).optional() })
const parameters = z.record(z.string(), z.string())

export function paymentRoutes(channel: PaymentChannel, instant: (iso: string | null) => string) {
  return (app: FastifyInstance): void => {
    for (const method of ['GET', 'POST'] as const)
      app.route({
        method,
        url: '/alipay/gateway.do',
        handler: (request, reply) => {
          const given = parameters.safeParse({
            ...(request.query as object),
            ...((request.body as object | null) ?? {}),
          })
          const answer = channel.gateway.answer(given.success ? given.data : {})
          if (answer.kind === 'page') return reply.redirect(answer.location)
          if (channel.unansweredRefunds > 0 && given.data?.method === 'alipay.trade.refund') {
            channel.unansweredRefunds -= 1
            reply.hijack()
            request.raw.socket.destroy()
            return reply
          }
          return reply.type('application/json;charset=utf-8').send(answer.body)
        },
      })

    app.get('/alipay/cashier/:token', (request, reply) => {
      const trade = channel.trades.scan(token.parse(request.params).token)
      if (!trade) return reply.code(404).send({ code: 'payment.trade-unknown' })
      return reply.type('text/html').send(cashierPage(trade))
    })

    app.post('/alipay/cashier/:token', (request, reply) => {
      const key = token.parse(request.params).token
      const wish = z.object({ do: z.enum(['pay', 'cancel']) }).parse(request.body).do
      const known = channel.trades.byToken(key)
      if (!known) return reply.code(404).send({ code: 'payment.trade-unknown' })
      if (wish === 'pay') payOnce(channel, key)
      const trade = channel.trades.byToken(key) ?? known
      if (trade.returnUrl === '') return reply.type('text/html').send(cashierPage(trade))
      return reply.redirect(wish === 'pay' ? channel.gateway.returnAddress(trade) : trade.returnUrl, 303)
    })

    app.get('/payment', (_request, reply) => reply.type('text/html').send(paymentPage(channel, instant)))
    app.get('/control/payment', () => ({
      appId: channel.merchant.appId,
      faults: faultsOf(channel),
      trades: channel.trades.list(),
      notifications: channel.notifications.list(),
    }))
    app.get('/control/payment/trades/:outTradeNo', (request, reply) => {
      const trade = channel.trades.find(order.parse(request.params))
      if (!trade) return reply.code(404).send({ code: 'payment.trade-unknown' })
      return { ...trade, refunds: channel.trades.refundsOf(trade) }
    })
    app.post('/control/payment/trades/:outTradeNo/pay', (request, reply) => {
      const trade = channel.trades.find(order.parse(request.params))
      if (!trade) return reply.code(404).send({ code: 'payment.trade-unknown' })
      return channel.trades.pay(trade.token, amountPaid.parse(request.body ?? {}).fen)
    })
    app.post('/control/payment/trades/:outTradeNo/notify', (request, reply) => {
      const trade = channel.trades.find(order.parse(request.params))
      if (!trade) return reply.code(404).send({ code: 'payment.trade-unknown' })
      channel.notifications.repeat(trade)
      return request.headers.accept?.includes('text/html') ? reply.redirect('/payment', 303) : { notified: true }
    })
    app.post('/control/payment/faults', (request, reply) => {
      const { unansweredRefunds = 0, refundRefusal = '', ...notified } = faults.parse(request.body ?? {})
      channel.notifications.faults = { ...noNotificationFaults, ...defined(notified) }
      channel.unansweredRefunds = unansweredRefunds
      channel.gateway.refundRefusal = refundRefusal
      return request.headers.accept?.includes('text/html') ? reply.redirect('/payment', 303) : faultsOf(channel)
    })
  }
}

function faultsOf({ notifications, unansweredRefunds, gateway }: PaymentChannel) {
  return { ...notifications.faults, unansweredRefunds, refundRefusal: gateway.refundRefusal }
}

/** A second click on "pay" is no error. */
function payOnce(channel: PaymentChannel, key: string): void {
  try {
    channel.trades.pay(key)
  } catch (error) {
    if (!(error instanceof ChannelRefused)) throw error
  }
}

function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
