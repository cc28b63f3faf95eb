import { paperKinds } from '@yuming/filing'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/database/index.ts'

/** The papers of an order as they are now, in the order in which the kinds are asked for (front before back). */
export async function papersOfOrder(trx: Trx, order: string) {
  return trx
    .selectFrom('filing_paper')
    .select(['id', 'kind', 'service', 'item', 'width', 'height', 'bytes', 'findings', 'via', 'uploaded_at'])
    .where('filing_order', '=', order)
    .where('removed_at', 'is', null)
    .orderBy(sql`array_position(${[...paperKinds]}::text[], kind::text)`)
    .orderBy('uploaded_at')
    .orderBy('id')
    .execute()
}
export type OrderPaper = Awaited<ReturnType<typeof papersOfOrder>>[number]
