import type { OrderType, PaperKind, ServiceKind, Wish } from '@yuming/filing'
import type { Finding } from '@yuming/rules'
import type { ColumnType, Generated } from 'kysely'
import type { DutyKind, FoundBy } from './after/duty-kinds.ts'
import type { Carried } from './by-hand/by-hand.ts'
import type { CourseStep } from './course.ts'
import type { MatterAnswer, MatterKind } from './matters/matter-kinds.ts'
import type { PublishedFiling } from './ports.ts'
import type { FilingState } from './states.ts'

interface FilingSubjectTable {
  id: string
  account: string
  number_digest: Buffer
  name_digest: Buffer
  template: string | null
  nature: string
  name: string
  province: string
  number: string | null
  own_id: string
  bureau_id: string | null
  state: 'filed' | 'cancelled'
  /** Box of the vault. */
  filed: Buffer
  filed_at: Date
  ended_at: Date | null
  /** YYYY-MM-DD. */
  phones_confirmed_on: Generated<string | null>
}

interface FilingServiceTable {
  id: string
  subject: string
  kind: ServiceKind
  name: string
  number: string | null
  home_url: string | null
  own_id: string
  bureau_id: string | null
  state: 'filed' | 'cancelled'
  here: Generated<boolean>
  other_accesses: Generated<number | null>
  /** Box of the vault. */
  filed: Buffer
  filed_at: Date
  ended_at: Date | null
}

interface FilingDomainTable {
  service: string
  ascii: string
  own_id: string
  bureau_id: string | null
  ended_at: Date | null
  probed_at: Generated<Date | null>
  failed_looks: Generated<number>
}

interface FilingAccessTable {
  id: string
  service: string
  own_id: string
  bureau_id: string | null
  product: string
  server: string | null
  ips: string[]
  place: string
  ended_at: Date | null
}

export interface FilingOrderTable {
  id: string
  number: string
  account: string
  wish: Wish
  type: OrderType
  province: string | null
  template: string | null
  subject: string | null
  service: string | null
  number_digest: Buffer | null
  name_digest: Buffer | null
  title: string
  state: FilingState
  attempt: Generated<number>
  /** Box of the vault. */
  draft: Buffer
  revision: Generated<number>
  own_id: string
  consented_at: Generated<Date | null>
  created_at: Date
  changed_at: Date
  submitted_at: Generated<Date | null>
  bureau_at: Generated<Date | null>
  ended_at: Generated<Date | null>
  due_at: Generated<Date | null>
  claimed_by: Generated<string | null>
  claimed_until: Generated<Date | null>
  first_reviewer: Generated<string | null>
  by_hand: Generated<boolean>
  filing_number: Generated<string | null>
}

interface FilingOrderDomainTable {
  filing_order: string
  account: string
  ascii: string
  name: string
  running: boolean
  submitted: boolean
}

interface FilingEventTable {
  id: Generated<string>
  filing_order: string
  at: Date
  kind: string
  by: string
  detail: ColumnType<Record<string, unknown>, string | undefined, never>
}

interface FilingPaperTable {
  id: string
  account: string
  filing_order: string
  kind: PaperKind
  service: string | null
  item: string
  width: number
  height: number
  bytes: number
  findings: ColumnType<Finding[], string, never>
  via: 'computer' | 'phone'
  /** Of a photograph of a principal: SHA-256 of its clean picture. */
  digest: Generated<Buffer | null>
  uploaded_at: Date
  removed_at: Date | null
}

interface FilingCheckTable {
  id: string
  filing_order: string
  way: 'face' | 'app-photo' | 'video' | 'curtain' | 'bureau-app'
  /** Box of the vault. */
  address: Generated<Buffer | null>
  ordered_at: Generated<Date | null>
  carrier: Generated<string | null>
  tracking: Generated<string | null>
  dispatched_at: Generated<Date | null>
  /** How often it was reported lost. */
  lost_count: Generated<number>
  arrived_at: Generated<Date | null>
}

interface FilingUploadLinkTable {
  digest: Buffer
  account: string
  filing_order: string
  made_at: Date
  expires_at: Date
}

interface FilingPaperViewTable {
  digest: Buffer
  paper: string
  reviewer: string
  made_at: Date
  expires_at: Date
  opened_at: Generated<Date | null>
}

