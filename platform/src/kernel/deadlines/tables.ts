import type { ColumnType, Generated } from 'kysely'

export interface DeadlineTable {
  id: string
  kind: string
  subject: string
  opens_at: Date
  closes_at: Date
  state: Generated<'open' | 'done' | 'lifted'>
  payload: ColumnType<unknown, string, string>
  in_time: boolean | null
  ended_at: Date | null
}

declare module '../database/tables.ts' {
  interface Tables {
    deadline: DeadlineTable
  }
}
