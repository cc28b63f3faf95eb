import type { ColumnType, Generated } from 'kysely'

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

export interface RemittanceTable {
  id: string
  account: string
  reference: string
  fen: number
  state: 'announced' | 'received' | 'withdrawn'
  announced_at: Date
  received_fen: number | null
  bank_reference: string | null
  received_on: ColumnType<string | null, string | null, string>
  received_by: string | null
  received_at: Date | null
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    ledger_account: LedgerAccountTable
    ledger_posting: LedgerPostingTable
    ledger_entry: LedgerEntryTable
    remittance: RemittanceTable
  }
}
