import type { Trx } from '../../../kernel/database/index.ts'
import type { OrderRow } from '../orders.ts'

/** The submission that a bureau's key belongs to; several things may share a number, the newest that waits counts. */
export async function submissionOf(
  trx: Trx,
  { bureau, kind, keys }: { bureau: string; kind: string | undefined; keys: readonly string[] },
): Promise<{ order: OrderRow; attempt: number; keys: string[]; approved: boolean } | undefined> {
  if (keys.length === 0) return undefined
  let rows = trx
    .selectFrom('filing_submission')
    .select(['filing_order', 'attempt', 'keys', 'approved_at'])
    .where('bureau', '=', bureau)
    .where('outcome', 'is', null)
    .where((eb) => eb('keys', '&&', eb.val([...keys])))
  if (kind !== undefined) rows = rows.where('kind', '=', kind)
  const row = await rows.orderBy('made_at', 'desc').executeTakeFirst()
  if (!row) return undefined
  const order = await trx
    .selectFrom('filing_order')
    .selectAll()
    .where('id', '=', row.filing_order)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { order, attempt: row.attempt, keys: row.keys, approved: row.approved_at !== null }
}
