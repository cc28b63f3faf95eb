import type { Generated } from 'kysely'

export type EndsBecause = 'kept-long-enough' | 'taken-back' | 'consent-withdrawn' | 'template-deleted'

interface SealedItemTable {
  id: string
  purpose: string
  keep_until: string | null
  /** Why keeping ends on that day. */
  ends_because: Generated<EndsBecause>
  account: Generated<string | null>
  kind: Generated<string | null>
  master_key: string
  wrapped_key: Buffer
  nonce: Buffer
  box: Buffer
  sealed_at: Date
  /** Set when the content was erased while something still points at the item. */
  erased_at: Generated<Date | null>
}

/** The certificate of a deletion (销毁证明). */
interface DeletionTable {
  item: string
  purpose: string
  kind: string | null
  account: string | null
  sealed_at: Date
  kept_until: string
  because: EndsBecause
  deleted_at: Date
  /** The entry of the audit chain that names the item. */
  audit_seq: number
}

declare module '../database/tables.ts' {
  interface Tables {
    sealed_item: SealedItemTable
    deletion: DeletionTable
  }
}
