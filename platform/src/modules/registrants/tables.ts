import type { ColumnType, Generated } from 'kysely'
import type { Identity } from './states.ts'

interface RegistrantTemplateTable {
  id: string
  account: string
  holder_type: 'person' | 'organisation'
  name_zh: string
  name_en: string
  contact_zh: string
  contact_en: string
  legal_representative: Generated<string>
  region: string
  province_zh: string
  province_en: string
  city_zh: string
  city_en: string
  street_zh: string
  street_en: string
  postcode: string
  phone: string
  email: string
  certificate_kind: string
  /** Null only of one that is erased; nobody reads it then. */
  identity_record: ColumnType<string, string, string | null>
  certificate_tail: string
  /** YYYY-MM-DD. */
  certificate_issued_on: string | null
  certificate_ends_on: string | null
  identity: Identity
  is_default: boolean
  created_at: Date
  revision: Generated<number>
  verified_at: Generated<Date | null>
  refused_at: Generated<Date | null>
  deleted_at: Generated<Date | null>
  /** YYYY-MM-DD on which a deleted one is erased. */
  keep_until: Generated<string | null>
  erased_at: Generated<Date | null>
  /** When a change of holder last took a name from it. */
  let_go_at: Generated<Date | null>
}

interface IdentityTable {
  id: string
  account: string
  holder_type: 'person' | 'organisation'
  kind: string
  /** Null until the platform has started once with rows of before. */
  name_digest: Buffer | null
  number_digest: Buffer | null
  number_item: string
  created_at: Date
}

interface CertificateReminderTable {
  template: string
  ends: string
  stage: number
  at: Date
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    certificate_reminder: CertificateReminderTable
    registrant_template: RegistrantTemplateTable
    identity: IdentityTable
    identity_digest_key: { one: Generated<boolean>; item: string }
  }
}
