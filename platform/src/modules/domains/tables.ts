import type { ColumnType, Generated } from 'kysely'
import type { ShopFront } from '../../kernel/http/index.ts'
import type { Compliance, ReviewOutcome } from './ports.ts'

export interface DomainTable {
  id: string
  account: string
  name: string
  ascii: string
  variant_key: string
  suffix: string
  registry: string
  roid: string | null
  template: string
  holder_type: 'person' | 'organisation'
  /** The shop front where it was registered; null of before that was kept. */
  front: Generated<ShopFront['kind'] | null>
  registered_at: Date
  /** Until when the holder has paid. */
  expires_at: Date
  /** The registry's own day, where it has renewed the name by itself (RFC 3915 §3.1, autoRenewPeriod). */
  registry_expires_at: Generated<Date | null>
  statuses: Generated<string[]>
  nameservers: Generated<string[]>
  auto_renew: Generated<boolean>
  auth_info: Buffer
  raw: ColumnType<Record<string, unknown>, string | undefined, string>
  released_at: Date | null
  asked_at: Generated<Date | null>
  email_held_at: Generated<Date | null>
  holder_changed_at: Generated<Date | null>
  mirrored_at: Generated<Date | null>
  compliance: Generated<Compliance | null>
  compliance_due: Generated<Date | null>
  codes_sent_at: Generated<Date | null>
  verification_held_at: Generated<Date | null>
  /** Since when we interrupt its resolution because nobody pays for it. */
  unpaid_held_at: Generated<Date | null>
  /** When we have deleted it; its registry may keep it in redemption. */
  deleted_at: Generated<Date | null>
}

export interface DomainClaimTable {
  variant_key: string
  task: string
  claimed_at: Date
}

export interface RegistryContactTable {
  template: string
  registry: string
  handle: string
  created_at: Date
  revision: Generated<number>
  told_at: Generated<Date | null>
  due: Generated<boolean>
  refused: Generated<string | null>
  /** When the registry deleted it. */
  removed_at: Generated<Date | null>
  /** Why the registry keeps it although nothing of ours needs it, in its own words. */
  kept_because: Generated<string | null>
}

export interface RegistryMessageTable {
  id: string
  registry: string
  message_id: string
  queued_at: Date | null
  received_at: Date
  text: string
  about: string | null
  frame: Buffer
  axis: Generated<'identity' | 'naming' | 'qualification' | null>
  contact: Generated<string | null>
  outcome: Generated<ReviewOutcome | null>
  /** A review of a name that is not recorded here yet. */
  waits: Generated<boolean>
  deleted: Generated<boolean>
  settled_at: Generated<Date | null>
  settled_by: Generated<string | null>
}

export interface RegistryQueueTable {
  registry: string
  last_message: string | null
}

export interface ExpiryReminderTable {
  domain: string
  expires_at: Date
  stage: number
  at: Date
}

export interface RegistryReviewTable {
  domain: string
  axis: 'identity' | 'naming' | 'qualification'
  state: 'passed' | 'failed' | 'unknown'
  heard: string
  decided_at: Date
}

export interface RegistryPasswordTable {
  registry: string
  instead_of: Buffer
  password: Buffer | null
  wanted: Buffer | null
  refused_code: number | null
  asked_at: Date
  settled_at: Date | null
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    registry_password: RegistryPasswordTable
    domain: DomainTable
    domain_claim: DomainClaimTable
    registry_contact: RegistryContactTable
    expiry_reminder: ExpiryReminderTable
    registry_message: RegistryMessageTable
    registry_queue: RegistryQueueTable
    registry_review: RegistryReviewTable
  }
}
