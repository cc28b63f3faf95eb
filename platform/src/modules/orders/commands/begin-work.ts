import type { Actor } from '../../../kernel/actor.ts'
import type { Clock } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import { liftDeadlines } from '../../../kernel/deadlines/index.ts'
import type { Random } from '../../../kernel/random.ts'
import { startTask } from '../../../kernel/tasks/index.ts'
import type { LineInput } from '../tasks/line-input.ts'

/** The order is paid: one task a line, in the same transaction as the money (S0-23, S1-88). */
export async function beginWork(
  trx: Trx,
  { order, method, actor }: { order: string; method: 'balance' | 'alipay'; actor: Actor },
  { clock, random }: { clock: Clock; random: Random },
): Promise<void> {
  const { account, kind, number, template, holder_type } = await trx
    .updateTable('orders')
    .set({ state: 'processing', method, paid_at: clock.now() })
    .where('id', '=', order)
    .returning(['account', 'kind', 'number', 'template', 'holder_type'])
    .executeTakeFirstOrThrow()
  await liftDeadlines({ kind: 'order.unpaid', subject: number }, { trx, clock })
  const lines = await trx
    .selectFrom('order_line')
    .selectAll()
    .where('order_id', '=', order)
    .orderBy('position')
    .execute()
  for (const line of lines) {
    const input: LineInput = {
      order,
      number,
      line: line.id,
      account,
      method,
      name: line.name,
      ascii: line.ascii,
      suffix: line.suffix,
      years: line.years,
      subtotalFen: line.subtotal_fen,
      template,
      holderType: holder_type,
      expectedExpiry: line.expected_expiry?.toISOString() ?? null,
    }
    const task = await startTask(
      trx,
      { kind: kind === 'register' ? 'ORDER_ACTIVATE' : 'ORDER_RENEW', subject: line.ascii, account, actor, input },
      { clock, random },
    )
    await trx.updateTable('order_line').set({ state: 'waiting', task: task.number }).where('id', '=', line.id).execute()
  }
}
