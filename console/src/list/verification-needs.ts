import type { Suffix } from '../api/types.ts'

export interface VerificationNeed {
  readonly text: 'before' | 'after' | 'unknown' | 'verified' | 'own'
  /** The suffixes that it is said of, each once; none when it is said of all. */
  readonly suffixes: readonly string[]
}

type Policy = Pick<Suffix, 'suffix' | 'realName' | 'verifyBefore' | 'templateCovers'>

/** What the names of a list ask of their holder's verification; nothing for suffixes that ask for none, or are not known yet. */
export function verificationNeeds(
  suffixes: readonly string[],
  catalog: readonly Policy[],
  { verified, verifyBefore }: { verified: boolean; verifyBefore: 'as-suffix' | 'never' },
): VerificationNeed[] {
  const asked = [...new Set(suffixes)].flatMap(
    (name) => catalog.find(({ suffix, realName }) => suffix === name && realName !== 'not-required') ?? [],
  )
  if (asked.length === 0) return []
  const those = (text: VerificationNeed['text'], when: (policy: Policy) => boolean): VerificationNeed[] => {
    const found = asked.filter(when).map(({ suffix }) => suffix)
    return found.length === 0 ? [] : [{ text, suffixes: found }]
  }
  if (verified)
    return [{ text: 'verified', suffixes: [] }, ...those('own', ({ templateCovers }) => templateCovers === false)]
  if (verifyBefore === 'never') return those('after', () => true)
  return [
    ...those('before', (policy) => policy.verifyBefore === true),
    ...those('after', (policy) => policy.verifyBefore === false),
    ...those('unknown', (policy) => policy.verifyBefore === null),
  ]
}
