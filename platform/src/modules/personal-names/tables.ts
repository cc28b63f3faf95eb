interface PersonalNameCheckTable {
  id: string
  account: string
  name_digest: Buffer
  number_digest: Buffer
  state: 'asked' | 'passed' | 'refused' | 'pending' | 'unanswered'
  code: string | null
  asked_at: Date
  passed_until: Date | null
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    personal_name_check: PersonalNameCheckTable
  }
}
