export interface SealedItemTable {
  id: string
  purpose: string
  keep_until: string | null
  master_key: string
  wrapped_key: Buffer
  nonce: Buffer
  box: Buffer
  sealed_at: Date
}

declare module '../database/tables.ts' {
  interface Tables {
    sealed_item: SealedItemTable
  }
}
