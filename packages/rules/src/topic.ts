import type { FactKind } from './fact-kinds.ts'
import type { Finding, Text } from './finding.ts'
import type { Rule } from './rule.ts'
import type { Verdict } from './verdict.ts'

/** One fact that a caller may state, for its documentation. */
export interface FactField {
  readonly name: string
  readonly kind: FactKind
  readonly means: Text
  readonly example?: unknown
}

/** The answer to one set of facts: every rule that was looked at, and what those that do not pass have to say. */
export interface Explanation {
  /** `bad-facts`: the facts themselves cannot be read; no rule was looked at. */
  readonly verdict: Verdict['verdict'] | 'bad-facts'
  /** YYYY-MM-DD, the day whose rules were asked. */
  readonly day: string
  readonly findings: readonly Finding[]
  readonly looked: readonly string[]
  /** Those that could not tell because nothing of their matter was stated; the verdict leaves them out. */
  readonly notAsked: readonly string[]
  /** YYYY-MM-DD, the first day of the newest rule among those looked at; undefined when none was. */
  readonly rulesDate: string | undefined
  /** What the topic understood from the facts, such as the normalised name. */
  readonly read?: Readonly<Record<string, unknown>>
}

/** A body of rules that anyone may ask: `explain` takes facts as they come, for example parsed JSON. */
export interface Topic {
  readonly name: string
  readonly title: Text
  /** YYYY-MM-DD, when the rules were last held against their sources. */
  readonly reviewedOn: string
  readonly facts: readonly FactField[]
  readonly rules: readonly Rule<never>[]
  /** What a rule says and advises, and where it is from, with “…” where the case would stand. */
  readonly wording: (rule: Rule<never>) => Pick<Finding, 'message' | 'remedy' | 'source'>
  readonly explain: (facts: unknown, day: string) => Explanation
}
