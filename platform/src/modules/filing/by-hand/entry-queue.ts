import type { Trx } from '../../../kernel/database/index.ts'
import { decodeCursor, encodeCursor } from '../../../kernel/http/index.ts'
import { listedOrder } from '../queries.ts'
import { isClaimedByOther } from '../review/review-duties.ts'

const limit = 50

/** Orders that go by hand: those to be entered at the bureau's site, and those whose answer is to be read there; the most urgent first. */
export async function entryQueue(
  trx: Trx,
  { user, now, cursor }: { readonly user: string; readonly now: Date; readonly cursor: string | undefined },
) {
  let rows = trx
    .selectFrom('filing_order')
    .innerJoin('filing_hand_entry', (join) =>
      join
        .onRef('filing_hand_entry.filing_order', '=', 'filing_order.id')
        .onRef('filing_hand_entry.attempt', '=', 'filing_order.attempt'),
    )
    .selectAll('filing_order')
    .select(['filing_hand_entry.kinds', 'handed_in_on', 'receipt'])
    .where('by_hand', '=', true)
    .where('state', 'in', ['by-hand', 'sms', 'bureau'])
    .where('due_at', 'is not', null)
  const after = decodeCursor(cursor, ['instant', 'uuid'])
  if (after) {
    const [at, id] = after
    rows = rows.where((eb) =>
      eb.or([eb('due_at', '>', new Date(at)), eb.and([eb('due_at', '=', new Date(at)), eb('id', '>', id)])]),
    )
  }
  const found = await rows.orderBy('due_at').orderBy('id').limit(limit).execute()
  const last = found.at(-1)
  return {
    entries: found.map((row) => ({
      ...listedOrder(row),
      kinds: row.kinds,
      handedIn: row.handed_in_on === null ? null : { on: row.handed_in_on, receipt: row.receipt },
      claimedBy: isClaimedByOther(user, row, now) ? (row.claimed_by?.slice(0, 8) ?? null) : null,
      late: row.due_at !== null && row.due_at < now,
    })),
    next: last?.due_at && found.length === limit ? encodeCursor([last.due_at.toISOString(), last.id]) : null,
  }
}
