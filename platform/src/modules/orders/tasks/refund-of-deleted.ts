import { cite, type Finding } from '@yuming/rules'
import type { Trx } from '../../../kernel/database/index.ts'
import type { DeletedName } from '../../domains/index.ts'
import type { PaidBy } from '../states.ts'

/** A paid line of a name that its registry has deleted. */
export interface Refundable {
  readonly line: string
  readonly order: string
  readonly number: string
  readonly method: PaidBy
  readonly fen: number
}

/**
 * What was paid for the name since it was last registered, the registration and every renewal, ended as failed with the
 * reason: the years are gone with the name (S1-56). None where we did not register it.
 */
export async function failPaidLines(
  trx: Trx,
  { ascii, account, axis, heard }: Pick<DeletedName, 'ascii' | 'account' | 'axis' | 'heard'>,
): Promise<Refundable[]> {
  const newestFirst = await trx
    .selectFrom('order_line')
    .innerJoin('orders', 'orders.id', 'order_line.order_id')
    .select(['order_line.id', 'order_line.order_id', 'order_line.subtotal_fen'])
    .select(['orders.number', 'orders.method', 'orders.kind'])
    .where('orders.account', '=', account)
    .where('order_line.ascii', '=', ascii)
    .where('order_line.state', '=', 'succeeded')
    .orderBy('orders.created_at', 'desc')
    .execute()
  const registration = newestFirst.findIndex(({ kind }) => kind === 'register')
  const paid = newestFirst.slice(0, registration + 1).toReversed()
  if (paid.length > 0)
    await trx
      .updateTable('order_line')
      .set({ state: 'failed', failure: JSON.stringify([deletedFinding(axis, heard)]) })
      .where(
        'id',
        'in',
        paid.map(({ id }) => id),
      )
      .execute()
  return paid.map(({ id, order_id: order, number, method, subtotal_fen: fen }) => ({
    line: id,
    order,
    number,
    method: method ?? 'balance',
    fen,
  }))
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
    remedy: { zh: '换一个名字；钱会退给你', en: 'Choose another name; you get your money back' },
    source: cite('CNNIC域名命名审核通知', '不符合的直接删除', { date: '2021-01-19' }),
    from: '2021-01-19',
  }
}
