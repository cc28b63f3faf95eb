import { holdsGb11643, holdsGb11714, holdsGb32100 } from './check-digits.ts'
import rows from './data/certificates.json' with { type: 'json' }

export interface CertificateKind {
  /** Code that the .cn registry knows. */
  readonly kind: string
  readonly holderType: string
  readonly zh: string
  readonly en: string
  readonly regions: readonly string[]
  readonly pattern: string
  readonly check: string | null
}

export const certificateKinds: readonly CertificateKind[] = rows

const byKind = new Map(certificateKinds.map((row) => [row.kind, row]))
const checks = new Map([
  ['gb11643', holdsGb11643],
  ['gb32100', holdsGb32100],
  ['gb11714', holdsGb11714],
])

export function certificateKind(kind: string): CertificateKind | undefined {
  return byKind.get(kind)
}

export function hasForm(kind: CertificateKind, number: string): boolean {
  return new RegExp(kind.pattern, 'u').test(number)
}

/** True also for kinds and old forms without a check digit (the 15 characters of a foreigner's permit). */
export function hasCheckDigit({ check }: CertificateKind, number: string): boolean {
  const holds = check === null ? undefined : checks.get(check)
  if (!holds || (check === 'gb11643' && number.length !== 18)) return true
  return holds(number)
}
