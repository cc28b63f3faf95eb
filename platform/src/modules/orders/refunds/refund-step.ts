import type { Trx } from '../../../kernel/database/index.ts'
import { type OutsideStep, outsideStep, type Step } from '../../../kernel/tasks/index.ts'
import type { PaymentChannel, RefundAnswer } from '../ports.ts'

export interface RefundRequest {
  readonly outTradeNo: string
  /** Makes the refund happen once at the channel, however often it is asked for. */
  readonly requestNo: string
  readonly fen: number
  /** What the channel tells whoever gets it. */
  readonly reason?: string
}

/**
 * What became of a refund. A refusal for good is an answer like any other: a task that gives back must come to its end, and
 * what cannot go back through the channel goes another way.
 */
export type Refund = { readonly fen: number } | Extract<RefundAnswer, { made: false }>

/** Asks the channel to give back what one line cost. */
export function refundStep<Input>(
  channel: PaymentChannel,
  prepare: OutsideStep<Input, RefundRequest, Refund>['prepare'],
): Step<Input> {
  return outsideStep<Input, RefundRequest, Refund>('refund', {
    party: () => channel.id,
    prepare,
    send: (request) => askRefund(channel, request),
    async reconcile(request) {
      const made = await readRefund(channel, request)
      return made ? { known: 'applied', answer: made } : { known: 'not-applied' }
    },
  })
}

/** Throws when it is not known what became of it. */
export async function askRefund(channel: PaymentChannel, request: RefundRequest): Promise<Refund> {
  const answer = await channel.refund({ reason: 'not registered', ...request })
  return answer.made ? { fen: request.fen } : answer
}

/** What the channel has under the number of a request whose answer was lost; undefined when it surely has nothing. */
export async function readRefund(channel: PaymentChannel, request: RefundRequest): Promise<Refund | undefined> {
  const made = await channel.refundMade(request)
  // Under our number, and yet not what we asked for: that is no refund that we could book.
  if (made && made.fen !== request.fen) return { made: false, code: 'refund.other-amount', sure: false }
  return made
}

/** The trade that paid for an order: a second one that was paid too is on the balance already. */
export async function tradeThatPaid(trx: Trx, order: string): Promise<string | undefined> {
  const payment = await trx
    .selectFrom('payment')
    .select('out_trade_no')
    .where('order_id', '=', order)
    .where('state', '=', 'paid')
    .orderBy('paid_at')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  return payment?.out_trade_no
}
