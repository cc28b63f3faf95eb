import { type PaperKind, paperKinds } from '@yuming/filing'
import { sql } from 'kysely'
import type { Context } from '../../../kernel/context.ts'
import type { Trx } from '../../../kernel/database/index.ts'

/**
 * The papers of an order as they are now, in the order in which the kinds are asked for (front before back). One whose
 * picture the eraser destroyed is none.
 */
export async function papersOfOrder(trx: Trx, order: string) {
  return trx
    .selectFrom('filing_paper')
    .innerJoin('sealed_item', 'sealed_item.id', 'filing_paper.item')
    .select(['filing_paper.id', 'filing_paper.kind', 'service', 'item', 'width', 'height', 'bytes', 'findings'])
    .select(['via', 'uploaded_at'])
    .where('filing_order', '=', order)
    .where('removed_at', 'is', null)
    .where('erased_at', 'is', null)
    .orderBy(sql`array_position(${[...paperKinds]}::text[], filing_paper.kind::text)`)
    .orderBy('uploaded_at')
    .orderBy('filing_paper.id')
    .execute()
}
export type OrderPaper = Awaited<ReturnType<typeof papersOfOrder>>[number]

/** Kinds of papers that were handed in with an order and that the eraser destroyed since. */
export async function papersGone(trx: Trx, order: string): Promise<readonly PaperKind[]> {
  const rows = await trx
    .selectFrom('filing_paper')
    .innerJoin('sealed_item', 'sealed_item.id', 'filing_paper.item')
    .select('filing_paper.kind')
    .distinct()
    .where('filing_order', '=', order)
    .where('removed_at', 'is', null)
    .where('erased_at', 'is not', null)
    .execute()
  return rows.map(({ kind }) => kind)
}

/** What was destroyed before an order is handed in is no part of what is handed in. */
export async function leaveOutGone(order: string, { trx, clock }: Pick<Context, 'trx' | 'clock'>): Promise<void> {
  await trx
    .updateTable('filing_paper')
    .set({ removed_at: clock.now() })
    .where('filing_order', '=', order)
    .where('removed_at', 'is', null)
    .where('item', 'in', trx.selectFrom('sealed_item').select('id').where('erased_at', 'is not', null))
    .execute()
}
