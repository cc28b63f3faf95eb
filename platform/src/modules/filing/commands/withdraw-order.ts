import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { NotWithdrawable } from '../errors.ts'
import { moveOrder, note, ownOrder } from '../orders.ts'

/** Takes an order back while it has not left for the bureau; it can be changed and handed in again. @throws FilingNotFound, NotWithdrawable */
export async function withdrawOrder(
  number: string,
  { trx, clock, actor }: Context & { actor: CustomerActor },
): Promise<void> {
  const order = await ownOrder(trx, actor.account, number, { lock: true })
  const state = await moveOrder(order, 'withdraw', { trx, clock })
  if (state === undefined) throw NotWithdrawable()
  await note(order.id, 'withdrawn', 'you', { trx, clock })
  await record({ action: 'filing.withdrawn', subject: number }, { trx, clock, actor })
}
