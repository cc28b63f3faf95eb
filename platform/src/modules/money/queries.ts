import type { Db, Trx } from '../../kernel/database/index.ts'
import { decodeCursor, encodeCursor } from '../../kernel/http/index.ts'
import { mayBeNegative } from './accounts.ts'

/** Balance of one ledger account in fen; 0 when it has never moved. Those of the platform's own are summed up. */
export async function balanceOf(db: Db | Trx, ledgerAccount: string): Promise<number> {
  if (mayBeNegative(ledgerAccount)) return sumOf(db, ledgerAccount)
  const row = await db
    .selectFrom('ledger_account')
    .select('balance_fen')
    .where('id', '=', ledgerAccount)
    .executeTakeFirst()
  return row?.balance_fen ?? 0
}

async function sumOf(db: Db | Trx, ledgerAccount: string): Promise<number> {
  const { sum } = await db
    .selectFrom('ledger_entry')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('fen'), eb.lit(0)).as('sum'))
    .where('account', '=', ledgerAccount)
    .executeTakeFirstOrThrow()
  return Number(sum)
}

/** Sum over every entry ever made; anything but 0 is a fault. */
export async function ledgerSum(db: Db): Promise<number> {
  const { sum } = await db
    .selectFrom('ledger_entry')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('fen'), eb.lit(0)).as('sum'))
    .executeTakeFirstOrThrow()
  return Number(sum)
}

/** One page of the movements of one ledger account, newest first, by keyset. */
export async function entriesOf(
  db: Db | Trx,
  { ledgerAccount, cursor, limit }: { ledgerAccount: string; cursor?: string | undefined; limit: number },
) {
  const before = Number(decodeCursor(cursor)?.[1])
  const found = await db
    .selectFrom('ledger_entry')
    .innerJoin('ledger_posting', 'ledger_posting.id', 'ledger_entry.posting')
    .select([
      'ledger_entry.id',
      'ledger_posting.key',
      'ledger_posting.at',
      'ledger_posting.kind',
      'ledger_posting.subject',
      'ledger_entry.fen',
      'ledger_entry.balance_after_fen',
    ])
    .where('ledger_entry.account', '=', ledgerAccount)
    .$if(Number.isSafeInteger(before), (query) => query.where('ledger_entry.id', '<', before))
    .orderBy('ledger_entry.id', 'desc')
    .limit(limit + 1)
    .execute()
  const entries = found.slice(0, limit)
  const last = entries.at(-1)
  return { entries, next: found.length > limit && last ? encodeCursor(['entry', String(last.id)]) : null }
}
