import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { freeRoute, route } from '../../../kernel/http/index.ts'
import { balanceOf, entriesOf, ledgerAccounts } from '../../money/index.ts'
import { type BegunPayment, beginPayment, beginTopUp } from '../commands/begin-payment.ts'
import { payByBalance } from '../commands/pay-by-balance.ts'
import { orderAnswer } from '../order-answer.ts'
import { onePage, orderNumber } from '../order-params.ts'
import type { PaymentChannel } from '../ports.ts'
import { presentOrder } from '../presenter.ts'
import { findOrder, methodsOf } from '../queries.ts'
import { type ChannelMethod, channelMethods } from '../states.ts'

export interface PayRoutesDeps {
  readonly channel: PaymentChannel
  readonly origin: string
}

const payment = z.object({
  order: orderAnswer.optional(),
  redirect: z.string().optional(),
  qr: z.string().optional(),
  outTradeNo: z.string().optional(),
})
const fen = z.int().nonnegative()

/** Paying an order, and the balance (S0-22…S0-29). */
export function payRoutes(app: FastifyInstance, { channel, origin }: PayRoutesDeps): void {
  // Online banking is chosen at the channel's own cashier, which has no QR code for it (S0-27).
  const pay = async (begun: BegunPayment, method: ChannelMethod, subject: string, returnUrl: string) => ({
    redirect: channel.payPage({ ...tradeOf(begun), subject, returnUrl, banksOnly: method === 'online-banking' }),
    ...(method === 'alipay' ? { qr: await channel.precreate({ ...tradeOf(begun), subject }) } : {}),
    outTradeNo: begun.outTradeNo,
  })

  freeRoute(
    app,
    {
      method: 'POST',
      url: 'orders/:number/pay',
      summary: 'Pay from the balance, or begin a payment at the channel',
      tag: 'orders',
      who: 'buyer',
      perMinute: 120,
      params: orderNumber,
      body: z.strictObject({ method: z.enum(['balance', ...channelMethods]) }),
      keyed: true,
      answers: { 200: payment },
    },
    async ({ actor, params, body, once }) => {
      const key = { account: actor.account, number: params.number }
      const { method } = body
      if (method === 'balance') {
        await once(async (context) => {
          await payByBalance(key, context)
          return null
        })
        return { order: presentOrder(await findOrder(app.services.db, key)) }
      }
      const begun = await once((context) => beginPayment({ ...key, method }, context))
      const offered = await pay(begun, method, `域名订单 ${params.number}`, `${origin}/orders/${params.number}`)
      return { order: presentOrder(await findOrder(app.services.db, key)), ...offered }
    },
  )
  freeRoute(
    app,
    {
      method: 'POST',
      url: 'balance/top-ups',
      summary: 'Put money on the balance',
      tag: 'balance',
      who: 'owner',
      perMinute: 30,
      body: z.strictObject({ amountFen: z.int().min(1).max(1_000_000_00), method: z.enum(channelMethods) }),
      keyed: true,
      answers: { 201: payment },
    },
    async ({ actor, body, once }) =>
      pay(
        await once((context) =>
          beginTopUp({ account: actor.account, fen: body.amountFen, method: body.method }, context),
        ),
        body.method,
        '账户充值',
        `${origin}/account`,
      ),
  )
  route(
    app,
    {
      method: 'GET',
      url: 'balance',
      summary: 'The balance and its movements, the latest first, one page at a time',
      tag: 'balance',
      who: 'owner',
      perMinute: 240,
      query: onePage,
      answers: {
        200: z.object({
          balanceFen: fen,
          entries: z.array(
            z.object({
              at: z.string(),
              kind: z.string(),
              /** How money that came through the channel was paid. */
              method: z.enum(channelMethods).optional(),
              fen: z.int(),
              balanceFen: z.int(),
              subject: z.string(),
            }),
          ),
          next: z.string().nullable(),
        }),
      },
    },
    async ({ actor, query }, { trx }) => {
      const ledgerAccount = ledgerAccounts.balance(actor.account)
      const { entries, next } = await entriesOf(trx, { ledgerAccount, ...query })
      const methods = await methodsOf(
        trx,
        entries.map(({ key }) => key),
      )
      return {
        balanceFen: await balanceOf(trx, ledgerAccount),
        entries: entries.map((entry) => {
          const method = methods.get(entry.key)
          return {
            at: entry.at.toISOString(),
            kind: entry.kind,
            ...(method && { method }),
            fen: entry.fen,
            balanceFen: entry.balance_after_fen ?? 0,
            subject: entry.subject,
          }
        }),
        next,
      }
    },
  )
}

function tradeOf({ expiresAt, ...begun }: BegunPayment) {
  return { ...begun, expiresAt: new Date(expiresAt) }
}
