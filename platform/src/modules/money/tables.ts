import type { Generated } from 'kysely'

export interface LedgerAccountTable {
  id: string
  balance_fen: Generated<number>
  may_be_negative: boolean
}

export interface LedgerPostingTable {
  id: Generated<number>
  key: string
  kind: string
  subject: string
  at: Date
}

export interface LedgerEntryTable {
  id: Generated<number>
  posting: number
  account: string
  fen: number
  balance_after_fen: number | null
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    ledger_account: LedgerAccountTable
    ledger_posting: LedgerPostingTable
    ledger_entry: LedgerEntryTable
  }
}
