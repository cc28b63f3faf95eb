import type { Context } from '../../../kernel/context.ts'
import { TooManyRemittances } from '../errors.ts'

const mostOpen = 20
// Nothing that is easily misread on a bank's form: no 0/O, 1/I/L.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A customer is about to send money by bank: gives it the reference that goes into the transfer's remark (附言). @throws TooManyRemittances */
export async function announceRemittance(
  { account, fen }: { account: string; fen: number },
  { trx, clock, random }: Context,
): Promise<{ id: string; reference: string }> {
  const { open } = await trx
    .selectFrom('remittance')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('account', '=', account)
    .where('state', '=', 'announced')
    .executeTakeFirstOrThrow()
  if (Number(open) >= mostOpen) throw TooManyRemittances()
  const id = random.uuid()
  const reference = `YM${[...random.bytes(8)].map((byte) => letters[byte % letters.length]).join('')}`
  await trx
    .insertInto('remittance')
    .values({
      id,
      account,
      reference,
      fen,
      state: 'announced',
      announced_at: clock.now(),
      received_fen: null,
      bank_reference: null,
      received_on: null,
      received_by: null,
      received_at: null,
    })
    .execute()
  return { id, reference }
}
