import { sql } from 'kysely'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'

/** The next order number: the day in China, then a sequence, e.g. `2026112400017`. Numbers may have gaps; none is given twice. */
export async function nextOrderNumber(trx: Trx, clock: Clock): Promise<string> {
  const { rows } = await sql<{ n: string }>`select nextval('order_number') as n`.execute(trx)
  return `${clock.today().replaceAll('-', '')}${String(rows[0]?.n).padStart(6, '0')}`
}
