import type { Text } from '@yuming/rules'
import type { ColumnType, JSONColumnType } from 'kysely'

interface NoticeTable {
  id: string
  account: string | null
  channel: 'mail' | 'sms'
  recipient: string
  kind: string
  locale: 'zh' | 'en'
  parameters: JSONColumnType<Record<string, string | Text>>
  message: string | null
  state: ColumnType<'queued' | 'sent' | 'failed', 'queued', 'queued' | 'sent' | 'failed'>
  attempts: ColumnType<number, number | undefined, number>
  next_at: Date
  created_at: Date
  sent_at: Date | null
  proof: JSONColumnType<SendingProof> | null
}

interface MessageTable {
  id: string
  account: string
  kind: string
  subject: string | null
  parameters: JSONColumnType<Record<string, string | Text>>
  created_at: Date
  read_at: Date | null
}

/** What shows that a message left: a digest of its text (hex SHA-256) and the other side's own words. */
interface SendingProof {
  readonly digest: string
  readonly answer: string
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    notice: NoticeTable
    message: MessageTable
  }
}
