import type { Db } from '../database/index.ts'
import { entryHash } from './entry-hash.ts'

export type ChainVerdict =
  | { readonly whole: true; readonly entries: number }
  | { readonly whole: false; readonly brokenAt: number; readonly reason: string }

/** Walks the whole chain and names the first entry that does not follow from the one before it. */
export async function verifyChain(db: Db, batch = 5_000): Promise<ChainVerdict> {
  let seq = 0
  let previous = '0'.repeat(64)
  for (;;) {
    const rows = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(batch)
      .execute()
    if (rows.length === 0) break
    for (const row of rows) {
      if (row.seq !== seq + 1) return { whole: false, brokenAt: seq + 1, reason: 'an entry is missing' }
      if (row.previous !== previous)
        return { whole: false, brokenAt: row.seq, reason: 'it does not follow from the entry before' }
      if (entryHash(previous, row) !== row.hash)
        return { whole: false, brokenAt: row.seq, reason: 'its content was changed' }
      seq = row.seq
      previous = row.hash
    }
  }
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
  if (head.seq !== seq || head.hash !== previous)
    return { whole: false, brokenAt: head.seq, reason: 'the last entries are missing' }
  return { whole: true, entries: seq }
}
