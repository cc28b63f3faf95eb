import type { Clock } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'
import { mayBeNegative } from './accounts.ts'
import { BalanceTooLow } from './errors.ts'

export interface Posting {
  /** Makes the posting happen once: a second one with the same key changes nothing. */
  readonly key: string
  readonly kind: string
  /** What it is about, e.g. an order's number. */
  readonly subject: string
  /** Integer fen, plus and minus; they sum to zero. */
  readonly lines: readonly { readonly account: string; readonly fen: number }[]
}

/**
 * Appends one posting to the ledger. Returns false when it was there already.
 * @throws BalanceTooLow when a customer's account would go below zero
 */
export async function post(trx: Trx, posting: Posting, clock: Clock): Promise<boolean> {
  const lines = posting.lines.filter(({ fen }) => fen !== 0)
  for (const { fen } of lines) if (!Number.isSafeInteger(fen)) throw new RangeError('an amount is a whole number of fen')
  if (lines.reduce((sum, { fen }) => sum + fen, 0) !== 0) throw new RangeError('a posting sums to zero')
  const made = await trx
    .insertInto('ledger_posting')
    .values({ key: posting.key, kind: posting.kind, subject: posting.subject, at: clock.now() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return false
  // One order of locking for all: two postings over the same accounts cannot wait for each other in a circle.
  for (const { account, fen } of [...lines].sort((a, b) => (a.account < b.account ? -1 : 1))) {
    const balance = await move(trx, account, fen)
    await trx.insertInto('ledger_entry').values({ posting: made.id, account, fen, balance_after_fen: balance }).execute()
  }
  return true
}

async function move(trx: Trx, account: string, fen: number): Promise<number> {
  const negative = mayBeNegative(account)
  const find = () =>
    trx
      .updateTable('ledger_account')
      .set((eb) => ({ balance_fen: eb('balance_fen', '+', fen) }))
      .where('id', '=', account)
      .where((eb) => (negative ? eb.lit(true) : eb(eb('balance_fen', '+', fen), '>=', 0)))
      .returning('balance_fen')
      .executeTakeFirst()
  const moved = await find()
  if (moved) return moved.balance_fen
  await trx
    .insertInto('ledger_account')
    .values({ id: account, may_be_negative: negative })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const again = await find()
  if (!again) throw BalanceTooLow()
  return again.balance_fen
}
