import type { Rule } from './rule.ts'
import type { Verdict } from './verdict.ts'

/** Whether a rule is in force on a day (YYYY-MM-DD, China time); its last day counts. */
export function inForce({ from, until }: Pick<Rule<never>, 'from' | 'until'>, day: string): boolean {
  return day >= from && (until === undefined || day <= until)
}

/** The rules in force on any past or future day, in their order. */
export function rulesInForce<Facts>(rules: readonly Rule<Facts>[], day: string): readonly Rule<Facts>[] {
  return rulesOfDay(rules, day).rules
}

/** The rules of one day, and the one verdict that every good case of that day shares. */
export interface RulesOfDay<Facts> {
  readonly rules: readonly Rule<Facts>[]
  readonly allowed: Verdict
}

// Most callers ask about today; a year of other days is kept, so that a walk through days does not grow without end.
const daysKept = 366
const known = new WeakMap<readonly Rule<never>[], Map<string, RulesOfDay<never>>>()

export function rulesOfDay<Facts>(rules: readonly Rule<Facts>[], day: string): RulesOfDay<Facts> {
  const key = rules as readonly Rule<never>[]
  const days = known.get(key) ?? new Map<string, RulesOfDay<never>>()
  const found = days.get(day)
  if (found) return found as RulesOfDay<Facts>
  if (days.size === 0) known.set(key, days)
  if (days.size >= daysKept) days.clear()
  const chosen = Object.freeze(rules.filter((rule) => inForce(rule, day)))
  const looked = Object.freeze(chosen.map(({ id }) => id))
  const nothing: readonly never[] = Object.freeze([])
  const allowed = Object.freeze({ verdict: 'allowed', findings: nothing, looked, notAsked: nothing })
  const made = { rules: chosen, allowed }
  days.set(day, made as RulesOfDay<never>)
  return made as RulesOfDay<Facts>
}
