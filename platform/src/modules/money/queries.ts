import type { Db, Trx } from '../../kernel/database/index.ts'
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

/** The latest movements of one ledger account, newest first. */
export function entriesOf(db: Db, ledgerAccount: string, limit: number) {
  return db
    .selectFrom('ledger_entry')
    .innerJoin('ledger_posting', 'ledger_posting.id', 'ledger_entry.posting')
    .select([
      'ledger_posting.at',
      'ledger_posting.kind',
      'ledger_posting.subject',
      'ledger_entry.fen',
      'ledger_entry.balance_after_fen',
    ])
    .where('ledger_entry.account', '=', ledgerAccount)
    .orderBy('ledger_entry.id', 'desc')
    .limit(limit)
    .execute()
}
