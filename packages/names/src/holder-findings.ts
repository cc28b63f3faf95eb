import { evaluate, type Finding } from '@yuming/rules'
import { type Circumstances, nameFacts } from './name-facts.ts'
import { hkHolderRules } from './rules/hk.ts'
import { cnnicHolderRules, govHolderRules, matrixHolderRules } from './rules/holder.ts'
import { personalHolderRules } from './rules/personal-name.ts'
import type { SuffixFacts } from './suffix-facts.ts'

const rules = [...cnnicHolderRules, ...matrixHolderRules, ...govHolderRules, ...hkHolderRules, ...personalHolderRules]

/**
 * What stands against this holder registering any name under a suffix (its Unicode form, or what a catalogue knows of it) on `day`, whatever the label
 * (S0-11, S1-11…S1-25, S1-42…S1-44, S1-122, S1-144, S1-145). What hangs on a fact that is not given is left out.
 */
export function holderFindings(suffix: string | SuffixFacts, given: Circumstances, day: string): readonly Finding[] {
  const { findings } = evaluate(rules, nameFacts('', suffix, day, { operation: 'register', ...given }), day)
  return findings.filter(({ severity }) => severity !== 'unknown')
}
