import { labelOfName, nameKey } from '@yuming/names'
import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Clock } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import { liftDeadlines } from '../../../kernel/deadlines/index.ts'
import type { Random } from '../../../kernel/random.ts'
import { startTasks } from '../../../kernel/tasks/index.ts'
import { ledgerAccounts, post } from '../../money/index.ts'
import { holdsPromotions, usePromotions } from '../../promotions/index.ts'
import { DiscountGone } from '../errors.ts'
import { discounted } from '../queries.ts'
import type { PaidBy } from '../states.ts'
import type { LineInput } from '../tasks/line-input.ts'

export interface WorkBegun {
  readonly order: string
  readonly method: PaidBy
  readonly actor: Actor
  /** Where the money comes from, and the key under which it moves once. */
  readonly payment: { readonly key: string; readonly from: string }
}

/** The order is paid: its money is frozen line by line, and one task a line begins, all in one transaction (S0-23, S1-88). @throws BalanceTooLow, DiscountGone */
export async function beginWork(
  trx: Trx,
  { order, method, actor, payment }: WorkBegun,
  { clock, random }: { clock: Clock; random: Random },
): Promise<void> {
  const { account, kind, number, template, holder_type, front, total_fen } = await trx
    .updateTable('orders')
    .set({ state: 'processing', method, paid_at: clock.now() })
    .where('id', '=', order)
    .returning(['account', 'kind', 'number', 'template', 'holder_type', 'front', 'total_fen'])
    .executeTakeFirstOrThrow()
  await liftDeadlines({ kind: 'order.unpaid', subject: number }, { trx, clock })
  const lines = await trx
    .selectFrom('order_line')
    .selectAll()
    .where('order_id', '=', order)
    .orderBy('position')
    .execute()
  if (!(await holdsPromotions(trx, discounted(lines)))) throw DiscountGone()
  await usePromotions(trx, discounted(lines), clock)
  await post(
    trx,
    {
      key: payment.key,
      kind: 'order.paid',
      subject: number,
      lines: [
        { account: payment.from, fen: -total_fen },
        ...lines.map((line) => ({ account: ledgerAccounts.frozen(account, line.id), fen: line.subtotal_fen })),
      ],
    },
    clock,
  )
  const holder = template
    ? await trx.selectFrom('registrant_template').select('account').where('id', '=', template).executeTakeFirst()
    : undefined
  const inputs = lines.map(
    (line): LineInput => ({
      order,
      number,
      line: line.id,
      account,
      method,
      name: line.name,
      ascii: line.ascii,
      key: keyOf(line),
      suffix: line.suffix,
      years: line.years,
      subtotalFen: line.subtotal_fen,
      ...(line.premium ? { premium: line.premium } : {}),
      template,
      ...(holder && holder.account !== account ? { holderAccount: holder.account } : {}),
      holderType: holder_type,
      ...(front ? { front } : {}),
      expectedExpiry: line.expected_expiry?.toISOString() ?? null,
    }),
  )
  const tasks = await startTasks(
    trx,
    inputs.map((input) => ({
      kind: kind === 'register' ? 'ORDER_ACTIVATE' : 'ORDER_RENEW',
      subject: input.ascii,
      account,
      actor,
      input,
    })),
    { clock, random },
  )
  await sql`
    update order_line set state = 'waiting', task = started.task
    from unnest(${lines.map(({ id }) => id)}::uuid[], ${tasks.map((task) => task.number)}::text[]) as started (line, task)
    where order_line.id = started.line`.execute(trx)
}

function keyOf({ name, ascii }: { name: string; ascii: string }): string {
  return nameKey(labelOfName(name), ascii.slice(ascii.indexOf('.') + 1))
}
