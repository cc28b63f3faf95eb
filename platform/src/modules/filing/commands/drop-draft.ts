import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { NotOpen } from '../errors.ts'
import { moveOrder, note, ownOrder } from '../orders.ts'

/**
 * Gives an order up. A draft that nobody has seen goes with its papers today; what was submitted once stays on record
 * as withdrawn, and its certificate and domains are free.
 * @throws FilingNotFound, NotOpen
 */
export async function dropDraft(
  number: string,
  { trx, clock, actor, vault }: Context & { actor: CustomerActor; vault: Vault },
): Promise<void> {
  const order = await ownOrder(trx, actor.account, number, { lock: true })
  const papers = await trx.selectFrom('filing_paper').select('item').where('filing_order', '=', order.id).execute()
  if (order.state !== 'draft') {
    const state = await moveOrder(order, 'abandon', { trx, clock })
    if (state === undefined) throw NotOpen()
    await note(order.id, 'abandoned', 'you', { trx, clock })
  } else {
    await trx.deleteFrom('filing_order').where('id', '=', order.id).execute()
    for (const { item } of papers) await vault.keepUntil(trx, item, clock.today(), 'taken-back')
  }
  await record({ action: 'filing.given-up', subject: number }, { trx, clock, actor })
}
