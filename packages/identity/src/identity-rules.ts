import { blockRules } from './rules/block-rules.ts'
import { certificateRules } from './rules/certificate-rules.ts'
import { fieldRules } from './rules/field-rules.ts'
import { flowRules } from './rules/flow-rules.ts'
import type { IdentityRule } from './rules/identity-rule.ts'
import { nameRules } from './rules/name-rules.ts'
import { numberRules } from './rules/number-rules.ts'
import { reachRules } from './rules/reach-rules.ts'

/** What a holder declares and proves, whatever is to be done with it. */
export const holderRules: readonly IdentityRule[] = [
  ...nameRules,
  ...fieldRules,
  ...reachRules,
  ...certificateRules,
  ...numberRules,
]

/** Every rule of real-name verification (S0-10…S0-16, S0-34…S0-36, S1-108…S1-130, S1-162…S1-171, S4-01…S4-35). */
export const identityRules: readonly IdentityRule[] = [...holderRules, ...flowRules, ...blockRules]
