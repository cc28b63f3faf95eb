import { sql } from 'kysely'
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
 * @throws BalanceTooLow when a customer's account would go below zero; nothing of the posting stays, and the transaction may go on
 */
export async function post(trx: Trx, posting: Posting, clock: Clock): Promise<boolean> {
  const lines = posting.lines.filter(({ fen }) => fen !== 0)
  for (const { fen } of lines)
    if (!Number.isSafeInteger(fen)) throw new RangeError('an amount is a whole number of fen')
  if (lines.reduce((sum, { fen }) => sum + fen, 0) !== 0) throw new RangeError('a posting sums to zero')
  // A caller may answer the refusal and commit: then the key must not count as used, nor a first line as moved.
  await sql`savepoint ledger_post`.execute(trx)
  try {
    return await append(trx, posting, lines, clock)
  } catch (error) {
    await sql`rollback to savepoint ledger_post`.execute(trx)
    throw error
  } finally {
    await sql`release savepoint ledger_post`.execute(trx)
  }
}

async function append(trx: Trx, posting: Posting, lines: Posting['lines'], clock: Clock): Promise<boolean> {
  const made = await trx
    .insertInto('ledger_posting')
    .values({ key: posting.key, kind: posting.kind, subject: posting.subject, at: clock.now() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return false
  // One order of locking for all: two postings over the same accounts cannot wait for each other in a circle.
  // Within an account what comes in is there before what goes out.
  const entries: { posting: number; account: string; fen: number; balance_after_fen: number | null }[] = []
  for (const { account, fen } of lines.toSorted((a, b) =>
    a.account === b.account ? b.fen - a.fen : a.account < b.account ? -1 : 1,
  )) {
    const balance = mayBeNegative(account) ? await open(trx, account) : await move(trx, account, fen)
    entries.push({ posting: made.id, account, fen, balance_after_fen: balance })
  }
  if (entries.length > 0) await trx.insertInto('ledger_entry').values(entries).execute()
  return true
}

/** An account of the platform's own: it exists, and its balance is the sum of its entries. */
async function open(trx: Trx, account: string): Promise<null> {
  const known = await trx.selectFrom('ledger_account').select('id').where('id', '=', account).executeTakeFirst()
  if (!known)
    await trx
      .insertInto('ledger_account')
      .values({ id: account, may_be_negative: true })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  return null
}

async function move(trx: Trx, account: string, fen: number): Promise<number> {
  const find = () =>
    trx
      .updateTable('ledger_account')
      .set((eb) => ({ balance_fen: eb('balance_fen', '+', fen) }))
      .where('id', '=', account)
      .where((eb) => eb(eb('balance_fen', '+', fen), '>=', 0))
      .returning('balance_fen')
      .executeTakeFirst()
  const moved = await find()
  if (moved) return moved.balance_fen
  await trx
    .insertInto('ledger_account')
    .values({ id: account, may_be_negative: false })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const again = await find()
  if (!again) throw BalanceTooLow()
  return again.balance_fen
}
