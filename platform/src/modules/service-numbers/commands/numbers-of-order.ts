import type { Context } from '../../../kernel/context.ts'
import { NumberNotFree } from '../errors.ts'
import { isReserved } from '../queries.ts'

interface OrderNumbers {
  readonly order: string
  readonly account: string
  readonly numbers: readonly string[]
}

/** A draft keeps the numbers that it names while it runs, and lets go of those that it names no longer. */
export async function reserveNumbers(
  { order, account, numbers }: OrderNumbers,
  { trx }: Pick<Context, 'trx'>,
): Promise<void> {
  await trx
    .updateTable('service_number')
    .set({ reserved_by: null })
    .where('reserved_by', '=', order)
    .where('used_at', 'is', null)
    .execute()
  for (const row of await ownNumbers({ account, numbers }, { trx }))
    if (row.used_at === null && !(await isReserved(trx, row)))
      await trx.updateTable('service_number').set({ reserved_by: order }).where('number', '=', row.number).execute()
}

/**
 * Uses the numbers of an order up, in the transaction that submits it; they never come back, not even when it is withdrawn.
 * The same order submitted again uses the same ones. @throws NumberNotFree
 */
export async function consumeNumbers(
  { order, account, numbers }: OrderNumbers,
  { trx, clock }: Pick<Context, 'trx' | 'clock'>,
): Promise<void> {
  const rows = await ownNumbers({ account, numbers }, { trx })
  if (rows.length < new Set(numbers).size) throw NumberNotFree()
  for (const row of rows) {
    if (row.used_by === order) continue
    if (row.used_at !== null) throw NumberNotFree()
    if (row.reserved_by !== order && (await isReserved(trx, row))) throw NumberNotFree()
    await trx
      .updateTable('service_number')
      .set({ used_by: order, used_at: clock.now(), reserved_by: null })
      .where('number', '=', row.number)
      .execute()
  }
}

/** In one order always, so that two orders never wait for each other. */
async function ownNumbers({ account, numbers }: Omit<OrderNumbers, 'order'>, { trx }: Pick<Context, 'trx'>) {
  if (numbers.length === 0) return []
  return trx
    .selectFrom('service_number')
    .selectAll()
    .where('account', '=', account)
    .where('number', 'in', [...new Set(numbers)])
    .orderBy('number')
    .forUpdate()
    .execute()
}