interface FilingSubmissionTable {
  filing_order: string
  attempt: number
  bureau: string
  kind: string
  item: string
  keys: string[]
  sequence: Generated<number | null>
  made_at: Date
  accepted_at: Generated<Date | null>
  approved_at: Generated<Date | null>
  answered_at: Generated<Date | null>
  outcome: Generated<'approved' | 'refused' | 'superseded' | null>
}

interface FilingHandEntryTable {
  filing_order: string
  attempt: number
  kinds: Carried[]
  interface: string
  made_at: Date
  /** YYYY-MM-DD. */
  handed_in_on: Generated<string | null>
  receipt: Generated<string | null>
  note: Generated<string | null>
  handed_in_at: Generated<Date | null>
  handed_in_by: Generated<string | null>
  outcome: Generated<'passed' | 'returned' | null>
  answered_at: Generated<Date | null>
  answered_by: Generated<string | null>
}

interface BureauMatterTable {
  id: string
  bureau: string
  kind: MatterKind
  bureau_id: string
  download: string
  account: string | null
  subject: string | null
  title: string
  address: string | null
  /** YYYY-MM-DD. */
  listed_on: string
  due_on: string
  state: 'open' | 'answering' | 'answered'
  made_at: Date
  answer: ColumnType<MatterAnswer | null, string | undefined, string>
  answered_by: Generated<string | null>
  answered_at: Generated<Date | null>
  failure: Generated<string | null>
  /** When the bureau listed it again while it was open, and where it saw it then. */
  again: ColumnType<{ on: string; address: string | null }[], string | undefined, string>
}

interface BureauBlacklistTable {
  bureau: string
  what: 'subject' | 'domain'
  value: string
  remark: string | null
  listed_at: Date
  ended_at: Date | null
}

interface FilingPublicationTable {
  bureau: string
  number: string
  filing: ColumnType<PublishedFiling, string, string>
  told_at: Date
}

interface FilingDutyTable {
  id: string
  account: string
  subject: string
  service: string | null
  kind: DutyKind
  detail: ColumnType<Record<string, unknown>, string | undefined, string>
  made_at: Date
  /** YYYY-MM-DD. */
  due_on: string | null
  done_at: Date | null
  ascii: string | null
  found_by: FoundBy
  finding: ColumnType<Finding | null, string | null, never>
  told_at: Date | null
  ended_because: 'put-right' | 'said' | 'cancelled' | 'changed' | null
}

interface FilingScanTable {
  /** YYYY-MM-DD in China. */
  day: string
  started_at: Date
  part: Generated<'services' | 'subjects'>
  after: string | null
  looked: Generated<number>
  found: Generated<number>
  ended: Generated<number>
  finished_at: Date | null
}

interface FilingStepTimeTable {
  province: string
  type: OrderType
  step: CourseStep
  from_days: number
  until_days: number
  finished: number
  /** YYYY-MM-DD. */
  learnt_on: string
}

interface FilingZoneRecordTable {
  filing_order: string
  name: string
  zone: string
  state: 'setting' | 'set' | 'left' | 'failed'
  changed_at: Date
}

interface FilingRecheckTable {
  id: Generated<string>
  ascii: Generated<string | null>
  service: Generated<string | null>
  subject: Generated<string | null>
  fields: Generated<string[] | null>
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    filing_subject: FilingSubjectTable
    filing_service: FilingServiceTable
    filing_domain: FilingDomainTable
    filing_access: FilingAccessTable
    filing_order: FilingOrderTable
    filing_order_domain: FilingOrderDomainTable
    filing_event: FilingEventTable
    filing_paper: FilingPaperTable
    filing_check: FilingCheckTable
    filing_upload_link: FilingUploadLinkTable
    filing_paper_view: FilingPaperViewTable
    filing_submission: FilingSubmissionTable
    filing_hand_entry: FilingHandEntryTable
    filing_publication: FilingPublicationTable
    bureau_matter: BureauMatterTable
    bureau_blacklist: BureauBlacklistTable
    filing_duty: FilingDutyTable
    filing_scan: FilingScanTable
    filing_recheck: FilingRecheckTable
    filing_zone_record: FilingZoneRecordTable
    filing_step_time: FilingStepTimeTable
    bureau_line_told: { what: string; told_at: Date }
    filing_expiry_watch: { single: Generated<boolean>; seen_until: Date }
  }
}
