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
import { ledgerAccounts, post } from '../../money/index.ts'
import { releasePromotions } from '../../promotions/index.ts'
import { tellHolder } from '../../registrants/index.ts'
import type { PaymentChannel } from '../ports.ts'
import { endLooks, type Look, lookLater } from './look-again.ts'
import { failPaidLines, type Refundable } from './refund-of-deleted.ts'

interface RefundRequest {
  readonly outTradeNo: string
  /** Makes the refund happen once at the channel, however often it is asked for. */
  readonly requestNo: string
  readonly fen: number
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

      outsideStep<Look, readonly RefundRequest[], { fen: number }>('refund', {
        party: () => channel.id,
        async prepare({ trx, results }) {
          const requests: RefundRequest[] = []
          for (const { line, order, method, fen } of refundsOf(results.release)) {
            if (method === 'balance' || fen === 0) continue
            const payment = await trx
              .selectFrom('payment')
              .select('out_trade_no')
              .where('order_id', '=', order)
              .where('state', '=', 'paid')
              .orderBy('paid_at')
              .orderBy('created_at')
              .limit(1)
              .executeTakeFirst()
            if (payment) requests.push({ outTradeNo: payment.out_trade_no, requestNo: line, fen })
          }
          return requests.length > 0 ? requests : undefined
        },
        async send(requests) {
          const all = [requests].flat()
          for (const request of all) await channel.refund({ ...request, reason: 'deleted by the registry' })
          return { fen: sum(all) }
        },
        async reconcile(requests) {
          const all = [requests].flat()
          for (const request of all) if (!(await channel.refundMade(request))) return { known: 'not-applied' }
          return { known: 'applied', answer: { fen: sum(all) } }
        },
      }),

      localStep<Look>('give-back', async ({ trx, input, results, requestOf, clock, random }) => {
        const { account, ascii, heard } = input
        if (results.release === null) return null
        const refunds = refundsOf(results.release)
        const sent = results.refund ? [(await requestOf('refund')) as readonly RefundRequest[]].flat() : []
        const toChannel = new Set(sent.map(({ requestNo }) => requestNo))
        for (const { line, order, number, fen } of refunds) {
          await post(
            trx,
            {
              key: `line/${line}/deleted`,
              kind: 'line.refunded',
              subject: number,
              lines: [
                { account: ledgerAccounts.revenue, fen: -fen },
                {
                  account: toChannel.has(line) ? ledgerAccounts.channel(channel.id) : ledgerAccounts.balance(account),
                  fen,
                },
              ],
            },
            clock,
          )
          await trx.updateTable('order_line').set({ state: 'refunded' }).where('id', '=', line).execute()
          await releasePromotions(trx, [line], clock)
          await trx
            .updateTable('orders')
            .set((eb) => ({ refunded_fen: eb('refunded_fen', '+', fen) }))
            .where('id', '=', order)
            .execute()
        }
        const holder = await trx
          .selectFrom('domain')
          .select(['domain.name', 'domain.template'])
          .where('domain.ascii', '=', ascii)
          .where('domain.account', '=', account)
          .orderBy('domain.released_at', 'desc')
          .executeTakeFirst()
        if (!holder) return null
        const yuan = (sum(refunds) / 100).toFixed(2)
        const money =
          refunds.length > 0
            ? { zh: `¥${yuan} 已退回。`, en: `CNY ${yuan} is back.` }
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
        return { to: refunds.map(({ line }) => (toChannel.has(line) ? channel.id : 'balance')) }
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

const sum = (all: readonly { readonly fen: number }[]) => all.reduce((fen, one) => fen + one.fen, 0)
