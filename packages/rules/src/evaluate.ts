import type { Finding } from './finding.ts'
import { findingOf, type Rule } from './rule.ts'

export interface Verdict {
  /** `refused` when any rule refuses; `unknown` when none refuses but one cannot tell; else `allowed`. */
  readonly verdict: 'allowed' | 'refused' | 'unknown'
  readonly findings: readonly Finding[]
  /** Ids of the rules that were in force and looked at. */
  readonly looked: readonly string[]
}

/** Applies every rule that is in force on `day` (YYYY-MM-DD, China time). */
export function evaluate<Facts>(rules: readonly Rule<Facts>[], facts: Facts, day: string): Verdict {
  const findings: Finding[] = []
  const looked: string[] = []
  for (const rule of rules) {
    if (day < rule.from || (rule.until !== undefined && day > rule.until)) continue
    looked.push(rule.id)
    if (!rule.applies(facts)) continue
    const holds = rule.holds(facts)
    if (holds === true) continue
    findings.push(findingOf(rule, facts, holds === undefined ? 'unknown' : rule.severity))
  }
  const refused = findings.some((finding) => finding.severity === 'refuse')
  const unknown = findings.some((finding) => finding.severity === 'unknown')
  return { verdict: refused ? 'refused' : unknown ? 'unknown' : 'allowed', findings, looked }
}
