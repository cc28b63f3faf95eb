import type { ColumnType } from 'kysely'

type Json = ColumnType<unknown, string, string>

export interface AuditEntryTable {
  seq: number
  at: Date
  actor: Json
  action: string
  subject: string
  detail: Json
  previous: string
  hash: string
}

export interface AuditHeadTable {
  single: boolean
  seq: number
  hash: string
}

declare module '../database/tables.ts' {
  interface Tables {
    audit_entry: AuditEntryTable
    audit_head: AuditHeadTable
  }
}
