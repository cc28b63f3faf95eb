import { localStep } from '../../../kernel/tasks/index.ts'
import { releaseClaim } from '../../domains/index.ts'
import type { PaymentChannel } from '../ports.ts'
import { settleRefund } from '../refunds/give-back.ts'
import { type Refund, refundStep, tradeThatPaid } from '../refunds/refund-step.ts'
import type { LineInput } from './line-input.ts'

type Failure = { code?: string; findings?: readonly unknown[]; answer?: { code?: unknown } } | null

/** What a failed line runs: note why, return the money the way it came (or by the next best way), end the line. Steps with a result never run twice. */
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

    refundStep<LineInput>(channel, async ({ trx, input, task }) => {
      // Money from the balance goes back in the ledger, in the next step; nothing has to be sent.
      if (input.method === 'balance' || input.subtotalFen === 0) return undefined
      const outTradeNo = await tradeThatPaid(trx, input.order)
      const raised = (task.failure as Failure)?.code === 'order.fee-raised'
      return outTradeNo === undefined
        ? undefined
        : {
            outTradeNo,
            requestNo: input.line,
            fen: input.subtotalFen,
            reason: raised ? 'the registry has raised the price' : 'not registered',
          }
    }),

    localStep<LineInput>('give-back', async ({ trx, input, results, requestOf, clock }) => {
      const { line, order, number, account, subtotalFen: fen } = input
      const to = await settleRefund(
        { line, order, number, account, fen, source: 'frozen' },
        {
          refund: results.refund as Refund | null | undefined,
          request: await requestOf('refund'),
          channel: channel.id,
        },
        { trx, clock },
      )
      return { to }
    }),
  ]
}
