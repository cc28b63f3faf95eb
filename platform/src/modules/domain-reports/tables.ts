import type { ColumnType, Generated } from 'kysely'
import type { ReportCode, ReportOperation } from './ports.ts'
import type { ReportState } from './states.ts'

interface DomainReportTable {
  ascii: string
  own_id: Generated<number>
  ministry_id: string | null
  known_since: Date | null
  state: Generated<ReportState>
  revision: Generated<number>
  settled_at: Date | null
  codes: ColumnType<readonly ReportCode[], string | undefined, string>
  again_at: Date | null
}

interface DomainReportFileTable {
  id: string
  operation: ReportOperation
  item: string
  made_at: Date
  sequence: Generated<number | null>
  accepted_at: Generated<Date | null>
}

interface DomainReportEntryTable {
  file: string
  ascii: string
  operation: ReportOperation
  own_id: number
  ministry_id: string | null
  revision: number
  outcome: Generated<'done' | 'refused' | 'not-taken' | 'unanswered' | null>
  codes: ColumnType<readonly ReportCode[], string | undefined, string>
  answered_at: Generated<Date | null>
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    domain_report: DomainReportTable
    domain_report_file: DomainReportFileTable
    domain_report_entry: DomainReportEntryTable
  }
}
