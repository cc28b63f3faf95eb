import type { Generated } from 'kysely'

export interface SealedItemTable {
  id: string
  purpose: string
  keep_until: string | null
  master_key: string
  wrapped_key: Buffer
  nonce: Buffer
  box: Buffer
  sealed_at: Date
  /** Set when the content was erased while something still points at the item. */
  erased_at: Generated<Date | null>
}

declare module '../database/tables.ts' {
  interface Tables {
    sealed_item: SealedItemTable
  }
}
