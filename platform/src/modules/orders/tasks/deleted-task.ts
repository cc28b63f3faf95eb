import { record } from '../../../kernel/audit/index.ts'
import {
  defineTask,
  localStep,
  outsideStep,
  RetryLater,
  StepRefused,
  type TaskDefinition,
} from '../../../kernel/tasks/index.ts'
import type { Catalog } from '../../catalog/index.ts'
import { deletedTaskKind, type Registries } from '../../domains/index.ts'
import { tellHolder } from '../../registrants/index.ts'
import type { PaymentChannel } from '../ports.ts'
import { settleRefund } from '../refunds/give-back.ts'
import { moneyBack } from '../refunds/money-back.ts'
import { askRefund, type Refund, type RefundRequest, readRefund, tradeThatPaid } from '../refunds/refund-step.ts'
import type { PaidBy, RefundTo } from '../states.ts'
import { endLooks, type Look, lookLater } from './look-again.ts'
import { failPaidLines, type Refundable } from './refund-of-deleted.ts'

/** What became of each refund, by its request number, which is the line's. */
interface Refunds {
  readonly refunds: Readonly<Record<string, Refund>>
}

/** What follows from letting the name go; null where it was not ours any more. Of before renewals were given back: one line. */
type Released = { readonly refunds: readonly Refundable[] } | Refundable | null

const actor = { kind: 'system', name: 'registry-deletion' } as const

/**
 * A registry has deleted a name of ours because a review failed (直接删除): once `info` confirms it, the name is released, and
 * where the suffix says so the money of its registration and of its renewals goes back the way it came, without being asked
 * for (S1-56). While `info` still shows the name, it is looked at again later.
 */
export function deletedTask({
  registries,
  catalog,
  channel,
}: {
  registries: Registries
  catalog: Catalog
  channel: PaymentChannel
}): TaskDefinition<Look> {
  return defineTask<Look>(
    deletedTaskKind,
    [
      outsideStep<Look, Look, { gone: true }>('look', {
        party: ({ input }) => input.registry,
        async prepare({ trx, input, clock, random }) {
          await lookLater(trx, input, { clock, random })
          return input
        },
        async send({ registry, ascii }) {
          const found = await registries.registry(registry).info(ascii)
          if (found?.ours) throw new StepRefused({ code: 'domain.still-there', findings: [] })
          return { gone: true }
        },
        reconcile: async () => ({ known: 'not-applied' }),
      }),

      localStep<Look>('release', async ({ trx, input, clock }) => {
        const { ascii, account, axis } = input
        // A task of the name that is still under way writes to its row: it ends first.
        const busy = await trx
          .selectFrom('task')
          .select('id')
          .where('subject', '=', ascii)
          .where('kind', '<>', deletedTaskKind)
          .where('state', 'in', ['waiting', 'executing', 'unknown'])
          .executeTakeFirst()
        if (busy) throw new RetryLater(2_000)
        await endLooks(trx, ascii, clock)
        const released = await trx
          .updateTable('domain')
          .set({ released_at: clock.now() })
          .where('ascii', '=', ascii)
          .where('account', '=', account)
          .where('released_at', 'is', null)
          .returning('suffix')
          .executeTakeFirst()
        if (!released) return null
        await record({ action: 'domain.deleted-by-registry', subject: ascii, detail: { axis } }, { trx, clock, actor })
        const back = catalog.suffix(released.suffix)?.namingRefund === true
        return { refunds: back ? await failPaidLines(trx, input) : [] } satisfies Released
      }),

      outsideStep<Look, readonly RefundRequest[], Refunds>('refund', {
        party: () => channel.id,
        async prepare({ trx, results }) {
          const requests: RefundRequest[] = []
          for (const { line, order, method, fen } of refundsOf(results.release)) {
            if (method === 'balance' || fen === 0) continue
            const outTradeNo = await tradeThatPaid(trx, order)
            if (outTradeNo !== undefined)
              requests.push({ outTradeNo, requestNo: line, fen, reason: 'deleted by the registry' })
          }
          return requests.length > 0 ? requests : undefined
        },
        async send(requests) {
          const refunds: Record<string, Refund> = {}
          for (const request of [requests].flat()) refunds[request.requestNo] = await askRefund(channel, request)
          return { refunds }
        },
        async reconcile(requests) {
          const refunds: Record<string, Refund> = {}
          for (const request of [requests].flat()) {
            const made = await readRefund(channel, request)
            // Those that were made are not made twice when all are asked for again.
            if (!made) return { known: 'not-applied' }
            refunds[request.requestNo] = made
          }
          return { known: 'applied', answer: { refunds } }
        },
      }),

      localStep<Look>('give-back', async ({ trx, input, results, requestOf, clock, random }) => {
        const { account, ascii, heard } = input
        if (results.release === null) return null
        const answer = results.refund as Refunds | { readonly fen: number } | null | undefined
        const sent = answer ? [(await requestOf('refund')) as readonly RefundRequest[]].flat() : []
        const ended: { to: RefundTo; fen: number; method: PaidBy }[] = []
        const refunds = refundsOf(results.release)
        for (const { method, ...lost } of refunds) {
          const request = sent.find(({ requestNo }) => requestNo === lost.line)
          // Of before refusals were told apart: all were made.
          const refund = answer && request && ('refunds' in answer ? answer.refunds[lost.line] : { fen: lost.fen })
          const to = await settleRefund(
            { ...lost, account, source: 'revenue' },
            { refund, request, channel: channel.id },
            { trx, clock },
          )
          ended.push({ to, fen: lost.fen, method })
        }
        const holder = await trx
          .selectFrom('domain')
          .select(['domain.name', 'domain.template'])
          .where('domain.ascii', '=', ascii)
          .where('domain.account', '=', account)
          .orderBy('domain.released_at', 'desc')
          .executeTakeFirst()
        if (!holder) return null
        const money =
          ended.length > 0
            ? moneyBack(ended.map(({ to, fen, method }) => ({ refund_to: to, subtotal_fen: fen, method })))
            : { zh: '这个后缀不退注册费。', en: 'The fee is not given back under this suffix.' }
        await tellHolder(
          {
            kind: 'domain.deleted',
            template: holder.template,
            subject: ascii,
            parameters: {
              name: holder.name,
              reason: heard,
              money,
              link: refunds[0] ? `/orders/${refunds[0].number}` : '/domains',
            },
          },
          { trx, clock, random },
        )
        return { to: ended.map(({ to }) => to) }
      }),
    ],
    { failed: [] },
  )
}

function refundsOf(released: unknown): readonly Refundable[] {
  const result = released as Released
  if (result === null) return []
  return 'refunds' in result ? result.refunds : [result]
}
