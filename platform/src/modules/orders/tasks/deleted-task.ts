import { cite, type Finding } from '@yuming/rules'
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
import { type DeletedName, deletedTaskKind, type Registries } from '../../domains/index.ts'
import { ledgerAccounts, post } from '../../money/index.ts'
import { releasePromotions } from '../../promotions/index.ts'
import { tellHolder } from '../../registrants/index.ts'
import type { PaymentChannel } from '../ports.ts'
import type { PaidBy } from '../states.ts'

interface Refundable {
  readonly line: string
  readonly order: string
  readonly number: string
  readonly method: PaidBy
  readonly fen: number
}

interface RefundRequest {
  readonly outTradeNo: string
  readonly requestNo: string
  readonly fen: number
}

const actor = { kind: 'system', name: 'registry-deletion' } as const

/**
 * A registry has deleted a name of ours because a review failed (直接删除): once `info` confirms it, the name is released, and
 * where the suffix says so the money goes back the way it came, without being asked for (S1-56).
 */
export function deletedTask({
  registries,
  catalog,
  channel,
}: {
  registries: Registries
  catalog: Catalog
  channel: PaymentChannel
}): TaskDefinition<DeletedName> {
  return defineTask<DeletedName>(
    deletedTaskKind,
    [
      outsideStep<DeletedName, DeletedName, { gone: true }>('look', {
        party: ({ input }) => input.registry,
        prepare: async ({ input }) => input,
        async send({ registry, ascii }) {
          const found = await registries.registry(registry).info(ascii)
          if (found?.ours) throw new StepRefused({ code: 'domain.still-there', findings: [] })
          return { gone: true }
        },
        reconcile: async () => ({ known: 'not-applied' }),
      }),

      localStep<DeletedName>('release', async ({ trx, input: { ascii, account, axis, heard }, clock }) => {
        // A task of the name that is still under way writes to its row: it ends first.
        const busy = await trx
          .selectFrom('task')
          .select('id')
          .where('subject', '=', ascii)
          .where('kind', '<>', deletedTaskKind)
          .where('state', 'in', ['waiting', 'executing', 'unknown'])
          .executeTakeFirst()
        if (busy) throw new RetryLater(2_000)
        const released = await trx
          .updateTable('domain')
          .set({ released_at: clock.now() })
          .where('ascii', '=', ascii)
          .where('account', '=', account)
          .where('released_at', 'is', null)
          .returning(['name', 'suffix', 'registered_at'])
          .executeTakeFirst()
        if (!released) return null
        await record({ action: 'domain.deleted-by-registry', subject: ascii, detail: { axis } }, { trx, clock, actor })
        if (catalog.suffix(released.suffix)?.namingRefund !== true) return null
        const line = await trx
          .selectFrom('order_line')
          .innerJoin('orders', 'orders.id', 'order_line.order_id')
          .select(['order_line.id', 'order_line.order_id', 'order_line.subtotal_fen', 'orders.number', 'orders.method'])
          .where('orders.account', '=', account)
          .where('orders.kind', '=', 'register')
          .where('order_line.ascii', '=', ascii)
          .where('order_line.state', '=', 'succeeded')
          .orderBy('orders.created_at', 'desc')
          .executeTakeFirst()
        if (!line) return null
        await trx
          .updateTable('order_line')
          .set({ state: 'failed', failure: JSON.stringify([deletedFinding(axis, heard)]) })
          .where('id', '=', line.id)
          .execute()
        const { id, order_id: order, number, method, subtotal_fen: fen } = line
        return { line: id, order, number, method: method ?? 'balance', fen } satisfies Refundable
      }),

      outsideStep<DeletedName, RefundRequest, { fen: number }>('refund', {
        party: () => channel.id,
        async prepare({ trx, results }) {
          const refundable = results.release as Refundable | null
          if (!refundable || refundable.method === 'balance' || refundable.fen === 0) return undefined
          const payment = await trx
            .selectFrom('payment')
            .select('out_trade_no')
            .where('order_id', '=', refundable.order)
            .where('state', '=', 'paid')
            .orderBy('paid_at')
            .orderBy('created_at')
            .limit(1)
            .executeTakeFirst()
          return payment && { outTradeNo: payment.out_trade_no, requestNo: refundable.line, fen: refundable.fen }
        },
        async send(request) {
          await channel.refund({ ...request, reason: 'deleted by the registry' })
          return { fen: request.fen }
        },
        async reconcile(request) {
          const made = await channel.refundMade(request)
          return made ? { known: 'applied', answer: made } : { known: 'not-applied' }
        },
      }),

      localStep<DeletedName>('give-back', async ({ trx, input: { account, ascii, heard }, results, clock, random }) => {
        const refundable = results.release as Refundable | null
        const toChannel = results.refund !== null && results.refund !== undefined
        if (refundable) {
          const { line, order, number, fen } = refundable
          await post(
            trx,
            {
              key: `line/${line}/deleted`,
              kind: 'line.refunded',
              subject: number,
              lines: [
                { account: ledgerAccounts.revenue, fen: -fen },
                { account: toChannel ? ledgerAccounts.channel(channel.id) : ledgerAccounts.balance(account), fen },
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
        const money = refundable
          ? {
              zh: `¥${(refundable.fen / 100).toFixed(2)} 已退回。`,
              en: `CNY ${(refundable.fen / 100).toFixed(2)} is back.`,
            }
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
              link: refundable ? `/orders/${refundable.number}` : '/domains',
            },
          },
          { trx, clock, random },
        )
        return { to: refundable ? (toChannel ? channel.id : 'balance') : null }
      }),
    ],
    { failed: [] },
  )
}

function deletedFinding(axis: DeletedName['axis'], heard: string): Finding {
  const [zh, en] = axis === 'qualification' ? ['资质审核', 'review of qualification'] : ['命名审核', 'naming review']
  return {
    rule: 'REGISTRY-DELETED-01',
    severity: 'refuse',
    field: 'name',
    message: {
      zh: `${zh}没有通过，注册局已删除域名：${heard}`,
      en: `The ${en} failed and the registry has deleted the name: ${heard}`,
    },
    remedy: { zh: '换一个名字，钱已退回', en: 'Choose another name; your money is back' },
    source: cite('CNNIC域名命名审核通知', '不符合的直接删除', { date: '2021-01-19' }),
    from: '2021-01-19',
  }
}
