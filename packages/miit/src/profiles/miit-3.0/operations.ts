import type { FilingOperation } from '../../model/results.ts'

/** Czlx of ICP results (6.1). 35 is of a later change note; the schema stops at 7 (section 8, 11). */
export const operations: Readonly<Record<number, FilingOperation>> = {
  1: 'new-filing',
  2: 'new-service',
  3: 'new-access',
  4: 'change-filing',
  5: 'cancel-access',
  6: 'cancel-subject',
  7: 'cancel-service',
  35: 'verification-material',
}
