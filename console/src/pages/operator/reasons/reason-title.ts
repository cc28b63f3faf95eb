import { sentence } from '../../../i18n/locale.ts'
import type { Reason } from './reason-list.ts'

/** What it is called among reviewers; what was wrong, where nobody has named it in this language. */
export function titleOf({ heard, cause }: Reason): string {
  return sentence(heard) || sentence(cause)
}
