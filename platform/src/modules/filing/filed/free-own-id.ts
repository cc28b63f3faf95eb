import type { Trx } from '../../../kernel/database/index.ts'
import { ownId } from '../own-id.ts'

/** An id that a bureau repeats is ours only where nothing else of ours has it: other providers count from one too. */
export async function freeOwnId(
  trx: Trx,
  table: 'filing_domain' | 'filing_access',
  told: string | undefined,
): Promise<string> {
  if (told === undefined) return ownId(trx)
  const taken = await trx.selectFrom(table).select('own_id').where('own_id', '=', told).executeTakeFirst()
  return taken ? ownId(trx) : told
}
