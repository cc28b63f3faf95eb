import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import { contactOf } from '../../accounts/index.ts'
import { tell } from '../../notices/index.ts'
import { RefundDecided, RefundNotFound } from './errors.ts'
import { giveBack } from './give-back.ts'
import { moneyBack } from './money-back.ts'

export type RefundDecision =
  | { readonly to: 'balance' }
  /** The channel's own number of the refund that was found or made there. */
  | { readonly to: 'channel'; readonly reference: string }

/**
 * Finance staff have seen at the channel what became of a refund: it was made there, or it was not, and the customer's balance
 * gets the money. Once, and the customer is told. @throws RefundNotFound, RefundDecided
 */
export async function decideRefund(
  { line, channel, ...decision }: RefundDecision & { line: string; channel: string },
  { trx, clock, random, actor }: Context & { actor: OperatorActor },
): Promise<void> {
  const matter = await trx
    .selectFrom('refund_matter')
    .selectAll()
    .where('line', '=', line)
    .forUpdate()
    .executeTakeFirst()
  if (!matter) throw RefundNotFound()
  if (matter.decision !== null) throw RefundDecided()
  const lost = await trx
    .selectFrom('order_line')
    .innerJoin('orders', 'orders.id', 'order_line.order_id')
    .select(['order_line.name', 'order_line.subtotal_fen', 'orders.id as order', 'orders.number', 'orders.account'])
    .select('orders.method')
    .where('order_line.id', '=', line)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const { name, subtotal_fen, order, number, account, method } = lost
  const { to } = decision
  await giveBack(
    { line, order, number, account, fen: subtotal_fen, source: matter.source, to, channel },
    { trx, clock },
  )
  const reference = decision.to === 'channel' ? decision.reference : null
  await trx
    .updateTable('refund_matter')
    .set({ decision: to, reference, decided_at: clock.now(), decided_by: actor.user })
    .where('line', '=', line)
    .execute()
  await record(
    { action: 'refund.decided', subject: number, detail: { line, to, reference, fen: subtotal_fen } },
    { trx, clock, actor },
  )
  const { locale, email } = await contactOf(trx, account)
  await tell(
    {
      kind: 'order.refund-done',
      account,
      subject: number,
      locale,
      to: [{ email }],
      parameters: {
        number,
        name,
        money: moneyBack([{ subtotal_fen, refund_to: to, method }]),
        link: `/orders/${number}`,
      },
    },
    { trx, clock, random },
  )
}
