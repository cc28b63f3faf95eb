import { domainRules } from './domain-rules.ts'
import type { FilingRule } from './filing-rule.ts'
import { typeRules } from './type-rules.ts'

/** The rules of the whole country. */
export const nationalRules: readonly FilingRule[] = [...typeRules, ...domainRules]
