import type { BoxedColumn } from '../../kernel/vault/index.ts'

/** Drafts of orders, what is filed of subjects and services, and where curtains go. */
export const filingBoxes: readonly BoxedColumn[] = [
  { table: 'filing_order', key: 'id', column: 'draft' },
  { table: 'filing_subject', key: 'id', column: 'filed' },
  { table: 'filing_service', key: 'id', column: 'filed' },
  { table: 'filing_check', key: 'id', column: 'address' },
]
