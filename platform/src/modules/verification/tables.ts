import type { Finding } from '@yuming/rules'
import type { ColumnType, Generated } from 'kysely'
import type { EnhancedState } from './enhanced/enhanced-states.ts'
import type { ReviewEventKind } from './event-titles.ts'
import type { PaperKind } from './paper-kinds.ts'
import type { Declared } from './qualification/declared.ts'
import type { ReviewState } from './states.ts'

interface ConsentTable {
  id: string
  account: string
  given_by: string
  purpose: 'identity-papers'
  text_version: string
  given_at: Date
  withdrawn_at: Date | null
}

interface IdentityPaperTable {
  id: string
  account: string
  template: string
  kind: PaperKind
  item: string
  width: number
  height: number
  bytes: number
  findings: ColumnType<Finding[], string, never>
  via: 'computer' | 'phone'
  uploaded_at: Date
  removed_at: Date | null
  for_name: Generated<string | null>
}

interface UploadLinkTable {
  digest: Buffer
  account: string
  template: string
  /** The A-label name whose qualification is proved, with the papers for it; null: the holder's own papers. */
  for_name: Generated<string | null>
  kinds: Generated<PaperKind[] | null>
  made_at: Date
  expires_at: Date
}

interface ReviewCaseTable {
  id: string
  number: string
  account: string
  template: string
  axis: 'identity' | 'qualification' | 'enhanced'
  attempt: number
  state: ReviewState
  papers: string[]
  submitted_at: Date
  due_at: Date
  first_reviewer: string | null
  last_reviewer: string | null
  decided_at: Date | null
  reasons: Generated<string[]>
  remark: string | null
  heard: Generated<string | null>
  for_name: Generated<string | null>
  declared: ColumnType<Declared | null, string | undefined, never>
  claimed_by: Generated<string | null>
  claimed_until: Generated<Date | null>
  escalated_by: Generated<string | null>
  escalated_at: Generated<Date | null>
}

interface ReviewEventTable {
  id: Generated<number>
  review_case: string
  at: Date
  kind: ReviewEventKind
  by: string
  detail: ColumnType<Record<string, unknown>, string | undefined, never>
}

interface PaperViewTable {
  digest: Buffer
  paper: string
  reviewer: string
  made_at: Date
  expires_at: Date
  opened_at: Generated<Date | null>
}

interface VerificationCodeTable {
  code: string
  kind: 'real-name' | 'domain'
  account: string
  template: string | null
  label: string | null
  encoded: string
  issued_at: Date
}

interface ProviderVerificationTable {
  code: string
  task: string | null
  state: 'pending' | 'passed' | 'refused'
  message: string | null
  encoded: string | null
  asked_at: Date
  ended_at: Generated<Date | null>
}

interface OwnReasonTable {
  id: string
  heard_zh: string
  heard_en: string
  cause_zh: string
  cause_en: string
  remedy_zh: string
  remedy_en: string
  field: string
  path: 'A' | 'B' | null
  retired: boolean
  made_at: Date
  made_by: string
}

interface HeardTextTable {
  key: string
  text: string
  reason: string
  made_at: Date
  made_by: string
}

interface EnhancedCheckTable {
  id: string
  account: string
  template: string
  /** A-label. */
  ascii: string
  name: string
  words: string
  /** YYYY-MM-DD. */
  noticed_on: string
  due_on: string
  state: EnhancedState
  opened_by: string
  opened_at: Date
  answer: Generated<string | null>
  ended_at: Generated<Date | null>
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    consent: ConsentTable
    identity_paper: IdentityPaperTable
    upload_link: UploadLinkTable
    review_case: ReviewCaseTable
    review_event: ReviewEventTable
    paper_view: PaperViewTable
    own_reason: OwnReasonTable
    enhanced_check: EnhancedCheckTable
    heard_text: HeardTextTable
    verification_code: VerificationCodeTable
    provider_verification: ProviderVerificationTable
  }
}
