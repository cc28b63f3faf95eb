import type { Finding } from './finding.ts'
import { type RulesOfDay, rulesOfDay } from './in-force.ts'
import { findingOf, type Rule } from './rule.ts'
import type { Verdict } from './verdict.ts'

/** Applies every rule that is in force on `day` (YYYY-MM-DD, China time). A good case allocates nothing. */
export function evaluate<Facts>(rules: readonly Rule<Facts>[], facts: Facts, day: string): Verdict {
  return evaluateDay(rulesOfDay(rules, day), facts)
}

function evaluateDay<Facts>({ rules, allowed }: RulesOfDay<Facts>, facts: Facts): Verdict {
  let findings: Finding[] | undefined
  let notAsked: string[] | undefined
  let refused = false
  let unknown = false
  for (const rule of rules) {
    if (!rule.applies(facts)) continue
    const holds = rule.holds(facts)
    if (holds === true) continue
    if (holds === undefined && rule.leftOut?.(facts)) {
      notAsked ??= []
      notAsked.push(rule.id)
      continue
    }
    const severity = holds === undefined ? 'unknown' : rule.severity
    refused ||= severity === 'refuse'
    unknown ||= severity === 'unknown'
    findings ??= []
    findings.push(findingOf(rule, facts, severity))
  }
  if (!findings) return notAsked ? { ...allowed, notAsked } : allowed
  return {
    verdict: refused ? 'refused' : unknown ? 'unknown' : 'allowed',
    findings,
    looked: allowed.looked,
    notAsked: notAsked ?? allowed.notAsked,
  }
}
