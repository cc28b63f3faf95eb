import type { Account, DryRun, Template } from '../../api/types.ts'
import type { TextKey } from '../../i18n/dictionary.ts'
import { onlyOfHolder } from './stands-against.ts'

/** The first thing that still stands between the reader and the button. */
export function greyReason(
  account: Pick<Account, 'role'>,
  template: Template | undefined,
  terms: boolean,
  trial: DryRun | undefined,
): TextKey | null {
  if (account.role === 'sub-user') return 'confirm.grey.subUser'
  if (!trial) return 'confirm.grey.counting'
  const invalid = trial.lines.filter((line) => line.state === 'invalid')
  if (invalid.length > 0 && invalid.every(({ findings }) => onlyOfHolder(findings))) return 'confirm.grey.holder'
  if (invalid.length === trial.lines.length) return 'confirm.grey.noLine'
  if (invalid.length > 0) return 'confirm.grey.invalid'
  if (trial.codeTrouble) return 'confirm.grey.code'
  if (!template) return 'confirm.grey.template'
  if (!terms) return 'confirm.grey.terms'
  return null
}
