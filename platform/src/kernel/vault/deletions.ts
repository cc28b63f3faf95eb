import { sql } from 'kysely'
import type { Trx } from '../database/index.ts'
import type { EndsBecause } from './tables.ts'

/** A certificate of deletion (销毁证明): what was kept sealed, why keeping it ended, and when it was destroyed. */
export interface DeletionCertificate {
  readonly item: string
  readonly purpose: string
  readonly kind: string | null
  readonly sealedAt: string
  /** YYYY-MM-DD. */
  readonly keptUntil: string
  readonly because: EndsBecause
  readonly deletedAt: string
  /** Number and hash of the entry of the audit chain that names the item. */
  readonly entry: { readonly seq: number; readonly hash: string }
}

/** The newest certificates of an account, at most `limit`; `after` is the item that an earlier page ended with. */
export async function deletionsOf(
  trx: Trx,
  { account, after, limit }: { account: string; after: string | undefined; limit: number },
): Promise<DeletionCertificate[]> {
  let rows = trx
    .selectFrom('deletion')
    .innerJoin('audit_entry', 'audit_entry.seq', 'deletion.audit_seq')
    .selectAll('deletion')
    .select('audit_entry.hash')
    .where('deletion.account', '=', account)
  if (after !== undefined)
    rows = rows.where(
      sql<boolean>`(deletion.deleted_at, deletion.item) < (
        select deleted_at, item from deletion where item = ${after} and account = ${account})`,
    )
  const found = await rows
    .orderBy('deletion.deleted_at', 'desc')
    .orderBy('deletion.item', 'desc')
    .limit(limit)
    .execute()
  return found.map((row) => ({
    item: row.item,
    purpose: row.purpose,
    kind: row.kind,
    sealedAt: row.sealed_at.toISOString(),
    keptUntil: row.kept_until,
    because: row.because,
    deletedAt: row.deleted_at.toISOString(),
    entry: { seq: row.audit_seq, hash: row.hash },
  }))
}
