import type { Db, Trx } from '../database/index.ts'
import { entryHash } from './entry-hash.ts'

export type ChainVerdict =
  | { readonly whole: true; readonly entries: number }
  | { readonly whole: false; readonly brokenAt: number; readonly reason: string }

/**
 * Walks the whole chain and names the first entry that does not follow from the one before it. It sees one moment of
 * the database: entries that are written meanwhile are not taken for a fault.
 */
export function verifyChain(db: Db, batch = 5_000): Promise<ChainVerdict> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((trx) => walk(trx, batch))
}

async function walk(trx: Trx, batch: number): Promise<ChainVerdict> {
  let seq = 0
  let previous = '0'.repeat(64)
  for (;;) {
    const rows = await trx
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
  const head = await trx.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
  if (head.seq > seq) return { whole: false, brokenAt: seq + 1, reason: 'the last entries are missing' }
  if (head.seq < seq) return { whole: false, brokenAt: head.seq + 1, reason: 'it was never recorded as the last' }
  if (head.hash !== previous) return { whole: false, brokenAt: seq, reason: 'it is not what was recorded as the last' }
  return { whole: true, entries: seq }
}
