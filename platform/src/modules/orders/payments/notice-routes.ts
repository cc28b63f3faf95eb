import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { freeRoute } from '../../../kernel/http/index.ts'
import { applyPayment } from '../commands/apply-payment.ts'
import { noteNotice, unsignedNotices } from '../notices.ts'
import type { PaymentChannel } from '../ports.ts'
import { confirmed } from './confirmed.ts'

export interface NoticeRoutesDeps {
  readonly channel: PaymentChannel
  /** Awaited at the points of `paymentPoints`. */
  readonly onPoint?: (point: string) => void | Promise<void>
}

/** Where a process could die with a notification of the channel in hand: before its commit, and before its answer. */
const noticeWithin = 'PAYMENT_NOTICE:applied:within'
const noticeAfter = 'PAYMENT_NOTICE:applied:after'
export const paymentPoints = [noticeWithin, noticeAfter]

/** What the payment channel says by itself. */
export function noticeRoutes(app: FastifyInstance, { channel, onPoint }: NoticeRoutesDeps): void {
  const { db, log } = app.services
  const unsigned = unsignedNotices(app.services)
  freeRoute(
    app,
    {
      method: 'POST',
      url: 'payments/alipay/notify',
      summary: 'Notifications of the payment channel',
      tag: 'balance',
      who: 'anyone',
      perMinute: 6_000,
      outside: true,
      body: z.record(z.string().max(64), z.string().max(4_000)),
      answers: { 200: z.string() },
    },
    async ({ body }, withTrx) => {
      const notice = channel.readNotice(body)
      if (!notice) {
        await unsigned(body, withTrx)
        return 'fail'
      }
      const paid =
        notice.status === 'paid' &&
        (await confirmed(notice, { db, channel }).catch((error: unknown) => {
          log.warn({ err: error }, 'the payment channel could not be asked about an amount')
          return undefined
        }))
      const outcome = await withTrx(async (context) => {
        const result =
          notice.status !== 'paid'
            ? (`status-${notice.status}` as const)
            : paid
              ? await applyPayment(paid, context)
              : 'unconfirmed'
        await noteNotice(context, { outTradeNo: notice.outTradeNo, form: body, outcome: result })
        if (result === 'applied') await onPoint?.(noticeWithin)
        return result
      })
      if (outcome === 'applied') await onPoint?.(noticeAfter)
      // Only a plain "success" ends the channel's repetitions; what nobody here knows is looked into by people, and what was not confirmed is told again.
      return outcome === 'unconfirmed' || outcome === 'unknown-trade' ? 'fail' : 'success'
    },
  )
}
