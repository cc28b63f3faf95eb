import type { Finding } from './finding.ts'

export interface Verdict {
  /** `refused` when any rule refuses; `unknown` when none refuses but one cannot tell; else `allowed`. */
  readonly verdict: 'allowed' | 'refused' | 'unknown'
  readonly findings: readonly Finding[]
  /** Ids of the rules that were in force and looked at. */
  readonly looked: readonly string[]
  /** Ids of those that could not tell because nothing of their matter was stated: the verdict leaves them out. */
  readonly notAsked: readonly string[]
}
