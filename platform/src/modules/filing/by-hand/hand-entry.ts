import type { Selectable } from 'kysely'
import type { Tables, Trx } from '../../../kernel/database/index.ts'
import { EntryMovedOn } from '../errors.ts'
import type { OrderRow } from '../orders.ts'

export type HandEntry = Selectable<Tables['filing_hand_entry']>

/** The entry of the order's attempt; undefined where it goes by the line, or is not that far. */
export async function entryOf(
  trx: Trx,
  { id, attempt }: Pick<OrderRow, 'id' | 'attempt'>,
): Promise<HandEntry | undefined> {
  return trx
    .selectFrom('filing_hand_entry')
    .selectAll()
    .where('filing_order', '=', id)
    .where('attempt', '=', attempt)
    .executeTakeFirst()
}

/** The same, of an order that its caller has locked. @throws EntryMovedOn */
export async function lockEntry(trx: Trx, order: Pick<OrderRow, 'id' | 'attempt'>): Promise<HandEntry> {
  const entry = await entryOf(trx, order)
  if (!entry || entry.outcome !== null) throw EntryMovedOn()
  return entry
}
