import type { Generated } from 'kysely'
import type { OperatorRole } from '../../kernel/http/index.ts'

interface AccountTable {
  id: string
  name: string
  locale: 'zh' | 'en'
  /** Where the account is told what its holders are told; null for one that was opened by phone. */
  email: Generated<string | null>
  created_at: Date
}

interface AccountUserTable {
  auth_user: string
  account: string
  role: 'owner' | 'sub-user'
  created_at: Date
}

interface ApiTokenTable {
  id: string
  account: string
  auth_user: string
  name: string
  digest: Buffer
  tail: string
  created_at: Date
}

interface EmailVerificationTable {
  account: string
  email: string
  verified_at: Date | null
  token_digest: Buffer | null
  code_digest: Buffer | null
  attempts: Generated<number>
  sent_at: Date | null
  expires_at: Date | null
}

interface ConfirmationTable {
  auth_user: string
  purpose: 'holder-change' | 'bind-phone' | 'change-phone'
  phone: string
  code_digest: Buffer
  attempts: Generated<number>
  expires_at: Date
}

interface OperatorTable {
  auth_user: string
  roles: OperatorRole[]
  created_at: Date
}

interface AttemptTable {
  key: string
  count: number
  until: Date
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    account: AccountTable
    account_user: AccountUserTable
    api_token: ApiTokenTable
    email_verification: EmailVerificationTable
    attempt: AttemptTable
    confirmation: ConfirmationTable
    operator: OperatorTable
  }
}
