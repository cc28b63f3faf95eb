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
  /** How often acting upon it has failed. */
  failures: Generated<number>
  /** When one that failed is tried again; null for one that never did. */
  retry_at: Generated<Date | null>
}

declare module '../database/tables.ts' {
  interface Tables {
    deadline: DeadlineTable
  }
}
