import type { ColumnType, GeneratedAlways } from 'kysely'
import type { Attached } from './attached.ts'
import type { TicketState } from './states.ts'

interface TicketTable {
  id: string
  number: string
  account: string
  ascii: string
  name: string
  state: TicketState
  attached: ColumnType<Attached, string, string>
  opened_at: Date
  due_at: Date | null
  closed_at: Date | null
}

interface TicketMessageTable {
  id: GeneratedAlways<number>
  ticket: string
  at: Date
  by: 'customer' | 'staff'
  author: string
  text: string
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    ticket: TicketTable
    ticket_message: TicketMessageTable
  }
}
