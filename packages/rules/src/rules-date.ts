import { rulesInForce } from './in-force.ts'
import type { Rule } from './rule.ts'

/** The first day of the newest rule in force on `day`: since when the rules are as they are. */
export function rulesDate<Facts>(rules: readonly Rule<Facts>[], day: string): string | undefined {
  let newest: string | undefined
  for (const { from } of rulesInForce(rules, day)) if (newest === undefined || from > newest) newest = from
  return newest
}
