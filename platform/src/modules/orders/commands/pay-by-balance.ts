import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { ledgerAccounts } from '../../money/index.ts'
import { OrderNotPayable } from '../errors.ts'
import { lockOrder } from '../queries.ts'
import { beginWork } from './begin-work.ts'

/** Pays an order from the balance (账号余额): money frozen and work begun in one transaction. @throws OrderNotFound, OrderNotPayable, BalanceTooLow */
export async function payByBalance(
  { account, number }: { account: string; number: string },
  context: Context,
): Promise<void> {
  const { trx, clock, actor } = context
  const order = await lockOrder(trx, { account, number })
  if (order.state !== 'awaiting-payment' || order.pay_by <= clock.now()) throw OrderNotPayable()
  await beginWork(
    trx,
    {
      order: order.id,
      method: 'balance',
      actor,
      payment: { key: `order/${number}/pay`, from: ledgerAccounts.balance(account) },
    },
    context,
  )
  await record(
    { action: 'order.paid', subject: number, detail: { method: 'balance', totalFen: order.total_fen } },
    context,
  )
}
