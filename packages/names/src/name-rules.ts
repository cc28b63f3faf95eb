import { certificateDateRules } from './rules/certificate-dates.ts'
import { chineseLabelRules } from './rules/chinese-label.ts'
import { cnZoneRules } from './rules/cn-zones.ts'
import { generalLabelRules } from './rules/general-label.ts'
import { hkRules } from './rules/hk.ts'
import { holderRules } from './rules/holder.ts'
import { wwwLeftOut } from './rules/input.ts'
import type { NameRule } from './rules/name-rule.ts'
import { orderWordRules } from './rules/order-words.ts'
import { personalNameRules } from './rules/personal-name.ts'
import { protectedWordRules } from './rules/protected-words.ts'
import { suffixLabelRules } from './rules/suffix-label.ts'
import { variantRules } from './rules/variants.ts'
import { type WordList, wordListRule } from './word-lists.ts'

/** Every rule of names, past, present and future (S1-11…S1-25, S1-29…S1-57, S2-36). */
export const nameRules: readonly NameRule[] = [
  wwwLeftOut,
  ...generalLabelRules,
  ...chineseLabelRules,
  ...variantRules,
  ...suffixLabelRules,
  ...cnZoneRules,
  ...hkRules,
  ...personalNameRules,
  ...protectedWordRules,
  ...orderWordRules,
  ...holderRules,
  ...certificateDateRules,
]

const withLists = new WeakMap<readonly WordList[], readonly NameRule[]>()

/** The rules of names and those of the operator's word lists; made once for one array of lists. */
export function nameRulesWith(lists: readonly WordList[] | undefined): readonly NameRule[] {
  if (lists === undefined || lists.length === 0) return nameRules
  const found = withLists.get(lists)
  if (found) return found
  const made = [...nameRules, ...lists.map(wordListRule)]
  withLists.set(lists, made)
  return made
}
