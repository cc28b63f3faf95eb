import { sql } from 'kysely'
import type { Trx } from '../../kernel/database/index.ts'

/** An id of ours for something that is filed (Isp…id): unique for life, whatever becomes of it. */
export async function ownId(trx: Trx): Promise<string> {
  const { rows } = await sql<{ id: string }>`select nextval('filing_own_id')::text as id`.execute(trx)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('the sequence of own ids gave nothing')
  return id
}
