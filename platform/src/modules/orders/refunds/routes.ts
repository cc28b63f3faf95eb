import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route } from '../../../kernel/http/index.ts'
import type { PaymentChannel } from '../ports.ts'
import { channelMethods } from '../states.ts'
import { decideRefund } from './decide-refund.ts'

const matter = z.object({
  line: z.string(),
  number: z.string(),
  name: z.string(),
  fen: z.int(),
  method: z.enum(['balance', ...channelMethods]).nullable(),
  outTradeNo: z.string(),
  /** The channel's code for its refusal. */
  code: z.string(),
  openedAt: z.string(),
})

/** Refunds that the channel refused in a way that does not say whether money moved: finance staff see to them (S1-161). */
export function refundRoutes(app: FastifyInstance, { channel }: { channel: PaymentChannel }): void {
  const finance = { tag: 'balance', who: 'operator', role: 'finance', perMinute: 120 } as const
  route(
    app,
    {
      ...finance,
      method: 'GET',
      url: 'operator/refunds',
      summary: 'Refunds that the channel refuses and that a person has to see to, the oldest first',
      answers: { 200: z.object({ refunds: z.array(matter) }) },
    },
    async (_request, { trx }) => {
      const rows = await trx
        .selectFrom('refund_matter')
        .innerJoin('order_line', 'order_line.id', 'refund_matter.line')
        .innerJoin('orders', 'orders.id', 'order_line.order_id')
        .select(['refund_matter.line', 'refund_matter.code', 'refund_matter.out_trade_no', 'refund_matter.opened_at'])
        .select(['order_line.name', 'order_line.subtotal_fen', 'orders.number', 'orders.method'])
        .where('refund_matter.decision', 'is', null)
        .orderBy('refund_matter.opened_at')
        .limit(500)
        .execute()
      return {
        refunds: rows.map(({ out_trade_no, opened_at, subtotal_fen, ...row }) => ({
          ...row,
          fen: subtotal_fen,
          outTradeNo: out_trade_no,
          openedAt: opened_at.toISOString(),
        })),
      }
    },
  )
  route(
    app,
    {
      ...finance,
      method: 'POST',
      url: 'operator/refunds/:line',
      summary: 'What was seen at the channel: the refund is there, or it is not and the balance gets the money',
      params: z.strictObject({ line: z.uuid() }),
      body: z.discriminatedUnion('to', [
        z.strictObject({ to: z.literal('balance') }),
        z.strictObject({ to: z.literal('channel'), reference: z.string().trim().min(4).max(64) }),
      ]),
      answers: { 204: z.null() },
    },
    async ({ actor, params, body }, context) => {
      await decideRefund({ ...params, ...body, channel: channel.id }, { ...context, actor })
      return undefined
    },
  )
}
