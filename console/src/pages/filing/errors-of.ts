import type { Finding } from '../../api/types.ts'
import { sentence } from '../../i18n/locale.ts'

/** The first sentence that stands against a field; a refusal before an advice. */
export function errorOf(findings: readonly Finding[] | undefined, field: string): string | undefined {
  const found =
    findings?.find((one) => one.field === field && one.severity === 'refuse') ??
    findings?.find((one) => one.field === field && one.severity === 'advise')
  return found && sentence(found.message)
}
