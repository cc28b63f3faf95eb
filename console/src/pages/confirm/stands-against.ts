import type { Finding } from '../../api/types.ts'

/** Whether all that stands against a name is who would hold it: another template, or a verified one, may have it. */
export function onlyOfHolder(findings: readonly Finding[]): boolean {
  const refusals = findings.filter(({ severity }) => severity === 'refuse')
  return refusals.length > 0 && refusals.every(({ field }) => /^(?:holder|qualification)\b/.test(field))
}
