import { localStep, outsideStep } from '../../../kernel/tasks/index.ts'
import { releaseClaim } from '../../domains/index.ts'
import { ledgerAccounts, post } from '../../money/index.ts'
import { releasePromotions } from '../../promotions/index.ts'
import type { PaymentChannel } from '../ports.ts'
import type { LineInput } from './line-input.ts'

interface RefundRequest {
  readonly outTradeNo: string
  /** Makes the refund happen once at the channel, however often it is asked for. */
  readonly requestNo: string
  readonly fen: number
  /** What the channel tells whoever gets it. */
  readonly reason?: string
}

type Failure = { code?: string; findings?: readonly unknown[]; answer?: { code?: unknown } } | null

/** What a failed line runs: note why, return the money the way it came, end the line. Steps with a result never run twice. */
export function giveBackSteps(channel: PaymentChannel) {
  return [
    localStep<LineInput>('note-failure', async ({ trx, input, task }) => {
      const failure = task.failure as Failure
      await trx
        .updateTable('order_line')
        .set({
          state: 'failed',
          failure: JSON.stringify(failure?.findings ?? []),
          // Only a registry answers with a code; what a reviewer said is in the finding.
          ...(typeof failure?.answer?.code === 'number' ? { registry_answer: JSON.stringify(failure.answer) } : {}),
        })
        .where('id', '=', input.line)
        .execute()
      await releaseClaim(trx, { key: input.key, task: task.id })
      return null
    }),

    outsideStep<LineInput, RefundRequest, { fen: number }>('refund', {
      party: () => channel.id,
      async prepare({ trx, input, task }) {
        // Money from the balance goes back in the ledger, in the next step; nothing has to be sent.
        if (input.method === 'balance' || input.subtotalFen === 0) return undefined
        const payment = await trx
          .selectFrom('payment')
          .select('out_trade_no')
          .where('order_id', '=', input.order)
          .where('state', '=', 'paid')
          // A second trade of the order that was paid too is on the balance already: the first one paid for the order.
          .orderBy('paid_at')
          .orderBy('created_at')
          .limit(1)
          .executeTakeFirst()
        const raised = (task.failure as Failure)?.code === 'order.fee-raised'
        return (
          payment && {
            outTradeNo: payment.out_trade_no,
            requestNo: input.line,
            fen: input.subtotalFen,
            reason: raised ? 'the registry has raised the price' : 'not registered',
          }
        )
      },
      async send(request) {
        await channel.refund({ reason: 'not registered', ...request })
        return { fen: request.fen }
      },
      async reconcile(request) {
        const made = await channel.refundMade(request)
        return made ? { known: 'applied', answer: made } : { known: 'not-applied' }
      },
    }),

    localStep<LineInput>('give-back', async ({ trx, input, results, clock }) => {
      const toChannel = results.refund !== null && results.refund !== undefined
      await post(
        trx,
        {
          key: `line/${input.line}/refund`,
          kind: 'line.refunded',
          subject: input.number,
          lines: [
            { account: ledgerAccounts.frozen(input.account, input.line), fen: -input.subtotalFen },
            {
              account: toChannel ? ledgerAccounts.channel(channel.id) : ledgerAccounts.balance(input.account),
              fen: input.subtotalFen,
            },
          ],
        },
        clock,
      )
      await trx.updateTable('order_line').set({ state: 'refunded' }).where('id', '=', input.line).execute()
      await releasePromotions(trx, [input.line], clock)
      return { to: toChannel ? channel.id : 'balance' }
    }),
  ]
}
