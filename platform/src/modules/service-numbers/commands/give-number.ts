import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { NumberNotFound, NumberNotFree, OwnReceiver, ReceiverNotFound } from '../errors.ts'
import { isReserved } from '../queries.ts'

/** Gives a free number to another account, which files with it from then on. @throws NumberNotFound, NumberNotFree, OwnReceiver, ReceiverNotFound */
export async function giveNumber(
  { number, to }: { number: string; to: string },
  { trx, clock, actor }: Context & { actor: CustomerActor },
): Promise<void> {
  const row = await trx
    .selectFrom('service_number')
    .selectAll()
    .where('number', '=', number)
    .where('account', '=', actor.account)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw NumberNotFound()
  if (row.used_at !== null || (await isReserved(trx, row))) throw NumberNotFree()
  if (to === actor.account) throw OwnReceiver()
  const receiver = await trx.selectFrom('account').select('id').where('id', '=', to).executeTakeFirst()
  if (!receiver) throw ReceiverNotFound()
  await trx
    .updateTable('service_number')
    .set({ account: to, given_at: clock.now(), reserved_by: null })
    .where('number', '=', number)
    .execute()
  await record({ action: 'service-number.given', subject: number, detail: { to } }, { trx, clock, actor })
}
