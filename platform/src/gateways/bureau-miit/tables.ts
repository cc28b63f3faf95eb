import type { CodeTableBook, StopReason, UploadState } from '@yuming/miit'
import type { ColumnType, Generated } from 'kysely'

interface BureauUploadTable {
  id: Generated<string>
  bureau: string
  key: string
  sequence: number
  file_name: string
  profile: string
  hash: string
  item: string
  state: UploadState
  last_code: Generated<number | null>
  last_message: Generated<string | null>
  stopped_because: Generated<StopReason | null>
  rebuilt: Generated<number>
  prepared_at: Date
  changed_at: Date
}

interface BureauDownloadTable {
  id: Generated<string>
  bureau: string
  file_name: string
  hash: string
  profile: string
  item: string | null
  unreadable: string | null
  received_at: Date
  acknowledged_at: Generated<Date | null>
  processed_at: Generated<Date | null>
  failure: Generated<string | null>
  /** The first time. */
  failed_at: Generated<Date | null>
  failed_times: Generated<number>
  aside_at: Generated<Date | null>
}

interface BureauBrokenFileTable {
  bureau: string
  file_name: string
  times: number
  because: string
  at: Date
}

interface BureauCodeTablesTable {
  bureau: string
  book: ColumnType<CodeTableBook, string, string>
  loaded_at: Date
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    bureau_upload: BureauUploadTable
    bureau_download: BureauDownloadTable
    bureau_broken_file: BureauBrokenFileTable
    bureau_code_tables: BureauCodeTablesTable
  }
}
